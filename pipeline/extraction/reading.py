"""An article being read: what the stages from candidates to assembly share."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from pipeline.extraction.document import AnnotatedArticle, Sentence
from pipeline.extraction.mentions import Cast
from pipeline.extraction.phrases import Found, Lexicon, plain
from schemas.taxonomy import PoleCues, Taxonomy, TriggerPhrase, TypeSpec
from schemas.vocabulary import Status

T = TypeVar("T")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|its|their|our|same)\s+(?:[\w'-]+\s+){0,3}$", re.IGNORECASE)
_LOWERED = re.compile(r"\b[a-z]\w+")
_BEFORE_PLACE = re.compile(r"\b(?:based )?(?:of|in|from|near|at) (?:the )?$")


def _flags(phrases: tuple[str, ...], words: dict[str, str] | None = None) -> Lexicon[bool]:
    """Phrases whose presence is all that matters."""
    return Lexicon(((phrase, True) for phrase in phrases), words)


def _statuses(table: dict[Status, tuple[str, ...]]) -> Lexicon[Status]:
    """Phrases that mean a status."""
    return Lexicon((phrase, status) for status, phrases in table.items() for phrase in phrases)


class TypeLexicon:
    """The compiled phrases of one event type."""

    def __init__(self, spec: TypeSpec) -> None:
        self.spec = spec
        self.by_phrase: dict[str, TriggerPhrase] = {trigger.phrase: trigger for trigger in spec.triggers}
        self.triggers = Lexicon(((t.phrase, t) for t in spec.triggers), spec.words)
        self.never = _flags(spec.never, spec.words)
        self.nouns = _flags(spec.nouns)
        self.statuses = _statuses(spec.statuses)
        self.subtypes = Lexicon((phrase, name) for name, phrases in spec.subtypes.items() for phrase in phrases)

    def told(self, plain: str, start: int, end: int) -> Iterator[Found[TriggerPhrase]]:
        """The trigger phrases of a stretch, those aside that stand in phrases which never tell the type."""
        return self._allowed(self.triggers, plain, start, end)

    def hinted(self, plain: str, start: int, end: int) -> Iterator[str]:
        """The subtypes that words of a stretch hint at, in their order."""
        return (cue.meaning for cue in self._allowed(self.subtypes, plain, start, end))

    def _allowed(self, lexicon: Lexicon[T], plain: str, start: int, end: int) -> Iterator[Found[T]]:
        """What a lexicon finds outside phrases that never tell the type."""
        hits = list(lexicon.find(plain, start, end))
        barred = list(self.never.find(plain, start, end)) if hits else []
        for found in hits:
            if not any(found.start < other.end and other.start < found.end for other in barred):
                yield found


class Lexicons:
    """The compiled phrases of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.types = {name: TypeLexicon(spec) for name, spec in taxonomy.types.items()}
        cues = taxonomy.cues
        self.before, self.anywhere = _statuses(cues.before), _statuses(cues.anywhere)
        self.negation, self.hypothetical = _flags(cues.negation), _flags(cues.hypothetical)
        self.recap, self.fresh = _flags(cues.recap), _flags(cues.fresh)
        self.unnamed, self.authority = _flags(cues.unnamed_sources), _flags(cues.authority)
        self.poles: Lexicon[PoleCues] = Lexicon((p, cues_) for cues_ in cues.poles for p in cues_.phrases)


def _without_places(text: str, cast: Cast) -> str:
    """The text with places, and prepositions before them, blanked: they stand between parties, not parting them."""
    cut = list(text)
    for named in cast.within(0, len(text)):
        if named.entity.kind == "place":
            before = _BEFORE_PLACE.search(text, max(0, named.start - 20), named.start)
            start = before.start() if before else named.start
            end = named.end + 2 if text[named.end : named.end + 2] == "'s" else named.end
            cut[start:end] = " " * (end - start)
    return "".join(cut)


class Reading:
    """One annotated article, its entities by place, and the phrases to read it by."""

    def __init__(self, annotated: AnnotatedArticle, lexicons: Lexicons) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.text = annotated.article.text
        self.plain = plain(self.text)
        self.syntax = annotated.syntax
        self.sentences = annotated.sentences
        self.cast = Cast(annotated)
        self.unplaced = _without_places(self.plain, self.cast)
        self.lexicons = lexicons

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that the article writes without a capital."""
        return frozenset(_LOWERED.findall(self.text))

    def words_of(self, sentence: Sentence) -> str:
        """The words of a sentence, with plain apostrophes and hyphens."""
        return self.plain[sentence.start : sentence.end]

    def refers_to(self, type_name: str, sentence: Sentence) -> bool:
        """Whether the sentence refers back to an event of the type: "the deal", "this partnership"."""
        return any(
            _DEFINITE.search(self.plain, max(0, found.start - 60), found.start)
            for found in self.lexicons.types[type_name].nouns.find(self.plain, sentence.start, sentence.end)
        )

    def says(self, lexicon: Lexicon[bool], sentence: Sentence) -> bool:
        """Whether any phrase of the lexicon stands in the sentence."""
        return any(lexicon.find(self.plain, sentence.start, sentence.end))
