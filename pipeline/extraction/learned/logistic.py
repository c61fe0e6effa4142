"""Logistic regression over named features, its weights in a file that can be read."""

import math
from collections.abc import Mapping

Weights = Mapping[str, tuple[float, float, float]]
_SURE = 0.999


def chance_of(features: Mapping[str, float], weights: Weights) -> float:
    """The logistic of the weighted sum of standardized features; each has its mean, spread and weight, "bias" among them."""
    given = {**features, "bias": 1.0}
    total = sum(weight * (given[name] - mean) / spread for name, (mean, spread, weight) in weights.items())
    return 1 / (1 + math.exp(-total))


def log_odds(chance: float) -> float:
    """The logarithm of the odds, bounded."""
    bounded = min(max(chance, 1 - _SURE), _SURE)
    return math.log(bounded / (1 - bounded))
