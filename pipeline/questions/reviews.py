"""Unsure merges, and what people say of them."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from pipeline.answers import Review
from pipeline.errors import Misconfigured
from pipeline.ledger import articles, components, events, review
from pipeline.ledger.store import Ledger
from pipeline.resolution.records import Verdict


class Reviews:
    """Questions about pairs of mentions; a mention is named by its id, by that of its event, or by a beginning."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Review]:
        """Pairs to be judged, nearest first, then those that were."""
        with self._ledger.reading() as connection:
            edges = review.unsure_edges(connection)
            said = {(v.left, v.right): v.same for v in review.standing_verdicts(connection)}
            edges += [
                e for e in review.edges_of(connection, [m for pair in said for m in pair]) if (e.left, e.right) in said
            ]
            told = {
                r.mention_id: r for r in components.reports(connection, {m for e in edges for m in (e.left, e.right)})
            }
        return [
            Review(
                left=told[edge.left].mention,
                right=told[edge.right].mention,
                left_path=told[edge.left].path,
                right_path=told[edge.right].path,
                edge=edge,
                verdict={True: "same", False: "different", None: None}[said.get((edge.left, edge.right))],
            )
            for edge in edges
        ]

    def decide(self, left: str, right: str, *, same: bool, author: str) -> None:
        """Keep a person's word."""
        with self._ledger.exclusive() as connection:
            verdict = Verdict(_mention(connection, left), _mention(connection, right), same)
            review.add_verdict(connection, verdict, author, datetime.now(UTC))

    def undo(self, left: str, right: str) -> None:
        """Take a person's word back; raises Misconfigured where there is none."""
        with self._ledger.exclusive() as connection:
            pair = _mention(connection, left), _mention(connection, right)
            if not review.undo_verdict(connection, *pair, datetime.now(UTC)):
                raise Misconfigured("nobody has judged these two; `dealwire review list` shows what was")


def _mention(connection: Connection, key: str) -> str:
    """The mention of that id, or the first one of the event of that id."""
    found = articles.mention_like(connection, key)
    if len(found) == 1:
        return found[0]
    told = [event for name in events.ids_like(connection, key) if (event := events.followed(connection, name))]
    if found or len(told) != 1:
        count = len(found) or len(told)
        raise Misconfigured(f"{count} mentions or events begin with {key!r}; `dealwire review list` shows mentions")
    return min(source.mention_id for source in told[0].sources)
