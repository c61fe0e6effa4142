"""Which documents the index has yet to take over; a projection number rises with every change of one."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, func, select, update
from sqlalchemy.sql.dml import Insert

from pipeline.ledger.engine import insert
from pipeline.ledger.tables import projections


def changed(connection: Connection, kind: str, document_id: str) -> None:
    """A document changed: the index is to take it over under a higher number, whoever else changes it at once."""
    connection.execute(_changed(connection.dialect.name), {"kind": kind, "id": document_id})


@lru_cache(maxsize=2)
def _changed(dialect: str) -> Insert:
    following = select(func.coalesce(func.max(projections.c.number), 0) + 1).scalar_subquery()
    row = {"kind": bindparam("kind"), "id": bindparam("id"), "number": following}
    statement = insert(dialect, projections).values(row)
    higher = case(
        (projections.c.number >= statement.excluded.number, projections.c.number + 1), else_=statement.excluded.number
    )
    values = {"number": higher, "parked": None}
    return statement.on_conflict_do_update(index_elements=["kind", "id"], set_=values)


def last_number(connection: Connection) -> int:
    """The highest number given."""
    return connection.scalar(select(func.max(projections.c.number))) or 0


def again_after(connection: Connection, number: int) -> None:
    """Have the index take over once more what changed after this number."""
    connection.execute(update(projections).where(projections.c.number > number).values(written=0))


def backlog(connection: Connection, limit: int, after: int = 0) -> list[Row[Any]]:
    """Documents to be written, in the order of their changes, `after` a number; parked ones wait for a change."""
    query = select(projections).where(projections.c.number > projections.c.written, projections.c.parked.is_(None))
    query = query.where(projections.c.number > after)
    return list(connection.execute(query.order_by(projections.c.number).limit(limit)))


def count_backlog(connection: Connection) -> int:
    """How many documents are to be written."""
    query = select(func.count()).select_from(projections)
    return (
        connection.scalar(query.where(projections.c.number > projections.c.written, projections.c.parked.is_(None)))
        or 0
    )


def count_parked(connection: Connection) -> int:
    """How many documents the index refused."""
    return connection.scalar(select(func.count()).where(projections.c.parked.is_not(None))) or 0


def written(connection: Connection, held: Iterable[tuple[str, str, int]]) -> None:
    """The index holds these kinds, ids and numbers, or newer ones."""
    this = update(projections).where(projections.c.kind == bindparam("of_kind"), projections.c.id == bindparam("of_id"))
    statement = this.where(projections.c.written < bindparam("to")).values(written=bindparam("to"))
    rows = [{"of_kind": kind, "of_id": document_id, "to": number} for kind, document_id, number in held]
    if rows:
        connection.execute(statement, rows)


def park(connection: Connection, kind: str, document_id: str, number: int, why: str) -> None:
    """The index refused this number; the next change of the document tries again."""
    connection.execute(
        update(projections)
        .where(projections.c.kind == kind, projections.c.id == document_id, projections.c.number == number)
        .values(parked=why)
    )


def all_projections(connection: Connection) -> Sequence[Row[Any]]:
    """Every document the index should hold."""
    return connection.execute(select(projections).order_by(projections.c.number)).all()


def projection_of(connection: Connection, kind: str, document_id: str) -> Row[Any] | None:
    """How far the index is with a document."""
    return connection.execute(
        select(projections).where(projections.c.kind == kind, projections.c.id == document_id)
    ).first()
