"""The clean text: what is left of a body, its white space made even, each piece with its place in the raw document."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.cleaning.lines import Cut
from schemas.article import Removal, Segment

_PIECE = re.compile(r"[^\n]*\S")
_BLANK = re.compile(r"\n[ \t\u00a0]*\n")


class Composition:
    """Builds a text from pieces of a body; pieces of one paragraph are parted by a line end, paragraphs by two."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._length = 0
        self.segments: list[Segment] = []

    def add(self, text: str, places: Iterable[Segment], gap: str) -> None:
        """Append a piece behind a gap; `places` are relative to the piece."""
        if self._out:
            self._out.append(gap)
            self._length += len(gap)
        self.segments += [Segment(start=self._length + p.start, raw_start=p.raw_start, length=p.length) for p in places]
        self._out.append(text)
        self._length += len(text)

    @property
    def text(self) -> str:
        """What was built so far."""
        return "".join(self._out)


def compose(body: str, segments: Sequence[Segment], cuts: Sequence[Cut], into: Composition) -> None:
    """Add what the cuts leave of the body, a paragraph of its own, without white space at the lines' ends."""
    last = reached = 0
    for start, end in kept(body, cuts):
        for piece in _PIECE.finditer(body, start, end):
            text = piece.group().lstrip()
            begin = piece.end() - len(text)
            spaced = begin > max(start, last) or reached > last > 0
            gap = _gap(body[last:begin], spaced=spaced) if last else "\n\n"
            into.add(text, translated(segments, begin, piece.end()), gap)
            last = piece.end()
        reached = end


def _gap(between: str, *, spaced: bool) -> str:
    """What parts two pieces; a mark taken from within a word leaves no gap."""
    if _BLANK.search(between):
        return "\n\n"
    return "\n" if "\n" in between else " " if spaced else ""


def kept(body: str, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """The spans that no cut takes."""
    spans, at = [], 0
    for cut in sorted(cuts, key=lambda c: (c.start, c.end)):
        if cut.start > at:
            spans.append((at, cut.start))
        at = max(at, cut.end)
    return [*spans, (at, len(body))]


def translated(segments: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """Where a span of the body stands in the raw document, relative to the span's start."""
    first = max(0, bisect_right(segments, start, key=lambda s: s.start) - 1)
    found = []
    for one in segments[first:]:
        if one.start >= end:
            break
        low, high = max(start, one.start), min(end, one.start + one.length)
        if low < high:
            found.append(Segment(start=low - start, raw_start=one.raw_start + low - one.start, length=high - low))
    return found


def removals(body: str, segments: Sequence[Segment], cuts: Sequence[Cut], raw: str) -> list[Removal]:
    """The cuts as spans of the raw document, in its order; nested ones are named once."""
    found: list[Removal] = []
    reached = -1
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if cut.end <= reached or not body[cut.start : cut.end].strip():
            continue
        reached = cut.end
        places = translated(segments, cut.start, cut.end)
        if places:
            start, end = places[0].raw_start, places[-1].raw_start + places[-1].length
            found.append(Removal(start=start, end=end, text=raw[start:end], reason=cut.reason))
    return found
