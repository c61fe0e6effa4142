"""Sentences: where each begins and ends, and in which part of the article it stands."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

from pipeline.extraction.document import Sentence
from pipeline.extraction.quotation import quoted_spans
from pipeline.extraction.words import words

_LINE = re.compile(r"[^\n]+")
_WRAPPED = re.compile(r"[^.!?:\"”’)\]]$")
_WRAP_WIDTH = 50
_POINT = re.compile(r"[*•▪◦●‣–—-]\s")
_LEAD_PARAGRAPHS = 2
_LEAD_SENTENCES = 6
_END = re.compile(
    r"(?:[.!?…]+|(?<=[.!?…][\"”’)\]]))[\"”’)\]»]*\s+(?=[\"“‘'(\[«•*@#\-–—]{0,2}[A-Z0-9À-ÖØ-Þ])|\s+(?=[•▪◦●]\s)"
)
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?")
_NEVER_LAST = words(
    """mr mrs ms dr prof st rev hon gen col sgt capt lt gov sen rep messrs mt ft vs no nos fig art sec approx dept est
    rs pres supt adm maj cmdr vol pp ed eds al eg ie cf viz jan feb mar apr jun jul aug sept sep oct nov dec"""
)
_SELDOM_LAST = words(
    """inc corp co ltd plc llc bros cos jr sr pvt pte pty bhd ave blvd mfg intl assn univ va ga fla calif mass conn"""
)
_OPENERS = words(
    """the a an it its in on at he she they we you i this that these those there but and or so as for from with by
    after before when while where if since however meanwhile under also both last once earlier later shares his her
    their our not no all one two three what who how why some many most more according despite during until although
    though because about over between among through about founded based headquartered today yesterday tomorrow
    neither either each"""
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, in text order; none reaches over a paragraph's end."""
    return [span for paragraph in paragraph_spans(text) for span in _split(text, *paragraph)]


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph: a line, or lines that a fixed width has wrapped."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, line.start(), line.end())
        if start == end:
            continue
        if spans and _is_wrapped(text, spans[-1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def split_sentences(text: str, headline: str | None) -> tuple[Sentence, ...]:
    """The sentences of an article; the headline stands apart, its points and the two paragraphs after it are the lead."""
    paragraphs = paragraph_spans(text)
    first = 1 if _opens_with(text, headline) else 0
    points = first + len(list(takewhile(lambda p: is_point(text, p[0]), paragraphs[first:])))
    opening = points if points < len(paragraphs) else first
    quotes = quoted_spans(text)
    found: list[Sentence] = []
    before = first
    for number, paragraph in enumerate(paragraphs):
        before = len(found) if number == opening else before
        for start, end in _split(text, *paragraph):
            inside = any(a <= start + 1 and end - 2 <= b for a, b in quotes)
            block = "headline" if number < first else _block(number - opening, len(found) - before)
            found.append(Sentence(len(found), start, end, block, number, quoted=inside))
    return tuple(found)


def is_point(text: str, start: int) -> bool:
    """Whether what starts there is an item of a list, such as the points that a wire puts before its lead."""
    return _POINT.match(text, start) is not None


def _block(paragraph: int, sentence: int) -> Literal["lead", "body"]:
    """Where a sentence stands, counted from the end of headline and points; a text in one piece is not all lead."""
    return "lead" if paragraph < _LEAD_PARAGRAPHS and sentence < _LEAD_SENTENCES else "body"


def _opens_with(text: str, headline: str | None) -> bool:
    """Whether the first line is the headline: the one that is known, or a short line without a full stop."""
    line = text.lstrip().split("\n", 1)[0].strip()
    if headline and line == headline.strip():
        return True
    return len(line) <= 150 and "\n" in text.strip() and line[-1:] not in '.!?:”"’,' and not line.startswith(("•", "-"))


def _is_wrapped(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether a line goes on the one before it."""
    if text.count("\n", before[1], start) != 1 or not text[start].islower():
        return False
    last_line = text.rfind("\n", before[0], before[1]) + 1
    return before[1] - max(last_line, before[0]) >= _WRAP_WIDTH and bool(_WRAPPED.search(text[before[0] : before[1]]))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph."""
    begin = start
    for found in _END.finditer(text, start, end):
        if found.start() > begin and _is_end(text, begin, found):
            yield _trimmed(text, begin, found.end())
            begin = found.end()
    if begin < end:
        yield _trimmed(text, begin, end)


def _is_end(text: str, begin: int, found: re.Match[str]) -> bool:
    """Whether a full stop before a capital ends the sentence rather than an abbreviation."""
    if not found.group().startswith(".") or len(found.group().rstrip()) > 1:
        return not _is_spoken_on(text, found)
    word = _LAST_WORD.search(text, begin, found.start())
    last = word.group() if word else ""
    nxt = re.match(r"[\w’']+", text[found.end() : found.end() + 20])
    opens = nxt is None or nxt.group().casefold() in _OPENERS
    if last.casefold() in _NEVER_LAST:
        return False
    if len(last) == 1 and last.isupper():
        return opens and nxt is not None and len(nxt.group()) > 1
    if _INITIALS.fullmatch(last) or last.casefold().replace(".", "") in _SELDOM_LAST:
        return opens
    return True


def _is_spoken_on(text: str, found: re.Match[str]) -> bool:
    """Whether a question or exclamation in quotation marks is followed by its speaker in the same sentence."""
    return "?" in found.group() and text[found.end() : found.end() + 1].islower()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
