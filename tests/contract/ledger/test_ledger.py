"""What the ledger promises its steps."""

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ledger_world import ledger_url
from server_parts import free_port
from sqlalchemy import create_engine, insert, inspect, select
from sqlalchemy.exc import IntegrityError

from pipeline.errors import Misconfigured, Unavailable
from pipeline.ledger.store import Ledger
from pipeline.ledger.tables import metadata, projections


@pytest.fixture
def sqlite_url(tmp_path):
    """A file that is not there yet."""
    return ledger_url(tmp_path / "state", "")


@pytest.fixture
def ledger(url):
    """A ledger that is set up."""
    made = Ledger(url)
    made.setup()
    yield made
    made.close()


def put(connection, name):
    """Write a row."""
    connection.execute(insert(projections).values(kind="event", id=name, number=1))


def names(ledger):
    """The rows that are there."""
    with ledger.reading() as connection:
        return sorted(connection.scalars(select(projections.c.id)))


def test_the_migrations_make_the_tables_that_the_code_names(ledger, url):
    """Tables, columns, types and indexes: nothing is left to migrate."""
    del ledger
    engine = create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_setup_twice_changes_nothing(ledger, url):
    """Neither by the same ledger nor by another one on the database; rows stay."""
    with ledger.writing() as connection:
        put(connection, "a")
    ledger.setup()
    other = Ledger(url)
    other.setup()
    assert other.check() == ledger.check()
    assert names(other) == ["a"]
    other.close()


def test_a_database_without_tables_is_told_by_the_command_that_makes_them(url):
    """Nobody guesses what `no such table` means."""
    bare = Ledger(url)
    with pytest.raises(Misconfigured, match="dealwire setup"):
        bare.check()
    bare.close()


@pytest.mark.parametrize("wrong", ["nonsense", "nosuchdatabase://host/x"])
def test_an_url_that_means_no_database_is_told_by_its_setting(wrong):
    """The message names what to set."""
    with pytest.raises(Misconfigured, match="DEALWIRE_LEDGER"):
        Ledger(wrong)


def test_a_transaction_is_kept_whole_or_not_at_all(ledger):
    """An error within takes all of it back."""
    with pytest.raises(IntegrityError), ledger.writing() as connection:
        [put(connection, name) for name in ("a", "b", "a")]
    assert names(ledger) == []


def test_a_reader_sees_one_moment_while_another_writes(ledger):
    """What was committed meanwhile is seen by the next transaction."""
    with ledger.reading() as reading:
        assert list(reading.scalars(select(projections.c.id))) == []
        with ledger.writing() as writing:
            put(writing, "a")
        assert list(reading.scalars(select(projections.c.id))) == []
    assert names(ledger) == ["a"]


def test_a_ledger_that_does_not_answer_is_unavailable():
    """A step ends with its work kept, and is tried again."""
    gone = Ledger(f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/x?connect_timeout=2")
    with pytest.raises(Unavailable, match="ledger"), gone.reading():
        pass
    gone.close()


def test_writers_wait_for_each_other(ledger):
    """Threads that read and then write lose no row to each other."""

    def work(first):
        for number in range(first, first + 10):
            with ledger.writing() as connection:
                list(connection.scalars(select(projections.c.id)))
                put(connection, f"{number:02}")

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(ledger)) == 30


def test_a_writer_that_waited_too_long_is_told_to_come_again(sqlite_url, monkeypatch):
    """A SQLite ledger that is held is unavailable, not broken; a writer of Postgres waits for rows alone."""
    ledger = Ledger(sqlite_url)
    ledger.setup()
    monkeypatch.setattr("pipeline.ledger.engine.BUSY_SECONDS", 0.1)
    other = Ledger(sqlite_url)
    with ledger.writing() as connection:
        put(connection, "a")
        with pytest.raises(Unavailable), other.writing():
            pass
    with other.writing() as connection:
        put(connection, "b")
    assert names(ledger) == ["a", "b"]
    other.close()
    ledger.close()


def test_a_sqlite_ledger_survives_its_process(sqlite_url):
    """Write-ahead, on disk with every commit; how Postgres writes is its own setting."""
    ledger = Ledger(sqlite_url)
    ledger.setup()
    with ledger.writing() as connection:
        put(connection, "a")
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    ledger.close()
    engine = create_engine(sqlite_url)
    assert {"files", "articles", "mentions", "alerts"} <= set(inspect(engine).get_table_names())
    engine.dispose()
