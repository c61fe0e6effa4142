"""How far figures may be off: bootstrap intervals over articles, and whether confidence means anything.

The percentile bootstrap: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from evaluation.judge import Judged

SAMPLES = 2000
SEED = 20240506
COVERED = 0.95
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Counts = tuple[int, int, int]


def interval(articles: Mapping[str, Sequence[Judged]], event_type: str | None = None) -> tuple[float, float]:
    """Ends of the 95 % interval of F1, of one event type or of all; articles are drawn again, whole."""
    counts = [counted(one for one in found if event_type in (None, one.type)) for found in articles.values()]
    chance = random.Random(SEED)  # noqa: S311 - the same sample every time
    drawn = sorted(f1(chance.choices(counts, k=len(counts))) for _ in range(SAMPLES))
    cut = round(SAMPLES * (1 - COVERED) / 2)
    return drawn[cut], drawn[-cut - 1]


def counted(mentions: Iterable[Judged]) -> Counts:
    """Hits, false alarms and misses; a recap told as news is a false alarm, news told as a recap a miss."""
    verdicts = [one.verdict for one in mentions]
    right, missed = verdicts.count("right"), verdicts.count("missed") + verdicts.count("news as recap")
    return right, verdicts.count("wrong") + verdicts.count("recap as news"), missed


def f1(counts: Iterable[Counts]) -> float:
    """F1 of summed counts, 0 where there is nothing to count."""
    hits, alarms, misses = (sum(column) for column in zip(*counts, strict=True))
    return 2 * hits / (2 * hits + alarms + misses) if hits + alarms + misses else 0.0


def reliability(mentions: Iterable[Judged]) -> list[tuple[str, int, float, float]]:
    """Of the mentions told as news by confidence: the bin, how many, their mean confidence, the share that is right."""
    told = [(one.confidence, one.verdict == "right") for one in mentions if one.confidence and _is_told(one)]
    rows = []
    for low, high in pairwise(BINS):
        inside = [(sure, right) for sure, right in told if low <= sure < high or sure == high == BINS[-1]]
        if inside:
            share = sum(right for _, right in inside) / len(inside)
            rows.append((f"{low:.1f}–{high:.1f}", len(inside), sum(sure for sure, _ in inside) / len(inside), share))
    return rows


def _is_told(one: Judged) -> bool:
    return one.verdict in ("right", "wrong", "recap as news")
