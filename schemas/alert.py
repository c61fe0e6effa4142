"""Alerts and their deliveries."""

from datetime import datetime
from typing import Literal

from schemas.evidence import Evidence
from schemas.record import Record

AlertKind = Literal["new", "status", "material", "conflict", "retraction"]


class Alert(Record):
    """What one rule says of one event, once: (rule, event, kind, subject) is its identity."""

    alert_id: str
    rule: str
    event_id: str
    revision: int
    kind: AlertKind
    subject: str = ""
    state: Literal["open", "acked", "suppressed"] = "open"
    suppressed_because: str | None = None
    title: str
    summary: str
    evidence: Evidence
    evidence_path: str
    adds: tuple[str, ...] = ()
    sources: int = 1
    why: str
    created_at: datetime


class Delivery(Record):
    """An alert on its way through one channel; towards everyone its key is `alert_id` and `channel`."""

    alert_id: str
    channel: str
    state: Literal["pending", "leased", "sent", "parked"] = "pending"
    leased_until: datetime | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None
    last_error: str | None = None

    @property
    def key(self) -> str:
        """What a receiver can drop a repeated message by."""
        return f"{self.alert_id}:{self.channel}"


class Silence(Record):
    """Alerts of this rule, about this event, or both at once are recorded but not sent until `until`."""

    silence_id: str
    rule: str | None = None
    event_id: str | None = None
    until: datetime | None = None
    reason: str
    author: str = ""
    created_at: datetime
