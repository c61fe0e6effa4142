"""Project: documents that changed are written to the index."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row

from pipeline.errors import Unavailable
from pipeline.index import Index
from pipeline.index.documents import (
    Document,
    alert_document,
    article_document,
    event_document,
    quarantine_document,
)
from pipeline.index.port import ItemResult, Projection
from pipeline.ledger import articles, backlog, events, files, outbox, quarantine
from pipeline.ledger.store import Ledger

Entry: TypeAlias = Row[Any]

CHUNK = 2000
ATTEMPT = 20_000


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
    with _uncollected(), ThreadPoolExecutor(max_workers=1) as reading_ahead:
        coming = reading_ahead.submit(_waiting, ledger, 0)
        while written < ATTEMPT and (found := coming.result()):
            coming = reading_ahead.submit(_waiting, ledger, found[-1].number)
            written += _write(ledger, index(), found)
    with ledger.reading() as connection:
        return Projected(written, backlog.count_backlog(connection))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile: documents hold none, and searching thousands takes half of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _waiting(ledger: Ledger, after: int) -> list[Projection]:
    """The next documents to write, made while those before them are on their way."""
    with ledger.reading() as connection:
        return projections(connection, backlog.backlog(connection, CHUNK, after))


def _write(ledger: Ledger, index: Index, found: list[Projection]) -> int:
    """Write these and record what became of them; how many the index holds now."""
    results = index.write(found, more=len(found) == CHUNK)
    held = [(one.kind, one.id, one.number) for one in results if one.status != "rejected"]
    with ledger.writing() as connection:
        backlog.written(connection, held)
        _park(connection, results)
    if len(results) < len(found):
        raise Unavailable(f"the index took {len(results)} of {len(found)} documents; the backlog stays")
    return len(held)


def rebuild(ledger: Ledger, index: Index) -> int:
    """Make the index anew; what changes meanwhile may have gone to the old one, and is written again. How many."""
    with ledger.reading() as connection:
        until = backlog.last_number(connection)
        made = index.rebuild(_everything(connection))
    with ledger.writing() as connection:
        backlog.again_after(connection, until)
        _park(connection, made.rejected)
    return made.documents


def _everything(connection: Connection) -> Iterator[Projection]:
    rows = backlog.all_projections(connection)
    for start in range(0, len(rows), CHUNK):
        yield from projections(connection, rows[start : start + CHUNK])


def _park(connection: Connection, results: Iterable[ItemResult]) -> None:
    """Note what the index refused with its reason; the document's next change tries again."""
    for one in results:
        if one.status == "rejected":
            backlog.park(connection, one.kind, one.id, one.number, one.detail)


def projections(connection: Connection, rows: Sequence[Entry]) -> list[Projection]:
    """The documents that backlog entries stand for, as they are now, in the order of the entries."""
    ids = {kind: [row.id for row in rows if row.kind == kind] for kind in ("event", "article")}
    told = {
        event["event_id"]: event_document(event)
        for event in events.records_of(connection, ids["event"])
        if not event["merged_into"]
    }
    kept = {
        article.article_id: article_document(article, received_at)
        for article, received_at in articles.articles_of(connection, ids["article"])
    }
    return [_projection(connection, row, told, kept) for row in rows]


def _projection(
    connection: Connection, row: Entry, told: Mapping[str, Document], kept: Mapping[str, Document]
) -> Projection:
    if row.kind == "event":
        document = told.get(row.id)
    elif row.kind == "article":
        document = kept.get(row.id)
    elif row.kind == "alert":
        document = alert_document(outbox.alert_of(connection, row.id))
    else:
        document = _quarantined(connection, row.id)
    return Projection(row.kind, row.id, row.number, document or {}, tombstone=document is None)


def _quarantined(connection: Connection, quarantine_id: str) -> Document | None:
    found = quarantine.kept(connection, quarantine_id)
    if not found:
        return None
    size = files.file_entry(connection, found[0].file_id).size
    return quarantine_document(quarantine_id, found[0].path, found[0].reason, found[0].detail, size, found[0].at)
