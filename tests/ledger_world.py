"""The database of a test's ledger: SQLite in its folder, or a database of its own on the Postgres that is named.

`DEALWIRE_TEST_POSTGRES=postgresql+psycopg://user@host/postgres` runs everything that uses a ledger over Postgres.
"""

import hashlib
import os

from sqlalchemy import create_engine, make_url, text

SERVER = os.environ.get("DEALWIRE_TEST_POSTGRES", "")


def ledger_url(folder):
    """The ledger of that folder, the same for every process that asks; made where it is not there yet."""
    if not SERVER:
        return f"sqlite:///{folder / 'ledger.db'}"
    name = f"dealwire_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if not connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}):
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)
