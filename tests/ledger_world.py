"""The database of a test's ledger: SQLite in its folder, or a database of its own on a PostgreSQL.

`DEALWIRE_TEST_POSTGRES=postgresql+psycopg://user@host/postgres` runs everything that uses a ledger over that one.
"""

import hashlib
import os

from postgres_server import NAMED
from sqlalchemy import create_engine, make_url, text

SERVER = os.environ.get(NAMED, "")


def ledger_url(folder, server=SERVER):
    """The ledger of that folder, the same for every process that asks; made where it is not there yet."""
    if not server:
        return f"sqlite:///{folder / 'ledger.db'}"
    name = f"dealwire_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if not connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}):
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)
