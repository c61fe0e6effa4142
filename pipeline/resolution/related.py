"""Links between events: parts, consequences, renewals, and pairs that a person should look at."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from pipeline.resolution.asof import as_of
from pipeline.resolution.cluster import Grouping, Key, key
from pipeline.resolution.kinds import akin
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.progress import Days
from pipeline.resolution.records import Report
from pipeline.resolution.traits import Traits, traits_of
from schemas.event import Related

LinkKind = Literal["part_of", "follows", "renews", "unsure"]
Side = Sequence[Traits]
PART_OF = {
    "facility": frozenset({"partnership", "acquisition", "investment"}),
    "workforce": frozenset({"facility"}),
    "product_launch": frozenset({"partnership"}),
}
NO_PART = frozenset({"closure", "strike", "recall", "withdrawal"})
RESPONSES = frozenset({"legal_action", "executive_change"})
_FOR_IT = re.compile(
    r"\b(?:to (?:achieve|serve|do|fulfil|support|meet|deliver) (?:this|that|it|the \w+)"
    r"|for (?:this|the) (?:purpose|work|deal|project|contract|venture|programme|program)"
    r"|as part of (?:this|the) (?:deal|agreement|partnership|contract))\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\b(after|over|following|amid|because of|in the wake)\b", re.IGNORECASE)


def related_of(
    traits: Side, grouping: Grouping, days: Days, beside: Sequence[Report] = ()
) -> dict[int, tuple[Related, ...]]:
    """For each group, by its first member, the events it is related to; mentions `beside` stand for theirs."""
    reports = [*(own.report for own in traits), *beside]
    book = PartyBook([report.mention for report in reports])
    every = [traits_of(report, book) for report in reports]
    known = {own.mention.mention_id: as_of(own, {}) for own in every} | dict(days)
    groups = [*grouping.groups, *((number,) for number in range(len(traits), len(every)))]
    home = {number: members[0] for members in groups for number in members}
    sides = {members[0]: [every[i] for i in members] for members in groups}
    found: set[tuple[int, int, LinkKind]] = {
        (a, b, "unsure") for pair in grouping.doubtful for a, b in (pair, pair[::-1])
    }
    for a, b in _met(every, home):
        found |= {(a, b, kind) for kind in link_kinds(sides[a], sides[b], known)}
        found |= {(b, a, kind) for kind in link_kinds(sides[b], sides[a], known)}
    links: dict[int, list[Related]] = {}
    for a, b, kind in sorted(found):
        links.setdefault(a, []).append(Related(event_id=every[b].mention.mention_id, kind=kind))
    return {a: tuple(told) for a, told in links.items()}


def _met(traits: Side, home: dict[int, int]) -> Iterable[Key]:
    """Pairs of groups that share a party and were told in one article, or share two parties."""
    articles: dict[str, list[int]] = {}
    couples: dict[Key, set[int]] = {}
    for number, own in enumerate(traits):
        articles.setdefault(own.report.article_id, []).append(number)
        for couple in combinations(sorted(own.groups), 2):
            couples.setdefault(couple, set()).add(home[number])
    met = {pair for groups in couples.values() for pair in combinations(sorted(groups), 2)}
    for numbers in articles.values():
        pairs = combinations(numbers, 2)
        met |= {key(home[a], home[b]) for a, b in pairs if home[a] != home[b] and traits[a].groups & traits[b].groups}
    return sorted(met)


def link_kinds(one: Side, other: Side, days: Days) -> Iterable[LinkKind]:
    """How the first event is related to the second."""
    mine, theirs = one[0].mention.type, other[0].mention.type
    if theirs in PART_OF.get(mine, ()) and not _subtypes(one) & NO_PART and _told_as_one(one, other):
        yield "part_of"
    elif mine in RESPONSES and theirs not in RESPONSES and _answers(one, other, days):
        yield "follows"
    elif _same_pair(one, other) and _later(one, other, days):
        yield "renews" if any(own.renewal for own in one if own.mention.salience != "background") else "follows"


def _same_pair(one: Side, other: Side) -> bool:
    """Whether two events of kindred two-party types have two parties in common."""
    kindred = akin(one[0].mention.type, other[0].mention.type)
    return kindred and one[0].kind.pair and other[0].kind.pair and _shared(one, other) > 1


def _subtypes(side: Side) -> frozenset[str]:
    return frozenset(own.mention.subtype for own in side if own.mention.subtype)


def _together(one: Side, other: Side) -> list[tuple[Traits, Traits]]:
    """The mentions of both events that one article tells."""
    return [(a, b) for a in one for b in other if a.report.article_id == b.report.article_id]


def _told_as_one(one: Side, other: Side) -> bool:
    """Whether one article tells both as news with a place or a product in common, or says what the one is for."""
    pairs = [(a, b) for a, b in _together(one, other) if "background" not in {a.mention.salience, b.mention.salience}]
    return any(
        a.place_names & b.place_names or a.things & b.things or _FOR_IT.search(a.mention.evidence.text)
        for a, b in pairs
    )


def _shared(one: Side, other: Side) -> int:
    return len(_groups(one) & _groups(other))


def _groups(side: Side) -> frozenset[int]:
    return frozenset(number for own in side for number in own.groups)


def _first(side: Side, days: Days) -> str:
    return min((day for own in side if (day := days[own.mention.mention_id])), default="")


def _later(one: Side, other: Side, days: Days) -> bool:
    mine, theirs = _first(one, days), _first(other, days)
    return bool(mine and theirs) and mine > theirs


def _answers(one: Side, other: Side, days: Days) -> bool:
    """Whether a decision or departure concerns a deal of the same two parties, or says that it came after the other."""
    if _later(other, one, days):
        return False
    pairs = _together(one, other)
    if pairs and other[0].kind.pair and _shared(one, other) > 1:
        return True
    return any(_BECAUSE.search(a.mention.evidence.text) and a.said & (b.said | b.things) for a, b in pairs)
