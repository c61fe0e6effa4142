"""Why mentions are one event, or not: the edges that are kept, each with its score, features and reason."""

from collections.abc import Mapping, Sequence

from pipeline.resolution.cluster import Grouping, Key, Links, key
from pipeline.resolution.compare import Comparison, contributions
from pipeline.resolution.traits import Traits
from schemas.event import Edge

TELLING = 0.3


def explain(traits: Sequence[Traits], links: Links, grouping: Grouping) -> tuple[Edge, ...]:
    """The edges worth keeping: for each mention its best in its own group, and between groups the best doubtful one."""
    home = {number: members[0] for members in grouping.groups for number in members}
    best: dict[Key, Key] = {}
    for pair, comparison in links.scores.items():
        inside = home[pair[0]] == home[pair[1]]
        places = [(-1 - pair[0], 0), (-1 - pair[1], 0)] if inside else [key(home[pair[0]], home[pair[1]])]
        for place in places:
            if comparison.score > 0 and _rank(links.scores, pair) > _rank(links.scores, best.get(place)):
                best[place] = pair
    must, apart = set(links.must), links.apart
    chosen = set(best.values()) | must | apart
    return tuple(_edge(traits, links, pair, home, grouping) for pair in sorted(chosen))


def _rank(scores: Mapping[Key, Comparison], pair: Key | None) -> tuple[float, int, int]:
    return (-1.0, 0, 0) if pair is None else (scores[pair].score, -pair[0], -pair[1])


def _edge(traits: Sequence[Traits], links: Links, pair: Key, home: Mapping[int, int], grouping: Grouping) -> Edge:
    comparison = links.scores.get(pair, Comparison(0.0, {}))
    inside = home[pair[0]] == home[pair[1]]
    unsure = key(home[pair[0]], home[pair[1]]) in grouping.doubtful
    human = "a person said so" if pair in links.apart or pair in links.must else ""
    return Edge(
        left=traits[pair[0]].report.mention_id,
        right=traits[pair[1]].report.mention_id,
        judgement="same" if inside else "unsure" if unsure and not human else "different",
        score=comparison.score,
        threshold=links.same,
        features=comparison.features,
        weights=comparison.weights,
        why=human or comparison.contradiction or in_words(comparison),
    )


def in_words(comparison: Comparison) -> str:
    """What spoke for one event and what against it, weightiest first."""
    told = sorted(contributions(comparison).items(), key=lambda entry: (-abs(entry[1]), entry[0]))
    sides = {
        "for it": [name for name, share in told if share >= TELLING],
        "against it": [name for name, share in told if share <= -TELLING],
    }
    return "; ".join(f"{', '.join(names)} {side}" for side, names in sides.items() if names)
