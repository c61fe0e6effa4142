"""`python -m training.merging`: learn the weights by which merging compares mentions, from the stories' pairs.

A logistic regression over the features of `pipeline.resolution.compare`, monotone: no weight is below zero, so that
what agrees never counts against one event. It learns from the labelled mentions, from poorer copies of them, as
extraction loses and mistakes values, and from strangers. The threshold is chosen with each story judged by the
weights of the nine others. Needs ../shared.
"""

import hashlib
import itertools
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from evaluation.merging import tellings_of
from evaluation.sets import EVAL, ROOT
from evaluation.told import Telling
from pipeline.resolution.compare import compare
from pipeline.resolution.features import Pair
from pipeline.resolution.weights import Weights
from training.pairs import Example, examples_of, fitted, row_of
from training.partitions import Partition, partition_of
from training.poorer import poorer
from training.strangers import strangers

FILE = ROOT / "pipeline" / "resolution" / "weights.yaml"
COPIES = 10
LOSS = 0.2
# How much all strangers count together, beside the stories' own pairs.
SHARE = 0.1
# A wrong merge weighs as much as so many splits: an event that is swallowed by another is never seen again.
WRONG = 10
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)

Stories = Mapping[str, Sequence[Telling]]
Strangers = Sequence[tuple[frozenset[str], Pair]]
Examples = Mapping[str, Sequence[Example]]


@dataclass(frozen=True)
class Choice:
    """A threshold, and how the stories fare under it: as they are, made poorer, and which strangers are joined."""

    same: float
    plain: Partition
    poor: Partition
    joined: int
    strangers: int

    @property
    def cost(self) -> tuple[int, int]:
        """Wrong merges of faultless mentions first; then all wrong merges, splits and joined strangers."""
        both = (self.plain, self.poor)
        return self.plain.mixed, self.joined + sum(one.split + WRONG * one.mixed for one in both)

    def __str__(self) -> str:
        joined = f"{self.joined} of {self.strangers} strangers joined"
        return f"as labelled {self.plain}; {COPIES} poorer copies {self.poor}; {joined}"


def by_story(tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """The tellings of each story: an article's file is named st-<story>-<outlet>."""
    ordered = sorted(tellings, key=lambda telling: telling[1].path)
    groups = itertools.groupby(ordered, lambda telling: "-".join(telling[1].path.split("-")[:2]))
    return {name: list(held) for name, held in groups}


def learned_from(taught: Examples, apart: Strangers, without: str = "") -> Weights:
    """The weights that all stories but one teach."""
    examples = [example for name, held in taught.items() if name != without for example in held]
    rows = [row_of(pair) for names, pair in apart if without not in names]
    each = SHARE * sum(example.count for example in examples) / len(rows)
    return fitted([*examples, *(Example(row, same=False, count=each) for row in rows)])


def choices(stories: Stories, taught: Examples, apart: Strangers) -> Iterator[Choice]:
    """Every threshold, with each story judged by the weights of the others."""
    others = {name: learned_from(taught, apart, name) for name in stories}
    scores = [max(compare(pair, others[name]).score for name in names) for names, pair in apart]
    plain = list(stories.items())
    poor = [(name, poorer(told, LOSS, f"judged {n}")) for n in range(COPIES) for name, told in plain]
    for same in THRESHOLDS:
        by = {name: replace(weights, same=same) for name, weights in others.items()}
        figures = [sum((partition_of(t, by[name]) for name, t in told), Partition()) for told in (plain, poor)]
        yield Choice(same, *figures, sum(score >= same for score in scores), len(scores))


def written(weights: Weights, choice: Choice, taught: Examples) -> str:
    """The weights as a file, with what they were made from at its head."""
    labels = hashlib.sha256((EVAL / "stories" / "gold.jsonl").read_bytes()).hexdigest()[:16]
    head = [
        "Learned by `python -m training.merging`, not written by hand: log-odds, none below zero but the base.",
        f"From ../shared/eval/stories, labels {labels}: {sum(map(len, taught.values()))} pairs of labelled mentions",
        f"and of {COPIES} copies without every fifth value; {choice.strangers} pairs of strangers count a tenth.",
        "With each story judged by the weights of the others:",
        *str(choice).split("; "),
    ]
    body = {
        "same": weights.same,
        "base": weights.base,
        "agrees": weights.agrees,
        "contradicts": weights.contradicts,
    }
    return "".join(f"# {line}\n" for line in head) + yaml.safe_dump(body, sort_keys=False)


def main() -> None:
    """Learn, print every choice, write the file."""
    stories = by_story(tellings_of("stories"))
    taught = {
        name: examples_of([told, *(poorer(told, LOSS, f"taught {number}") for number in range(COPIES))])
        for name, told in stories.items()
    }
    apart = list(strangers(stories))
    found = sorted(choices(stories, taught, apart), key=lambda choice: (choice.cost, -choice.same))
    sys.stdout.writelines(f"{choice.same:.2f}: {choice}\n" for choice in found)
    weights = replace(learned_from(taught, apart), same=found[0].same)
    FILE.write_text(written(weights, found[0], taught), encoding="utf-8")


if __name__ == "__main__":
    main()
