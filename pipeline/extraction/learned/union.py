"""The drafts of both readers: the core's, and those of trigger phrases where the core names too few parties.

Types that the core was not taught are read by their phrases alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extraction.document import Draft
from pipeline.extraction.learned.core import Proposal
from pipeline.extraction.learned.drafts import draft_of, signals_of, telling_of, weight_of
from pipeline.extraction.reading import Reading

Place = tuple[int, str]


def united(proposals: Iterable[Proposal], phrases: list[Draft], reading: Reading) -> list[Draft]:
    """The drafts that happenings are assembled from."""
    asked = {(p.sentence, p.type): p for p in proposals}
    best: dict[Place, Draft] = {}
    for draft in sorted(phrases, key=weight_of):
        best[place_of(draft)] = draft
    read = [d for d in (draft_of(p, reading, best.get(place)) for place, p in asked.items()) if d is not None]
    return [*read, *_missing(read, phrases, asked, reading)]


def place_of(draft: Draft) -> Place:
    """The sentence and the type of a draft."""
    return draft.candidate.sentence.index, draft.candidate.type


def _missing(
    read: list[Draft], phrases: list[Draft], asked: dict[Place, Proposal], reading: Reading
) -> Iterator[Draft]:
    """The phrases' drafts at places where the core's name too few parties, with what the core makes of them."""
    types = reading.lexicons.types
    whole = {place_of(d) for d in read if len(d.arguments) >= types[d.candidate.type].spec.min_parties}
    for draft in phrases:
        place = place_of(draft)
        if place not in whole:
            signals = signals_of(asked[place], draft) if place in asked else draft.signals
            known = replace(draft, signals=signals)
            yield replace(known, telling=telling_of(known, reading))
