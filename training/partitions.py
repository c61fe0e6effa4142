"""How a partition of mentions compares with the labelled one, recaps included."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.told import Telling
from pipeline.resolution import resolve
from pipeline.resolution.weights import Weights


@dataclass(frozen=True)
class Partition:
    """B-cubed sums over mentions, clusters that hold two events, events that lie in several clusters."""

    mentions: int = 0
    precision: float = 0.0
    recall: float = 0.0
    mixed: int = 0
    split: int = 0

    def __add__(self, other: "Partition") -> "Partition":
        return Partition(
            self.mentions + other.mentions,
            self.precision + other.precision,
            self.recall + other.recall,
            self.mixed + other.mixed,
            self.split + other.split,
        )

    def __str__(self) -> str:
        p, r = self.precision / self.mentions, self.recall / self.mentions
        joined = f"{self.mixed} wrong merges, {self.split} split"
        return f"B-cubed F1 {2 * p * r / (p + r):.3f} (P {p:.3f}, R {r:.3f}), {joined}"


def partition_of(told: Sequence[Telling], weights: Weights) -> Partition:
    """The figures of the events that the tellings are merged into under some weights."""
    key = {report.mention_id: name for name, report in told}
    clusters = resolve([report for _, report in told], weights=weights).clusters
    mine = {name: set(cluster.mention_ids) for cluster in clusters for name in cluster.mention_ids}
    theirs = _gathered(key.items())
    common = {name: len(mine[name] & theirs[key[name]]) for name in key}
    return Partition(
        len(key),
        sum(common[name] / len(mine[name]) for name in key),
        sum(common[name] / len(theirs[key[name]]) for name in key),
        sum(len({key[name] for name in cluster.mention_ids}) > 1 for cluster in clusters),
        sum(any(mine[name] != mine[next(iter(held))] for name in held) for held in theirs.values()),
    )


def _gathered(keyed: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for name, event in keyed:
        held[event].add(name)
    return held
