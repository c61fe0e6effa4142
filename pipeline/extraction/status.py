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
    """The status that a sentence gives, whose voice gives it, and the speaker where the text names one.

    `is_said` tells a status that words give ("plans to", "people familiar with") from one that the verb's form implies.
    """

    status: Status
    is_said: bool
    voice: Voice
    said_by: str | None


def standing_of(candidate: Candidate, arguments: tuple[Argument, ...], reading: Reading) -> Standing | None:
    """The standing of a candidate; None where its sentence negates it or only imagines it."""
    start = _near_start(reading.plain, candidate.sentence, candidate.trigger.start)
    before = [f.meaning for f in reading.lexicons.before.find(reading.plain, start, candidate.trigger.start)]
    governing = _strongest(before)
    negated = any(reading.lexicons.negation.find(reading.plain, start, candidate.trigger.start))
    if not governing and (negated or _is_imagined(candidate, start, reading)):
        return None
    if negated and governing in ("rumoured", "planned"):
        governing = "denied"
    said = governing or _said(candidate, before, reading)
    voice, said_by = voice_of(candidate, arguments, reading)
    return Standing(said or _by_tense(candidate, reading), said is not None, voice, said_by)


def _is_imagined(candidate: Candidate, start: int, reading: Reading) -> bool:
    """Whether the few words before the phrase, or the first of the sentence, only suppose it."""
    supposed = any(reading.lexicons.hypothetical.find(reading.plain, start, candidate.trigger.start))
    return supposed or _SUPPOSE.match(reading.words_of(candidate.sentence)) is not None


def _said(candidate: Candidate, before: list[Status], reading: Reading) -> Status | None:
    """What cues of the sentence and the phrase itself say where no word governs it, the weightier first."""
    sentence, lexicon = candidate.sentence, reading.lexicons.types[candidate.type]
    given = lexicon.by_phrase[candidate.frame].status
    around = [f.meaning for f in reading.lexicons.anywhere.find(reading.plain, sentence.start, sentence.end)]
    own = [f.meaning for f in lexicon.statuses.find(reading.plain, sentence.start, sentence.end)]
    strongest = _strongest([*around, *([] if given else own)])
    return strongest or given or next(iter([*own, *before]), None)


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
