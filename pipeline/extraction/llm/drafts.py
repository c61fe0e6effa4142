"""What a model told as drafts: each of its words is looked for in the article, what is not there is dropped."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pipeline.extraction.belongings import quotes_of, with_kind
from pipeline.extraction.document import Argument, Candidate, Draft, Sentence
from pipeline.extraction.llm.form import SALIENCES, STATUSES, Answer, ToldEvent
from pipeline.extraction.llm.parties import argument_of, each_once
from pipeline.extraction.llm.quoting import nearest, places_of
from pipeline.extraction.reading import Reading, TypeLexicon
from pipeline.extraction.status import voice_of
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Place, Product
from schemas.taxonomy import TypeSpec

_CONFIDENCE = 0.9
Value = TypeVar("Value", EventDate, Amount, Place, Product)


class Drafting:
    """Makes the drafts of one article; `dropped` counts what a model told and the article does not, by field.

    Amounts and dates are those that we read at the place which a model points to: it cannot change a figure.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.dropped: Counter[str] = Counter()

    def drafts(self, answer: Answer) -> list[Draft]:
        """The events that hold, no two of them told by the same words."""
        kept: dict[tuple[str, int, int], Draft] = {}
        for draft in map(self._draft, answer.events):
            candidate = draft.candidate if draft else None
            key = (candidate.type, candidate.trigger.start, candidate.trigger.end) if candidate else None
            if draft is None or key is None or key in kept:
                self.dropped["mentions"] += 1
            else:
                kept[key] = draft
        return list(kept.values())

    def _draft(self, told: ToldEvent) -> Draft | None:
        lexicon, sentence = self._reading.lexicons.types.get(told.type), self._sentence(told)
        if lexicon is None or sentence is None or told.status not in STATUSES or told.salience not in SALIENCES:
            return None
        arguments = each_once(self._arguments(told, lexicon.spec, sentence))
        if not _is_whole(arguments, lexicon.spec):
            return None
        candidate = self._candidate(told, lexicon, sentence)
        voice, said_by = voice_of(candidate, arguments, self._reading)
        found = self._reading.annotated
        dates = self._values("dates", told.dates, found.dates, sentence)
        return Draft(
            candidate=candidate,
            arguments=arguments,
            status=told.status,
            voice=voice,
            said_by=said_by,
            background=told.salience == "background",
            salience=told.salience,
            confidence=_CONFIDENCE,
            dates=tuple(with_kind(date, told.status, self._reading, sentence) for date in dates),
            amounts=tuple(self._values("amounts", told.amounts, found.amounts, sentence)),
            places=tuple(self._values("places", told.places, found.places, sentence)),
            products=tuple(self._products(told.products, sentence)),
            quotes=quotes_of(candidate, self._reading),
        )

    def _sentence(self, told: ToldEvent) -> Sentence | None:
        """The sentence in which the words that a model gives as evidence begin."""
        place = next(places_of(told.sentence, self._reading.text), None)
        return next((s for s in self._reading.sentences if place and s.start <= place[0] < s.end), None)

    def _candidate(self, told: ToldEvent, lexicon: TypeLexicon, sentence: Sentence) -> Candidate:
        """The event's candidate: the type's own trigger phrase, else the words a model points to, else the sentence."""
        reading = self._reading
        hits = list(lexicon.triggers.find(reading.plain, sentence.start, sentence.end))
        hit = max(hits, key=lambda h: (h.meaning.score, h.end - h.start), default=None)
        place = nearest(told.phrase, reading.text, sentence)
        if place is None:
            self.dropped["phrases"] += 1
        inside = place and sentence.start <= place[0] and place[1] <= sentence.end
        start, end = (hit.start, hit.end) if hit else place if place and inside else (sentence.start, sentence.end)
        cue = next(lexicon.subtypes.find(reading.plain, sentence.start, sentence.end), None)
        subtype = (hit.meaning.subtype if hit else None) or (cue.meaning if cue else None)
        trigger = Evidence.cut(reading.text, start, end)
        return Candidate(told.type, subtype, trigger, sentence, hit.meaning.phrase if hit else "", _CONFIDENCE)

    def _arguments(self, told: ToldEvent, spec: TypeSpec, sentence: Sentence) -> Iterator[Argument]:
        for party in told.parties:
            argument = argument_of(party, spec, sentence, self._reading)
            if argument:
                yield argument
            else:
                self.dropped["parties"] += 1

    def _values(self, field: str, told: Iterable[str], found: Iterable[Value], sentence: Sentence) -> Iterator[Value]:
        """The values that we read where a model's words stand."""
        known = list(found)
        for quote in told:
            place = nearest(quote, self._reading.text, sentence)
            here = [v for v in known if place and v.evidence.start < place[1] and place[0] < v.evidence.end]
            if here:
                yield from here
            else:
                self.dropped[field] += 1

    def _products(self, told: Iterable[str], sentence: Sentence) -> Iterator[Product]:
        """What the event is about, in the text's words."""
        for quote in told:
            place = nearest(quote, self._reading.text, sentence)
            if place:
                evidence = Evidence.cut(self._reading.text, *place)
                yield Product(name=" ".join(evidence.text.split()), evidence=evidence)
            else:
                self.dropped["products"] += 1


def _is_whole(arguments: tuple[Argument, ...], spec: TypeSpec) -> bool:
    """Whether there are as many parties, and such, as the type needs."""
    filled = {a.role for a in arguments}
    return len(arguments) >= max(spec.min_parties, 1) and all(r in filled for r, s in spec.roles.items() if s.min)
