"""Articles, their mentions, and the copies among them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Text,
    bindparam,
    cast,
    delete,
    false,
    or_,
    select,
    true,
    update,
)

from pipeline.ledger.engine import insert_new
from pipeline.ledger.tables import articles, bands, copies, mention_keys, mentions
from pipeline.resolution.copies import Signature, copy_score, is_copy
from schemas.article import Article
from schemas.mention import EventMention

CHUNK = 500
STANDARD_INPUT = "<stdin>"
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_RECORDS = select(cast(articles.c.record, Text), articles.c.received_at).where(articles.c.article_id.in_(_IDS))
_COPIES = select(copies.c.left, copies.c.right).where(or_(copies.c.left.in_(_IDS), copies.c.right.in_(_IDS)))


def has_article(connection: Connection, article_id: str) -> bool:
    """Whether an article of these bytes was kept before."""
    return (
        connection.execute(select(articles.c.article_id).where(articles.c.article_id == article_id)).first() is not None
    )


def add_article(connection: Connection, article: Article, file_id: str, at: datetime, marked: Signature) -> None:
    """Keep an article, and find which kept ones repeat it or are repeated by it."""
    connection.execute(
        articles.insert().values(
            article_id=article.article_id,
            file_id=file_id,
            path=article.path,
            url=article.url,
            received_at=at,
            signature={"values": marked.values, "shingles": marked.shingles},
            record=article.model_dump(mode="json"),
        )
    )
    _mark(connection, article.article_id, marked)


def replace_article(connection: Connection, article: Article, marked: Signature) -> None:
    """Keep what a new cleaning made of an article in place of what an earlier one did; its version stands."""
    mine = articles.c.article_id == article.article_id
    old = Article.model_validate(connection.scalar(select(articles.c.record).where(mine)))
    fresh = article.model_copy(update={"version": old.version, "supersedes": old.supersedes})
    connection.execute(delete(bands).where(bands.c.article_id == article.article_id))
    connection.execute(
        delete(copies).where((copies.c.left == article.article_id) | (copies.c.right == article.article_id))
    )
    kept = {"values": marked.values, "shingles": marked.shingles}
    connection.execute(update(articles).where(mine).values(signature=kept, record=fresh.model_dump(mode="json")))
    _mark(connection, article.article_id, marked)


def _mark(connection: Connection, article_id: str, marked: Signature) -> None:
    near = similar(connection, marked.bands())
    near.pop(article_id, None)
    insert_new(connection, bands, [{"band": band, "article_id": article_id} for band in sorted(marked.bands())])
    for other, known in near.items():
        if is_copy(marked, known):
            left, right = sorted((article_id, other))
            insert_new(connection, copies, [{"left": left, "right": right, "score": copy_score(marked, known)}])


def article_row(connection: Connection, article_id: str) -> Row[Any] | None:
    """The row of an article."""
    return connection.execute(select(articles).where(articles.c.article_id == article_id)).first()


def articles_of(connection: Connection, article_ids: Sequence[str]) -> Iterator[tuple[Article, datetime]]:
    """Those articles of these ids that there are, each with when it was received, in any order; made one at a time."""
    for part in chunks(article_ids):
        for record, received_at in connection.execute(_RECORDS, {"ids": part}):
            yield Article.model_validate_json(record), received_at


def standing_version(connection: Connection, article: Article) -> Article | None:
    """The article that this one is a new version of: the standing one of the same URL, else of the same path.

    A path says nothing where the URLs differ, nor does a line's number in a file of many documents.
    """
    path = None if re.search(r"#\d+$", article.path) or article.path == STANDARD_INPUT else article.path
    for column, value in ((articles.c.url, article.url), (articles.c.path, path)):
        if value:
            standing = select(articles.c.record).where(column == value, articles.c.withdrawn.is_(False))
            row = connection.execute(
                standing.where(articles.c.article_id != article.article_id)
                .where(or_(articles.c.url.is_(None), articles.c.url == article.url) if article.url else true())
                .order_by(articles.c.received_at.desc(), articles.c.article_id)
            ).first()
            if row:
                return Article.model_validate(row.record)
    return None


def withdraw(connection: Connection, article_id: str, *, quiet: bool) -> None:
    """Take an article's claims back; its mentions are to be consolidated again, where `quiet` without alerts."""
    connection.execute(update(articles).where(articles.c.article_id == article_id).values(withdrawn=True))
    look_again(connection, mentions.c.article_id == article_id, quiet=quiet)


