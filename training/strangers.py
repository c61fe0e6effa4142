"""Pairs that are certainly two events: mentions of two stories, as if one company had told both within a year.

The stories are dense with mentions of one event; companies tell many events, and a day or the same kind of act in
common must not make them one.
"""

import dataclasses
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from evaluation.told import Telling
from pipeline.resolution.compare import exclusive_role
from pipeline.resolution.features import Pair
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.traits import Days, Traits, traits_of
from schemas.mention import Party
from training.pairs import RULES

SEED = "strangers"
FURTHEST = 300


def strangers(stories: Mapping[str, Sequence[Telling]]) -> Iterator[tuple[frozenset[str], Pair]]:
    """Such pairs, each with the two stories it is made of; the same at every call.

    Types whose parties are the object are left out: the same target or person would make one event of them.
    """
    dice = random.Random(SEED)
    told = {name: _traits(held) for name, held in stories.items()}
    for one, other in combinations(sorted(told), 2):
        for left in told[one]:
            for right in told[other]:
                pair = _pair(left, right, dice)
                if pair is not None and not any(check(pair) for check in RULES if check is not exclusive_role):
                    yield frozenset((one, other)), pair


def _traits(told: Sequence[Telling]) -> list[Traits]:
    reports = [report for _, report in sorted(told, key=lambda telling: telling[1].mention_id)]
    book = PartyBook([report.mention for report in reports])
    return [traits_of(report, book) for report in reports]


def _pair(left: Traits, right: Traits, dice: random.Random) -> Pair | None:
    """Two mentions of one type as if their parties were the same and their days near."""
    if left.mention.type != right.mention.type or left.kind.party_is_object:
        return None
    matched = _by_role(left, right)
    if len(matched) < (2 if left.kind.pair else 1):
        return None
    return Pair(left, _moved(right, left, dice), matched, ((), ()))


def _by_role(left: Traits, right: Traits) -> tuple[tuple[Party, Party, float], ...]:
    """At most two parties on each side that play the same role."""
    free = list(right.mention.parties)
    found = []
    for party in left.mention.parties:
        alike = next((other for other in free if other.role == party.role), None)
        if alike is not None:
            free.remove(alike)
            found.append((party, alike, 1.0))
    return tuple(found[:2])


def _moved(own: Traits, beside: Traits, dice: random.Random) -> Traits:
    """The traits with their days some days before or after the other's, where both have any."""
    if own.days is None or beside.days is None:
        return own
    first = beside.days.first + dice.choice((-1, 1)) * dice.randint(1, FURTHEST)
    return dataclasses.replace(own, days=Days(first, first + own.days.last - own.days.first, own.days.told))
