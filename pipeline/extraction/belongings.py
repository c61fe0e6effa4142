"""Which dates, amounts, places, products and quotes of an article belong to a candidate."""

import re
from collections.abc import Iterable
from datetime import timedelta

from pipeline.extraction.document import Candidate, Sentence
from pipeline.extraction.reading import Reading
from schemas.dates import first_day, last_day
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Place, Product, Quote
from schemas.taxonomy import TypeSpec
from schemas.vocabulary import DateKind, Status

_CURRENCY = re.compile(r"[A-Z]{3}(/share)?")
_SITE = re.compile(
    r"\b(in|at|near|across|outside|around|into|to|from|throughout|of|between|and|,)\s+(the\s+)?([\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\b(announce[ds]?|announcement|said|statement|filing|press release|disclosed|told)\b")
_MEETS = re.compile(r"\b(?:met|meets|meeting|called on|calls on|visited|visits)\b")
_TAKES_EFFECT = re.compile(r"\b(effective|with effect|takes? effect|as of|from)\b")


def inside(evidence: Evidence, sentence: Sentence) -> bool:
    """Whether the words stand in the sentence."""
    return evidence.space == "text" and sentence.start <= evidence.start < sentence.end


def dates_of(candidate: Candidate, status: Status, reading: Reading) -> tuple[EventDate, ...]:
    """The dates of the candidate's sentence, with the kind that they have for this event."""
    found = [d for d in reading.annotated.dates if inside(d.evidence, candidate.sentence)]
    return tuple(with_kind(d, status, reading, candidate.sentence) for d in found)


def with_kind(found: EventDate, status: Status, reading: Reading, sentence: Sentence) -> EventDate:
    """A date with the kind that it has for an event of that status, told in that sentence."""
    return found.model_copy(update={"kind": _kind(found, status, reading, sentence)})


def dates_told_apart(sentences: Iterable[Sentence], reading: Reading) -> tuple[EventDate, ...]:
    """The dates that sentences which only refer to an event give it: when it was announced, what is expected."""
    found: list[EventDate] = []
    for sentence in sentences:
        announces = "announce" in reading.words_of(sentence)
        for date in (d for d in reading.annotated.dates if inside(d.evidence, sentence)):
            if _is_ahead(date, reading):
                found.append(date.model_copy(update={"kind": "expected"}))
            elif announces:
                found.append(date.model_copy(update={"kind": "announced"}))
    return tuple(found)


def _kind(found: EventDate, status: Status, reading: Reading, sentence: Sentence) -> DateKind:
    """A date to come is expected or takes effect; one gone by is when it was announced or happened."""
    if _is_ahead(found, reading):
        takes_effect = _TAKES_EFFECT.search(reading.text[sentence.start : found.evidence.start])
        return "effective" if takes_effect and status in ("agreed", "completed") else "expected"
    return (
        "announced"
        if announces(sentence, reading) or status in ("planned", "agreed", "rumoured", "denied")
        else "occurred"
    )


def announces(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells that something was said or announced."""
    return _ANNOUNCES.search(reading.text[sentence.start : sentence.end]) is not None


def is_of_meeting(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence only tells that people met: the day on which they did is not that of what they spoke about."""
    return bool(_MEETS.search(reading.text, sentence.start, sentence.end)) and not announces(sentence, reading)


def _is_ahead(found: EventDate, reading: Reading) -> bool:
    """Whether the date lies after publication, or was read as one to come."""
    published = reading.article.published
    if published and found.value:
        return first_day(found.value) > last_day(published.value) + timedelta(days=1)
    return found.kind in ("expected", "effective")


def amounts_of(candidate: Candidate, reading: Reading, spec: TypeSpec) -> tuple[Amount, ...]:
    """The amounts of the candidate's sentence in units that its type counts in."""
    return tuple(
        a for a in reading.annotated.amounts if inside(a.evidence, candidate.sentence) and counts_in(a.unit, spec)
    )


def counts_in(unit: str, spec: TypeSpec) -> bool:
    """Whether a type counts in this unit."""
    return unit in spec.units or ("currency" in spec.units and _CURRENCY.fullmatch(unit) is not None)


def places_of(candidate: Candidate, reading: Reading) -> tuple[Place, ...]:
    """The places of the candidate's sentence that a preposition makes a scene."""
    return tuple(p for p in reading.annotated.places if inside(p.evidence, candidate.sentence) and is_scene(p, reading))


def is_scene(place: Place, reading: Reading) -> bool:
    """Whether a preposition makes a place of the text a scene where it stands."""
    line = reading.text.rfind("\n", 0, place.evidence.start) + 1
    return _SITE.search(reading.text[line : place.evidence.start]) is not None and not _in_a_name(place, reading)


def _in_a_name(place: Place, reading: Reading) -> bool:
    """Whether the place only stands in a company's name."""
    near = reading.cast.within(place.evidence.start - 80, place.evidence.end)
    return any(n.entity.kind != "place" and n.end > place.evidence.start for n in near)


def products_of(candidate: Candidate, reading: Reading) -> tuple[Product, ...]:
    """The products of the candidate's sentence."""
    return tuple(p for p in reading.annotated.products if inside(p.evidence, candidate.sentence))


def quotes_of(candidate: Candidate, reading: Reading) -> tuple[Quote, ...]:
    """The quotes that stand in the candidate's paragraph."""
    paragraph = candidate.sentence.paragraph
    here = [s for s in reading.sentences if s.paragraph == paragraph]
    return tuple(q for q in reading.annotated.quotes if any(inside(q.evidence, s) for s in here))
