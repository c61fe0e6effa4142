"""The tail of a press release: who the company is, whom to ask, and what lawyers want said."""

import re

from pipeline.cleaning.lines import Cut, Line

_NAME = r"(?:[A-Z“\"][\w“”\"'’®™.&/-]*|[a-z]{1,3}[A-Z]\w*|\d+[A-Za-z]\w*)"
_ABOUT = re.compile(
    rf"(?:About|ABOUT)(?: (?:[Tt]he|THE))? (?:{_NAME}(?:,? (?:{_NAME}|\([^)]*\)|[-–&|]|of|the|and|de|for|in|by|Inc\.))*)\s*(?::|$|[-–—] )"
    r"|(?:About|ABOUT) (?:[Uu]s|(?:[Tt]he )?(?:[Cc]ompany|[Aa]uthor|[Ff]ounder|[Oo]rganization))\s*(?::|$)"
)
_OF_THE_NEWS = re.compile(
    r"\b(?:partnership|deal|agreement|project|acquisition|transaction|merger|study|trial|event|offering|programme|program|award|product|auction)s?\s*:?$",
    re.IGNORECASE,
)
_LEGAL_HEADING = re.compile(
    r"(?:cautionary|forward[- ]looking|safe harbou?r|disclaimer|legal notice|important (?:information|notice))\b[^.]{0,80}[:.]?",
    re.IGNORECASE,
)
_PEOPLE_HEADING = re.compile(
    r"(?:(?:for )?(?:media|press|investors?|company|corporate|public relations|further|more)[ /&\w]{0,30})?(?:contacts?|enquiries|inquiries)"
    r"(?: (?:information|details|person|us))?\s*:?|contact details\S.{0,80}|#{3}|-+ ?end(?:s)? ?-+",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:view (?:the )?(?:original|source)|for (?:more|further|additional) information|to learn more)\b.{0,160}|notes? to editors?:?",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"SOURCE:? [A-Z].{2,80}|Source: .{2,80}")
_SELF = re.compile(
    r"this (?:press |news |media )?(?:announcement|release|communication|document|statement) (?:may )?(?:contains?|includes?|is not an offer|does not constitute)|certain statements (?:in|made in) this",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"forward-looking (?:statements?|information)|private securities litigation reform act|actual results (?:may|could|to) differ|risks and uncertainties|undertakes? no (?:obligation|duty)"
    r"|no obligation to update|not constitute an offer|inside information|market abuse regulation|safe harbou?r|securities act of 1933|investment advice",
    re.IGNORECASE,
)
_SAID = re.compile(r"[“\"][^“”\"]{40,}[,.!?][”\"],? (?:\w+ ){0,3}(?:said|says|added|adds|stated|noted|commented)\b")
_LEAST_BEFORE = 2
_HEADING_WORDS = 16


def release_tail(lines: list[Line]) -> list[Cut]:
    """The cut from where the tail begins to the end, and single lines of a tail before it.

    The story comes first, and is not over while people still say something.
    """
    cuts: list[Cut] = []
    prose = 0
    spoken = (n for n in range(len(lines) - 1, -1, -1) if not lines[n].is_long and _SAID.search(lines[n].text))
    last_said = next(spoken, -1)
    for number, line in enumerate(lines):
        if prose >= _LEAST_BEFORE and not line.is_long:
            if number > last_said and (reason := tail_start(line)):
                return [*cuts, Cut(line.start, lines[-1].end, reason)]
            if is_tail_line(line):
                cuts.append(Cut(line.start, line.end, "release tail"))
        prose += line.is_prose
    return cuts


def tail_start(line: Line) -> str | None:
    """Why everything from this line on is a release's tail; None where it is not."""
    if (about := _ABOUT.match(line.text)) and not _OF_THE_NEWS.search(about.group()):
        return "about the company"
    if line.words <= _HEADING_WORDS and _PEOPLE_HEADING.fullmatch(line.text):
        return "release tail"
    return "disclaimer" if is_legal(line) else None


def is_tail_line(line: Line) -> bool:
    """Whether the line is of a tail, though the story may go on behind it."""
    return line.words <= _HEADING_WORDS and bool(_LINE.fullmatch(line.text) or _SOURCE.fullmatch(line.text))


def is_legal(line: Line) -> bool:
    """Whether lawyers speak: under a heading of theirs, of the release itself, or in two of their phrases."""
    if line.words <= _HEADING_WORDS and _LEGAL_HEADING.fullmatch(line.text):
        return True
    if re.search(r"[“\"]", line.text) and not _SELF.search(line.text):
        return False
    phrases = {phrase.casefold() for phrase in _LEGAL.findall(line.text)}
    return len(phrases) > 1 or bool(phrases and _SELF.search(line.text))
