"""The tail of a press release: who the company is, whom to ask, and what lawyers want said."""

import re

from pipeline.cleaning.lines import Cut, Line

_START = re.compile(
    r"(?:[*_#\s]*)(?:about (?:the )?(?:[A-Z0-9“\"][^.!?]{1,80}|us|the company)[:*_]*$|about [A-Z][^.!?]{1,60}: ?\S"
    r"|(?:cautionary|forward[- ]looking|safe harbou?r|disclaimer|legal notice)\b[^.]{0,80}[:.*_]*$"
    r"|(?:(?:media|press|investor|company|public relations)[ /&\w]{0,30})?contacts?(?: information| details)?\s*[:*_]*$"
    r"|(?:media|press|investor)s? (?:contact|inquir|enquir|relations)\w*\b.{0,100}$|for (?:more|further) information\b.{0,120}$"
    r"|source:? [A-Z][\w .,&-]{2,60}$|view (?:the )?(?:original|source)\b.*|notes? to editors?\b.{0,40}$|#{3}\s*$|- ?end ?-)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"[*_#\s]*about (?:the )?[A-Z0-9“\"]")
_LEGAL = re.compile(
    r"forward-looking statements?|certain statements (?:in|made)|private securities litigation reform act|actual results (?:may|could|to)"
    r" differ|inside information|risks and uncertainties|no obligation to update|does not constitute an offer",
    re.IGNORECASE,
)
_LEAST_BEFORE = 2


def release_tail(lines: list[Line]) -> list[Cut]:
    """The cut from where the tail begins to the end; none where nothing of a release's tail is found."""
    prose = 0
    for line in lines:
        reason = tail_start(line) if prose >= _LEAST_BEFORE else None
        if reason:
            return [Cut(line.start, lines[-1].end, reason)]
        prose += line.is_prose
    return []


def tail_start(line: Line) -> str | None:
    """Why everything from this line on is a release's tail; None where it is not."""
    if _START.match(line.text) and (line.words <= 16 or _ABOUT.match(line.text)):
        return "about the company" if _ABOUT.match(line.text) else "release tail"
    return (
        "disclaimer" if _LEGAL.search(line.text) and line.words >= 12 and not re.search(r"[“\"]", line.text) else None
    )
