"""Salience: whether a sentence tells news, or recalls earlier history."""

import re
from datetime import timedelta

from pipeline.extraction.belongings import inside
from pipeline.extraction.document import Candidate, Sentence
from pipeline.extraction.reading import Reading
from schemas.dates import first_day, last_day
from schemas.mention import EventDate
from schemas.vocabulary import Salience

_OLD = timedelta(days=45)
_YEAR = re.compile(r"\b(?:in|since|of|from|by|until|late|early) (?:[a-z]+ )?((?:19|20)\d\d)\b", re.IGNORECASE)
_THIS = re.compile(r"\b(?:the|this|that) (?:new )?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|following|when) (?:[\w'&.-]+ ){0,6}$", re.IGNORECASE)
_UNKNOWN = 10_000
_STANDING = ("is", "are", "has", "have", "had", "was", "were")
_IN_PASSING = ("relcl", "advcl", "pcomp")


def is_recap(candidate: Candidate, dates: tuple[EventDate, ...], reading: Reading) -> bool:
    """Whether the candidate's sentence recalls what happened before: old dates, or words of recollection."""
    sentence = candidate.sentence
    if _is_old(dates, reading) or _names_earlier_year(candidate, reading) or _is_state(candidate, reading):
        return True
    if _refers_back(candidate, reading):
        return False
    recalls = reading.says(reading.lexicons.recap, sentence)
    if sentence.block == "body":
        return recalls
    if sentence.block == "lead" and _AFTER.search(reading.plain, sentence.start, candidate.trigger.start):
        return True
    return recalls and _in_passing(candidate, reading)


def salience_of(candidate: Candidate, dates: tuple[EventDate, ...], reading: Reading) -> Salience:
    """What the article is about, other news further down (only where its words say that it is new), or history."""
    if is_recap(candidate, dates, reading):
        return "background"
    if candidate.sentence.block != "body":
        return "headline"
    return "body" if is_fresh(candidate, reading) else "background"


def looks_back(sentence: Sentence, reading: Reading) -> bool:
    """Whether all days that a sentence names lie well before publication, or the only years before its year."""
    dates = tuple(d for d in reading.annotated.dates if inside(d.evidence, sentence))
    return _is_old(dates, reading) or _is_of_earlier_year(sentence, reading)


def is_fresh(candidate: Candidate, reading: Reading) -> bool:
    """Whether the sentence says that its news is of these days; further down an article, only this makes it news."""
    return reading.says(reading.lexicons.fresh, candidate.sentence)


def _is_old(dates: tuple[EventDate, ...], reading: Reading) -> bool:
    """Whether all dates near the phrase lie well before publication."""
    published = reading.article.published
    values = [d.value for d in dates if d.value]
    if not published or not values:
        return False
    edge = first_day(published.value) - _OLD
    return all(last_day(value) < edge for value in values)


def _names_earlier_year(candidate: Candidate, reading: Reading) -> bool:
    """Whether the body names a year before that of publication, or any year where publication is unknown."""
    return candidate.sentence.block == "body" and _is_of_earlier_year(candidate.sentence, reading)


def _is_of_earlier_year(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence names years, all before that of publication."""
    years = [int(year) for year in _YEAR.findall(reading.words_of(sentence))]
    published = reading.article.published
    now = first_day(published.value).year if published else _UNKNOWN
    return bool(years) and max(years) < now


def _refers_back(candidate: Candidate, reading: Reading) -> bool:
    """Whether the phrase is a noun that names a happening already told: "the partnership with", "this deal"."""
    return _THIS.search(reading.plain, max(0, candidate.trigger.start - 12), candidate.trigger.start) is not None


def _is_state(candidate: Candidate, reading: Reading) -> bool:
    """Whether the phrase is a noun that the text only says to be there: "it has a venture with", "is a tie-up of"."""
    span = reading.syntax.span(candidate.sentence, candidate.trigger.start, candidate.trigger.end)
    if span is None or candidate.sentence.block == "headline" or span.root.dep_ not in ("attr", "dobj"):
        return False
    return span.root.head.lower_ in _STANDING and not is_fresh(candidate, reading)


def _in_passing(candidate: Candidate, reading: Reading) -> bool:
    """Whether the phrase stands in a subordinate clause."""
    span = reading.syntax.span(candidate.sentence, candidate.trigger.start, candidate.trigger.end)
    return span is not None and any(t.dep_ in _IN_PASSING for t in (span.root, *span.root.ancestors))
