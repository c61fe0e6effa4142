"""Where a value of a document's metadata stands in its source, and which day it means."""

import json
import re
from datetime import UTC, datetime
from html import unescape

from dateutil import parser

from schemas.article import Segment, SourceDate
from schemas.dates import checked_partial
from schemas.evidence import Evidence

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(  # two escapes mean one character only where they are its surrogates
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WRITTEN = (
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{MONTH},? \d{{4}}\b|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    r"|\b\d{4}(?:-\d{2}-\d{2}|/\d{2}/\d{2}|\.\d{2}\.\d{2})(?!\d))"
)
_ENTITY = re.compile(rf"{_ESCAPE.pattern}|&(?:[a-zA-Z]\w*|#\d+|#[xX][\da-fA-F]+);", re.DOTALL)
_GIVEN = re.compile(  # from the fullest to the coarsest; what stands alone must be the whole value
    rf"(?P<written>{WRITTEN})|(?P<packed>\b(?:19|20)\d{{2}}[01]\d[0-3]\d)(?=T|$)|^(?P<part>\d{{4}}(?:-\d{{2}})?)$"
    rf"|^(?P<month>{MONTH},? \d{{4}})$|^(?P<epoch>1\d{{9}}(?:\d{{3}})?)(?:\.\d+)?$",
    re.IGNORECASE,
)


def place_of(value: str, raw: str) -> tuple[Segment, ...]:
    """Segments from `value` to the string literal in `raw` that means it, entities of HTML undone; none where none does."""
    wanted = len(value)
    for literal in _LITERAL.finditer(raw):
        meaning = _meaning(literal.group()) if len(literal.group(1)) >= wanted else None
        if meaning == value:
            return _segments(literal.group(1), literal.start(1), _ESCAPE)
        if meaning and unescape(meaning) == value:
            return _segments(literal.group(1), literal.start(1), _ENTITY)
    return ()


def _meaning(literal: str) -> str | None:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return None


def _segments(inside: str, raw_start: int, escapes: re.Pattern[str]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    at = read = 0
    for escape in escapes.finditer(inside):
        if escape.start() > read:
            length = escape.start() - read
            out.append(Segment(start=at, raw_start=raw_start + read, length=length))
            at += length
        at += 1
        read = escape.end()
    if len(inside) > read:
        out.append(Segment(start=at, raw_start=raw_start + read, length=len(inside) - read))
    return tuple(out)


def date_of(value: object, raw: str) -> SourceDate | None:
    """The date that a metadata field gives, as precise as it is, with its evidence; None where it gives none."""
    told = str(value if value is not None else "").strip()
    found = _GIVEN.search(told)
    day = _day(found) if found else None
    if found is None or day is None:
        return None
    whole = raw.find(told)
    at = whole + found.start() if whole >= 0 else raw.find(found.group())
    evidence = Evidence.cut(raw, at, at + len(found.group()), "raw") if at >= 0 else None
    return SourceDate(value=day, source="meta", evidence=evidence)


def _day(found: re.Match[str]) -> str | None:
    try:
        if found["epoch"]:
            return datetime.fromtimestamp(int(found["epoch"][:10]), UTC).date().isoformat()
        if found["part"]:
            return checked_partial(found["part"]) if found["part"][:2] in {"19", "20"} else None
    except ValueError:
        return None
    day = written_day(found["written"] or found["packed"] or found["month"])
    return day[:7] if day and found["month"] else day


def written_day(text: str) -> str | None:
    """The day that a written date means, ISO; None where there is none such."""
    try:
        return parser.parse(text.replace(".", " "), default=datetime(1, 1, 1)).date().isoformat()  # noqa: DTZ001 - a day, no moment
    except (ValueError, OverflowError):
        return None
