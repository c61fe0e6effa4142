"""The database behind the ledger: what differs between SQLite and Postgres is all here."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.sql.dml import Insert

from pipeline.errors import Misconfigured, Unavailable

BUSY_SECONDS = 60
LEDGER_LOCK = 0x64_65_61_6C


def connect(url: str) -> Engine:
    """An engine for the URL; raises Misconfigured where it names no database this installation can speak to."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(url, parsed.database)
        return create_engine(parsed, pool_pre_ping=True, json_deserializer=orjson.loads)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise Misconfigured(f"DEALWIRE_LEDGER is no usable SQLAlchemy URL ({error}): write sqlite:///PATH") from error


def _sqlite(url: str, database: str | None) -> Engine:
    if database and database != ":memory:":
        try:
            Path(database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Misconfigured(f"no folder for the ledger can be made: {error}; set DEALWIRE_HOME") from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, json_deserializer=orjson.loads)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, as a late upgrade to a writer fails at once
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """One transaction, committed at the end; a database that does not answer raises Unavailable."""
    snapshot = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" and not writes else {}
    try:
        with engine.connect().execution_options(writes=writes, **snapshot) as connection, connection.begin():
            yield connection
    except OperationalError as error:
        raise Unavailable(f"ledger: {error.orig}") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise Unavailable(f"ledger: {error.orig}") from error
        if type(error) is DatabaseError:  # what SQLite says of a file that is something else
            raise Misconfigured(f"ledger: {error.orig}; set DEALWIRE_LEDGER, or restore it from a backup") from error
        raise


def lock(connection: Connection) -> None:
    """Hold the ledger's one lock until this transaction, or its process, ends; on SQLite a writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LEDGER_LOCK})


def insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def upsert(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Write the row in place of one with the same primary key."""
    connection.execute(_upsert(connection.dialect.name, table, tuple(row)), row)


@lru_cache(maxsize=64)
def _upsert(dialect: str, table: Table, columns: tuple[str, ...]) -> Insert:
    """The statement of `upsert`, which takes longer to make than to execute."""
    statement = insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in columns if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Write the rows whose primary key is not there yet."""
    if rows:
        connection.execute(insert(connection.dialect.name, table).on_conflict_do_nothing(), rows)
