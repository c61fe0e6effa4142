"""Ownership: which company of the document owns which, learned from what the text says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.document import Entity, Sentence
from pipeline.extraction.standing import Named, Standing

_UNIT = r"(?:subsidiar(?:y|ies)|units?|arms?|divisions?|affiliates?|brands?|business(?:es)?)"
_KIND = r"(?:[\w-]+[ -]){0,4}?"
_OF_OWNER = re.compile(
    rf"(?:,| is| as| was|,? which is)?\s*(?:a|an|the|one of the)?\s*{_KIND}{_UNIT} of (?:the )?$", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\s*,?\s*(?:which is |is |now )?(?:(?:wholly |fully |majority[- ])?owned by|part of|controlled by) (?:the )?$",
    re.IGNORECASE,
)
_ITS_UNIT = re.compile(
    rf"\b(?:its|their|the company[’']s|the firm[’']s|the group[’']s)\s+{_KIND}{_UNIT}\s*,?\s*$", re.IGNORECASE
)
_POSSESSED = re.compile(rf"^[’']s?\s+{_KIND}{_UNIT}\s*,?\s*$", re.IGNORECASE)
_ITS_AFTER = re.compile(rf"^\s+{_UNIT}\b", re.IGNORECASE)
_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)

# What a comma sets apart belongs to the company right before it, not to the sentence's subject.
_LOOSE = re.compile(r"\s*,\s*(?:[a-z]+ly\s+)?(?:through|via|and|acting through)\b")


def with_owners(entities: Sequence[Entity], text: str, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities, each with the owner that the text gives it; what owns another is not owned by it."""
    standing = Standing(entities)
    owners: dict[str, str] = {}
    for sentence in sentences:
        for owned, owner in _told(standing.within(sentence.start, sentence.end, "org"), text, sentence.start):
            if owned != owner and owners.get(owner) != owned:
                owners.setdefault(owned, owner)
    return tuple(replace(e, parent=owners.get(e.entity_id, e.parent)) for e in entities)


def _told(named: Sequence[Named], text: str, start: int) -> Iterable[tuple[str, str]]:
    """Pairs of owned and owner that one sentence tells."""
    for number, one in enumerate(named):
        before = named[number - 1] if number else None
        between = text[before.end : one.start] if before else text[start : one.start]
        if before and (_OF_OWNER.fullmatch(between) or _PART_OF.fullmatch(between)):
            yield before.entity.entity_id, one.entity.entity_id
        elif before and _POSSESSED.match(between):
            yield one.entity.entity_id, before.entity.entity_id
        elif _ITS_UNIT.search(between) or (_ITS.search(between) and _ITS_AFTER.match(text[one.end : one.end + 20])):
            if before and _LOOSE.match(between):
                yield one.entity.entity_id, before.entity.entity_id
            elif owner := _owner_before(named[:number], text):
                yield one.entity.entity_id, owner


def _owner_before(named: Sequence[Named], text: str) -> str | None:
    """Whom "its" means: the last company in front of it that is no complement of "with", else the first."""
    subjects = [
        n
        for n in named
        if not re.search(r"\b(?:with|for|to|from|against)\s+(?:[\w-]+\s+){0,5}$", text[max(0, n.start - 60) : n.start])
    ]
    chosen = subjects[-1:] or list(named[:1])
    return chosen[0].entity.entity_id if chosen else None
