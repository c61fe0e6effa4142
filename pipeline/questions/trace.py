"""The timeline of a document: where it was, when, and why it did or did not become an alert."""

from collections.abc import Iterator

from sqlalchemy import Connection

from pipeline.answers import Step
from pipeline.errors import Misconfigured
from pipeline.ledger import articles, backlog, events, files, outbox
from pipeline.ledger.store import Ledger
from schemas.article import Article
from schemas.event import Event


def trace(ledger: Ledger, key: str) -> list[Step]:
    """What happened to a path, an article or an event, station by station; raises Misconfigured for one unknown."""
    with ledger.reading() as connection:
        ids = (
            [key]
            if events.event_of(connection, key)
            else events.ids_like(connection, key)
            if len(key) >= files.LEAST_OF_AN_ID
            else []
        )
        if len(ids) == 1 and (event := events.followed(connection, ids[0])):
            return [*_sources(event), *_event(connection, event)]
        found = list(_document(connection, key))
    if not found:
        raise Misconfigured(
            f"nothing is known of {key}; give a file name as it was at ingest, or an article or event id"
        )
    return found


def _sources(event: Event) -> Iterator[Step]:
    for source in event.sources:
        detail = f"{source.salience}, {source.status}: {source.evidence.text}"
        yield Step(at=None, step="told by", detail=detail, key=source.path)


def _event(connection: Connection, event: Event) -> Iterator[Step]:
    for at, one in events.revisions_of(connection, event.event_id):
        adds = f", adds {', '.join(one.novelty.adds)}" if one.novelty.adds else ""
        yield Step(
            at=at, step="merged", detail=f"{one.title}: {one.revision_kind}{adds}", key=f"revision {one.revision}"
        )
    yield _indexed(connection, "event", event.event_id)
    yield from _alerted(connection, event)


def _document(connection: Connection, key: str) -> Iterator[Step]:
    for at, entry, outcome in files.arrivals(connection, key):
        yield Step(at=entry.received_at, step="arrived", detail=f"{entry.size:,} bytes", key=outcome.path)
        reason = f" ({outcome.reason})" if outcome.reason else ""
        if outcome.article_id is None:
            yield Step(at=at, step=str(outcome.kind), detail=f"{outcome.detail}{reason}", key=outcome.path)
            continue
        yield from _article(connection, outcome.article_id)
        yield Step(
            at=at, step=str(outcome.kind), detail=outcome.detail or f"{outcome.mentions} mentions", key=outcome.path
        )
        for row in articles.mentions_of(connection, outcome.article_id):
            event = events.followed(connection, row.event_id) if row.event_id else None
            if event is None:
                yield Step(at=None, step="waits", detail="not consolidated yet", key=row.mention_id)
                continue
            salience = row.record["salience"]
            yield Step(
                at=row.consolidated_at, step="merged", detail=f"{event.title} ({salience})", key=event.event_id[:10]
            )
            yield from _alerted(connection, event)


def _article(connection: Connection, article_id: str) -> Iterator[Step]:
    row = articles.article_row(connection, article_id)
    if row is None:
        return
    article = Article.model_validate(row.record)
    reasons = sorted({removal.reason for removal in article.removed})
    detail = f"{len(article.text):,} characters" + (f"; removed: {', '.join(reasons)}" if reasons else "")
    yield Step(at=row.received_at, step="cleaned", detail=detail, key=article_id)
    if row.withdrawn:
        yield Step(at=None, step="withdrawn", detail="a newer version replaced it", key=article_id)
    yield _indexed(connection, "article", article_id)


def _indexed(connection: Connection, kind: str, document_id: str) -> Step:
    row = backlog.projection_of(connection, kind, document_id)
    if row is None:
        return Step(at=None, step="not indexed", detail="no change was recorded", key=document_id[:10])
    if row.parked:
        return Step(at=None, step="not indexed", detail=f"the index refused it: {row.parked}", key=document_id[:10])
    waits = row.number > row.written
    return Step(
        at=None, step="waits for the index" if waits else "indexed", detail=f"number {row.number}", key=document_id[:10]
    )


def _alerted(connection: Connection, event: Event) -> Iterator[Step]:
    found = outbox.alerts_of(connection, event.event_id)
    sent = {(d.alert_id, d.channel): d for d in outbox.deliveries_of(connection, [a.alert_id for a in found])}
    for alert in found:
        ways = [
            f"{d.channel} {d.state}" + (f" ({d.last_error})" if d.last_error else "")
            for (alert_id, _), d in sorted(sent.items())
            if alert_id == alert.alert_id
        ]
        why = (
            f"{alert.rule}: {alert.suppressed_because}"
            if alert.suppressed_because
            else f"{alert.rule}; {', '.join(ways)}"
        )
        yield Step(at=alert.created_at, step=f"alert {alert.state}", detail=why, key=alert.alert_id)
    if not found:
        why = "no rule matches it" if event.is_news else "background only: no source tells it as news"
        yield Step(at=None, step="no alert", detail=why, key=event.event_id[:10])
