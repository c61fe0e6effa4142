"""Places: where the text says that things are, found in the gazetteer and set in their country."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extraction import gazetteer
from pipeline.extraction.datelines import dateline_span
from pipeline.extraction.document import Entity, Sentence, Surface
from pipeline.extraction.name_words import DESCRIPTORS
from pipeline.extraction.standing import Standing
from pipeline.extraction.towns import town_at
from pipeline.extraction.words import words
from schemas.evidence import Evidence
from schemas.mention import Place

_SCENES = words(
    "plant yard mill house network app label business unit arm branch fund college university hospital hotel clinic quarry bakery"
)
_MARKET = re.compile(
    r"\b(?:sell|sold|sale|sales|market|markets|distribut\w+|rights|launch\w*|available|export\w*|customers?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SEAT = re.compile(r",?\s(?:of|from)\s(?:the\s)?$")
_GENITIVE = re.compile(r"[’']s?\s(?:[a-z-]+\s){0,3}")
_DESCRIBES = re.compile(
    r"\s(?:[a-z&-]+\s){0,3}?(?:" + "|".join(sorted(DESCRIPTORS - _SCENES, key=len, reverse=True)) + r")\b"
)
_ORIGIN = re.compile(r"-(?:based|headquartered|listed|born|area)\b")


def find_places(
    text: str, entities: Sequence[Entity], sentences: tuple[Sentence, ...], countries: tuple[str, ...]
) -> tuple[Place, ...]:
    """Every place that is named as a scene: no dateline, no seat of a company told by "-based".

    A town that is told with its state has the full name wherever the article names it.
    """
    standing = Standing(entities)
    begin, end = dateline_span(text, sentences)
    found = [
        place
        for entity in entities
        if entity.kind == "place"
        for place in _named([s for s in entity.surfaces if not begin <= s.start < end], text, entity.name, countries)
        if not _is_origin(place.evidence.start, place.evidence.end, text, standing)
    ]
    return tuple(_without_states(sorted(found, key=lambda p: p.evidence.start)))


def _named(told: Sequence[Surface], text: str, name: str, countries: tuple[str, ...]) -> Iterator[Place]:
    """The places that the surfaces of one name mean: each the town in the state that follows, else in the first one told."""
    towns = [town_at(surface.start, surface.end, text) for surface in told]
    first = next(filter(None, towns), None)
    for surface, own in zip(told, towns, strict=True):
        town = own or first
        spot = town.spot if town else gazetteer.locate(name, countries)
        yield _place(town and town.name, spot, surface.start, own.end if own else surface.end, text)


def _without_states(places: list[Place]) -> Iterator[Place]:
    """The places in text order, without the states that belong to the town before them."""
    end = 0
    for place in places:
        if place.evidence.start >= end:
            yield place
        end = max(end, place.evidence.end)


def _is_origin(start: int, end: int, text: str, standing: Standing) -> bool:
    """Whether a place only tells where a company is from: "Tarvik of Graz", "the Graz maker", "Austria's Tarvik"."""
    if _ORIGIN.match(text, end):
        return True
    seat = _SEAT.search(text, max(0, start - 12), start)
    if seat and standing.ending_at(seat.start(), "org", "person"):
        return True
    genitive = _GENITIVE.match(text, end)
    if genitive:
        return standing.at(genitive.end(), "org", "person") is not None
    return _DESCRIBES.match(text, end) is not None


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


def _place(name: str | None, spot: gazetteer.Spot | None, start: int, end: int, text: str) -> Place:
    """The place that the words at `start:end` name, by their own words where it has no fuller name."""
    said = text[max(0, start - 90) : start]
    return Place(
        name=name or text[start:end],
        role="market" if _MARKET.search(said) else "site",
        country=spot.country if spot else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        evidence=Evidence.cut(text, start, end),
    )
