"""What the application answers to a person's question; the command line prints exactly these."""

from datetime import datetime
from typing import Literal

from schemas.article import Article
from schemas.event import Edge, Event
from schemas.mention import EventMention
from schemas.outcome import Outcome
from schemas.record import Record


class Extracted(Record):
    """One document, extracted without keeping anything."""

    path: str
    outcome: Outcome
    article: Article | None = None
    mentions: tuple[EventMention, ...] = ()


class Summary(Record):
    """What an ingest did: documents by outcome (`indexed`, `rejected(empty)`, …), events, alerts, and what is left."""

    documents: int
    outcomes: dict[str, int]
    mentions: int = 0
    events_new: int = 0
    events_changed: int = 0
    alerts: int = 0
    sent: int = 0
    parked: int = 0
    unsent: int = 0
    unindexed: int = 0
    seconds: float = 0.0


class Explanation(Record):
    """Why these mentions are one event, and which others were judged different or unsure."""

    event: Event
    edges: tuple[Edge, ...]


class Step(Record):
    """One station of a document: arrived, cleaned, extracted, merged, indexed, alerted, or why not."""

    at: datetime | None
    step: str
    detail: str = ""
    key: str = ""


class Quarantined(Record):
    """A rejected document that is kept; `kept_at` is where its bytes lie."""

    file_id: str
    path: str
    reason: str
    detail: str = ""
    size: int
    arrived_at: datetime
    kept_at: str = ""


class Review(Record):
    """Two mentions that may be one event; `verdict` is what a person said."""

    left: EventMention
    right: EventMention
    left_path: str
    right_path: str
    edge: Edge
    verdict: Literal["same", "different"] | None = None


class Change(Record):
    """What re-extraction would do, or did, to an event."""

    change: Literal["added", "changed", "lost"]
    event_id: str
    title: str
    fields: tuple[str, ...] = ()


class Gauge(Record):
    """One figure of the running system; `value` is as printed, `healthy` false where somebody should look."""

    name: str
    value: str
    healthy: bool = True


class Check(Record):
    """One check of the installation; `fix` says what to do where it failed."""

    name: str
    ok: bool
    detail: str = ""
    fix: str = ""
