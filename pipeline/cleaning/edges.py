"""Before the story and behind it: what stands there is judged more strictly than what stands in it."""

import re

from pipeline.cleaning.furniture import at_edge, is_link_list, is_stamp, notices
from pipeline.cleaning.lines import Cut, Line

_LONGEST_NOTICE = 60
_SURELY_NOTICES = 3
_SHORT = 14
_QUOTE = re.compile(r"[\"“”]")
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*")


def head(lines: list[Line], headline: Line | None) -> list[Cut]:
    """Cuts among the lines before the first prose; the headline stays, the masthead above it goes."""
    cuts, above = [], headline is not None
    for line in lines:
        if line is headline:
            above = False
            continue
        if line.is_prose:
            break
        reason = head_reason(line) or ("masthead" if above and not line.names & story_names(lines) else None)
        if reason:
            cuts.append(Cut(line.start, line.end, reason))
    return cuts


def head_reason(line: Line) -> str | None:
    """Why a line before the story goes: a date, a section's name, a notice."""
    if is_stamp(line.text):
        return "date line"
    if is_link_list(line.text):
        return "menu"
    if _CAPITALS.fullmatch(line.text) and line.words <= 5:
        return "section"
    if line.words <= _SHORT and re.fullmatch(r"for immediate (?:use|release)[:.]?", line.text, re.IGNORECASE):
        return "desk"
    return at_edge(line.text) if line.words <= _SHORT else None


def tail(lines: list[Line]) -> list[Cut]:
    """Cuts from the end backwards, until a line belongs to the story."""
    cuts: list[Cut] = []
    names = story_names(lines)
    for position in range(len(lines) - 1, 1, -1):
        reason = tail_reason(lines[position], names, last=position >= len(lines) - 4)
        if reason is None:
            break
        cuts.append(Cut(lines[position].start, lines[position].end, reason))
    return cuts


def page_tail(lines: list[Line]) -> list[Cut]:
    """Cuts from the end of a page's body backwards: it was cut once, so that only plain notices go."""
    cuts: list[Cut] = []
    for line in lines[:1:-1]:
        reason = at_edge(line.text) or ("menu" if is_link_list(line.text) else None)
        if reason is None or line.words > _SHORT:
            break
        cuts.append(Cut(line.start, line.end, reason))
    return cuts


def story_names(lines: list[Line]) -> frozenset[str]:
    """Names that the first half of the prose uses."""
    prose = [line for line in lines if line.is_prose]
    return frozenset(name for line in prose[: max(2, len(prose) // 2)] for name in line.names)


def tail_reason(line: Line, story: frozenset[str], *, last: bool) -> str | None:
    """Why a line behind the story goes: a notice by its words, a scrap, or a short line about something else."""
    if _QUOTE.search(line.text) and line.is_prose:
        return None
    if (reason := at_edge(line.text)) and (line.words <= _LONGEST_NOTICE or notices(line.text) >= _SURELY_NOTICES):
        return reason
    if is_link_list(line.text):
        return "menu"
    if line.text.startswith(("•", "- ", "* ")) or line.words > _SHORT:
        return None
    if not line.is_ended:
        return "scrap"
    return "about something else" if last and not (line.names | {line.text.split()[0]}) & story else None
