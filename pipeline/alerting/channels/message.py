"""An alert as a person reads it."""

from schemas.alert import Alert


def subject_of(alert: Alert) -> str:
    """One line: what kind of alert, about what."""
    return alert.title if alert.kind == "new" else f"[{alert.kind}] {alert.title}"


def body_of(alert: Alert, key: str) -> str:
    """What happened, the words it was read from, what is new, and why this reader gets it."""
    lines = [
        alert.summary,
        "",
        f"“{alert.evidence.text}”",
        f"— {alert.evidence_path}; {alert.sources} independent source{'s' * (alert.sources != 1)}",
        "",
        *([f"New: {', '.join(alert.adds)}"] if alert.adds else []),
        f"Why you get this: {alert.why}",
        f"Event {alert.event_id}, revision {alert.revision}; key {key}",
    ]
    return "\n".join(lines)
