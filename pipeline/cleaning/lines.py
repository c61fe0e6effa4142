"""A body as lines, and what is to be taken out of it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?…][\"”’')\]*_]*$|[\"”]$")
_NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’&.-]+")
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "A All Also An And Another As At Both But By Each For From Has Have He Her Here His How If In Is It Its Most Next No Not Now Of On "
        "One Only Or Our Out Over She So Some Such That The Their Then There These They This Those To Two Under We What When Where Which "
        "While Who Why With You Your",
    )
)
_LONGEST = 2000


@dataclass(frozen=True)
class Line:
    """A line with words; `start` and `end` are its place in the body without white space at its ends.

    Lines without a blank one between them are of one `block`.
    """

    start: int
    end: int
    text: str
    block: int = 0

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_long(self) -> bool:
        """Whether it is longer than any notice, heading or date line: nobody looks for one in it."""
        return len(self.text) > _LONGEST

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: long, or a whole sentence of some length."""
        return self.words >= 25 or (self.words >= 9 and bool(_ENDED.search(self.text)))

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDED.search(self.text))

    @property
    def names(self) -> frozenset[str]:
        """Its capitalized words, without the first and without those that only begin a sentence."""
        return frozenset(_NAME.findall(self.text.partition(" ")[2])) - _SMALL_WORDS

    @property
    def every_name(self) -> frozenset[str]:
        """Its capitalized words, the first one too."""
        return frozenset(_NAME.findall(self.text)) - _SMALL_WORDS


@dataclass(frozen=True)
class Cut:
    """A span of the body to be taken out, and why."""

    start: int
    end: int
    reason: str


def lines_of(body: str) -> list[Line]:
    """The lines of a body that have words."""
    found: list[Line] = []
    block = 0
    for line in _LINE.finditer(body):
        text = line.group().strip()
        if text:
            start = line.start() + line.group().index(text[0])
            block += bool(found) and body.count("\n", found[-1].end, start) > 1
            found.append(Line(start, start + len(text), text, block))
    return found


def without(lines: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines that no cut takes whole."""
    if not cuts:
        return lines
    ordered = sorted(cuts, key=lambda cut: cut.start)
    starts = [cut.start for cut in ordered]
    reach = list(accumulate((cut.end for cut in ordered), max))
    before = ((line, bisect_right(starts, line.start)) for line in lines)
    return [line for line, number in before if not number or reach[number - 1] < line.end]


def story_names(lines: list[Line]) -> frozenset[str]:
    """Names that the first half of the prose uses."""
    prose = [line for line in lines if line.is_prose]
    return frozenset(name for line in prose[: max(2, len(prose) // 2)] for name in line.names)
