"""A body as lines, and what is to be taken out of it."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?…][\"”’')\]*_]*$|[\"”]$")
_NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’&.-]+")


@dataclass(frozen=True)
class Line:
    """A line with words; `start` and `end` are its place in the body without white space at its ends."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

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
        """Its capitalized words, without the first."""
        return frozenset(_NAME.findall(self.text.partition(" ")[2]))


@dataclass(frozen=True)
class Cut:
    """A span of the body to be taken out, and why."""

    start: int
    end: int
    reason: str


def lines_of(body: str) -> list[Line]:
    """The lines of a body that have words."""
    found = []
    for line in _LINE.finditer(body):
        text = line.group().strip()
        if text:
            start = line.start() + line.group().index(text[0])
            found.append(Line(start, start + len(text), text))
    return found


def without(lines: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines that no cut takes whole."""
    return [line for line in lines if not any(c.start <= line.start and line.end <= c.end for c in cuts)]
