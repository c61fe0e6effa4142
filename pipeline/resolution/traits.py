"""A mention as comparison sees it: everything that does not depend on the other side, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.resolution.kinds import Kind, kind_of
from pipeline.resolution.names import words
from pipeline.resolution.parties import PartyBook, Signature, signature_of
from pipeline.resolution.records import Report
from pipeline.resolution.wording import ANOTHER, RENEWAL, content, designators, proper, stem, telling
from schemas.dates import first_day, last_day
from schemas.mention import EventDate, EventMention, Place

STAGES = ("rumoured", "planned", "agreed", "completed", "terminated")
TEXT_DATES = ("announced", "occurred", "effective")


@dataclass(frozen=True, slots=True)
class Days:
    """The days an event may have been told or have happened on, as ordinals; `told` where only publication says so."""

    first: int
    last: int
    told: bool = False

    def gap(self, other: "Days") -> int:
        """Days between the two spans, 0 where they overlap."""
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Traits:
    """What comparison looks at; `groups` are the numbers of the parties, `things` the words of what it is about.

    `said` are the words of its sentence, `named` those that name somebody or something beside the parties.
    """

    report: Report
    kind: Kind
    groups: frozenset[int]
    signature: Signature
    things: frozenset[str]
    marks: frozenset[str]
    places: tuple[Place, ...]
    place_names: frozenset[str]
    towns: tuple[Place, ...]
    town_names: frozenset[str]
    days: Days | None
    weekday: int | None
    amounts: frozenset[tuple[str, float]]
    quotes: frozenset[str]
    said: frozenset[str]
    named: frozenset[str]
    stage: int | None
    another: bool
    renewal: bool

    @property
    def mention(self) -> EventMention:
        """The mention itself."""
        return self.report.mention

    @property
    def has_object(self) -> bool:
        """Whether it says what the event is about, not only who takes part."""
        given = {"products": self.things, "places": self.place_names, "amounts": self.amounts}
        return self.kind.party_is_object or any(given.get(field) for field in self.kind.objects)

    @property
    def tier(self) -> int:
        """Who decides where clusters lie: 0 with date and object, 1 date, 2 object, 3 neither, 4 withdrawn."""
        if self.report.withdrawn:
            return 4
        return 2 * (self.days is None) + (not self.has_object)


def _folded(names: Iterable[str]) -> frozenset[str]:
    """The names of places, however they are written."""
    return frozenset(" ".join(words(name)) for name in names)


def text_date(mention: EventMention) -> EventDate | None:
    """The first date the text itself gives for the event, expected ones aside."""
    dated = [date for kind in TEXT_DATES for date in mention.dates if date.kind == kind and date.value]
    return dated[0] if dated else None


def days_of(report: Report) -> Days | None:
    """The days of the event by its text, else by publication where it is told as news."""
    date = text_date(report.mention)
    if date is not None and date.value is not None:
        return Days(first_day(date.value).toordinal(), last_day(date.value).toordinal())
    if report.published is None or report.mention.salience == "background":
        return None
    value = report.published.value
    return Days(first_day(value).toordinal(), last_day(value).toordinal(), told=True)


def traits_of(report: Report, book: PartyBook) -> Traits:
    """The traits of one report, its parties numbered by `book`."""
    mention = report.mention
    names = {stem(word) for party in mention.parties for form in (party.name, *party.aliases) for word in words(form)}
    things = frozenset(word for product in mention.products for word in content(product.name))
    towns = tuple(place for place in mention.places if place.lat is not None)
    weekdays = [date.weekday for date in mention.dates if date.value is None and date.weekday is not None]
    return Traits(
        report=report,
        kind=kind_of(mention.type),
        signature=signature_of(mention),
        groups=frozenset(book.group(party) for party in mention.parties),
        things=telling(things - names or things),
        marks=frozenset(mark for product in mention.products for mark in designators(product.name))
        or designators(mention.evidence.text),
        places=mention.places,
        place_names=_folded(name for place in mention.places for name in place.names),
        towns=towns,
        town_names=_folded(place.town for place in towns),
        days=days_of(report),
        weekday=weekdays[0] if weekdays else None,
        amounts=frozenset((amount.unit, amount.value) for amount in mention.amounts),
        quotes=frozenset(" ".join(quote.text.casefold().split())[:60] for quote in mention.quotes),
        said=content(mention.evidence.text) - names,
        named=proper(mention.evidence.text) - names,
        stage=STAGES.index(mention.status) if mention.status in STAGES else None,
        another=bool(ANOTHER.search(mention.evidence.text)),
        renewal=bool(RENEWAL.search(mention.evidence.text)),
    )
