"""What is judged of an article's amounts, places and dates, to tell which belong to a happening.

The core's tags, where they stand, and who else claims them.
"""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from pipeline.extraction import gazetteer
from pipeline.extraction.belongings import announces, counts_in, inside, is_of_meeting, is_scene, with_kind
from pipeline.extraction.document import Sentence
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import log_odds
from pipeline.extraction.reading import Reading
from schemas.dates import first_day, last_day
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Place
from schemas.vocabulary import PASSED

V = TypeVar("V", Amount, Place, EventDate)
Features = dict[str, float]
_FAR = 8
_SMALL = 20
# What is counted in events of a type: a price in a takeover, a fine in court.
_KINDS = {
    "acquisition": ("deal_value", "stake", "shares"),
    "facility": ("investment", "jobs", "job_cuts", "area", "capacity"),
    "investment": ("funding", "stake", "shares", "valuation", "investment"),
    "legal_action": ("fine",),
    "partnership": ("deal_value", "investment", "count"),
    "product_launch": ("count",),
    "workforce": ("jobs", "job_cuts"),
}
_UNITS = ("percent", "people", "units", "sqft", "MW")


def amounts_judged(
    happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Iterator[tuple[Amount, Features]]:
    """The amounts that may belong to a happening, each once, with what is judged of them."""
    groups: dict[tuple[float, str], list[Amount]] = {}
    for amount in _in_text(reading.annotated.amounts):
        groups.setdefault((amount.value, amount.unit), []).append(amount)
    for said in groups.values():
        unit = said[0].unit
        units = {f"in {name}": float(unit == name) for name in _UNITS}
        yield (
            _nearest(said, happening),
            _features([a.evidence for a in said], happening, happenings, reading)
            | units
            | {
                "counted": float(counts_in(unit, happening.spec)),
                "fitting": float(any(a.kind in _KINDS.get(happening.spec.type, ()) for a in said)),
                "small": float(said[0].value < _SMALL),
                "recalled": float(all(_recalls(a.evidence, reading) for a in said)),
                "competing": math.log(len(groups)),
            },
        )


def places_judged(
    happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Iterator[tuple[Place, Features]]:
    """The places that may belong to a happening, each once, with what is judged of them."""
    groups: dict[str, list[Place]] = {}
    for place in _in_text(reading.annotated.places):
        groups.setdefault(place.name, []).append(place)
    for name, said in groups.items():
        here = [p for p in said if any(inside(p.evidence, d.candidate.sentence) for d in happening.drafts)]
        yield (
            _nearest(said, happening),
            _features([p.evidence for p in said], happening, happenings, reading)
            | {
                "scene": float(any(is_scene(p, reading) for p in said)),
                "scene here": float(any(is_scene(p, reading) for p in here)),
                "market": float(said[0].role == "market"),
                "country": float(gazetteer.is_country(name)),
                "competing": math.log(len(groups)),
            },
        )


def dates_judged(
    happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Iterator[tuple[EventDate, Features]]:
    """The days gone by on which a happening may have been announced or happened, each once, with what is judged."""
    groups: dict[str, list[EventDate]] = {}
    for found in _in_text(reading.annotated.dates):
        sentence = next(s for s in reading.sentences if inside(found.evidence, s))
        dated = with_kind(found, happening.status, reading, sentence)
        if dated.kind in PASSED and not is_of_meeting(sentence, reading):
            groups.setdefault(dated.value or dated.text, []).append(dated)
    for said in groups.values():
        yield (
            _nearest(said, happening),
            _features([d.evidence for d in said], happening, happenings, reading)
            | _of_the_day(said[0], reading)
            | {
                "announced": float(said[0].kind == "announced"),
                "recalled": float(happening.background),
                "announces": float(any(announces(s, reading) for d in said for s in _sentences(d.evidence, reading))),
                "competing": math.log(len(groups)),
            },
        )


def _of_the_day(told: EventDate, reading: Reading) -> Features:
    """How a day is told, and how long before publication it lies."""
    value, published = told.value or "", reading.article.published
    days = (last_day(published.value) - first_day(value)).days if published and value else 0
    return {
        "to the day": float(len(value) == len(date.min.isoformat())),
        "a year": float(len(value) == len("2020")),
        "open": float(not value),
        "weekday": float(told.weekday is not None),
        "days ago": math.log1p(max(0, days)),
        "day of publication": float(published is not None and value == published.value),
    }


def _recalls(evidence: Evidence, reading: Reading) -> bool:
    """Whether the sentence of a value speaks of earlier times."""
    return all(reading.says(reading.lexicons.recap, s) for s in _sentences(evidence, reading))


def _in_text(values: Sequence[V]) -> Iterator[V]:
    """The values that stand in the text, not in what was found beside it."""
    return (value for value in values if value.evidence.space == "text")


def _nearest(said: Sequence[V], happening: Happening) -> V:
    """Where a value is said that the core is surest of; the first of several."""
    return max(said, key=lambda v: _chance(v.evidence, happening))


def _sentences(evidence: Evidence, reading: Reading) -> Iterator[Sentence]:
    """The sentence in which words stand."""
    return (s for s in reading.sentences if inside(evidence, s))


def _chance(evidence: Evidence, happening: Happening) -> float:
    """How sure the core is that words are a value of the happening."""
    return max((d.chances.get((evidence.start, evidence.end), 0.0) for d in happening.drafts), default=0.0)


def _features(
    said: Sequence[Evidence], happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Features:
    """What is judged of any value: `said` is everywhere that the article says it."""
    best = happening.best
    tagged = max(_chance(e, happening) for e in said)
    others = [h for h in happenings if h is not happening]
    rival = max((_chance(e, h) for e in said for h in others), default=0.0)
    sentences = [s.index for e in said for s in _sentences(e, reading)]
    away = min((abs(i - best.candidate.sentence.index) for i in sentences), default=_FAR)
    blocks = {reading.sentences[i].block for i in sentences}
    return {
        "tagged": log_odds(tagged),
        "tagged in best": log_odds(max(best.chances.get((e.start, e.end), 0.0) for e in said)),
        "rival": log_odds(rival),
        "ahead of rival": log_odds(tagged) - log_odds(rival),
        "away": min(away, _FAR) / _FAR,
        "in best": float(away == 0),
        "in a telling": float(any(inside(e, d.candidate.sentence) for e in said for d in happening.drafts)),
        "in headline": float("headline" in blocks),
        "in lead": float("lead" in blocks),
        "said": math.log(len(said)),
        **{name: float(happening.spec.type == name) for name in TYPES},
        **{f"tagged {name}": log_odds(tagged) * (happening.spec.type == name) for name in TYPES},
    }
