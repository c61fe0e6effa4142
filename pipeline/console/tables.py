"""Tables of events, alerts, documents in quarantine and what is to be reviewed."""

from collections.abc import Sequence

from rich.table import Table

from pipeline.answers import Change, Extracted, Quarantined, Review
from pipeline.console.operation import outcome_name
from pipeline.console.table import table
from schemas.alert import Alert
from schemas.event import Event
from schemas.mention import EventMention


def events_table(events: Sequence[Event]) -> Table:
    """Events, one a line."""
    return table(
        events,
        ("event", lambda event: event.event_id[:10]),
        ("announced", _first_day),
        ("status", lambda event: event.status),
        ("title", lambda event: event.title),
        ("sources", lambda event: str(len(event.sources))),
        ("", lambda event: "conflict" if event.conflicts else ""),
    )


def _first_day(event: Event) -> str:
    days = [day.value for day in event.dates if day.value and day.kind == "announced"]
    return min(days, default="")


def alerts_table(alerts: Sequence[Alert]) -> Table:
    """Alerts, one a line."""
    return table(
        alerts,
        ("alert", lambda alert: alert.alert_id[:10]),
        ("created", lambda alert: f"{alert.created_at:%Y-%m-%d %H:%M}"),
        ("rule", lambda alert: alert.rule),
        ("kind", lambda alert: alert.kind),
        ("state", lambda alert: alert.state + (f" ({alert.suppressed_because})" if alert.suppressed_because else "")),
        ("event", lambda alert: f"{alert.event_id[:10]} {alert.title}"),
    )


def quarantine_table(items: Sequence[Quarantined]) -> Table:
    """Rejected documents, one a line."""
    return table(
        items,
        ("file", lambda item: item.file_id[:12]),
        ("arrived", lambda item: f"{item.arrived_at:%Y-%m-%d %H:%M}"),
        ("reason", lambda item: item.reason),
        ("path", lambda item: item.path),
        ("detail", lambda item: item.detail),
    )


def quarantined_page(item: Quarantined) -> Table:
    """All that is known of a rejected document."""
    rows = [
        ("path", item.path),
        ("reason", item.reason),
        ("detail", item.detail),
        ("bytes", f"{item.size:,}, kept at {item.kept_at}" if item.kept_at else f"{item.size:,}"),
        ("arrived", f"{item.arrived_at:%Y-%m-%d %H:%M:%S}"),
        ("file", item.file_id),
    ]
    return table(rows, ("", lambda row: row[0]), ("", lambda row: row[1]))


def extracted_table(documents: Sequence[Extracted]) -> Table:
    """Documents with their outcome and the events that they tell."""
    return table(
        documents,
        ("path", lambda document: document.path),
        ("outcome", lambda document: outcome_name(document.outcome)),
        ("mentions", lambda document: "\n".join(map(_told, document.mentions))),
    )


def _told(mention: EventMention) -> str:
    parties = ", ".join(party.name for party in mention.parties)
    return f"{mention.status} {mention.type} ({mention.salience}): {parties}"


def reviews_table(reviews: Sequence[Review]) -> Table:
    """Pairs to be judged, with what each side says."""
    return table(
        reviews,
        ("left", lambda review: _side(review.left.mention_id, review.left_path, review.left.evidence.text)),
        ("right", lambda review: _side(review.right.mention_id, review.right_path, review.right.evidence.text)),
        ("score", lambda review: f"{review.edge.score:.2f} of {review.edge.threshold:.2f}"),
        ("why", lambda review: review.verdict or review.edge.why),
    )


def _side(mention_id: str, path: str, words: str) -> str:
    return f"{mention_id[:12]} {path}\n{words}"


def changes_table(changes: Sequence[Change]) -> Table:
    """Events that would be, or were, added, changed or lost."""
    return table(
        changes,
        ("", lambda change: change.change),
        ("event", lambda change: change.event_id[:10]),
        ("title", lambda change: change.title),
        ("fields", lambda change: ", ".join(change.fields)),
    )
