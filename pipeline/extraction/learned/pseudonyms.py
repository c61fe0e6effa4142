"""Pseudonyms: words that the core reads in place of an article's names, so that nothing it says leans on who is named.

A company, person or city is called by one word wherever the article names it, by whatever form; words that tell what it
is ("Bank", "Ministry") stay beside it. The name of a country or state stays, as it says more than who is meant.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extraction.learned.windows import Replacement

PSEUDONYMS: Mapping[str, tuple[str, ...]] = {
    "org": tuple(
        """Sigma Saturn Lotus Glacier Panther Venus Gamma Mercury Raven Viking Hercules Rainbow Jewel Phantom Willow
        Pyramid Canyon Lynx Fjord Comet Neptune Bison Lava Hydra Basilica Tempest Savanna Monument Cyclone Viper Violet
        Ivory Penguin Symphony Sonata Melody Anthem Crimson Scarlet Butterfly Eagles Rangers Sandstone Orbital Torpedo
        Trumpet Saxophone Lacrosse""".split()
    ),
    "person": tuple(
        """Thompson Stewart Nelson Graham Marshall Evans Edwards Adams Wallace Bennett Harper Thomson Newman Fletcher
        Jenkins Shepherd Ferguson Patterson Hawkins Sheridan Perkins Walton Lawson Crosby Goodman Abbott Buchanan
        Johnston Elliott Robertson Barnes Morrison Gardner Clayton Benson Peterson Matthews Sawyer Kendall""".split()
    ),
    "place": tuple(
        """Windsor Rochester Warwick Coventry Bradford Cornwall Greenwich Middlesex Camden Stafford Derby Hastings
        Newark Hanover Dundee Cardiff Essex Devon Sherwood""".split()
    ),
    "handle": ("@account",),
}


@dataclass(frozen=True)
class NamePlace:
    """Where an entity is named: characters of a sentence; `told` is what stays of the name beside the pseudonym."""

    sentence: int
    start: int
    end: int
    entity_id: str
    kind: str
    told: str


def replaced(names: Iterable[NamePlace], pseudonyms: Mapping[str, Sequence[str]]) -> dict[int, list[Replacement]]:
    """What stands in place of each name, by sentence; pseudonyms are given in the order in which entities are named.

    Entities of all kinds are counted together, so that one whose kind is mistaken changes no other's pseudonym.
    """
    given: dict[str, str] = {}
    found: dict[int, list[Replacement]] = {}
    for name in names:
        if name.entity_id not in given:
            given[name.entity_id] = _free(pseudonyms[name.kind], len(given), set(given.values()))
        said = f"{given[name.entity_id]} {name.told}".strip()
        found.setdefault(name.sentence, []).append(Replacement(name.start, name.end, said))
    return found


def _free(pseudonyms: Sequence[str], number: int, taken: set[str]) -> str:
    """The pseudonym of that number or the next that nobody has; where all are taken, that number's."""
    start = number % len(pseudonyms)
    ordered = [*pseudonyms[start:], *pseudonyms[:start]]
    return next((p for p in ordered if p not in taken), ordered[0])
