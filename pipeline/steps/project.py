"""Project: documents that changed are written to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row

from pipeline.errors import Unavailable
from pipeline.index import Index
from pipeline.index.documents import alert_document, article_document, event_document, quarantine_document
from pipeline.index.port import ItemResult, Projection
from pipeline.ledger import articles, backlog, events, files, outbox, quarantine
from pipeline.ledger.store import Ledger
from schemas.article import Article

CHUNK = 500
ATTEMPT = 5000


@dataclass(frozen=True)
class Projected:
    """How many documents were written, and how many are left."""

    written: int = 0
    left: int = 0


def project(ledger: Ledger, index: Callable[[], Index]) -> Projected:
    """Write the backlog, at most `ATTEMPT` documents; raises Unavailable where the index takes nothing.

    The index is opened only where there is something to write.
    """
    written = 0
    while written < ATTEMPT:
        with ledger.reading() as connection:
            found = [projection(connection, row) for row in backlog.backlog(connection, CHUNK)]
        if not found:
            break
        results = index().write(found)
        with ledger.writing() as connection:
            held = [(one.kind, one.id, one.number) for one in results if one.status != "rejected"]
            backlog.written(connection, held)
            _park(connection, results)
        written += len(held)
        if len(results) < len(found):
            raise Unavailable(f"the index took {len(results)} of {len(found)} documents; the backlog stays")
    with ledger.reading() as connection:
        return Projected(written, backlog.count_backlog(connection))


def rebuild(ledger: Ledger, index: Index) -> int:
    """Make the index anew; what changes meanwhile may have gone to the old one, and is written again. How many."""
    with ledger.reading() as connection:
        until = backlog.last_number(connection)
        made = index.rebuild(projection(connection, row) for row in backlog.all_projections(connection))
    with ledger.writing() as connection:
        backlog.again_after(connection, until)
        _park(connection, made.rejected)
    return made.documents


def _park(connection: Connection, results: Iterable[ItemResult]) -> None:
    """Note what the index refused with its reason; the document's next change tries again."""
    for one in results:
        if one.status == "rejected":
            backlog.park(connection, one.kind, one.id, one.number, one.detail)


def projection(connection: Connection, row: Row[tuple[object, ...]]) -> Projection:
    """The document that a backlog entry stands for, as it is now."""
    if row.kind == "event":
        event = events.event_of(connection, row.id)
        if event is None or event.merged_into:
            return Projection("event", row.id, row.number, tombstone=True)
        return Projection("event", row.id, row.number, event_document(event))
    if row.kind == "alert":
        return Projection("alert", row.id, row.number, alert_document(outbox.alert_of(connection, row.id)))
    if row.kind == "quarantine":
        return _quarantined(connection, row)
    kept = articles.article_row(connection, row.id)
    if kept is None:
        return Projection("article", row.id, row.number, tombstone=True)
    return Projection(
        "article", row.id, row.number, article_document(Article.model_validate(kept.record), kept.received_at)
    )


def _quarantined(connection: Connection, row: Row[tuple[object, ...]]) -> Projection:
    found = quarantine.kept(connection, row.id)
    if not found:
        return Projection("quarantine", row.id, row.number, tombstone=True)
    (kept,) = found
    size = files.file_entry(connection, kept.file_id).size
    document = quarantine_document(row.id, kept.path, kept.reason, kept.detail, size, kept.at)
    return Projection("quarantine", row.id, row.number, document)