def look_again(connection: Connection, which: ColumnElement[bool], *, quiet: bool) -> None:
    """Have mentions consolidated again; `quiet` alerts nobody, unless they wait already to be told aloud."""
    silent = or_(mentions.c.quiet, mentions.c.consolidated_at.is_not(None)) if quiet else false()
    connection.execute(update(mentions).where(which).values(consolidated_at=None, quiet=silent))


def add_mentions(
    connection: Connection, found: Iterable[tuple[EventMention, frozenset[str]]], *, quiet: bool = False
) -> None:
    """Keep mentions with their blocking keys, to be consolidated; where `quiet` they alert nobody."""
    held = list(found)
    rows = [
        {"mention_id": m.mention_id, "article_id": m.article_id, "quiet": quiet, "record": m.model_dump(mode="json")}
        for m, _ in held
    ]
    insert_new(connection, mentions, rows)
    keyed = [{"key": key[:200], "mention_id": m.mention_id} for m, keys in held for key in sorted(keys)]
    insert_new(connection, mention_keys, keyed)


def replace_mentions(
    connection: Connection, article_id: str, found: Sequence[tuple[EventMention, frozenset[str]]]
) -> None:
    """Keep what a new extraction found in an article, alerting nobody; what it no longer finds is withdrawn."""
    mine = mentions.c.article_id == article_id
    look_again(connection, mine, quiet=True)
    connection.execute(update(mentions).where(mine).values(withdrawn=True))
    add_mentions(connection, found, quiet=True)
    for mention, _ in found:
        record = mention.model_dump(mode="json")
        connection.execute(
            update(mentions).where(mentions.c.mention_id == mention.mention_id).values(withdrawn=False, record=record)
        )


def standing_ids(connection: Connection) -> list[str]:
    """The articles that no newer version replaced."""
    return list(connection.scalars(select(articles.c.article_id).where(articles.c.withdrawn.is_(False))))


def similar(connection: Connection, keys: Iterable[str]) -> dict[str, Signature]:
    """Signatures of the articles that share a band, by article id."""
    found: dict[str, Signature] = {}
    for part in chunks(sorted(keys)):
        query = (
            select(articles.c.article_id, articles.c.signature)
            .join(bands, bands.c.article_id == articles.c.article_id)
            .where(bands.c.band.in_(part))
        )
        for row in connection.execute(query):
            found[row.article_id] = Signature(tuple(row.signature["values"]), row.signature["shingles"])
    return found


def copies_of(connection: Connection, article_ids: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of near copies that any of the articles belongs to."""
    pairs: set[tuple[str, str]] = set()
    for part in chunks(list(article_ids)):
        pairs.update((row.left, row.right) for row in connection.execute(_COPIES, {"ids": part}))
    return sorted(pairs)


def chunks(values: Sequence[str]) -> Iterable[Sequence[str]]:
    """Parts small enough for one statement's parameters."""
    return (values[i : i + CHUNK] for i in range(0, len(values), CHUNK))


def mention_like(connection: Connection, prefix: str) -> list[str]:
    """Mention ids that start so; an exact one alone."""
    query = select(mentions.c.mention_id).where(mentions.c.mention_id.startswith(prefix, autoescape=True)).limit(10)
    found = list(connection.scalars(query.order_by(mentions.c.mention_id)))
    return [prefix] if prefix in found else found


def mentions_of(connection: Connection, article_id: str) -> list[Row[Any]]:
    """The mentions of an article, with the event each one tells."""
    query = select(mentions).where(mentions.c.article_id == article_id).order_by(mentions.c.mention_id)
    return list(connection.execute(query))
