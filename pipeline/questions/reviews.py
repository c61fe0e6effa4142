"""Unsure merges, and what people say of them."""

from datetime import UTC, datetime

from pipeline.answers import Review
from pipeline.errors import Misconfigured
from pipeline.ledger import articles, components, review
from pipeline.ledger.store import Ledger
from pipeline.resolution.records import Verdict


class Reviews:
    """Questions about pairs of mentions; a mention is named by its id or the beginning of it."""

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
            pair = [articles.mention_like(connection, key) for key in (left, right)]
            review.add_verdict(
                connection, Verdict(_one(pair[0], left), _one(pair[1], right), same), author, datetime.now(UTC)
            )

    def undo(self, left: str, right: str) -> None:
        """Take a person's word back; raises Misconfigured where there is none."""
        with self._ledger.exclusive() as connection:
            pair = [_one(articles.mention_like(connection, key), key) for key in (left, right)]
            if not review.undo_verdict(connection, pair[0], pair[1], datetime.now(UTC)):
                raise Misconfigured("nobody has judged these two; `dealwire review list` shows what was")


def _one(found: list[str], key: str) -> str:
    if len(found) != 1:
        raise Misconfigured(f"{len(found)} mentions begin with {key!r}; `dealwire review list` shows them")
    return found[0]
