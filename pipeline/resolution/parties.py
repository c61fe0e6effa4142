"""Which parties of a set of mentions are the same: by name, learned alias, acronym and subsidiary."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pipeline.resolution.names import WEAK, core, initials, is_acronym, is_description, within
from schemas.mention import EventMention, Party

SAME_NAME = 0.8
ALIAS = 0.95
PARENT = 0.95


@dataclass(frozen=True)
class Bearer:
    """All that one article calls a party, without mere descriptions; `full` are the words of its fullest name.

    A party that is only described has no words, and is nobody else's.
    """

    full: frozenset[str]
    cores: frozenset[frozenset[str]]
    forms: frozenset[str]


Signature = tuple[tuple[str, Bearer], ...]


def signature_of(mention: EventMention) -> Signature:
    """The roles and bearers of a mention's parties, in order."""
    return tuple((party.role, _bearer(party)) for party in mention.parties)


def bearer_of(name: str, aliases: Iterable[str] = ()) -> Bearer:
    """The bearer of a name and its aliases."""
    names = [form for form in (name, *aliases) if not is_description(form)]
    fullest = name if name in names else max(names, key=lambda form: (len(core(form)), form), default="")
    return Bearer(core(fullest), frozenset(core(form) for form in names), frozenset(names) or frozenset({name}))


@lru_cache(maxsize=200_000)
def closeness(left: Bearer, right: Bearer) -> float:
    """How surely two bearers are one, in [0, 1]: equal names, one inside the other, a shared alias, an acronym."""
    if not left.full or not right.full:
        return 0.0
    if left.full == right.full:
        return 1.0
    shared = left.cores & right.cores
    if left.full in shared or right.full in shared:
        return ALIAS
    short, long = sorted((left.full, right.full), key=len)
    if within(short, long) and not short <= WEAK and len(long) - len(short) <= 4:
        return 0.9
    if _abbreviates(left, right) or _abbreviates(right, left):
        return SAME_NAME
    return 0.4 if shared else 0.0


def _abbreviates(left: Bearer, right: Bearer) -> bool:
    made = {letters for form in right.forms for letters in initials(form)}
    return any(is_acronym(form) and form.casefold() in made for form in left.forms)


def _apart(left: Bearer, right: Bearer) -> bool:
    """Whether two bearers carry full names of several words that contradict each other."""
    if len(left.full) < 2 or len(right.full) < 2:
        return False
    return closeness(left, right) < SAME_NAME


class PartyBook:
    """What a set of mentions teaches of its parties; the same for every order of the mentions."""

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        """Learn aliases and parents from all of `mentions`."""
        parties = [party for mention in mentions for party in mention.parties]
        acting = {(bearer_of(party.via), _bearer(party)) for party in parties if party.via}
        bearers = {_bearer(party) for party in parties} | {sub for sub, _ in acting}
        beside = {
            frozenset((_bearer(one), _bearer(other)))
            for mention in mentions
            for one, other in combinations(mention.parties, 2)
        }
        self._group = _groups(sorted(bearers, key=lambda b: (sorted(b.full), sorted(b.forms))), beside)
        self._aligned: dict[tuple[Signature, Signature], tuple[tuple[int, int, float], ...]] = {}
        self._parents = {(self._group[sub], self._group[parent]) for sub, parent in acting}

    def group(self, party: Party) -> int:
        """The number of the party's group; a party that no mention taught has one of its own."""
        return self._number(_bearer(party))

    def _number(self, bearer: Bearer) -> int:
        return self._group.setdefault(bearer, len(self._group))

    def aligned(self, left: Signature, right: Signature) -> tuple[tuple[int, int, float], ...]:
        """One-to-one pairs of positions at which two lists of parties name the same, closest first."""
        if (left, right) not in self._aligned:
            self._aligned[left, right] = self._align(left, right)
        return self._aligned[left, right]

    def _align(self, left: Signature, right: Signature) -> tuple[tuple[int, int, float], ...]:
        ranked = sorted(
            (-self._match(a, b), role != other, i, j)
            for i, (role, a) in enumerate(left)
            for j, (other, b) in enumerate(right)
        )
        pairs: list[tuple[int, int, float]] = []
        for close, _, i, j in ranked:
            if -close >= SAME_NAME and all(i != x and j != y for x, y, _ in pairs):
                pairs.append((i, j, -close))
        return tuple(pairs)

    def acting(self) -> frozenset[tuple[int, int]]:
        """Pairs of a subsidiary and the parent that it acts for."""
        return frozenset(self._parents)

    def match(self, left: Party, right: Party) -> float:
        """How surely two parties are one, a subsidiary counting as its parent."""
        return self._match(_bearer(left), _bearer(right))

    def _match(self, a: Bearer, b: Bearer) -> float:
        one, other = self._number(a), self._number(b)
        if one == other:
            return 1.0
        if (one, other) in self._parents or (other, one) in self._parents:
            return PARENT
        return closeness(a, b)


def _bearer(party: Party) -> Bearer:
    return _cached_bearer(party.name, party.aliases)


@lru_cache(maxsize=65536)
def _cached_bearer(name: str, aliases: tuple[str, ...]) -> Bearer:
    return bearer_of(name, aliases)


def _groups(bearers: Sequence[Bearer], beside: AbstractSet[frozenset[Bearer]]) -> dict[Bearer, int]:
    """Number the bearers so that one number is one party.

    Two that one mention sets side by side stay two; a short form that fits two contrary names equally well stays alone.
    """
    links = [(closeness(a, b), a, b) for a, b in combinations(bearers, 2) if closeness(a, b) >= SAME_NAME]
    links = [link for link in links if frozenset(link[1:]) not in beside]
    vague = _vague(links)
    members = {bearer: [bearer] for bearer in bearers}
    for _, a, b in sorted(links, key=lambda link: -link[0]):
        one, other = members[a], members[b]
        if one is other or a in vague or b in vague:
            continue
        if any(_apart(x, y) or frozenset((x, y)) in beside for x in one for y in other):
            continue
        one.extend(other)
        for bearer in other:
            members[bearer] = one
    first = {bearer: position for position, bearer in enumerate(bearers)}
    return {bearer: min(first[member] for member in members[bearer]) for bearer in bearers}


def _vague(links: Iterable[tuple[float, Bearer, Bearer]]) -> frozenset[Bearer]:
    """Bearers whose closest others carry contrary names."""
    near: dict[Bearer, list[tuple[float, Bearer]]] = {}
    for close, a, b in links:
        near.setdefault(a, []).append((close, b))
        near.setdefault(b, []).append((close, a))
    found = set()
    for bearer, others in near.items():
        closest = max(close for close, _ in others)
        rivals = [other for close, other in others if close == closest]
        if any(_apart(x, y) for x, y in combinations(rivals, 2)):
            found.add(bearer)
    return frozenset(found)
