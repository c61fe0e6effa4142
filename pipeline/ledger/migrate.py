"""Bringing the database to the schema that this version needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from pipeline.errors import Misconfigured
from pipeline.ledger.engine import lock, transaction


def upgrade(engine: Engine) -> None:
    """Apply the migrations that are missing, in one transaction; raises Misconfigured where the schema is newer."""
    with _migrations() as folder, transaction(engine, writes=True) as connection:
        lock(connection)
        try:
            command.upgrade(_config(folder, connection), "head")
        except CommandError as error:
            found = MigrationContext.configure(connection).get_current_revision()
            raise Misconfigured(
                f"the ledger's schema {found} is of a newer version: install that version of dealwire"
            ) from error


def is_current(engine: Engine) -> bool:
    """Whether no migration is missing."""
    found, wanted = _revisions(engine)
    return found == wanted


def check(engine: Engine) -> str:
    """Return the schema's revision; raises Misconfigured where it is not the newest."""
    found, wanted = _revisions(engine)
    if found != wanted:
        raise Misconfigured(f"the ledger's schema is {found or 'missing'}, not {wanted}: run `dealwire setup`")
    return wanted


def _revisions(engine: Engine) -> tuple[str | None, str]:
    with _migrations() as folder, transaction(engine, writes=False) as connection:
        wanted = ScriptDirectory.from_config(_config(folder, connection)).get_current_head()
        return MigrationContext.configure(connection).get_current_revision(), str(wanted)


@contextmanager
def _migrations() -> Iterator[str]:
    with as_file(files("pipeline.ledger") / "migrations") as folder:
        yield str(folder)


def _config(folder: str, connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
