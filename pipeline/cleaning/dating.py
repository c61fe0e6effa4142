"""The dates a text gives of itself: header lines, datelines. Nothing is later than the day it was received."""

import re
from datetime import date, datetime

from dateutil import parser

from pipeline.cleaning.lines import Line
from schemas.article import SourceDate
from schemas.dates import first_day
from schemas.evidence import Evidence

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WRITTEN = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}/\d{{2}}/\d{{2}})"
_DAY = re.compile(_WRITTEN)
_SCRAPED = re.compile(r"\A\s*date (?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|\Z)")
_NOT_FIRST = re.compile(r"updat|correct|modif|last|review", re.IGNORECASE)
_DATELINE = re.compile(
    rf"^[*_\s]*(?:[A-Z][\w.'’/ -]+,\s*){{0,3}}[A-Z][\w.'’ -]+[,–—\s-]+(?:[A-Za-z]{{3,9}}, )?(?P<day>{_WRITTEN})[*_\s]*(?:\([^)]*\)|/[^/]*/)?\s*(?:[-–—:|]|/)"
)


def scraped(body: str) -> re.Match[str] | None:
    """The `date D` that a scraper wrote in front of the text."""
    return _SCRAPED.match(body)


def written_date(text: str) -> str | None:
    """The day that a written date means, ISO; None where there is none such."""
    try:
        return parser.parse(text.replace(".", " "), default=datetime(1, 1, 1)).date().isoformat()  # noqa: DTZ001 - a day, no moment
    except (ValueError, OverflowError):
        return None


def header_date(lines: list[Line]) -> tuple[str, int, int] | None:
    """The first day written in a line before the story, that does not speak of an update; with its place in the body."""
    for line in lines:
        if line.is_prose:
            return None
        found = _DAY.search(line.text)
        if found and not _NOT_FIRST.search(line.text[: found.start()]) and (day := written_date(found.group())):
            return day, line.start + found.start(), line.start + found.end()
    return None


def dateline_date(lines: list[Line]) -> tuple[str, int, int] | None:
    """The day in a dateline that opens the first paragraphs."""
    for line in [one for one in lines if one.is_prose][:2]:
        found = _DATELINE.match(line.text)
        if found and (day := written_date(found["day"])):
            return day, line.start + found.start("day"), line.start + found.end("day")
    return None


def believable(found: SourceDate | None, received: date, crawled: SourceDate | None) -> SourceDate | None:
    """The date, unless it is later than the crawl or the day it was received."""
    if found is None or first_day(found.value) > received:
        return None
    if crawled is not None and found.value[: len(crawled.value)] > crawled.value:
        return None
    return found


def shown(value: str, source: str, evidence: Evidence | None) -> SourceDate:
    """A date with where it stood."""
    return SourceDate.model_validate({"value": value, "source": source, "evidence": evidence})
