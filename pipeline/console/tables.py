"""Tables of records, one row each."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any, TypeVar

from rich.table import Table
from rich.text import Text

from pipeline.answers import Change, Check, Explanation, Extracted, Gauge, Quarantined, Review, Step, Summary
from pipeline.console.output import visible
from pipeline.index.port import Highlight, Hit
from schemas.alert import Alert
from schemas.event import Edge, Event
from schemas.mention import EventMention
from schemas.outcome import Outcome

Row = TypeVar("Row")
Cell = str | Text
_MARK = "bold yellow"


def events_table(events: Sequence[Event]) -> Table:
    """Events, one a line."""
    return _table(
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


def hits_table(hits: Sequence[Hit]) -> Table:
    """Hits with the best of their marked words."""
    return _table(
        hits,
        ("kind", lambda hit: hit.kind),
        ("id", lambda hit: hit.id[:10]),
        ("title", _title),
        ("found in", _snippets),
    )


def _title(hit: Hit) -> str:
    """The title, or the file name of an article without a headline."""
    return str(hit.document.get("title") or ", ".join(hit.document.get("path", ())))


def _snippets(hit: Hit) -> Text:
    return Text("\n").join([_snippet(mark) for mark in hit.highlights[:2]])


def _snippet(mark: Highlight, around: int = 60) -> Text:
    first, last = max(mark.spans, key=lambda span: sum(span[0] <= low <= span[0] + around for low, _ in mark.spans))
    start, end = max(0, first - around // 2), min(len(mark.text), last + around)
    words = visible(mark.text[start:end].replace("\n", " "))
    text = Text(("…" if start else "") + words + ("…" if end < len(mark.text) else ""))
    shift = start - (1 if start else 0)
    for low, high in mark.spans:
        if start <= low and high <= end:
            text.stylize(_MARK, low - shift, high - shift)
    return text


def explanation_page(explanation: Explanation) -> Table:
    """Edges, the merged ones first: verdict, score against threshold, and the features that count most."""
    paths = {source.mention_id: source.path for source in explanation.event.sources}
    order = ("same", "unsure", "different")
    edges = sorted(
        explanation.edges, key=lambda edge: (order.index(edge.judgement), -edge.score, edge.left, edge.right)
    )
    return _table(
        edges,
        ("mentions", lambda edge: "\n".join(_mention(paths, mention) for mention in (edge.left, edge.right))),
        ("verdict", lambda edge: edge.judgement),
        ("score", lambda edge: f"{edge.score:.2f} of {edge.threshold:.2f}"),
        ("features", _features),
        ("why", lambda edge: edge.why),
    )


def _mention(paths: dict[str, str], mention_id: str) -> str:
    return f"{mention_id[:10]} {PurePath(paths.get(mention_id, '(another event)')).name}"


def _features(edge: Edge) -> str:
    """Each value times its weight, those that count most first, after the base that all such pairs start from."""
    counted = {name: (value, edge.weights.get(name, 1.0)) for name, value in edge.features.items()}
    ranked = sorted(counted.items(), key=lambda item: (-abs(item[1][0] * item[1][1]), item[0]))
    told = [f"{name} {value:+.2f}×{weight:.2f}" for name, (value, weight) in ranked if round(value * weight, 2)]
    return ", ".join([f"base {edge.weights['base']:+.2f}" if "base" in edge.weights else "", *told]).strip(", ")


def steps_table(steps: Sequence[Step]) -> Table:
    """A timeline."""
    return _table(
        steps,
        ("when", lambda step: f"{step.at:%Y-%m-%d %H:%M:%S}" if step.at else ""),
        ("step", lambda step: step.step),
        ("", lambda step: step.key),
        ("detail", lambda step: step.detail),
    )


def alerts_table(alerts: Sequence[Alert]) -> Table:
    """Alerts, one a line."""
    return _table(
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
    return _table(
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
    return _table(rows, ("", lambda row: row[0]), ("", lambda row: row[1]))


def extracted_table(documents: Sequence[Extracted]) -> Table:
    """Documents with their outcome and the events that they tell."""
    return _table(
        documents,
        ("path", lambda document: document.path),
        ("outcome", lambda document: outcome_name(document.outcome)),
        ("mentions", lambda document: "\n".join(map(_told, document.mentions))),
    )


def _told(mention: EventMention) -> str:
    parties = ", ".join(party.name for party in mention.parties)
    return f"{mention.status} {mention.type} ({mention.salience}): {parties}"


def facet_table(name: str, counts: dict[str, int]) -> Table:
    """Values of a field with their numbers, the most frequent first."""
    return _table(list(counts.items())[:20], ("", lambda row: str(row[1])), (name, lambda row: row[0]))


def reviews_table(reviews: Sequence[Review]) -> Table:
    """Pairs to be judged, with what each side says."""
    return _table(
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
    return _table(
        changes,
        ("", lambda change: change.change),
        ("event", lambda change: change.event_id[:10]),
        ("title", lambda change: change.title),
        ("fields", lambda change: ", ".join(change.fields)),
    )


def gauges_table(gauges: Sequence[Gauge]) -> Table:
    """Figures, with a mark where somebody should look."""
    return _table(
        gauges,
        ("", lambda gauge: Text("✓", style="green") if gauge.healthy else Text("!", style="bold red")),
        ("what", lambda gauge: gauge.name),
        ("value", lambda gauge: gauge.value),
    )


def checks_table(checks: Sequence[Check]) -> Table:
    """Checks, and what to do about those that failed."""
    return _table(
        checks,
        ("", lambda check: Text("✓", style="green") if check.ok else Text("✗", style="bold red")),
        ("check", lambda check: check.name),
        ("found", lambda check: check.detail),
        ("to do", lambda check: "" if check.ok else check.fix),
    )


def outcomes_table(outcomes: Sequence[Outcome]) -> Table:
    """Documents and what became of them."""
    return _table(
        outcomes,
        ("path", lambda outcome: outcome.path),
        ("outcome", outcome_name),
        ("detail", lambda outcome: outcome.detail),
    )


def outcome_name(outcome: Outcome) -> str:
    """The outcome with its reason, as in `rejected(empty)`."""
    return f"{outcome.kind}({outcome.reason})" if outcome.reason else str(outcome.kind)


def summary_table(summary: Summary) -> Table:
    """An ingest in figures; what is left undone is named only where there is some."""
    rows = [
        (name, str(count)) for name, count in sorted(summary.outcomes.items(), key=lambda item: (-item[1], item[0]))
    ]
    rows += [
        ("documents", f"{summary.documents} in {summary.seconds:.1f} s"),
        ("mentions", str(summary.mentions)),
        ("events", f"{summary.events_new} new, {summary.events_changed} changed"),
        ("alerts", f"{summary.alerts}, {summary.sent} deliveries sent"),
    ]
    rows += [("parked", f"{summary.parked} deliveries: see `dealwire alerts list`")] if summary.parked else []
    rows += [("unsent", f"{summary.unsent} deliveries wait: `dealwire alerts deliver`")] if summary.unsent else []
    rows += [("unindexed", f"{summary.unindexed} documents wait: see `dealwire status`")] if summary.unindexed else []
    return _table(rows, ("", lambda row: row[0]), ("", lambda row: row[1]))


def _table(rows: Iterable[Row], *columns: tuple[str, Callable[[Row], Cell]]) -> Table:
    table = Table(box=None, header_style="dim", show_header=any(name for name, _ in columns), pad_edge=False)
    for name, _ in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(cell(row)) for _, cell in columns))
    return table


def _cell(value: Any) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))
