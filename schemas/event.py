"""Event: what we conclude from all mentions of one happening."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.dates import PartialDate
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Party, Place, Product, Quote
from schemas.record import Record
from schemas.vocabulary import EventType, Salience, Status, Voice

RevisionKind = Literal["new", "corroborated", "changed", "conflict", "corrected", "retracted"]


class Claim(Record):
    """One value that somebody said; `scope` tells values apart that may both be true (announced and expected dates)."""

    claim_id: str
    field: str
    value: str
    scope: str = ""
    voice: Voice
    said_by: str | None = None
    publisher: str | None = None
    mention_id: str
    article_id: str
    path: str
    as_of: PartialDate | None = None
    evidence: Evidence
    first_seen: datetime
    last_seen: datetime
    withdrawn: bool = False


class Conflict(Record):
    """Live claims of different voices that cannot both be true of the same time."""

    field: str
    claims: tuple[str, ...]
    against: tuple[str, ...]
    preferred: str
    why: str


class Progress(Record):
    """A status that was told, as of a day."""

    status: Status
    as_of: PartialDate | None
    voice: Voice
    mention_id: str


class Related(Record):
    """A link to another event."""

    event_id: str
    kind: Literal["part_of", "follows", "renews", "unsure"]


class Source(Record):
    """One article's mention of the event; `independent` is false for a copy."""

    path: str
    article_id: str
    mention_id: str
    publisher: str | None = None
    published: PartialDate | None = None
    salience: Salience
    status: Status
    confidence: float = Field(default=1.0, ge=0, le=1)
    evidence: Evidence
    independent: bool = True


class Edge(Record):
    """Why two mentions are the same event, different, or unsure: score in [0, 1] with the features it was made of.

    `weights` are those that the features counted with, in log-odds, beside the `base` that all such pairs start from.
    """

    left: str
    right: str
    judgement: Literal["same", "different", "unsure"]
    score: float
    threshold: float
    features: dict[str, float]
    weights: dict[str, float] = Field(default_factory=dict)
    why: str = ""


class Novelty(Record):
    """How new the latest revision is: 100 for a first report; `adds` names the fields that it added."""

    score: int = Field(ge=0, le=100)
    adds: tuple[str, ...] = ()


class Versions(Record):
    """What code and data made this record."""

    pipeline: str
    taxonomy: str
    rules: str


class Cluster(Record):
    """What resolution concludes from a set of mentions, before the ledger gives it an id and a revision.

    `origin` is the smallest mention id: a stable handle inside one resolution, not an event id; `related` uses it too.
    """

    origin: str
    mention_ids: tuple[str, ...]
    type: EventType
    subtype: str | None = None
    status: Status
    history: tuple[Progress, ...]
    title: str
    parties: tuple[Party, ...]
    places: tuple[Place, ...] = ()
    dates: tuple[EventDate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    products: tuple[Product, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Related, ...] = ()
    sources: tuple[Source, ...]


class Event(Record):
    """One happening, with every value ever said of it; `event_id` is minted once and never recomputed."""

    event_id: str
    revision: int
    revision_kind: RevisionKind
    type: EventType
    subtype: str | None = None
    status: Status
    history: tuple[Progress, ...] = ()
    title: str
    parties: tuple[Party, ...]
    places: tuple[Place, ...] = ()
    dates: tuple[EventDate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    products: tuple[Product, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Related, ...] = ()
    sources: tuple[Source, ...]
    novelty: Novelty
    first_seen: datetime
    last_seen: datetime
    merged_into: str | None = None
    versions: Versions

    @property
    def is_news(self) -> bool:
        """Whether any source tells it as news, not as background."""
        return any(source.salience != "background" for source in self.sources)
