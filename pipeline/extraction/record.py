"""Happenings written down as event mentions."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from pipeline.extraction.belongings import dates_told_apart
from pipeline.extraction.characterize import characterizations
from pipeline.extraction.document import Argument, Sentence
from pipeline.extraction.happening import Happening
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence
from schemas.mention import EventDate, EventMention, Party
from schemas.vocabulary import PASSED

V = TypeVar("V")


def mentions_of(happenings: tuple[Happening, ...], reading: Reading, extractor: str) -> tuple[EventMention, ...]:
    """One mention for each happening; what is said of the article as a whole goes to its main news."""
    headline = [h for h in happenings if h.salience == "headline"]
    main = max(headline, key=lambda h: h.confidence, default=None)
    return tuple(_mention(h, reading, extractor, main=h is main) for h in happenings)


def _mention(happening: Happening, reading: Reading, extractor: str, *, main: bool) -> EventMention:
    """The record of one happening."""
    best, drafts = happening.best, happening.ranked()
    sentence = best.candidate.sentence
    about = _sentences(happening, reading, main=main)
    dates = [date for draft in drafts for date in draft.dates]
    apart = _apart(dates, about, reading) if main else ()
    return EventMention(
        mention_id=_mention_id(happening, reading.article.article_id),
        article_id=reading.article.article_id,
        type=happening.spec.type,
        subtype=next((d.candidate.subtype for d in drafts if d.candidate.subtype), None),
        status=happening.status,
        voice=happening.telling.voice,
        said_by=happening.telling.said_by,
        salience=happening.salience,
        confidence=happening.confidence,
        trigger=best.candidate.trigger,
        evidence=Evidence.cut(reading.text, sentence.start, sentence.end),
        parties=_parties(happening),
        places=_distinct((p for d in drafts for p in d.places), lambda p: p.name),
        dates=_distinct([*dates, *apart], lambda d: d.value or d.text),
        amounts=_distinct((a for d in drafts for a in d.amounts), lambda a: (a.value, a.unit)),
        products=_distinct((p for d in drafts for p in d.products), lambda p: p.name.casefold()),
        quotes=_distinct(
            reading.annotated.quotes if main else (q for d in drafts for q in d.quotes), lambda q: q.evidence.start
        ),
        characterizations=characterizations(about, reading),
        extractor=extractor,
    )


def _mention_id(happening: Happening, article_id: str) -> str:
    """The same for the same trigger phrase in the same article, whatever else was found."""
    trigger = happening.best.candidate.trigger
    key = f"{article_id} {happening.spec.type} {trigger.start} {trigger.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _sentences(happening: Happening, reading: Reading, *, main: bool) -> tuple[Sentence, ...]:
    """The sentences that tell it, in text order; of the article's main news also those that refer back to it."""
    told = {d.candidate.sentence for d in happening.drafts}
    if main:
        told |= {s for s in reading.sentences if reading.refers_to(happening.spec.type, s)}
    return tuple(sorted(told, key=lambda s: s.start))


def _apart(dates: list[EventDate], about: tuple[Sentence, ...], reading: Reading) -> Iterable[EventDate]:
    """What sentences that refer to it add: what is expected, and where nothing else tells the day, that too."""
    told = any(date.kind in PASSED for date in dates)
    return (d for d in dates_told_apart(about, reading) if not told or d.kind not in PASSED)


def _parties(happening: Happening) -> tuple[Party, ...]:
    """Its parties, each once, in the role that all drafts together give, else the one telling it best."""
    arguments: dict[str, Argument] = {}
    principals = happening.principals
    for argument in (a for d in happening.ranked() for a in d.arguments if a.entity.entity_id in principals):
        known = arguments.setdefault(argument.entity.entity_id, argument)
        if argument.via and not known.via:
            arguments[argument.entity.entity_id] = replace(known, via=argument.via)
    return tuple(
        Party(
            role=happening.roles.get(a.entity.entity_id, a.role),
            name=a.entity.name,
            entity_id=a.entity.entity_id,
            aliases=a.entity.aliases,
            via=a.via.name if a.via else None,
            evidence=a.evidence,
        )
        for a in arguments.values()
    )


def _distinct(values: Iterable[V], key: Callable[[V], object]) -> tuple[V, ...]:
    """The values in order, each once."""
    seen: dict[object, V] = {}
    for value in values:
        seen.setdefault(key(value), value)
    return tuple(seen.values())
