"""What the operator asks: what came in, what became of it, what is healthy."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from pipeline.answers import Check, Gauge, Step, Summary
from pipeline.console.table import table
from schemas.outcome import Outcome


def steps_table(steps: Sequence[Step]) -> Table:
    """A timeline."""
    return table(
        steps,
        ("when", lambda step: f"{step.at:%Y-%m-%d %H:%M:%S}" if step.at else ""),
        ("step", lambda step: step.step),
        ("", lambda step: step.key),
        ("detail", lambda step: step.detail),
    )


def gauges_table(gauges: Sequence[Gauge]) -> Table:
    """Figures, with a mark where somebody should look."""
    return table(
        gauges,
        ("", lambda gauge: Text("✓", style="green") if gauge.healthy else Text("!", style="bold red")),
        ("what", lambda gauge: gauge.name),
        ("value", lambda gauge: gauge.value),
    )


def checks_table(checks: Sequence[Check]) -> Table:
    """Checks, and what to do about those that failed."""
    return table(
        checks,
        ("", lambda check: Text("✓", style="green") if check.ok else Text("✗", style="bold red")),
        ("check", lambda check: check.name),
        ("found", lambda check: check.detail),
        ("to do", lambda check: "" if check.ok else check.fix),
    )


def outcomes_table(outcomes: Sequence[Outcome]) -> Table:
    """Documents and what became of them."""
    return table(
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
    rows += (
        [("parked", f"{summary.parked} deliveries: mend their channel, then `dealwire alerts deliver`")]
        if summary.parked
        else []
    )
    rows += [("unsent", f"{summary.unsent} deliveries wait: `dealwire alerts deliver`")] if summary.unsent else []
    rows += [("unindexed", f"{summary.unindexed} documents wait: see `dealwire status`")] if summary.unindexed else []
    return table(rows, ("", lambda row: row[0]), ("", lambda row: row[1]))
