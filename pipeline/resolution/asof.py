"""On which day a mention's word holds, and days that follow only from several articles together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.resolution.traits import Traits
from schemas.dates import PartialDate, first_day
from schemas.mention import EventDate

TOLD_KINDS = ("announced", "occurred", "effective")
DONE_KINDS = ("occurred", "effective", "announced")
TEXT_WEIGHT = 3
SAME_DAY_WEIGHT = 2
DAYS_BEFORE = 2


@dataclass(frozen=True)
class Derivation:
    """A day that no article gives alone, and the mentions it was concluded from."""

    value: PartialDate
    mention_ids: tuple[str, ...]


def bare_weekday(own: Traits) -> EventDate | None:
    """The date by which the text tells the event, where it names a weekday and nothing else."""
    for told in own.mention.dates:
        if told.kind != "expected" and told.value is None and told.weekday is not None:
            return told
    return None


def text_day(own: Traits) -> PartialDate | None:
    """The date by the text that fits the status best; one later than publication is no day of telling."""
    kinds = DONE_KINDS if own.mention.status in {"completed", "terminated"} else TOLD_KINDS
    published = own.report.published
    for kind in kinds:
        for told in own.mention.dates:
            if told.kind != kind or not told.value:
                continue
            if published is None or first_day(told.value) <= first_day(published.value) + timedelta(days=31):
                return told.value
    return None


def derive(members: Sequence[Traits]) -> dict[int, Derivation]:
    """For each weekday that members name alone, the one day that the others' dates make of it; none in doubt."""
    found = {}
    for weekday in sorted(
        {bare.weekday for own in members if (bare := bare_weekday(own)) and bare.weekday is not None}
    ):
        naming = [own for own in members if (bare := bare_weekday(own)) and bare.weekday == weekday]
        if _contradicted(members, naming, weekday):
            continue
        votes = _votes(members, weekday)
        ranked = Counter({day: sum(weights.values()) for day, weights in votes.items()}).most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            day = ranked[0][0]
            ids = {own.mention.mention_id for own in naming} | votes[day].keys()
            found[weekday] = Derivation(day.isoformat(), tuple(sorted(ids)))
    return found


def _contradicted(members: Iterable[Traits], naming: Sequence[Traits], weekday: int) -> bool:
    """Whether others give a day of their own for the same status, and none of them is on that weekday."""
    statuses = {own.mention.status for own in naming}
    said = [text_day(own) for own in members if own.mention.status in statuses and own.mention.salience != "background"]
    days = [first_day(day) for day in said if day and len(day) == 10]
    return bool(days) and all(day.weekday() != weekday for day in days)


def _votes(members: Iterable[Traits], weekday: int) -> dict[date, dict[str, int]]:
    """Days on that weekday that dated members speak for; a copy repeats its original's vote and is not counted."""
    votes: dict[date, dict[str, int]] = {}
    heard: set[tuple[str, date]] = set()
    for own in members:
        if own.mention.salience == "background":
            continue
        for day, weight in _speaks_for(own, weekday):
            if (own.report.voice_root, day) not in heard:
                heard.add((own.report.voice_root, day))
                votes.setdefault(day, {})[own.mention.mention_id] = weight
    return votes


def _speaks_for(own: Traits, weekday: int) -> Iterable[tuple[date, int]]:
    """The text's own day, or the last such weekday at most two days before publication."""
    said = text_day(own)
    if said and len(said) == 10 and first_day(said).weekday() == weekday:
        yield first_day(said), TEXT_WEIGHT
    elif own.report.published and len(own.report.published.value) == 10:
        published = first_day(own.report.published.value)
        back = (published.weekday() - weekday) % 7
        if back <= DAYS_BEFORE:
            yield published - timedelta(days=back), SAME_DAY_WEIGHT if back == 0 else 1


def as_of(own: Traits, derived: dict[int, Derivation]) -> PartialDate | None:
    """The day the text gives, else publication, else unknown; a month or year only where nothing is more precise."""
    said = text_day(own)
    if said and (len(said) == 10 or own.mention.salience == "background"):
        return said
    bare = bare_weekday(own)
    if bare and bare.weekday in derived:
        return derived[bare.weekday].value
    return own.report.published.value if own.report.published else said
