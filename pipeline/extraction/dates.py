"""Dates: when things happened or will, resolved against the day of publication, never against a crawl."""

import re
from dataclasses import dataclass

from pipeline.extraction.anchors import Anchor
from pipeline.extraction.date_phrases import PHRASES, Reading
from pipeline.extraction.datelines import dateline_span
from pipeline.extraction.document import Sentence
from schemas.dates import first_day, last_day
from schemas.evidence import Evidence
from schemas.mention import EventDate
from schemas.vocabulary import DateKind

_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:expect|plan|aim|intend|hope|target|look)(?:s|ed|ing)?\s(?:to|for|it|that|the)|due|"
    r"scheduled|slated|(?:is|are|was|were)\s(?:to|set|expected)|to be|begin|begins|start|starts|by|until|upcoming|opens|closes|comes|arrives|"
    r"expires|takes effect|could|can|should|ready|before)\b"
)
_AHEAD_FOR_DAYS = re.compile(
    r"\b(?:will|(?:is|are)\s(?:to|due|scheduled|slated|set|expected)|due|scheduled|begins|starts|opens|closes|expires|"
    r"takes effect|upcoming|deadline|ends)\b"
)
_TOLD = re.compile(r"\b(?:said|announced|told|reported|signed|was|were|had|filed|closed|completed|since|ago|last)\b")
_EFFECTIVE = re.compile(r"\b(?:effective|with effect from|takes? effect|in force)\b[^.;]{0,20}$")
_ANNOUNCED = re.compile(r"\b(?:announce[ds]?|said|says|told|disclosed|unveiled|reported|statement|filing)\b")
_NAMES_DAY = re.compile(r"day\b|\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)")
_REACH = 90
_FIRST_WORDS = 500
_REACH_FOR_DAYS = 50


@dataclass(frozen=True)
class _Found:
    """A phrase in the text and what it means."""

    start: int
    end: int
    reading: Reading


def find_dates(text: str, sentences: tuple[Sentence, ...], published: str | None) -> tuple[EventDate, ...]:
    """Every expression that tells a date; its value stays open where text and publication date leave it open."""
    anchor = Anchor(published)
    begin, end = dateline_span(text, sentences)
    found: list[_Found] = []
    for sentence in sentences:
        found += _longest(_in_sentence(text, sentence, anchor))
    kept = [one for one in found if not begin <= one.start < end or not _is_told_again(one, found, end)]
    return tuple(_date(one, text, anchor) for one in kept)


def _is_told_again(dated: _Found, found: list[_Found], end: int) -> bool:
    """Whether the sentences after a dateline tell their own day, so that its day is only when they were written."""
    return any(
        end <= one.start < end + _FIRST_WORDS and one.reading.weekday is not None for one in found if one != dated
    )


def _in_sentence(text: str, sentence: Sentence, anchor: Anchor) -> list[_Found]:
    """All phrases of one sentence, overlapping ones too."""
    found = []
    for pattern, resolve in PHRASES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            reading = resolve(match, anchor, _looks_ahead(text, sentence.start, match.start(), match.group()))
            if reading is not None:
                found.append(_Found(match.start(), match.end(), reading))
    return found


def _longest(found: list[_Found]) -> list[_Found]:
    """The phrases that lie in no longer one, in text order."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def _looks_ahead(text: str, sentence_start: int, start: int, said: str) -> bool:
    """Whether the words before a date, or its own preposition, speak of what is to come."""
    before = text[max(sentence_start, start - _REACH) : start]
    if re.match(r"(?i:since|last|earlier)\b", said):
        return False
    if re.match(r"(?i:by|until|next|coming)\b", said) or re.search(r"\b(?:by|until)\s(?:the\s)?(?:\w+\s)?$", before):
        return True
    names_day = _NAMES_DAY.search(said)
    cues = _AHEAD_FOR_DAYS if names_day else _AHEAD
    ahead, told = list(cues.finditer(before[-_REACH_FOR_DAYS:] if names_day else before)), list(_TOLD.finditer(before))
    if not ahead:
        return False
    shift = len(before) - _REACH_FOR_DAYS if names_day and len(before) > _REACH_FOR_DAYS else 0
    return not told or ahead[-1].start() + shift > told[-1].start()


def _date(found: _Found, text: str, anchor: Anchor) -> EventDate:
    """The date with a first guess of its kind."""
    start = found.start + len(_lead(text[found.start : found.end]))
    return EventDate(
        kind=_kind(found, text, anchor),
        value=found.reading.value,
        weekday=found.reading.weekday,
        text=text[start : found.end],
        evidence=Evidence.cut(text, start, found.end),
    )


def _lead(said: str) -> str:
    """The preposition that a pattern needed but the expression does not contain."""
    match = re.match(
        r"(?:in|since|from|during|to|before|after|of|for|and|between|through|as of|around|back in)\s", said
    )
    return match.group() if match else ""


def _kind(found: _Found, text: str, anchor: Anchor) -> DateKind:
    """Expected where it lies ahead; effective, announced or occurred by the words around."""
    before = text[max(0, found.start - _REACH) : found.start].rsplit("\n", 1)[-1]
    value = found.reading.value
    passed = anchor.published is not None and value is not None and first_day(value) <= last_day(anchor.published)
    if _EFFECTIVE.search(before):
        return "effective"
    if found.reading.ahead and not (passed and value is not None and len(value) == 10):
        return "expected"
    if anchor.published and value and not passed:
        return "expected"
    if not anchor.published and _looks_ahead(
        text, max(0, found.start - _REACH), found.start, text[found.start : found.end]
    ):
        return "expected"
    return "announced" if _ANNOUNCED.search(before) else "occurred"
