"""Pairs of labelled mentions as rows of features, and the weights that explain them best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from evaluation.told import Telling
from pipeline.resolution.compare import CONTRADICTIONS, FEATURES, happened_twice, told_by_two
from pipeline.resolution.features import Pair
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.resolve import candidates, in_order, siblings, side_by_side, told_together
from pipeline.resolution.traits import traits_of
from pipeline.resolution.weights import Weights

NAMES = tuple(feature.__name__ for feature in FEATURES)
BASES = ("two", "one")
# A pair that only its days forbid still teaches what days mean.
RULES = tuple(check for check in CONTRADICTIONS if check is not happened_twice)
# How strongly weights are held back: one pair's worth for a weight of one.
RIDGE = 1.0
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Example:
    """A pair as a row of its base, agreeing and contradicting values; whether it is one event; how much it counts."""

    row: tuple[float, ...]
    same: bool
    count: float


def examples_of(tellings: Sequence[Sequence[Telling]]) -> list[Example]:
    """The pairs of labelled mentions, first as they are, then of copies that together count as much."""
    rest = 1.0 / max(1, len(tellings) - 1)
    return [
        Example(row_of(pair), same, rest if number else 1.0)
        for number, told in enumerate(tellings)
        for pair, same in _compared(told)
    ]


def _compared(told: Sequence[Telling]) -> Iterator[tuple[Pair, bool]]:
    """The candidate pairs of a story that no rule keeps apart, each with whether it is one event."""
    key = {report.mention_id: name for name, report in told}
    ordered = in_order(report for _, report in told)
    book = PartyBook([report.mention for report in ordered])
    traits = [traits_of(report, book) for report in ordered]
    neighbours, apart = told_together(traits), siblings(traits)
    for a, b in candidates(traits):
        pair = side_by_side(traits[a], traits[b], book, neighbours)
        if (a, b) not in apart and not any(check(pair) for check in RULES):
            yield pair, key[ordered[a].mention_id] == key[ordered[b].mention_id]


def row_of(pair: Pair) -> tuple[float, ...]:
    """The base that a pair starts from, what agrees, and what contradicts."""
    values = [feature(pair) for feature in FEATURES]
    two = told_by_two(pair)
    return float(two), float(not two), *(max(v, 0.0) for v in values), *(min(v, 0.0) for v in values)


def fitted(examples: Sequence[Example]) -> Weights:
    """The weights, none below zero, that explain the examples best; their threshold is even chances."""
    rows = np.array([example.row for example in examples])
    same = np.array([float(example.same) for example in examples])
    counts = np.array([example.count for example in examples])
    free = len(BASES)
    held = np.array([0.0] * free + [RIDGE] * (rows.shape[1] - free))

    def loss(weights: Array) -> tuple[float, Array]:
        logits = rows @ weights
        slope = rows.T @ (counts * (1 / (1 + np.exp(-logits)) - same))
        off = float((counts * (np.logaddexp(0, logits) - same * logits)).sum())
        return off + float(held @ weights**2) / 2, slope + held * weights

    bounds = [(None, None)] * free + [(0.0, None)] * (rows.shape[1] - free)
    best = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 5000}
    )
    numbers = [round(float(value), 2) for value in best.x]
    sides = numbers[free : free + len(NAMES)], numbers[free + len(NAMES) :]
    agrees, contradicts = ({n: w for n, w in zip(NAMES, side, strict=True) if w} for side in sides)
    return Weights(0.5, dict(zip(BASES, numbers[:free], strict=True)), agrees, contradicts)
