"""Extracting archived articles anew, and what that does to the events."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.answers import Change
from pipeline.ingest import Ingested, ingest_file
from pipeline.ledger import articles, backlog, components, events, files, review
from pipeline.ledger.store import Ledger
from pipeline.resolution import blocking_keys, resolve
from pipeline.resolution.copies import signature
from pipeline.steps.extractor import extractor_of
from schemas.article import RawDocument
from schemas.event import Cluster, Event

if TYPE_CHECKING:
    from pipeline.app import Dealwire

COMPARED = ("type", "status", "parties", "places", "dates", "amounts", "products", "conflicts")


def reprocess(app: "Dealwire", query: str | None, *, dry_run: bool) -> list[Change]:
    """Replace the mentions of the articles that a query finds, or of all; alerts are recorded as suppressed."""
    chosen = _article_ids(app, query)
    before = {event.event_id: event for event in _events(app.ledger)}
    fresh = {article_id: found for article_id in chosen for found in _extracted(app, article_id)}
    if dry_run:
        return _foreseen(app.ledger, before, fresh)
    for article_id, found in fresh.items():
        _replace(app.ledger, article_id, found)
    app.consolidate()
    after = {event.event_id: event for event in _events(app.ledger)}
    return list(_changes(before, after))


def _replace(ledger: Ledger, article_id: str, found: Ingested) -> None:
    """Keep what the article and its mentions are now; one transaction each, as other writers wait for it."""
    if found.article is None:
        return
    marked = signature(found.article.text)
    with ledger.exclusive() as connection:
        articles.replace_article(connection, found.article, marked)
        articles.replace_mentions(connection, article_id, [(m, blocking_keys(m)) for m in found.mentions])
        backlog.changed(connection, "article", article_id)


def _article_ids(app: "Dealwire", query: str | None) -> list[str]:
    if query is None:
        with app.ledger.reading() as connection:
            return articles.standing_ids(connection)
    found: list[str] = []
    after = None
    while True:
        hits = app.search(query, kind="article", size=500, after=after)
        found += [hit.id for hit in hits.hits]
        after = hits.after
        if after is None or len(found) >= hits.total:
            return found


def _events(ledger: Ledger) -> list[Event]:
    with ledger.reading() as connection:
        return [event for event in events.standing_events(connection) if event.sources]


def _extracted(app: "Dealwire", article_id: str) -> Iterator[Ingested]:
    with app.ledger.reading() as connection:
        row = articles.article_row(connection, article_id)
        entry = files.file_entry(connection, row.file_id) if row else None
    if row is None or entry is None:
        return
    raw = RawDocument(path=entry.path, content=app.raw_bytes(entry.sha256), received_at=entry.received_at)
    extractor = extractor_of(app.settings)
    for one in ingest_file(raw, extractor, app.settings.max_bytes):
        if one.article is not None and one.article.article_id == article_id:
            yield one


def _foreseen(ledger: Ledger, before: dict[str, Event], fresh: dict[str, Ingested]) -> list[Change]:
    """What the events would be, without writing anything."""
    told = [(article_id, mention, False) for article_id, found in fresh.items() for mention in found.mentions]
    with ledger.reading() as connection:
        kept = [r for r in components.reports(connection, components.all_ids(connection)) if r.article_id not in fresh]
        told_anew = [*kept, *components.reports_of(connection, told)]
        clusters = resolve(told_anew, review.standing_verdicts(connection)).clusters
    return list(_foretold(before, [cluster for cluster in clusters if cluster.sources]))


def _foretold(before: dict[str, Event], clusters: list[Cluster]) -> Iterator[Change]:
    left = dict(before)
    for cluster in clusters:
        own = {source.article_id for source in cluster.sources}
        shared = [
            (len(own & {s.article_id for s in e.sources}), e.event_id) for e in left.values() if e.type == cluster.type
        ]
        overlap, event_id = max(shared, default=(0, ""))
        if not overlap:
            yield Change(change="added", event_id=cluster.origin, title=cluster.title)
            continue
        old = left.pop(event_id)
        if fields := _differing(old, cluster):
            yield Change(change="changed", event_id=event_id, title=cluster.title, fields=fields)
    yield from (Change(change="lost", event_id=event.event_id, title=event.title) for event in left.values())


def _changes(before: dict[str, Event], after: dict[str, Event]) -> Iterator[Change]:
    for event_id, event in after.items():
        if event_id not in before:
            yield Change(change="added", event_id=event_id, title=event.title)
        elif fields := _differing(before[event_id], event):
            yield Change(change="changed", event_id=event_id, title=event.title, fields=fields)
    yield from (Change(change="lost", event_id=i, title=e.title) for i, e in before.items() if i not in after)


def _differing(old: Event, new: Event | Cluster) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if getattr(old, name) != getattr(new, name))
