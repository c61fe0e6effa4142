"""Record: what was read of a file is written to the ledger, some documents at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from pipeline.errors import Rejected
from pipeline.ingest import Ingested, refused
from pipeline.ledger import articles, backlog, files, quarantine
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.resolution import blocking_keys
from pipeline.resolution.copies import Signature, signature
from schemas.article import Article
from schemas.mention import EventMention
from schemas.outcome import Outcome, OutcomeKind, Reason

AT_ONCE = 50


def recorded(ledger: Ledger, file_id: str) -> list[Outcome]:
    """The outcomes that a file has so far."""
    with ledger.reading() as connection:
        return files.outcomes_of(connection, [file_id])


def record(ledger: Ledger, entry: FileEntry, found: Iterable[Ingested]) -> Iterator[Outcome]:
    """Record what a file gives; its outcomes, those recorded before first. The last transaction finishes the file.

    A document recorded before, by an attempt that was cut short or by another process, stands as it is.
    """
    before = recorded(ledger, entry.file_id)
    yield from before
    count = len(before)
    for some, last in in_parts(found):
        if not some and not count:
            some.append(refused(entry.path, Rejected(Reason.EMPTY, "no document in it")))
        outcomes = _write(ledger, entry, [prepared(one) for one in some], last=last)
        count += len(outcomes)
        yield from outcomes


def in_parts(found: Iterable[Ingested]) -> Iterator[tuple[list[Ingested], bool]]:
    """Parts of at most `AT_ONCE`, each with whether it is the last; one part of nothing where there is nothing."""
    part: list[Ingested] = []
    for one in found:
        if len(part) == AT_ONCE:
            yield part, False
            part = []
        part.append(one)
    yield part, True


@dataclass(frozen=True)
class Prepared:
    """What one document gave, with all that can be computed before other writers have to wait."""

    one: Ingested
    marked: Signature | None
    keyed: list[tuple[EventMention, frozenset[str]]]


def prepared(one: Ingested) -> Prepared:
    """The document with its signature and its mentions' blocking keys."""
    marked = signature(one.article.text) if one.article else None
    return Prepared(one, marked, [(mention, blocking_keys(mention)) for mention in one.mentions])


def _write(ledger: Ledger, entry: FileEntry, some: list[Prepared], *, last: bool) -> list[Outcome]:
    now = datetime.now(UTC)
    with ledger.exclusive() as connection:
        known = {outcome.path: outcome for outcome in files.outcomes_of(connection, [entry.file_id])}
        for ready in some:
            path = ready.one.outcome.path
            if path not in known:
                known[path] = outcome = _document(connection, entry, ready, now)
                files.add_outcome(connection, entry.file_id, outcome, now)
        if last:
            files.finish(connection, entry.file_id, now)
            if entry.replays:
                quarantine.replayed(connection, entry.replays)
        return [known[ready.one.outcome.path] for ready in some]


def _document(connection: Connection, entry: FileEntry, ready: Prepared, now: datetime) -> Outcome:
    one, marked = ready.one, ready.marked
    if one.outcome.kind == OutcomeKind.REJECTED:
        quarantine.add(connection, entry, one.outcome, one.trouble, now)
    if one.article is None or marked is None or one.outcome.kind == OutcomeKind.REJECTED:
        return one.outcome
    if articles.has_article(connection, one.article.article_id):
        detail = "the same document came before"
        return Outcome(
            path=one.outcome.path, kind=OutcomeKind.DUPLICATE, article_id=one.article.article_id, detail=detail
        )
    earlier = articles.standing_version(connection, one.article)
    article = versioned(one.article, earlier)
    articles.add_article(connection, article, entry.file_id, entry.received_at, marked)
    articles.add_mentions(connection, ready.keyed, quiet=entry.backfill)
    backlog.changed(connection, "article", article.article_id)
    if earlier is None:
        return one.outcome
    articles.withdraw(connection, earlier.article_id, quiet=entry.backfill)
    backlog.changed(connection, "article", earlier.article_id)
    detail = f"version {article.version}, in place of {earlier.article_id}"
    return one.outcome.model_copy(update={"kind": OutcomeKind.REVISION, "detail": detail})


def versioned(article: Article, earlier: Article | None) -> Article:
    """The article as the next version of an earlier one, if there is one."""
    if earlier is None:
        return article
    return article.model_copy(update={"version": earlier.version + 1, "supersedes": earlier.article_id})
