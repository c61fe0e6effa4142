"""Before the story: dates, sections, bylines, mastheads; the headline stays."""

import re

from pipeline.cleaning.dating import names_a_day
from pipeline.cleaning.furniture import is_link_list, is_stamp
from pipeline.cleaning.lines import Cut, Line, story_names
from pipeline.cleaning.notices import certain

_SHORT = 14
_HEADLINE_WORDS = range(3, 26)
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*")
_BAR = re.compile(r" ?[|•·] ?| / | - ")
_RELEASE = re.compile(r"for immediate (?:use|release)[:.]?|(?:press|media|news) release[:.]?", re.IGNORECASE)
_PERSON = r"[A-ZÀ-Ý][\w'’.-]+(?: (?:[A-ZÀ-Ý][\w'’.-]*|de|da|di|van|von|der|den|del|bin|al|ó|ní)){1,3}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Text|Words|Written by|Story by|Author)\s?:? (?P<names>{_PERSON}(?:(?:, | and | & ){_PERSON})*)"
    r"(?:,? (?:in|for) [A-Z][\w ]{2,30}|, [\w ]{3,40})?"
)


def head(lines: list[Line], headline: Line | None) -> list[Cut]:
    """Cuts among the lines before the first prose; the headline stays, the masthead above it goes."""
    cuts, above, names = [], headline is not None, story_names(lines)
    label = False
    for line in lines:
        if line.is_prose or line.is_long:
            break
        above = above and line is not headline
        reason = None if line is headline or label else head_reason(line)
        if reason is None and above and not line.names & names:
            reason = "masthead"
        if reason:
            cuts.append(Cut(line.start, line.end, reason))
        label = line.text.endswith(":")  # what follows a label is its value
    return cuts


def head_reason(line: Line) -> str | None:
    """Why a line before the story goes: a date, a menu, a section's name, a byline, a notice."""
    if is_stamp(line.text) or is_dated_row(line.text):
        return "date line"
    if is_link_list(line.text):
        return "menu"
    if _RELEASE.fullmatch(line.text):
        return "desk"
    if _CAPITALS.fullmatch(line.text) and line.words <= 5:
        return "section"
    if names_in_byline(line.text):
        return "byline"
    return certain(line.text) if line.words <= _SHORT else None


def is_dated_row(text: str) -> bool:
    """Whether a line is a row between bars, one part of which is a day."""
    return bool(_BAR.search(text)) and names_a_day(text) and len(text.split()) <= _SHORT


def bylines(lines: list[Line]) -> tuple[str, ...]:
    """The authors that lines before the story name."""
    found: list[str] = []
    for line in lines:
        if line.is_prose or line.is_long:
            break
        found += names_in_byline(line.text)
    return tuple(dict.fromkeys(found))


def names_in_byline(text: str) -> list[str]:
    """The people that a byline names; none where neither the text nor a part of it between bars is one."""
    parts = [_BYLINE.fullmatch(part.strip()) for part in _BAR.split(text.strip("*_ "))]
    return [name for written in parts if written for name in re.split(r", | and | & ", written["names"])]


def headline_line(lines: list[Line], known: str | None) -> Line | None:
    """The line that is the headline: the one that is known, else the first title-like one whose names the story uses."""
    before: list[Line] = []
    for line in lines:
        if (line.is_prose and line.is_ended) or line.is_long:
            break
        before.append(line)
    if known:
        return next((line for line in before if line.text.strip("#*_ ") == known.strip()), None)
    story = {name for line in lines if line.is_prose for name in line.names}
    titles = [line for line in before if line.words in _HEADLINE_WORDS and not head_reason(line)]
    return max(titles, key=lambda line: (len(line.names & story), line.words), default=None)


def house_words(lines: list[Line], cuts: list[Cut], publisher: str | None) -> frozenset[str]:
    """The words of the house's name: those of the publisher, and of the mastheads that were cut."""
    spans = {(cut.start, cut.end) for cut in cuts if cut.reason in {"masthead", "section", "menu"}}
    told = [publisher or "", *(line.text for line in lines if (line.start, line.end) in spans)]
    return frozenset(word for text in told for word in re.findall(r"\w+", text.casefold()))
