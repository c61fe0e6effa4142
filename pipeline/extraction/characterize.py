"""Characterizations: what voices call an event (new or a continuation, binding or not, …), and who does."""

import re
from collections.abc import Iterator

from pipeline.extraction.document import Sentence
from pipeline.extraction.phrases import Found
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence
from schemas.mention import Characterization
from schemas.taxonomy import PoleCues

_SPOKE = re.compile(
    r"\b(?:said|says|stated|stating|saying|indicated|according to|statement from|told|wrote|added|insists?|insisted|"
    r"called|calls)\b"
)
_KNOWN = re.compile(r"\b(?:the|this|that) $", re.IGNORECASE)


def characterizations(sentences: tuple[Sentence, ...], reading: Reading) -> tuple[Characterization, ...]:
    """What the sentences say of the event on each axis; one speaker's word on one pole counts once."""
    seen: dict[tuple[str, str, str | None], Characterization] = {}
    for sentence in sentences:
        for found in _of_sentence(sentence, reading):
            seen.setdefault((found.axis, found.pole, found.speaker), found)
    return tuple(seen.values())


def _of_sentence(sentence: Sentence, reading: Reading) -> Iterator[Characterization]:
    """What a sentence says on each axis, with its speaker; of opposite cues the later one is the assertion."""
    last: dict[str, Found[PoleCues]] = {}
    for hit in reading.lexicons.poles.find(reading.plain, sentence.start, sentence.end):
        if hit.meaning.pole == "new" and _KNOWN.search(reading.plain, max(0, hit.start - 8), hit.start):
            continue
        rival = last.get(hit.meaning.axis)
        if rival is None or hit.start >= rival.end or hit.end - hit.start > rival.end - rival.start:
            last[hit.meaning.axis] = hit
    for hit in last.values():
        yield Characterization(
            axis=hit.meaning.axis,
            pole=hit.meaning.pole,
            speaker=_speaker(hit.start, sentence, reading),
            evidence=Evidence.cut(reading.text, sentence.start, sentence.end),
        )


def _speaker(place: int, sentence: Sentence, reading: Reading) -> str | None:
    """Who says what stands at `place`: the quoted speaker, else whom the sentence reports, else only the outlet."""
    for quote in reading.annotated.quotes:
        if quote.evidence.start <= place < quote.evidence.end:
            return quote.speaker
    spoke = _SPOKE.search(reading.words_of(sentence))
    if not spoke:
        return None
    voices = [n for n in reading.cast.in_sentence(sentence) if n.entity.kind in ("org", "person", "government")]
    if spoke.group() in ("according to", "statement from"):
        voices = [n for n in voices if n.start >= sentence.start + spoke.end()]
    return voices[0].entity.name if voices else None
