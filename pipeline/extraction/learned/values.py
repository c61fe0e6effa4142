"""Which of an article's amounts, places and dates belong to a happening.

A logistic regression for each, learned from articles that the core had not seen (`training/judge.py`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pipeline.extraction.belongings import inside
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.belonging import Features, amounts_judged, dates_judged, places_judged
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of
from pipeline.extraction.reading import Reading
from schemas.mention import Amount, EventDate, Place
from schemas.vocabulary import PASSED

V = TypeVar("V", Amount, Place, EventDate)
# What is right as often as a third of the time gains more than it costs, where two in three are found.
_BELONGS = 0.3
# The regressions do not know the types: reports of suits name many sums that are none of theirs.
_BY_TYPE = {("amount", "legal_action"): 0.5}


class Values:
    """Gives happenings the amounts, places and dates that belong to them."""

    def __init__(self, weights: Path) -> None:
        self._file = weights

    @cached_property
    def _weights(self) -> dict[str, Weights]:
        weights: dict[str, Weights] = json.loads(self._file.read_text("utf-8"))
        return weights

    def given(self, happenings: Sequence[Happening], reading: Reading) -> None:
        """Leave every happening with the values that are likely its own, and of days gone by only the likeliest."""
        for happening in (h for h in happenings if h.spec.type in TYPES):
            amounts = self._likely("amount", happening, amounts_judged(happening, happenings, reading))
            places = self._likely("place", happening, places_judged(happening, happenings, reading))
            days = self._likely("date", happening, dates_judged(happening, happenings, reading))[:1]
            first, *others = happening.ranked()
            given = replace(first, amounts=amounts, places=places, dates=(*days, *_to_come(first.dates)))
            rest = (replace(d, amounts=(), places=(), dates=_to_come(d.dates)) for d in others)
            happening.drafts = [given, *rest]

    def _likely(self, name: str, happening: Happening, judged: Iterator[tuple[V, Features]]) -> tuple[V, ...]:
        """The values that are likely its own, the likeliest first; a recap's stand in its own sentences."""
        weights, is_recap = self._weights[name], happening.salience == "background"
        least = _BY_TYPE.get((name, happening.spec.type), _BELONGS)
        chances = [(chance_of(features, weights), value) for value, features in judged]
        ranked = [value for chance, value in sorted(chances, key=lambda c: -c[0]) if chance >= least]
        return tuple(v for v in ranked if not is_recap or _is_told_in(v, happening))


def _is_told_in(value: V, happening: Happening) -> bool:
    """Whether a sentence that tells a happening says the value; what stands around a recap belongs to the news."""
    return any(inside(value.evidence, draft.candidate.sentence) for draft in happening.drafts)


def _to_come(dates: Iterable[EventDate]) -> tuple[EventDate, ...]:
    """The days that are expected; which of them belong to it is left to the core."""
    return tuple(d for d in dates if d.kind not in PASSED)
