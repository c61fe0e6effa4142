"""One labelled event in its article, written as the extractor would.

What the labels give is taken from them; what they leave open (where it stands, kinds of amounts and dates, bare
weekdays, quotes, characterizations, subtypes, voices) is what our own annotation finds in the clean article.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.extraction import gazetteer
from pipeline.extraction.belongings import inside, with_kind
from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.characterize import characterizations
from pipeline.extraction.document import Argument, Candidate, Entity, Sentence
from pipeline.extraction.folding import core_tokens, name_tokens
from pipeline.extraction.places import countries_of
from pipeline.extraction.reading import Reading
from pipeline.extraction.status import voice_of
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, EventMention, Party, Place, Product

Label = dict[str, Any]


class Teller:
    """One labelled event in the article that tells it."""

    def __init__(self, event: Label, reading: Reading, *, main: bool) -> None:
        """Find the sentences that tell it, first the one that holds its evidence."""
        self.event, self.reading, self.main = event, reading, main
        self.sentences = _sentences(event["evidence"], reading)
        self.sentence = self.sentences[0]
        about = {s for s in reading.sentences if main and reading.refers_to(event["type"], s)}
        self.about = tuple(sorted({*self.sentences, *about}, key=lambda s: s.start))

    def mention(self, mention_id: str) -> EventMention:
        """The mention, as the extractor would write it."""
        event, reading = self.event, self.reading
        evidence = Evidence.cut(reading.text, self.sentence.start, self.sentences[-1].end)
        voice, said_by = voice_of(self._candidate(evidence), tuple(self._arguments()), reading)
        return EventMention(
            mention_id=mention_id,
            article_id=reading.article.article_id,
            type=event["type"],
            subtype=self._subtype(),
            status=event["status"],
            voice=voice,
            said_by=said_by,
            salience=event["salience"],
            confidence=1,
            trigger=evidence,
            evidence=evidence,
            parties=tuple(self._parties()),
            places=tuple(self._place(name) for name in event["places"]),
            dates=tuple(self._dates()),
            amounts=tuple(self._amount(amount) for amount in event["amounts"]),
            products=tuple(Product(name=name, evidence=self._stands(name)) for name in event["products"]),
            quotes=tuple(q for q in reading.annotated.quotes if self.main or self._near(q.evidence)),
            characterizations=characterizations(self.about, reading),
            extractor="labels@1",
        )

    def _candidate(self, evidence: Evidence) -> Candidate:
        return Candidate(self.event["type"], None, evidence, self.sentence, "", 1.0)

    def _near(self, evidence: Evidence) -> bool:
        """Whether it stands in the paragraph that tells the event."""
        paragraph = [s for s in self.reading.sentences if s.paragraph == self.sentence.paragraph]
        return any(inside(evidence, s) for s in paragraph)

    def _subtype(self) -> str | None:
        """The subtype that extraction reads from the sentences: of a trigger phrase, else of any cue."""
        name = self.event["type"]
        here = [c for c in find_candidates(self.reading) if c.type == name and c.sentence in self.sentences]
        told = [candidate.subtype for candidate in sorted(here, key=lambda candidate: -candidate.score)]
        return next(filter(None, [*told, *self._cues()]), None)

    def _cues(self) -> Iterator[str]:
        """The subtypes that words of the sentences hint at."""
        lexicon = self.reading.lexicons.types[self.event["type"]]
        for sentence in self.sentences:
            yield from lexicon.hinted(self.reading.plain, sentence.start, sentence.end)

    def _entity(self, forms: Sequence[str]) -> Entity | None:
        """What the annotation knows of a party."""
        held = [e for e in self.reading.annotated.entities if {e.name, *e.aliases} & set(forms)]
        return max(held, key=lambda e: (len({e.name, *e.aliases} & set(forms)), e.entity_id), default=None)

    def _parties(self) -> Iterator[Party]:
        """The parties by their labels; a subsidiary that is one of them is shown with its owner."""
        labels = self.event["parties"]
        known = {party["name"]: self._entity([party["name"], *party["aliases"]]) for party in labels}
        owners = {entity.parent: entity.name for entity in known.values() if entity and entity.parent}
        for party in labels:
            entity = known[party["name"]]
            yield Party(
                role=party["role"],
                name=party["name"],
                entity_id=_entity_id(party),
                aliases=tuple(party["aliases"]),
                via=owners.get(entity.entity_id) if entity else None,
                evidence=self._stands(party["name"], *party["aliases"]),
            )

    def _arguments(self) -> Iterator[Argument]:
        for party in self.event["parties"]:
            evidence = self._stands(party["name"], *party["aliases"])
            entity = Entity(_entity_id(party), "org", party["name"], tuple(party["aliases"]), ())
            yield Argument(party["role"], entity, evidence)

    def _place(self, name: str) -> Place:
        known = next((p for p in self.reading.annotated.places if p.name == name), None)
        spot = gazetteer.locate(name, countries_of(self.reading.annotated.entities, self.reading.text))
        where = known or spot
        point = {f: getattr(where, f) for f in ("country", "lat", "lon")} if where else {}
        return Place(name=name, role=known.role if known else "site", evidence=self._stands(name), **point)

    def _dates(self) -> Iterator[EventDate]:
        """The labelled day, and from the sentences what is expected; a bare weekday where the label gives no day."""
        status, found = self.event["status"], list(self._dates_here())
        if day := self.event["date"]:
            same = next((d for d in (*found, *self.reading.annotated.dates) if d.value == day), None)
            kind = with_kind(same, status, self.reading, self.sentence).kind if same else "announced"
            evidence = (
                same.evidence if same else Evidence.cut(self.reading.text, self.sentence.start, self.sentence.end)
            )
            fitting = kind if kind != "expected" or status in ("planned", "rumoured") else "effective"
            yield EventDate(kind=fitting, value=day, text=evidence.text, evidence=evidence)
        else:
            yield from (d for d in found if d.value is None and d.weekday is not None)
        yield from (d for d in found if d.kind == "expected" and d.value and d.value != self.event["date"])

    def _dates_here(self) -> Iterator[EventDate]:
        for sentence in self.about:
            for found in self.reading.annotated.dates:
                if inside(found.evidence, sentence):
                    yield with_kind(found, self.event["status"], self.reading, sentence)

    def _amount(self, amount: Label) -> Amount:
        """The labelled figure with what the annotation says of its kind."""
        evidence = self._stands(amount["text"])
        near = [a for a in self.reading.annotated.amounts if _overlap(a.evidence, evidence)]
        same = next((a for a in near if a.unit == amount["unit"]), near[0] if near else None)
        known = {f: getattr(same, f) for f in ("kind", "scope", "qualifier")} if same else {}
        return Amount(value=amount["value"], unit=amount["unit"], text=amount["text"], evidence=evidence, **known)

    def _stands(self, *forms: str) -> Evidence:
        """Where one of the forms stands nearest to the telling sentence; that sentence where none does."""
        text, sentence = self.reading.text, self.sentence
        found = [m.span() for form in forms for m in re.finditer(_loosely(form), text)]
        start, end = min(found, key=lambda span: abs(span[0] - sentence.start), default=(sentence.start, sentence.end))
        return Evidence.cut(text, start, end)


def _entity_id(party: Label) -> str:
    if party["role"] == "person":
        return f"person:{' '.join(name_tokens(party['name']))}"
    return f"org:{' '.join(core_tokens(party['name']))}"


def _sentences(evidence: str, reading: Reading) -> list[Sentence]:
    """The sentences that hold the labelled evidence; where cleaning changed it, the one with most of its words."""
    found = re.search(_loosely(evidence), reading.text)
    if found:
        return [s for s in reading.sentences if s.start < found.end() and found.start() < s.end]
    words = set(re.findall(r"\w+", evidence.casefold()))
    return [max(reading.sentences, key=lambda s: len(words & set(re.findall(r"\w+", reading.words_of(s).casefold()))))]


def _loosely(text: str) -> str:
    """A pattern of the same words, however they are spaced and quoted."""
    pieces = [re.escape(piece) for piece in re.split(r"""[\s"'“”‘’]+""", text) if piece]
    return r"""[\s"'“”‘’]*""".join(pieces) or r"(?!)"


def _overlap(left: Evidence, right: Evidence) -> bool:
    return left.start < right.end and right.start < left.end
