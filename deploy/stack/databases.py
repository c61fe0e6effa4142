"""The databases of the stack's Postgres, each with an owner of its own."""

import time
from collections.abc import Mapping

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

DRIVER = "postgresql+psycopg"


def url_of(name: str, password: str, address: str) -> str:
    """The SQLAlchemy URL of the database `name`, whose owner has the same name, at `host:port`."""
    url = make_url(f"{DRIVER}://{address}/{name}").set(username=name, password=password)
    return url.render_as_string(hide_password=False)


def make_databases(superuser: str, passwords: Mapping[str, str], patience: float) -> None:
    """Create what is missing of users and databases, and set the users' passwords, once the server answers."""
    engine = create_engine(superuser, isolation_level="AUTOCOMMIT")
    until = time.monotonic() + patience
    while True:
        try:
            with engine.connect() as connection:
                for name, password in passwords.items():
                    _make(connection, name, password)
            break
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(1)
    engine.dispose()


def _make(connection: Connection, name: str, password: str) -> None:
    """One user and its database; names are ours and passwords of letters, digits, `-` and `_`, so neither is quoted."""
    if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name}):
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
    connection.execute(text(f"ALTER ROLE {name} PASSWORD '{password}'"))
    if not connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}):
        connection.execute(text(f"CREATE DATABASE {name} OWNER {name}"))
