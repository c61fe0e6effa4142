"""Places: where the text says that things are, found in the gazetteer and set in their country."""

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Entity, Sentence
from schemas.evidence import Evidence
from schemas.mention import Place

_MARKET = re.compile(
    r"\b(?:sell|sold|sale|sales|market|markets|distribut\w+|rights|launch\w*|available|export\w*|customers?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^a-z\n]{2,60}?(?:\([A-Za-z ]+\)\s?)?(?:--|[-–—:])|^[A-Z][\w .,/]{2,50}\s[–—-]{1,2}\s")
_DATELINE_REACH = 90
_ORIGIN = re.compile(r"-(?:based|headquartered|listed|born|area)\b")


def find_places(
    text: str, entities: Iterable[Entity], sentences: tuple[Sentence, ...], countries: tuple[str, ...]
) -> tuple[Place, ...]:
    """Every place that is named as a scene: no dateline, no seat of a company told by "-based"."""
    named = [e for e in entities if e.kind == "place"]
    skipped = _datelines(text, sentences)
    found = [
        _place(e.name, surface.start, surface.end, text, countries)
        for e in named
        for surface in e.surfaces
        if surface.start not in skipped and not _ORIGIN.match(text, surface.end)
    ]
    return tuple(sorted(found, key=lambda p: p.evidence.start))


def countries_of(entities: Iterable[Entity], text: str) -> tuple[str, ...]:
    """The countries that a text speaks of, by name or by adjective, the most often meant first."""
    seen: Counter[str] = Counter()
    for place in (e for e in entities if e.kind == "place"):
        spot = gazetteer.locate(place.name, ()) if gazetteer.is_well_known(place.name) else None
        if spot and spot.country:
            seen[spot.country] += len(place.surfaces)
    for word in re.findall(r"\b[A-Z][a-z]+(?:ish|ese|an|ch|i|ss|sh|ek)\b", text):
        country = gazetteer.country_of_nationality(word)
        if country:
            seen[country] += 1
    return tuple(country for country, _ in seen.most_common())


def _place(name: str, start: int, end: int, text: str, countries: tuple[str, ...]) -> Place:
    """The place that a surface names, with what the gazetteer knows of it."""
    spot = gazetteer.locate(name, countries)
    said = text[max(0, start - 90) : start]
    return Place(
        name=text[start:end],
        role="market" if _MARKET.search(said) else "site",
        country=spot.country if spot else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        evidence=Evidence.cut(text, start, end),
    )


def _datelines(text: str, sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """The offsets that lie in a dateline: a place before the first paragraph's dash."""
    skipped: set[int] = set()
    for sentence in sentences:
        if sentence.block == "lead":
            found = _DATELINE.match(text[sentence.start : sentence.start + _DATELINE_REACH])
            if found:
                skipped.update(range(sentence.start, sentence.start + found.end()))
            break
    return frozenset(skipped)
