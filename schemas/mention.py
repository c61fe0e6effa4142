"""EventMention: what one article says happened, each value with the words it was read from."""

from pydantic import Field

from schemas.dates import PartialDate
from schemas.evidence import Evidence
from schemas.record import Record
from schemas.vocabulary import Axis, DateKind, EventType, Pole, Role, Salience, Status, Voice


class Party(Record):
    """Who takes part in this event, in which role; `via` names the subsidiary that acts for it."""

    role: Role
    name: str
    entity_id: str
    aliases: tuple[str, ...] = ()
    via: str | None = None
    evidence: Evidence


def town_of(name: str) -> str:
    """A place's name without the state behind it."""
    return name.partition(", ")[0]


class Place(Record):
    """Where it happens; `lat`/`lon` in degrees (WGS 84), `country` ISO 3166-1 alpha-2, where a gazetteer knows.

    A town that the article tells with its state bears both in its name, behind a comma.
    """

    name: str
    role: str = "site"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    evidence: Evidence

    @property
    def town(self) -> str:
        """The name without the state."""
        return town_of(self.name)

    @property
    def names(self) -> frozenset[str]:
        """The names of the town and of the state, or its one name."""
        return frozenset(self.name.split(", "))


class EventDate(Record):
    """When; `value` is null where the text does not fix the day, `weekday` (0 = Monday) where it names just that."""

    kind: DateKind
    value: PartialDate | None
    weekday: int | None = Field(default=None, ge=0, le=6)
    text: str
    evidence: Evidence
    derived_from: tuple[str, ...] = ()


class Amount(Record):
    """How much: `unit` is an ISO 4217 currency, or percent, people, sqft, units, MW, …; `kind` what is counted."""

    value: float
    unit: str
    kind: str = "other"
    scope: str | None = None
    qualifier: str | None = None
    text: str
    evidence: Evidence


class Product(Record):
    """What the event is about, in the text's words."""

    name: str
    evidence: Evidence


class Quote(Record):
    """Words said about the event, and by whom."""

    text: str
    speaker: str | None = None
    title: str | None = None
    affiliation: str | None = None
    evidence: Evidence


class Characterization(Record):
    """How a voice characterizes the event on one axis, such as new or a continuation; `speaker` null is the outlet."""

    axis: Axis
    pole: Pole
    speaker: str | None = None
    evidence: Evidence


class EventMention(Record):
    """One happening as one article tells it; `voice` and `said_by` tell whose word the status is."""

    mention_id: str
    article_id: str
    type: EventType
    subtype: str | None = None
    status: Status
    voice: Voice = "outlet"
    said_by: str | None = None
    salience: Salience
    confidence: float = Field(ge=0, le=1)
    trigger: Evidence
    evidence: Evidence
    parties: tuple[Party, ...]
    places: tuple[Place, ...] = ()
    dates: tuple[EventDate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    products: tuple[Product, ...] = ()
    quotes: tuple[Quote, ...] = ()
    characterizations: tuple[Characterization, ...] = ()
    extractor: str


class Extraction(Record):
    """What an extractor found in one article; `dropped` counts values that could not be shown in the text, by field.

    `notes` tell the operator what did not go as it was set, such as another extractor that had to speak.
    """

    mentions: tuple[EventMention, ...]
    dropped: dict[str, int] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
