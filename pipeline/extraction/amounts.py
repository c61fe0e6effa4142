"""Amounts: money, shares, people, areas, capacities and counts, in all the notations that news uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extraction import currencies, notations
from pipeline.extraction.amount_kinds import kind_of
from pipeline.extraction.numerals import value_of
from pipeline.extraction.scopes import is_running_total, qualifier_before, scope_after
from pipeline.extraction.units import COUNTED, MEASURES
from schemas.evidence import Evidence
from schemas.mention import Amount


@dataclass(frozen=True)
class _Found:
    """An amount in the text."""

    start: int
    end: int
    value: float
    unit: str


def find_amounts(text: str, countries: tuple[str, ...]) -> tuple[Amount, ...]:
    """Every amount that the text names in a unit we know, with what it seems to count; no sum of all rounds so far."""
    dollar = currencies.dollar_of(text, countries)
    found = [
        *_money(text, countries, dollar),
        *_shares(text),
        *_measures(text),
        *_counts(text),
    ]
    kept = _longest(found)
    kept += [one for one in _inherited(text, kept) if not _overlaps(one, kept)]
    kept = [one for one in kept if one.unit not in currencies.codes() or not is_running_total(text, one.start, one.end)]
    return tuple(_amount(one, text) for one in sorted(kept, key=lambda f: f.start))


def _money(text: str, countries: tuple[str, ...], dollar: str) -> Iterator[_Found]:
    """Sums of money."""
    for found in notations.SIGNED.finditer(text):
        yield from _ends(found, currencies.of_sign(found["sign"], countries, dollar))
    for found in notations.CODED.finditer(text):
        if found["code"] in currencies.codes():
            yield from _ends(found, found["code"])
    for found in notations.NAMED.finditer(text):
        name = found["name"]
        code = currencies.of_name(name, countries, dollar)
        if code and not (name in currencies.VERBS and _is_year(found)):
            yield from _ends(found, code)
    for found in notations.PENNIES.finditer(text):
        code = dollar if found["coin"].endswith("cents") else "GBP"
        yield _Found(found.start(), found.end(), value_of(found["number"], None) / 100, code)


def _shares(text: str) -> Iterator[_Found]:
    """Percentages."""
    for found in notations.PERCENT.finditer(text):
        yield from _ends(found, "percent")
    for found in notations.PART.finditer(text):
        yield _Found(found.start(), found.end(), notations.PARTS[found["part"]], "percent")
    for found in notations.EVEN.finditer(text):
        yield _Found(found.start(), found.end(), 50.0, "percent")


def _measures(text: str) -> Iterator[_Found]:
    """Areas, capacities, weights."""
    for found in notations.MEASURED.finditer(text):
        unit, factor = next((u, f) for p, u, f in MEASURES if re.fullmatch(p, found["unit"]))
        for one in _ends(found, unit):
            yield _Found(one.start, one.end, round(one.value * factor, 6), unit)


def _counts(text: str) -> Iterator[_Found]:
    """People, sites and things."""
    for found in notations.COUNT.finditer(text):
        if not _is_year(found) and not found.group().casefold().startswith("one of "):
            yield _Found(
                found.start(), found.end(), value_of(found["number"], found["scale"]), COUNTED[found["noun"].casefold()]
            )
    for found in notations.SEATED.finditer(text):
        yield _Found(found.start(), found.end(), value_of(found["number"], None), "units")


def _is_year(found: re.Match[str]) -> bool:
    """Whether the number of a match is a year rather."""
    return found["number"].isdigit() and 1900 <= int(found["number"]) <= 2100 and not found["scale"]


def _ends(found: re.Match[str], unit: str) -> Iterator[_Found]:
    """The amount of a match, or both ends where it tells a range."""
    groups = found.groupdict()
    second, scale2 = groups.get("number2"), groups.get("scale2")
    scale = groups.get("scale")
    if not second:
        yield _Found(found.start(), found.end(), value_of(found["number"], scale), unit)
        return
    split = found.start("number2")
    cut = found.end("scale") if scale else found.end("number")
    yield _Found(found.start(), cut, value_of(found["number"], scale or scale2), unit)
    yield _Found(split, found.end(), value_of(second, scale2), unit)


def _longest(found: list[_Found]) -> list[_Found]:
    """The amounts that lie in no longer one."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if not _overlaps(one, kept):
            kept.append(one)
    return kept


def _overlaps(one: _Found, others: list[_Found]) -> bool:
    """Whether an amount shares words with another."""
    return any(one.start < other.end and other.start < one.end for other in others)


def _inherited(text: str, known: list[_Found]) -> Iterator[_Found]:
    """Millions without a currency: that of the sum named before them in the same paragraph."""
    money = sorted((k for k in known if k.unit in currencies.codes()), key=lambda f: f.start)
    for found in notations.BARE.finditer(text):
        before = [m for m in money if m.end <= found.start() and "\n" not in text[m.end : found.start()]]
        if before:
            yield _Found(found.start(), found.end(), value_of(found["number"], found["scale"]), before[-1].unit)


def _amount(found: _Found, text: str) -> Amount:
    """The amount with its words, and what those around say that it counts."""
    scope, per_share = scope_after(text, found.end)
    is_money = found.unit in currencies.codes()
    return Amount(
        value=found.value,
        unit=f"{found.unit}/share" if per_share and is_money else found.unit,
        kind=kind_of(text, found.start, found.end, "money" if is_money else found.unit),
        scope=scope,
        qualifier=qualifier_before(text, found.start),
        text=text[found.start : found.end],
        evidence=Evidence.cut(text, found.start, found.end),
    )
