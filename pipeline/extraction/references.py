"""References: descriptions ("the Japanese maker") and pronouns that mean a company of the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.document import Entity, Sentence, Surface, SurfaceForm
from pipeline.extraction.standing import Named, Standing

_HEADS = (
    r"company|firm|group|giant|(?:\w+)?maker|manufacturer|producer|bank|lender|insurer|retailer|start-?up|supplier|developer|operator"
    r"|airline|carrier|brand|conglomerate|miner|brewer|broker|utility|business|vendor|provider|platform|publisher|drugmaker|builder"
)
_DESCRIPTION = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?P<words>(?:(?!the\b)[\w-]+\s+){{0,4}}?(?:{_HEADS}))\b(?![’'-]|\s+(?:[A-Z]|of\b))"
)
_PRONOUN = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Ww]e|[Oo]ur)\b")
_APPOSED = re.compile(rf"(?P<words>(?:[\w-]+\s+){{0,4}}(?:{_HEADS}))\s+$")
_EXPLAINED = re.compile(rf",\s+(?:an?|the)\s+(?P<words>(?:[\w-]+\s+){{0,4}}(?:{_HEADS}))\b")
_COMPLEMENT = re.compile(r"\b(?:with|for|to|from|against|by|of|like|and|in|at|as)\s+(?:[\w-]+\s+){0,4}$")
_EMPTY = frozenset("the a an this that its company firm group own same two both other new old said".split())


@dataclass(frozen=True)
class Reference:
    """Words that mean an entity named elsewhere."""

    start: int
    end: int
    text: str
    form: SurfaceForm


def with_references(entities: Sequence[Entity], text: str, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities, each with the descriptions and pronouns that mean it; what could mean several is left out."""
    standing = Standing(entities)
    traits = {entity.entity_id: _traits(entity, text) for entity in entities if entity.kind == "org"}
    found: dict[str, list[Surface]] = {}
    subject: str | None = None
    focus = _focus(entities)
    for sentence in sentences:
        named = standing.within(sentence.start, sentence.end, "org")
        for reference in _references(text, sentence):
            meant = _meant(reference, named, subject, focus, traits, text)
            if meant:
                found.setdefault(meant, []).append(
                    Surface(reference.start, reference.end, reference.text, reference.form)
                )
        subject = _subject(named, text, sentence) or _opening(found, sentence) or subject
    return tuple(
        replace(e, surfaces=tuple(sorted((*e.surfaces, *found.get(e.entity_id, ())), key=lambda s: s.start)))
        for e in entities
    )


def _references(text: str, sentence: Sentence) -> Iterator[Reference]:
    for match in _DESCRIPTION.finditer(text, sentence.start, sentence.end):
        yield Reference(match.start(), match.end(), match.group(), "description")
    if not sentence.quoted:
        for match in _PRONOUN.finditer(text, sentence.start, sentence.end):
            if match.group().casefold() in ("it", "its"):
                yield Reference(match.start(), match.end(), match.group(), "pronoun")


def _traits(entity: Entity, text: str) -> frozenset[str]:
    """The words by which the text describes a company where it names it."""
    words: set[str] = set()
    for surface in entity.surfaces:
        before = _APPOSED.search(text, max(0, surface.start - 60), surface.start)
        after = _EXPLAINED.match(text, surface.end)
        for said in (before, after):
            words |= {word.casefold() for word in said["words"].split()} if said else set()
    return frozenset(words - _EMPTY)


def _meant(
    reference: Reference,
    named: Sequence[Named],
    subject: str | None,
    focus: str | None,
    traits: dict[str, frozenset[str]],
    text: str,
) -> str | None:
    """Whom a reference means: who is described so, else the subject so far, or whom the article is about.

    A description with words of its own ("the Chinese phone maker") tells whom the article is about from the others.
    """
    before = [n for n in named if n.end <= reference.start]
    if reference.form == "pronoun":
        acting = [n for n in before if not _COMPLEMENT.search(text[max(0, n.start - 50) : n.start])]
        return (acting or before)[-1].entity.entity_id if before else subject
    words = {word.casefold() for word in reference.text.split()[1:]} - _EMPTY
    matching = {name: len(words & own) for name, own in traits.items() if words & own}
    best = [name for name, count in matching.items() if count == max(matching.values())]
    if len(best) == 1:
        return best[0]
    others = {n.entity.entity_id for n in named if n.start >= reference.end}
    meant = focus if len(words) > 1 else subject or focus
    return meant if meant not in others else None


def _focus(entities: Sequence[Entity]) -> str | None:
    """The company that is named most, of equals the one named first."""
    companies = [e for e in entities if e.kind == "org"]
    return max(companies, key=lambda e: (len(e.surfaces), -e.surfaces[0].start)).entity_id if companies else None


def _subject(named: Sequence[Named], text: str, sentence: Sentence) -> str | None:
    """The first company of a sentence that no preposition leads to."""
    for one in named:
        if not _COMPLEMENT.search(text[max(sentence.start, one.start - 50) : one.start]):
            return one.entity.entity_id
    return None


def _opening(found: dict[str, list[Surface]], sentence: Sentence) -> str | None:
    """Whom a reference near the start of a sentence means."""
    starts = [
        (s.start, name)
        for name, surfaces in found.items()
        for s in surfaces
        if sentence.start <= s.start < sentence.end
    ]
    return min(starts)[1] if starts else None
