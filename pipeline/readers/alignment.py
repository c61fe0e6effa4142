"""Where the words of an extracted text stand in the markup that it was taken from."""

import re

from schemas.article import Segment

_WORD = re.compile(r"\S+")
_GAP = r"(?:\s|<[^<>]*>|&\w+;|&#\d+;)+"
_NEAR = 400
_FAR = 200_000
_ANCHOR_WORDS = 4


def align(text: str, raw: str) -> tuple[Segment, ...]:
    """Segments of equal characters in `text` and `raw`, in order; words that are written otherwise in `raw` have none."""
    found: list[Segment] = []
    at = 0
    for line in re.finditer(r"[^\n]+", text):
        start = _anchor(line.group(), raw, at, at + _FAR if found else len(raw))
        if start is not None:
            at = _words(text, line.start(), line.end(), raw, start, found)
    return joined(found)


def _anchor(line: str, raw: str, at: int, end: int) -> int | None:
    """Where the line begins in the markup, between `at` and `end`; None where it cannot be told."""
    first = [re.escape(word) for word in line.split()[:_ANCHOR_WORDS]]
    begun = re.compile(_GAP.join(first)).search(raw, at, end) if first else None
    return begun.start() if begun else None


def _words(text: str, start: int, end: int, raw: str, at: int, found: list[Segment]) -> int:
    for word in _WORD.finditer(text, start, end):
        place = raw.find(word.group(), at, at + len(word.group()) + _NEAR)
        if place >= 0:
            found.append(Segment(start=word.start(), raw_start=place, length=len(word.group())))
            at = place + len(word.group())
    return at


def joined(segments: list[Segment]) -> tuple[Segment, ...]:
    """The segments with neighbours that touch on both sides made one."""
    out: list[Segment] = []
    for one in segments:
        last = out[-1] if out else None
        if last and last.start + last.length == one.start and last.raw_start + last.length == one.raw_start:
            out[-1] = Segment(start=last.start, raw_start=last.raw_start, length=last.length + one.length)
        else:
            out.append(one)
    return tuple(out)
