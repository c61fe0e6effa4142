"""Status: how far a happening has come as its sentence tells it, and on whose word."""

import re
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.extraction.document import Argument, Candidate, Sentence
from pipeline.extraction.grammar import verb_of
from pipeline.extraction.reading import Reading
from schemas.taxonomy import Tense
from schemas.vocabulary import Status, Voice

_NEAR = 5
STRONG: tuple[Status, ...] = ("denied", "terminated", "rumoured", "planned")
_SUPPOSE = re.compile(r"\W*(if|suppose|imagine|should|what if)\b", re.IGNORECASE)
_SAID = re.compile(r"\b(said|says|announced|announces|confirmed|stated|told|disclosed)\b")


@dataclass(frozen=True)
class Standing:
    """The status that a sentence gives, whose voice gives it, and the speaker where the text names one."""

    status: Status
    voice: Voice
    said_by: str | None


def standing_of(candidate: Candidate, arguments: tuple[Argument, ...], reading: Reading) -> Standing | None:
    """The standing of a candidate; None where its sentence negates it or only imagines it."""
    status = _status(candidate, reading)
    if status is None:
        return None
    voice, said_by = voice_of(candidate, arguments, reading)
    return Standing(status, voice, said_by)


def _status(candidate: Candidate, reading: Reading) -> Status | None:
    """The first that speaks: words governing the phrase, the phrase itself, cues of the sentence, the verb's tense."""
    lexicons, lexicon = reading.lexicons, reading.lexicons.types[candidate.type]
    sentence, at = candidate.sentence, candidate.trigger.start
    start = _near_start(reading.plain, sentence, at)
    before = [f.meaning for f in lexicons.before.find(reading.plain, start, at)]
    governing = _strongest(before)
    negated = any(lexicons.negation.find(reading.plain, start, at))
    if governing:
        return "denied" if negated and governing in ("rumoured", "planned") else governing
    if (
        negated
        or any(lexicons.hypothetical.find(reading.plain, start, at))
        or _SUPPOSE.match(reading.words_of(sentence))
    ):
        return None
    given = lexicon.by_phrase[candidate.frame].status
    around = [f.meaning for f in lexicons.anywhere.find(reading.plain, sentence.start, sentence.end)]
    own = [f.meaning for f in lexicon.statuses.find(reading.plain, sentence.start, sentence.end)]
    said = _strongest([*around, *([] if given else own)]) or given
    return said or next(iter([*own, *before]), None) or _by_tense(candidate, reading)


def _strongest(said: list[Status]) -> Status | None:
    """The first of those statuses that a plain statement does not have."""
    return next((status for status in STRONG if status in said), None)


def _near_start(text: str, sentence: Sentence, start: int) -> int:
    """Where the few words before the phrase begin, not crossing a clause."""
    words = list(re.finditer(r"\S+", text[sentence.start : start]))[-_NEAR:]
    begin = sentence.start + words[0].start() if words else start
    clause = [m.end() for m in re.finditer(r"[;:,]\s", text[begin:start])]
    return begin + clause[-1] if clause else begin


def _by_tense(candidate: Candidate, reading: Reading) -> Status:
    """The status that the form of the phrase's verb implies."""
    span = reading.syntax.span(candidate.sentence, candidate.trigger.start, candidate.trigger.end)
    return reading.lexicons.types[candidate.type].spec.tenses[tense_of(span) if span is not None else "noun"]


def tense_of(span: Span) -> Tense:
    """Past, present, progressive ("is suing") or future of a trigger phrase's verb, or noun where it has none."""
    verb = verb_of(span)
    if not span.start <= verb.i < span.end:
        return "noun"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "shall", "to"}:
        return "future"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return "progressive"
    if verb.tag_ in ("VBD", "VBN"):
        return "future" if "be" in helpers and not helpers & {"has", "have", "had"} else "past"
    return "present"


def voice_of(candidate: Candidate, arguments: tuple[Argument, ...], reading: Reading) -> tuple[Voice, str | None]:
    """Whose word it is: a quoted speaker's, unnamed sources', an authority's, a party's, else the outlet's own."""
    sentence, lexicons = candidate.sentence, reading.lexicons
    if reading.says(lexicons.unnamed, sentence):
        return "unnamed", None
    for quote in reading.annotated.quotes:
        if quote.evidence.start <= candidate.trigger.start < quote.evidence.end and quote.speaker:
            return "party", quote.speaker
    said = _SAID.search(reading.words_of(sentence))
    if said:
        for argument in arguments:
            if sentence.start <= argument.evidence.start < sentence.start + said.start():
                return "party", argument.entity.name
    return ("authority" if reading.says(lexicons.authority, sentence) else "outlet"), None
