"""Why mentions are together or apart: kept edges, and the verdicts of people."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, or_, select, update

from pipeline.ledger.articles import chunks, look_again
from pipeline.ledger.engine import upsert
from pipeline.ledger.tables import edges, mentions, verdicts
from pipeline.resolution.records import Verdict
from schemas.event import Edge


def replace_edges(connection: Connection, mention_ids: Sequence[str], found: Iterable[Edge]) -> None:
    """Keep the edges of a component in place of those it had."""
    for part in chunks(list(mention_ids)):
        connection.execute(delete(edges).where(or_(edges.c.left.in_(part), edges.c.right.in_(part))))
    for edge in found:
        upsert(
            connection,
            edges,
            {
                "left": edge.left,
                "right": edge.right,
                "judgement": edge.judgement,
                "score": edge.score,
                "record": edge.model_dump(mode="json"),
            },
        )


def edges_of(connection: Connection, mention_ids: Sequence[str]) -> list[Edge]:
    """The edges that any of the mentions belongs to, strongest first."""
    query = select(edges.c.record).where(or_(edges.c.left.in_(mention_ids), edges.c.right.in_(mention_ids)))
    return [
        Edge.model_validate(record) for record in connection.scalars(query.order_by(edges.c.score.desc(), edges.c.left))
    ]


def unsure_edges(connection: Connection) -> list[Edge]:
    """Pairs that a person should look at, those nearest to being one event first."""
    query = select(edges.c.record).where(edges.c.judgement == "unsure").order_by(edges.c.score.desc(), edges.c.left)
    return [Edge.model_validate(record) for record in connection.scalars(query)]


def add_verdict(connection: Connection, verdict: Verdict, author: str, at: datetime) -> None:
    """Keep a person's word on two mentions in place of an earlier one; both are to be consolidated again."""
    undo_verdict(connection, verdict.left, verdict.right, at)
    left, right = sorted((verdict.left, verdict.right))
    connection.execute(verdicts.insert().values(left=left, right=right, same=verdict.same, by=author, at=at))


def undo_verdict(connection: Connection, left: str, right: str, at: datetime) -> bool:
    """Take the word on two mentions back; both are to be consolidated again. False where there was none."""
    left, right = sorted((left, right))
    found = connection.execute(
        update(verdicts)
        .where(verdicts.c.left == left, verdicts.c.right == right, verdicts.c.undone_at.is_(None))
        .values(undone_at=at)
    )
    look_again(connection, mentions.c.mention_id.in_((left, right)), quiet=False)
    return bool(found.rowcount)


def standing_verdicts(connection: Connection) -> list[Verdict]:
    """The words of people that stand."""
    query = select(verdicts).where(verdicts.c.undone_at.is_(None)).order_by(verdicts.c.number)
    return [Verdict(row.left, row.right, row.same) for row in connection.execute(query)]
