"""Bringing the database to the schema that this version needs."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from pipeline.errors import Misconfigured
from pipeline.ledger.engine import lock, transaction


def upgrade(engine: Engine) -> None:
    """Apply the migrations that are missing, in one transaction."""
    with as_file(files("pipeline.ledger") / "migrations") as folder, transaction(engine, writes=True) as connection:
        lock(connection)
        command.upgrade(_config(str(folder), connection), "head")


def check(engine: Engine) -> str:
    """Return the schema's revision; raises Misconfigured where it is not the newest."""
    with as_file(files("pipeline.ledger") / "migrations") as folder, transaction(engine, writes=False) as connection:
        wanted = ScriptDirectory.from_config(_config(str(folder), connection)).get_current_head()
        found = MigrationContext.configure(connection).get_current_revision()
    if found != wanted or wanted is None:
        raise Misconfigured(f"the ledger's schema is {found or 'missing'}, not {wanted}: run `dealwire setup`")
    return wanted


def _config(folder: str, connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
