"""Candidates: the trigger phrases of all event types, sentence by sentence."""

from collections.abc import Iterator

from pipeline.extraction.document import Candidate, Sentence
from pipeline.extraction.phrases import Found
from pipeline.extraction.reading import Reading, TypeLexicon
from schemas.evidence import Evidence
from schemas.taxonomy import TriggerPhrase


def find_candidates(reading: Reading) -> tuple[Candidate, ...]:
    """All candidates of the article, in text order; of overlapping phrases of one type the most telling remains."""
    found = [
        candidate
        for sentence in reading.sentences
        for lexicon in reading.lexicons.types.values()
        for candidate in _of_sentence(reading, sentence, lexicon)
    ]
    return tuple(sorted(found, key=lambda c: (c.trigger.start, c.type)))


def _of_sentence(reading: Reading, sentence: Sentence, lexicon: TypeLexicon) -> Iterator[Candidate]:
    """The candidates of one type in one sentence."""
    for hit in _distinct(list(lexicon.told(reading.plain, sentence.start, sentence.end))):
        hinted = lexicon.hinted(reading.plain, sentence.start, sentence.end)
        yield Candidate(
            type=lexicon.spec.type,
            subtype=hit.meaning.subtype or next(hinted, None),
            trigger=Evidence.cut(reading.text, hit.start, hit.end),
            sentence=sentence,
            frame=hit.meaning.phrase,
            score=hit.meaning.score,
        )


def _distinct(hits: list[Found[TriggerPhrase]]) -> list[Found[TriggerPhrase]]:
    """Hits that do not overlap: higher scores first, then longer phrases."""
    kept: list[Found[TriggerPhrase]] = []
    for hit in sorted(hits, key=lambda h: (-h.meaning.score, h.start - h.end, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept
