"""Which of an article's amounts and places belong to a happening: the core's tags, where they stand, who else claims them.

A logistic regression for each, learned from articles that the core had not seen (`training/values.py`).
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pipeline.extraction import gazetteer
from pipeline.extraction.assembly import Happening
from pipeline.extraction.belongings import counts_in, inside, is_scene
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of, log_odds
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence
from schemas.mention import Amount, Place

V = TypeVar("V", Amount, Place)
Features = dict[str, float]
_BELONGS = 0.5
_FAR = 8
_UNITS = ("percent", "people", "units", "sqft", "MW")


class Values:
    """Gives happenings the amounts and places that belong to them."""

    def __init__(self, weights: Path) -> None:
        self._file = weights

    @cached_property
    def _weights(self) -> dict[str, Weights]:
        weights: dict[str, Weights] = json.loads(self._file.read_text("utf-8"))
        return weights

    def given(self, happenings: Sequence[Happening], reading: Reading) -> None:
        """Leave every draft of the happenings with the amounts and places that are likely theirs."""
        for happening in happenings:
            if happening.spec.type in TYPES:
                amounts = self._likely(amounts_judged(happening, happenings, reading), self._weights["amount"])
                places = self._likely(places_judged(happening, happenings, reading), self._weights["place"])
                first, *others = happening.ranked()
                given = replace(first, amounts=amounts, places=places)
                happening.drafts = [given, *(replace(d, amounts=(), places=()) for d in others)]

    def _likely(self, judged: Iterator[tuple[V, Features]], weights: Weights) -> tuple[V, ...]:
        """The values that are more likely theirs than not."""
        return tuple(value for value, features in judged if chance_of(features, weights) >= _BELONGS)


def amounts_judged(
    happening: Happening, happenings: Sequence[Happening], reading: Reading
) -> Iterator[tuple[Amount, Features]]:
    """The amounts that may belong to a happening, each once, with what is judged of them."""
    groups: dict[tuple[float, str], list[Amount]] = {}
    for amount in _in_text(reading.annotated.amounts):
        groups.setdefault((amount.value, amount.unit), []).append(amount)
    for said in groups.values():
        unit = said[0].unit
        kinds = {f"in {name}": float(unit == name) for name in _UNITS}
        yield (
            _nearest(said, happening),
            _features([a.evidence for a in said], happening, happenings, reading)
            | kinds
            | {"counted": float(counts_in(unit, happening.spec)), "competing": math.log(len(groups))},
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


def _in_text(values: Sequence[V]) -> Iterator[V]:
    """The values that stand in the text, not in what was found beside it."""
    return (value for value in values if value.evidence.space == "text")


def _nearest(said: Sequence[V], happening: Happening) -> V:
    """Where a value is said that the core is surest of; the first of several."""
    return max(said, key=lambda v: _chance(v.evidence, happening))


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
    sentences = [s.index for s in reading.sentences if any(inside(e, s) for e in said)]
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
