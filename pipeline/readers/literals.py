"""Where a value of a JSON document stands in its source."""

import json
import re

from schemas.article import Segment, SourceDate
from schemas.dates import checked_partial
from schemas.evidence import Evidence

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(  # two escapes mean one character only where they are its surrogates
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def place_of(value: str, raw: str) -> tuple[Segment, ...]:
    """Segments from `value` to the string literal in `raw` that means it; none where no literal does."""
    wanted = len(value)
    for literal in _LITERAL.finditer(raw):
        if len(literal.group(1)) >= wanted and _meaning(literal.group()) == value:
            return _segments(literal.group(1), literal.start(1))
    return ()


def _meaning(literal: str) -> str | None:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return None


def _segments(inside: str, raw_start: int) -> tuple[Segment, ...]:
    out: list[Segment] = []
    at = read = 0
    for escape in _ESCAPE.finditer(inside):
        if escape.start() > read:
            length = escape.start() - read
            out.append(Segment(start=at, raw_start=raw_start + read, length=length))
            at += length
        at += len(_meaning(f'"{escape.group()}"') or " ")
        read = escape.end()
    if len(inside) > read:
        out.append(Segment(start=at, raw_start=raw_start + read, length=len(inside) - read))
    return tuple(out)


def date_of(value: object, raw: str) -> SourceDate | None:
    """A date that a metadata field gives, as precise as it is, with its evidence; None where it gives none."""
    found = _DAY.match(str(value or "").strip())
    if not found:
        return None
    try:
        day = checked_partial(found.group())
    except ValueError:
        return None
    at = raw.find(day)
    return SourceDate(
        value=day, source="meta", evidence=Evidence.cut(raw, at, at + len(day), "raw") if at >= 0 else None
    )
