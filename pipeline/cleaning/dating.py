"""The days a text names of itself: a scraper's header, lines before the story, a dateline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.cleaning.lines import Line
from pipeline.readers.literals import WRITTEN, written_day

_DAY = re.compile(WRITTEN, re.IGNORECASE)
_NUMBERS = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_SCRAPED = re.compile(r"\A\s*date (?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|\Z)")
_CHANGED = re.compile(r"updat|correct|modif|edited", re.IGNORECASE)
_OF_SOMETHING = re.compile(
    r"review|week (?:of|to|ending)|issue|until|expires|deadline|(?:when|where|date|time|starts?|ends?)\s?:",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][\w.'’ -]*"
_WIRE = r"(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)"
_DATELINE = re.compile(
    rf"[*_\s]*(?:{_PLACE}(?:[,/] ?{_PLACE}){{0,3}}(?:\s*{_WIRE})?[\s,–—:/-]+)?(?:(?i:[a-z]{{3,9}}), )?(?P<day>(?i:{WRITTEN}))"
    rf"[*_\s]*{_WIRE}?\s*(?:[-–—:|/]|$)"
)
_LONGEST_DATELINE = 200
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Named:
    """A day (or month, or year), and the place of its words in the body."""

    value: str
    start: int
    end: int


def scraped(body: str) -> re.Match[str] | None:
    """The `date D` that a scraper wrote in front of the text."""
    return _SCRAPED.match(body)


def names_a_day(text: str) -> bool:
    """Whether a whole day is written in the text."""
    return bool(_DAY.search(text) or _NUMBERS.search(text))


def header_days(lines: list[Line]) -> tuple[Named | None, Named | None]:
    """The first day that lines before the story tell as theirs, and the first day of a change to it."""
    first = changed = None
    for line, day in _before(lines):
        said = line.text[: day.start - line.start]
        if _CHANGED.search(said):
            changed = changed or day
        elif not _OF_SOMETHING.search(said):
            first = first or day
    return first, changed


def _before(lines: list[Line]) -> Iterator[tuple[Line, Named]]:
    label = False
    for line in lines:
        if line.is_prose or line.is_long:
            return
        for found in [] if label else _DAY.finditer(line.text):
            if day := written_day(found.group()):
                yield line, Named(day, line.start + found.start(), line.start + found.end())
        for found in [] if label else _NUMBERS.finditer(line.text):
            if day := _numbered(found, lines):
                yield line, Named(day, line.start + found.start(), line.start + found.end())
        label = line.text.endswith(":")  # what follows a label is its value


def _numbered(found: re.Match[str], lines: list[Line]) -> str | None:
    """The day of a date in numbers; where both orders make one, that whose weekday the story begins with."""
    first, second, year = (int(number) for number in found.groups())
    days = {day for month, of_month in ((second, first), (first, second)) if (day := _made(year, month, of_month))}
    if len(days) > 1:
        lead = " ".join(line.text for line in [line for line in lines if line.is_prose][:2])
        days = {day for day in days if _WEEKDAYS[day.weekday()] in lead}
    return days.pop().isoformat() if len(days) == 1 else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dateline_day(lines: list[Line]) -> Named | None:
    """The day in a dateline that opens one of the first paragraphs."""
    for line in [one for one in lines if one.is_prose][:2]:
        found = _DATELINE.match(line.text[:_LONGEST_DATELINE])
        if found and (day := written_day(found["day"])):
            return Named(day, line.start + found.start("day"), line.start + found.end("day"))
    return None


def day_in(text: str, day: str) -> tuple[int, int] | None:
    """Where a text names that day, in figures or written; None where it does not."""
    at = text.find(day)
    if at >= 0:
        return at, at + len(day)
    return next((found.span() for found in _DAY.finditer(text) if written_day(found.group()) == day), None)
