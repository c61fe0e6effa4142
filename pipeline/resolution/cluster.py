"""Agglomeration: from judged pairs to groups, the same for every order of the mentions.

Mentions are clustered by tier. The first tier, with date and object, decides where clusters lie; each group of a later
one joins the one earlier cluster that it fits, so nothing undated, objectless or withdrawn ever bridges two clusters.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.resolution.compare import Comparison

UNSURE = 0.4
# What names no object joins where one event fits it more likely than not, and no other does.
LOOSE = 0.5
POOR = 0.35
MARGIN = 0.15
# The best pair of two groups must be the same; the groups as a whole may fall this much short of it.
SLACK = 0.1
Key = tuple[int, int]


@dataclass(frozen=True)
class Links:
    """All compared pairs of mention numbers, lower number first, and those that may never come together.

    A pair that scores at least `same` is one event; `must` and `apart` are the verdicts of people, `never` includes the
    latter.
    """

    scores: Mapping[Key, Comparison]
    never: frozenset[Key]
    same: float
    must: tuple[Key, ...] = ()
    apart: frozenset[Key] = frozenset()

    def forbidden(self, left: Iterable[int], right: Sequence[int]) -> bool:
        """Whether any pair across two groups may never come together."""
        return any(key(a, b) in self.never for a in left for b in right)

    def strength(self, left: Sequence[int], right: Sequence[int]) -> float:
        """Half the best score across two groups and half their mean, 0 where that is poor: one good pair is no bridge.

        Pairs that were not compared count nothing.
        """
        found = [self.scores[pair].score for a in left for b in right if (pair := key(a, b)) in self.scores]
        mean = sum(found) / len(found) if found else 0.0
        return (max(found) + mean) / 2 if mean >= POOR else 0.0


def key(left: int, right: int) -> Key:
    """The pair with its lower number first."""
    return (left, right) if left < right else (right, left)


@dataclass(frozen=True)
class Grouping:
    """The groups, each in order, and the pairs of groups (by first member) that a reviewer should look at."""

    groups: tuple[tuple[int, ...], ...]
    doubtful: frozenset[Key]


def group(tiers: Sequence[int], loose: Callable[[int], bool], links: Links) -> Grouping:
    """Group mentions 0…n-1, `tiers[i]` telling when each may be placed, `loose(i)` whether it lacks an object."""
    clusters: list[list[int]] = []
    for tier in sorted(set(tiers)):
        fresh = _agglomerate([i for i, own in enumerate(tiers) if own == tier], links)
        clusters = _attach(clusters, fresh, loose, links)
    clusters = [sorted(members) for members in _bring_together(clusters, links)]
    return Grouping(tuple(sorted(map(tuple, clusters))), _doubtful(clusters, links))


def _doubtful(clusters: list[list[int]], links: Links) -> frozenset[Key]:
    """Pairs of groups that nothing forbids, and that are too alike to be called different."""
    home = {number: members for members in clusters for number in members}
    near = {key(home[a][0], home[b][0]) for (a, b), found in links.scores.items() if found.score >= UNSURE}
    return frozenset(
        (a, b)
        for a, b in near
        if a != b and not links.forbidden(home[a], home[b]) and links.strength(home[a], home[b]) >= UNSURE
    )


def _agglomerate(numbers: Sequence[int], links: Links) -> list[list[int]]:
    """Join pairs, best score first, where the groups as a whole agree and nothing forbids it."""
    members = {number: [number] for number in numbers}
    tried: set[tuple[int, int, int, int]] = set()
    inside = [pair for pair in links.scores if pair[0] in members and pair[1] in members]
    for pair in sorted(inside, key=lambda pair: (-links.scores[pair].score, pair)):
        if links.scores[pair].score < links.same:
            break
        one, other = members[pair[0]], members[pair[1]]
        attempt = (one[0], len(one), other[0], len(other))
        if one is other or attempt in tried:
            continue
        tried.add(attempt)
        if links.forbidden(one, other) or links.strength(one, other) < links.same - SLACK:
            continue
        one.extend(other)
        members.update((number, one) for number in other)
    return list({id(found): found for found in members.values()}.values())


def _attach(
    clusters: list[list[int]], fresh: list[list[int]], loose: Callable[[int], bool], links: Links
) -> list[list[int]]:
    """Join each fresh group to the one cluster that it fits; where it fits several about equally, leave it apart."""
    standing = [list(members) for members in clusters]
    alone = []
    ranked = sorted(fresh, key=lambda g: (-max((links.strength(g, c) for c in clusters), default=0.0), min(g)))
    for newcomer in ranked:
        least = LOOSE if all(map(loose, newcomer)) else links.same - SLACK
        allowed = [(links.strength(newcomer, c), -min(c), c) for c in standing if not links.forbidden(newcomer, c)]
        fits = sorted((entry for entry in allowed if entry[0] >= least), reverse=True)
        if fits and (len(fits) == 1 or fits[0][0] - fits[1][0] >= MARGIN):
            fits[0][2].extend(newcomer)
        else:
            alone.append(newcomer)
    return standing + alone


def _bring_together(clusters: list[list[int]], links: Links) -> list[list[int]]:
    """Apply the verdicts "same", unless a verdict "different" stands between the two."""
    members = {number: found for found in clusters for number in found}
    for a, b in links.must:
        one, other = members[a], members[b]
        if one is not other and not any(key(x, y) in links.apart for x in one for y in other):
            one.extend(other)
            members.update((number, one) for number in other)
    return list({id(found): found for found in members.values()}.values())
