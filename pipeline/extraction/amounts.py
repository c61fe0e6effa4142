"""Amounts: money, shares, people, areas, capacities and counts, in all the notations that news uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extraction import currencies
from pipeline.extraction.amount_kinds import kind_of, qualifier_before, scope_after
from pipeline.extraction.numerals import FIGURES, NUMBER, SCALE, value_of
from pipeline.extraction.units import COUNTED, MEASURES
from schemas.evidence import Evidence
from schemas.mention import Amount

_RANGE = r"(?:\s?(?:-|–|to|and)\s?)"
_CODE = r"(?P<code>\b[A-Z]{3})"
_SIGNED = re.compile(
    rf"(?<![\w$])(?P<sign>{currencies.SIGN})\s?(?P<number>{FIGURES})(?P<scale>{SCALE})?"
    rf"(?:{_RANGE}(?:(?P=sign)\s?)?(?P<number2>{FIGURES})(?P<scale2>{SCALE}))?(?![\w%])"
)
_CODED = re.compile(rf"{_CODE}\s?\$?(?P<number>{FIGURES})(?P<scale>{SCALE})?(?![\w%])")
_NAMED = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:{_RANGE}(?P<number2>{FIGURES})(?P<scale2>{SCALE}))?"
    rf"[\s-](?P<name>{currencies.NAME}|[A-Z]{{3}}\b)"
)
_PERCENT = re.compile(
    rf"(?P<number>{NUMBER})(?:{_RANGE}(?P<number2>{FIGURES}))?(?:\s?%|[\s-](?:per\s?cent\b|pct\b|percent\b))"
)
_MEASURED = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:{_RANGE}(?P<number2>{FIGURES})(?P<scale2>{SCALE})?)?"
    rf"[\s-]?(?P<unit>{'|'.join(p for p, _, _ in MEASURES)})(?![\w])"
)
_LITTLE_WORD = (
    r"(?:of|to|in|for|at|by|with|from|on|and|or|per|is|are|was|were|million|billion|years?|months?|weeks?|days?|hours?|percent|"
    r"than|that|which|its|a|an|the|will|has|have|had|be|as|up|out|but|while)\b"
)
_COUNT = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})?\+?(?:\s(?:or\s)?more)?\s(?:of\s(?:its|the|their|[A-Z]\w+[’']s?)\s)?"
    rf"(?P<between>(?:(?!{_LITTLE_WORD})[^\W\d][\w’'&-]*\s){{0,3}}?)(?P<noun>{'|'.join(sorted(COUNTED, key=len, reverse=True))})\b(?!-)"
)
_BARE = re.compile(
    rf"(?P<number>{FIGURES})(?P<scale>[\s-]?(?:million|billion|bn|crore))\b(?=\s?[,.;)]|\s(?:up\s?front|in cash|for)\b)"
)
_PARTS = {"half": 50.0, "third": 33.0, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_PART = re.compile(
    r"\b(?:a|one)?[\s-]?(?P<part>half|third|quarter|fifth|tenth)(?=[\s-](?:of\s(?:the|its|their|all|an?)|stake|interest|share)\b)"
)
_EVEN = re.compile(r"\b50\s?[-:/–]\s?50\b|\b(?:fifty-fifty|in equal parts|in equal shares)\b")
_SEATED = re.compile(rf"(?P<number>{FIGURES})-(?:seat|room|bed|berth|unit|store|key|car|space|vehicle)\b")


@dataclass(frozen=True)
class _Found:
    """An amount in the text."""

    start: int
    end: int
    value: float
    unit: str


def find_amounts(text: str, countries: tuple[str, ...]) -> tuple[Amount, ...]:
    """Every amount that the text names in a unit we know, with what it seems to count."""
    dollar = currencies.dollar_of(text, countries)
    found = [
        *_money(text, countries, dollar),
        *_shares(text),
        *_measures(text),
        *_counts(text),
    ]
    kept = _longest(found)
    kept += [one for one in _inherited(text, kept) if not _overlaps(one, kept)]
    return tuple(_amount(one, text) for one in sorted(kept, key=lambda f: f.start))


def _money(text: str, countries: tuple[str, ...], dollar: str) -> Iterator[_Found]:
    """Sums of money."""
    for found in _SIGNED.finditer(text):
        yield from _ends(found, currencies.of_sign(found["sign"], dollar))
    for found in _CODED.finditer(text):
        if found["code"] in currencies.codes():
            yield from _ends(found, found["code"])
    for found in _NAMED.finditer(text):
        name = found["name"]
        code = name if name in currencies.codes() else currencies.of_name(name, countries, dollar)
        if code:
            yield from _ends(found, code)


def _shares(text: str) -> Iterator[_Found]:
    """Percentages."""
    for found in _PERCENT.finditer(text):
        yield from _ends(found, "percent")
    for found in _PART.finditer(text):
        yield _Found(found.start(), found.end(), _PARTS[found["part"]], "percent")
    for found in _EVEN.finditer(text):
        yield _Found(found.start(), found.end(), 50.0, "percent")


def _measures(text: str) -> Iterator[_Found]:
    """Areas, capacities, weights."""
    for found in _MEASURED.finditer(text):
        unit, factor = next((u, f) for p, u, f in MEASURES if re.fullmatch(p, found["unit"]))
        for one in _ends(found, unit):
            yield _Found(one.start, one.end, round(one.value * factor, 6), unit)


def _counts(text: str) -> Iterator[_Found]:
    """People, sites and things."""
    for found in _COUNT.finditer(text):
        small = found["number"].isdigit() and 1900 <= int(found["number"]) <= 2100
        if not small:
            yield _Found(found.start(), found.end(), value_of(found["number"], found["scale"]), COUNTED[found["noun"]])
    for found in _SEATED.finditer(text):
        yield _Found(found.start(), found.end(), value_of(found["number"], None), "units")


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
    for found in _BARE.finditer(text):
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
