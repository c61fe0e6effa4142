"""Which mentions are worth comparing: keys that two mentions of one event share.

A wide key names a pair of parties, or one party for types told apart by an object; a narrow key, `wide#object`, adds a
word of the object. A wide key that more than `HUB` mentions hold joins nobody: its narrow keys do.
"""

from collections.abc import Iterable
from itertools import combinations

from pipeline.resolution.kinds import family, kind_of
from pipeline.resolution.names import initials, is_description, strong, words
from pipeline.resolution.wording import content
from schemas.mention import EventMention, Party

HUB = 300
LONGEST = 40


def is_narrow(key: str) -> bool:
    """Whether a key includes an object."""
    return "#" in key


def blocking_keys(mention: EventMention) -> frozenset[str]:
    """The keys of a mention; mentions that share one belong to one component."""
    wide = wide_keys(mention)
    return frozenset(wide | {f"{key}#{thing}" for key in wide for thing in object_words(mention)})


def wide_keys(mention: EventMention) -> set[str]:
    """The keys made of parties alone."""
    kind = kind_of(mention.type)
    keys = {
        f"pair:{min(a, b)}|{max(a, b)}"
        for one, other in combinations(mention.parties, 2)
        if not one.role == other.role == "investor"
        for a in party_words(one)
        for b in party_words(other)
        if a != b
    }
    kindred = family(mention.type)
    if not kind.pair or kindred != mention.type or len(mention.parties) < 2:
        keys |= {f"one:{kindred}:{word}" for party in subjects(mention) for word in party_words(party)}
    return keys


def subjects(mention: EventMention) -> Iterable[Party]:
    """The parties by which a one-party event is found: those of the first identity role that is filled, else all."""
    for role in kind_of(mention.type).subject:
        held = [party for party in mention.parties if party.role == role]
        if held:
            return held
    return mention.parties


def party_words(party: Party) -> frozenset[str]:
    """Every word by which a party, or the subsidiary that acts for it, may be called in another article."""
    forms = [form for form in (party.name, *party.aliases, party.via or "") if not is_description(form)]
    return frozenset(word[:LONGEST] for form in forms for word in (*strong(form), *initials(form)))


def object_words(mention: EventMention) -> frozenset[str]:
    """The words of places and products."""
    found = {word for place in mention.places for word in words(place.name)}
    found |= {word for product in mention.products for word in content(product.name)}
    return frozenset(word[:LONGEST] for word in found)
