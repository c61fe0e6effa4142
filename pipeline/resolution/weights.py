"""The learned weights of the features: `python -m training.merging` writes them, nobody guesses them.

Every weight is positive: what agrees only ever raises a score, what contradicts only ever lowers it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

import yaml

BASE = "base"


@dataclass(frozen=True)
class Weights:
    """Log-odds: the base for events told by two parties or by one, and what a feature of 1 adds or of -1 takes away.

    A pair that scores at least `same` is one event.
    """

    same: float
    base: Mapping[str, float]
    agrees: Mapping[str, float]
    contradicts: Mapping[str, float]

    def applied(self, values: Mapping[str, float], *, told_by_two: bool) -> dict[str, float]:
        """The weight that counts for each value, by its sign, after the base."""
        sides = {name: self.agrees if value > 0 else self.contradicts for name, value in values.items()}
        base = self.base["two" if told_by_two else "one"]
        return {BASE: base} | {name: side.get(name, 0.0) for name, side in sides.items()}


def score_of(values: Mapping[str, float], applied: Mapping[str, float]) -> float:
    """The chance that a pair is one event, as the stories taught it."""
    return 1 / (1 + exp(-applied[BASE] - sum(applied[name] * value for name, value in values.items())))


@lru_cache(maxsize=1)
def learned() -> Weights:
    """The weights that come with the package."""
    text = files("pipeline.resolution").joinpath("weights.yaml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    return Weights(read["same"], read["base"], read["agrees"], read["contradicts"])
