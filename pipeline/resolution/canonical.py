"""The merged values of an event: each said once, in its fullest form, most often told first."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from pipeline.resolution.amounts import agree, slack
from pipeline.resolution.asof import Derivation, bare_weekday
from pipeline.resolution.geography import are_namesakes
from pipeline.resolution.names import folded, is_description, words
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.traits import Traits
from pipeline.resolution.wording import content
from schemas.dates import contains
from schemas.mention import Amount, EventDate, Party, Place, Product, Quote

DATE_ORDER = ("announced", "occurred", "effective", "expected")
V = TypeVar("V")


def _merged(
    told: Iterable[Sequence[V]], name: Callable[[V], Hashable], best: Callable[[V], object] = lambda _: 0
) -> list[V]:
    """Of the lists that mentions give, each value once, the best of those of one name; see `_ordered`."""
    held: dict[Hashable, list[tuple[int, V]]] = defaultdict(list)
    for values in told:
        for position, value in enumerate(values):
            held[name(value)].append((position, value))
    chosen = [
        (max((value for _, value in alike), key=lambda v: (best(v), repr(v))), [at for at, _ in alike])
        for alike in held.values()
    ]
    return _ordered(chosen)


def _ordered(chosen: Iterable[tuple[V, Sequence[int]]]) -> list[V]:
    """Most often told first, then what the mentions name earlier; what things are called decides last."""
    ranked = sorted(chosen, key=lambda entry: (-len(entry[1]), sum(entry[1]) / len(entry[1]), repr(entry[0])))
    return [value for value, _ in ranked]


def parties_of(members: Sequence[Traits], book: PartyBook) -> tuple[Party, ...]:
    """Each party once, by its fullest name, a subsidiary folded into the parent that it acts for."""
    held: dict[int, list[Party]] = defaultdict(list)
    places: dict[int, list[int]] = defaultdict(list)
    for own in members:
        for position, party in enumerate(own.mention.parties):
            held[book.group(party)].append(party)
            places[book.group(party)].append(position)
    for child, parent in sorted(book.acting()):
        if child != parent and parent in held and held.pop(child, []):
            places[parent] += places[child]
    roles = members[0].kind.roles
    merged = _ordered((_one_party(told), places[number]) for number, told in held.items())
    return tuple(sorted(merged, key=lambda party: _place_of(party.role, roles)))


def _place_of(role: str, roles: Sequence[str]) -> int:
    return roles.index(role) if role in roles else len(roles)


def _one_party(told: Sequence[Party]) -> Party:
    fullest = max(
        told, key=lambda party: (not is_description(party.name), len(words(party.name)), len(party.name), party.name)
    )
    forms = {form for party in told for form in (party.name, *party.aliases)} - {fullest.name}
    acting = sorted({party.via for party in told if party.via}, key=lambda name: (-len(name), name))
    counted = Counter(party.role for party in told)
    role = max(counted, key=lambda name: (counted[name], name))
    alike = [party for party in told if party.name == fullest.name]
    chosen = min(alike, key=repr)
    via = acting[0] if acting else None
    return chosen.model_copy(update={"role": role, "aliases": tuple(sorted(forms)), "via": via})


def usual_name(members: Sequence[Traits], party: Party) -> str:
    """The name that most articles use, for a title."""
    forms = {party.name, *party.aliases}
    told = Counter(p.name for own in members for p in own.mention.parties if p.name in forms)
    return max(told, key=lambda name: (not is_description(name), told[name], -len(name), name)) if told else party.name


def places_of(members: Sequence[Traits]) -> tuple[Place, ...]:
    """Each place once, a town by its own name and with its state where one is told; namesakes by their full names."""
    stated = {p.name: p for own in members for p in own.mention.places if p.name != p.town}.values()
    namesakes = {folded(a.town) for a, b in combinations(stated, 2) if a.town == b.town and are_namesakes(a, b)}
    merged = _merged(
        (own.mention.places for own in members),
        lambda p: " ".join(words(p.name if folded(p.town) in namesakes else p.town)),
        lambda p: (p.lat is not None, len(p.name)),
    )
    return tuple(merged)


def products_of(members: Sequence[Traits]) -> tuple[Product, ...]:
    """Each product once, whatever its plural or case."""
    told = (own.mention.products for own in members)
    return tuple(_merged(told, lambda product: content(product.name), lambda product: len(product.name)))


def quotes_of(members: Sequence[Traits]) -> tuple[Quote, ...]:
    """Each quote once, with its speaker where anyone names one; a part of a longer quote is not told again."""
    merged = _merged((own.mention.quotes for own in members), _spoken, lambda q: (bool(q.speaker), bool(q.title)))
    longer = [_spoken(quote) for quote in merged]
    return tuple(q for q in merged if not any(_spoken(q) != whole and _spoken(q) in whole for whole in longer))


def _spoken(quote: Quote) -> str:
    return " ".join(re.findall(r"\w+", folded(quote.text)))


def dates_of(members: Sequence[Traits], derived: dict[int, Derivation]) -> tuple[EventDate, ...]:
    """Each day once, the derived ones with the mentions they come from; less detail gives way to more."""
    told: list[EventDate] = []
    for own in members:
        bare = bare_weekday(own)
        for day in own.mention.dates:
            found = derived.get(day.weekday) if day == bare and day.weekday is not None else None
            told.append(
                day.model_copy(update={"value": found.value, "derived_from": found.mention_ids}) if found else day
            )
    merged = _merged([told], lambda day: (day.kind, day.value or day.text), lambda day: not day.derived_from)
    precise = [day for day in merged if not any(_finer(day, other) for other in merged)]
    return tuple(
        sorted(precise, key=lambda day: (DATE_ORDER.index(day.kind), day.value is None, day.value or day.text))
    )


def _finer(day: EventDate, other: EventDate) -> bool:
    """Whether `other` says the same more precisely."""
    if day.kind != other.kind or day == other or not other.value:
        return False
    return not day.value or (day.value != other.value and contains(day.value, other.value))


def amounts_of(members: Sequence[Traits], refused: frozenset[str]) -> tuple[Amount, ...]:
    """Each figure once, without those a conflict refuses or only a rumour tells; `refused` are their reprs."""
    firm = [own for own in members if own.mention.status != "rumoured"] or list(members)
    kept: list[Amount] = []
    told = [amount for own in firm for amount in own.mention.amounts if repr(amount) not in refused]
    for amount in sorted(told, key=lambda a: (a.kind, a.unit, a.scope or "", slack(a) / (abs(a.value) or 1), repr(a))):
        alike = [k for k in kept if (k.unit, k.kind, k.scope) == (amount.unit, amount.kind, amount.scope)]
        if not any(agree(amount, other) for other in alike):
            kept.append(amount)
    return tuple(kept)
