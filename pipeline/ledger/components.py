"""Which mentions have to be looked at together: those that share blocking keys, directly or through others."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, Connection, Row, Select, bindparam, func, select

from pipeline.ledger.articles import chunks, copies_of
from pipeline.ledger.tables import articles, mention_keys, mentions, verdicts
from pipeline.resolution.blocking import HUB
from pipeline.resolution.copies import original
from pipeline.resolution.records import Report
from schemas.article import Article
from schemas.mention import EventMention

# Every component asks these; making a statement takes longer than executing it.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NEXT = (
    select(mentions.c.mention_id)
    .where(mentions.c.consolidated_at.is_(None), mentions.c.mention_id.not_in(_IDS))
    .order_by(mentions.c.mention_id)
    .limit(1)
)
_WAITING = select(mentions.c.mention_id, mentions.c.quiet).where(
    mentions.c.mention_id.in_(_IDS), mentions.c.consolidated_at.is_(None)
)
_KEYS = select(mention_keys.c.key).where(mention_keys.c.mention_id.in_(_IDS))
_UNCROWDED = select(mention_keys.c.key).where(mention_keys.c.key.in_(_KEYS)).group_by(mention_keys.c.key)
_SHARING = (
    select(mention_keys.c.mention_id).where(mention_keys.c.key.in_(_UNCROWDED.having(func.count() <= HUB))).distinct()
)
_EVENTS = select(mentions.c.event_id).where(mentions.c.mention_id.in_(_IDS), mentions.c.event_id.is_not(None))
_SAME_EVENT = select(mentions.c.mention_id).where(mentions.c.event_id.in_(_EVENTS))
_JUDGED = (
    select(verdicts.c.right)
    .where(verdicts.c.left.in_(_IDS))
    .union(select(verdicts.c.left).where(verdicts.c.right.in_(_IDS)))
)
_MENTIONS = select(mentions.c.article_id, mentions.c.record, mentions.c.withdrawn).where(
    mentions.c.mention_id.in_(_IDS)
)
_ARTICLES = select(articles.c.article_id, articles.c.record, articles.c.received_at, articles.c.withdrawn).where(
    articles.c.article_id.in_(_IDS)
)
_TOLD_IN = select(mentions.c.article_id).where(mentions.c.mention_id.in_(_IDS))
_BESIDE = select(mentions.c.mention_id).where(mentions.c.article_id.in_(_TOLD_IN))


def next_waiting(connection: Connection, but: Collection[str] = ()) -> str | None:
    """A mention that is still to be consolidated, other than these."""
    return connection.scalar(_NEXT, {"ids": list(but)})


def waiting(connection: Connection, mention_ids: Iterable[str]) -> dict[str, bool]:
    """Which of the mentions are still to be consolidated, each with whether that alerts nobody."""
    found: dict[str, bool] = {}
    for part in chunks(sorted(mention_ids)):
        found.update({row.mention_id: row.quiet for row in connection.execute(_WAITING, {"ids": part})})
    return found


def count_waiting(connection: Connection) -> int:
    """How many mentions are still to be consolidated."""
    return connection.scalar(select(func.count()).where(mentions.c.consolidated_at.is_(None))) or 0


def component(connection: Connection, mention_id: str) -> frozenset[str]:
    """The mentions that share a key with this one, or with one that does; keys of more than `HUB` mentions join nobody.

    Mentions that were once one event, or that a person spoke of together, belong together too.
    """
    found, frontier = {mention_id}, {mention_id}
    while frontier:
        near = {name for query in (_SHARING, _SAME_EVENT, _JUDGED) for name in _named(connection, query, frontier)}
        frontier = near - found
        found |= frontier
    return frozenset(found)


def _named(connection: Connection, query: Select[tuple[str]] | CompoundSelect[Any], ids: Iterable[str]) -> set[str]:
    return {name for part in chunks(sorted(ids)) for name in connection.scalars(query, {"ids": part})}


def reports(connection: Connection, mention_ids: Iterable[str]) -> list[Report]:
    """The mentions with the facts of their articles."""
    told = []
    for part in chunks(sorted(mention_ids)):
        told += [
            (row.article_id, EventMention.model_validate(row.record), row.withdrawn)
            for row in connection.execute(_MENTIONS, {"ids": part})
        ]
    return reports_of(connection, told)


def reports_of(connection: Connection, told: Sequence[tuple[str, EventMention, bool]]) -> list[Report]:
    """Mentions, each with its article's id and whether it is withdrawn, with the facts of their articles."""
    rows: dict[str, Row[Any]] = {}
    for part in chunks(sorted({article_id for article_id, _, _ in told})):
        rows |= {row.article_id: row for row in connection.execute(_ARTICLES, {"ids": part})}
    known = {article_id: Article.model_validate(row.record) for article_id, row in rows.items()}
    originals = copied(connection, known)
    return [
        Report(
            mention=mention,
            article_id=article_id,
            path=known[article_id].path,
            seen_at=rows[article_id].received_at,
            publisher=known[article_id].publisher,
            published=known[article_id].published,
            copy_of=originals.get(article_id),
            withdrawn=withdrawn or rows[article_id].withdrawn,
        )
        for article_id, mention, withdrawn in told
    ]


def all_ids(connection: Connection) -> list[str]:
    """Every mention."""
    return list(connection.scalars(select(mentions.c.mention_id)))


def copied(connection: Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """Which article each copy repeats; a function of the set of articles, not of their arrival."""
    pairs = copies_of(connection, sorted(article_ids))
    named = sorted({name for pair in pairs for name in pair})
    rank: dict[str, tuple[str, ...]] = {}
    for part in chunks(named):
        for row in connection.execute(
            select(articles.c.article_id, articles.c.record).where(articles.c.article_id.in_(part))
        ):
            published = row.record.get("published") or {}
            rank[row.article_id] = (published.get("value") or "9999",)
    first = {name: original(name, rank, pairs) for name in article_ids if name in rank}
    return {name: other for name, other in first.items() if other != name}


def beside(connection: Connection, mention_ids: Iterable[str]) -> frozenset[str]:
    """Other mentions of the articles that these mentions stand in."""
    wanted = frozenset(mention_ids)
    return frozenset(_named(connection, _BESIDE, wanted) - wanted)
