"""Behind the story: what stands there is judged from the end backwards, until a line belongs to the story."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from pipeline.cleaning.furniture import is_link_list
from pipeline.cleaning.lines import Cut, Line, story_names
from pipeline.cleaning.notices import certain, possible, speaks_to_reader, times_of_house_and_reader

_LONGEST_NOTICE = 60
_LONGEST_APPEAL = 35
_SHORT = 14
_SHORT_SENTENCE = 20
_MOST_OPEN = 3
_HOUSE_SPEAKS = 4
_QUOTE = re.compile(r"[\"“”]")
_BULLET = ("•", "- ", "* ", "–")


class Standing(Enum):
    """What a line by itself may be."""

    NOTICE = "notice"
    OPEN = "open"
    STORY = "story"


@dataclass(frozen=True)
class Surroundings:
    """What a line is judged by: the names of the story, and the words of the house's own name."""

    story: frozenset[str]
    house: frozenset[str]


def tail(lines: list[Line], house: Iterable[str], gone: Iterable[Line]) -> list[Cut]:
    """Cuts behind the story; an open line goes where notices stand above it, or stand or stood in its own block."""
    around = Surroundings(story_names(lines), frozenset(house))
    noted = NoticeBlocks(lines, around, gone)
    cuts: list[Cut] = []
    waiting: list[Cut] = []
    for line in lines[:1:-1]:
        standing, reason = judged(line, around)
        cut = Cut(line.start, line.end, reason)
        if standing is Standing.NOTICE or (standing is Standing.OPEN and line.block in noted):
            cuts += [*waiting, cut]
            waiting = []
        elif standing is Standing.OPEN and len(waiting) < _MOST_OPEN:
            waiting.append(cut)
        else:
            break
    return cuts


class NoticeBlocks:
    """The blocks that have a notice, or had one that is `gone`, and nothing of the story; each is judged once."""

    def __init__(self, lines: list[Line], around: Surroundings, gone: Iterable[Line]) -> None:
        self._lines = {block: list(of) for block, of in groupby(lines, key=lambda line: line.block)}
        self._around = around
        self._emptied = {line.block for line in gone}
        self._known: dict[int, bool] = {}

    def __contains__(self, block: int) -> bool:
        if block not in self._known:
            standings = {judged(line, self._around)[0] for line in self._lines[block]}
            noted = Standing.NOTICE in standings or block in self._emptied
            self._known[block] = noted and Standing.STORY not in standings
        return self._known[block]


def page_tail(lines: list[Line]) -> list[Cut]:
    """Cuts from the end of a page's body backwards: it was cut once, so that only plain notices go."""
    cuts: list[Cut] = []
    for line in lines[:1:-1]:
        short = line.words <= _SHORT and not line.is_long
        reason = (certain(line.text) or ("menu" if is_link_list(line.text) else None)) if short else None
        if reason is None:
            break
        cuts.append(Cut(line.start, line.end, reason))
    return cuts


def judged(line: Line, around: Surroundings) -> tuple[Standing, str]:
    """What a line is, by its words and names, and the reason to cut it."""
    if line.is_long or (_QUOTE.search(line.text) and line.is_prose):
        return Standing.STORY, ""
    if line.words <= _LONGEST_NOTICE and (reason := certain(line.text)):
        return Standing.NOTICE, reason
    if times_of_house_and_reader(line.text) >= _HOUSE_SPEAKS and possible(line.text):
        return Standing.NOTICE, "house notice"
    if is_link_list(line.text):
        return Standing.NOTICE, "menu"
    if line.text.startswith(_BULLET):
        return Standing.STORY, ""
    named = bool(line.every_name & around.story)
    return _sentence(line, around, named=named) if line.is_ended or line.words > _SHORT else _scrap(line, named=named)


def _scrap(line: Line, *, named: bool) -> tuple[Standing, str]:
    """A short line that is no sentence: about the story's names it may be its last subheading."""
    reason = possible(line.text)
    return (Standing.NOTICE if reason or not named else Standing.OPEN), reason or "scrap"


def _sentence(line: Line, around: Surroundings, *, named: bool) -> tuple[Standing, str]:
    """A sentence: a notice where it speaks to the reader, or of the house, in a notice's words."""
    reason = possible(line.text)
    of_house = line.words <= _SHORT_SENTENCE and around.house >= {word.casefold() for word in line.text.split()[:2]}
    appeal = speaks_to_reader(line.text) and line.words <= _LONGEST_APPEAL
    if of_house or (reason and appeal):
        return Standing.NOTICE, reason or "house notice"
    if line.words <= _SHORT_SENTENCE and (reason or appeal or not named):
        return Standing.OPEN, reason or "house notice"
    return Standing.STORY, ""
