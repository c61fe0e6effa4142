"""Ingest: claimed files become articles, mentions and outcomes in the ledger."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from pipeline.archive import Archive
from pipeline.errors import Rejected
from pipeline.extraction import Extractor
from pipeline.ingest import Ingested, ingest_file, refused
from pipeline.ledger import articles, backlog, files, quarantine
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.resolution import blocking_keys
from pipeline.resolution.copies import signature
from schemas.article import Article, RawDocument
from schemas.outcome import Outcome, OutcomeKind, Reason


def ingest_batch(
    ledger: Ledger, archive: Archive, extractor: Extractor, max_bytes: int, file_ids: Sequence[str]
) -> Iterator[Outcome]:
    """The outcomes of the files, those that an earlier attempt recorded too."""
    for file_id in file_ids:
        with ledger.reading() as connection:
            done = files.is_finished(connection, file_id)
            entry = files.file_entry(connection, file_id)
            earlier = files.earlier_file(connection, entry.sha256, file_id)
        found = (
            [] if done else [repeated(entry, earlier)] if earlier else read_file(archive, extractor, max_bytes, entry)
        )
        yield from store(ledger, entry, found)


def repeated(entry: FileEntry, earlier: FileEntry) -> Ingested:
    """The outcome of bytes that came before."""
    detail = f"same bytes as {earlier.path}, received {earlier.received_at:%Y-%m-%d %H:%M:%S} UTC"
    return Ingested(Outcome(path=entry.path, kind=OutcomeKind.DUPLICATE, detail=detail))


def read_file(archive: Archive, extractor: Extractor, max_bytes: int, entry: FileEntry) -> list[Ingested]:
    """What the documents of a file give; a file that is too large is refused without being read."""
    if entry.size > max_bytes:
        error = Rejected(Reason.TOO_LARGE, f"{entry.size:,} bytes, at most {max_bytes:,} (DEALWIRE_MAX_BYTES)")
        return [refused(entry.path, error)]
    raw = RawDocument(path=entry.path, content=archive.read(entry.sha256), received_at=entry.received_at)
    return ingest_file(raw, extractor, max_bytes)


def store(ledger: Ledger, entry: FileEntry, found: Sequence[Ingested]) -> list[Outcome]:
    """Record what a file gave, in one transaction; where somebody recorded it before, that stands."""
    now = datetime.now(UTC)
    with ledger.writing() as connection:
        if not files.is_finished(connection, entry.file_id):
            outcomes = [_record(connection, entry, one, now) for one in found]
            files.finish(connection, entry.file_id, outcomes, now)
        return files.outcomes_of(connection, [entry.file_id])


def _record(connection: Connection, entry: FileEntry, one: Ingested, now: datetime) -> Outcome:
    if one.outcome.kind == OutcomeKind.REJECTED:
        quarantine.add(connection, entry, one.outcome, one.trouble, now)
    if one.article is None or one.outcome.kind == OutcomeKind.REJECTED:
        return one.outcome
    if articles.has_article(connection, one.article.article_id):
        return Outcome(path=one.outcome.path, kind=OutcomeKind.DUPLICATE, article_id=one.article.article_id)
    earlier = articles.standing_version(connection, one.article)
    article = versioned(one.article, earlier)
    articles.add_article(connection, article, entry.file_id, entry.received_at, signature(article.text))
    articles.add_mentions(connection, [(mention, blocking_keys(mention)) for mention in one.mentions])
    backlog.changed(connection, "article", article.article_id)
    if earlier is None:
        return one.outcome
    articles.withdraw(connection, earlier.article_id)
    detail = f"version {article.version}, in place of {earlier.article_id}"
    return one.outcome.model_copy(update={"kind": OutcomeKind.REVISION, "detail": detail})


def versioned(article: Article, earlier: Article | None) -> Article:
    """The article as the next version of an earlier one, if there is one."""
    if earlier is None:
        return article
    return article.model_copy(update={"version": earlier.version + 1, "supersedes": earlier.article_id})
