"""Record: what was read of a file is written to the ledger, some documents at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from schemas.taxonomy import load_taxonomy

AT_ONCE = 50


def recorded(ledger: Ledger, file_id: str) -> list[Outcome]:
    """The outcomes that a file has so far."""
    with ledger.reading() as connection:
        return files.outcomes_of(connection, [file_id])


def record(ledger: Ledger, read: Iterable[tuple[FileEntry, Iterable[Ingested]]]) -> Iterator[Outcome]:
    """Record what files gave, about `AT_ONCE` documents a transaction; the last one of a file finishes it.

    A file's outcomes that were recorded before come first. A document recorded before, by an attempt that was cut
    short or by another process, stands as it is.
    """
    group: list[Part] = []
    for part in (part for entry, found in read for part in parts_of(entry, found)):
        group.append(part)
        if sum(len(one.documents) for one in group) >= AT_ONCE:
            yield from _write_all(ledger, group)
            group = []
    yield from _write_all(ledger, group)


@dataclass(frozen=True)
class Prepared:
    """What one document gave, with all that can be computed before other writers have to wait."""

    one: Ingested
    marked: Signature | None
    keyed: list[tuple[EventMention, frozenset[str]]]


@dataclass(frozen=True)
class Part:
    """Some documents of a file, which are written together."""

    entry: FileEntry
    documents: list[Prepared]
    first: bool
    last: bool


def parts_of(entry: FileEntry, found: Iterable[Ingested]) -> Iterator[Part]:
    """Parts of at most `AT_ONCE` documents; one part of nothing where there is nothing."""
    documents: list[Prepared] = []
    first = True
    for one in found:
        if len(documents) == AT_ONCE:
            yield Part(entry, documents, first=first, last=False)
            documents, first = [], False
        documents.append(prepared(one))
    yield Part(entry, documents, first=first, last=True)


def make_ready() -> None:
    """Load what `record` needs at first use."""
    load_taxonomy()
    signature("")


def prepared(one: Ingested) -> Prepared:
    """The document with its signature and its mentions' blocking keys."""
    marked = signature(one.article.text) if one.article else None
    return Prepared(one, marked, [(mention, blocking_keys(mention)) for mention in one.mentions])


def _write_all(ledger: Ledger, parts: Sequence[Part]) -> list[Outcome]:
    now = datetime.now(UTC)
    with ledger.exclusive() as connection:
        return [outcome for part in parts for outcome in _write(connection, part, now)]


def _write(connection: Connection, part: Part, now: datetime) -> list[Outcome]:
    """Write a part; its outcomes, and those that the file had before its first part."""
    entry = part.entry
    known = {outcome.path: outcome for outcome in files.outcomes_of(connection, [entry.file_id])}
    told = dict(known) if part.first else {}
    for ready in part.documents or _nothing(part, known):
        path = ready.one.outcome.path
        if path not in known:
            known[path] = outcome = _document(connection, entry, ready, now)
            files.add_outcome(connection, entry.file_id, outcome, now)
        told[path] = known[path]
    if part.last:
        files.finish(connection, entry.file_id, now)
        if entry.replays:
            for kept_id in quarantine.replayed(connection, entry.replays):
                backlog.changed(connection, "quarantine", kept_id)
    return list(told.values())


def _nothing(part: Part, known: Mapping[str, Outcome]) -> list[Prepared]:
    """What a file gave that holds no document at all."""
    if known or not part.first:
        return []
    return [prepared(refused(part.entry.path, Rejected(Reason.EMPTY, "no document in it")))]


def _document(connection: Connection, entry: FileEntry, ready: Prepared, now: datetime) -> Outcome:
    one, marked = ready.one, ready.marked
    if one.outcome.kind == OutcomeKind.REJECTED:
        backlog.changed(connection, "quarantine", quarantine.add(connection, entry, one.outcome, one.trouble, now))
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
