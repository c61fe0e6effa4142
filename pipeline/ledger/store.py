"""The ledger as the steps use it: transactions over one database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from pipeline.ledger.engine import connect, lock, transaction
from pipeline.ledger.migrate import check, is_current, upgrade


class Ledger:
    """One database; every transaction is committed whole or not at all, and one that only reads sees one moment."""

    def __init__(self, url: str) -> None:
        self._engine = connect(url)

    def setup(self) -> None:
        """Create or migrate the tables; where nothing is missing this only reads, so it never waits for a writer."""
        if not is_current(self._engine):
            upgrade(self._engine)

    def check(self) -> str:
        """Return the schema's revision; raises Misconfigured where it is not the one this version needs."""
        return check(self._engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with transaction(self._engine, writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write."""
        with transaction(self._engine, writes=True) as connection:
            yield connection

    @contextmanager
    def exclusive(self) -> Iterator[Connection]:
        """A writing transaction that no other exclusive one runs beside; its lock dies with its holder.

        Whatever changes what mentions say or which event they tell needs it, so that no change is overlooked.
        """
        with self.writing() as connection:
            lock(connection)
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()
