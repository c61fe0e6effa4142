"""Slots: who plays which role in a candidate."""

from pipeline.extraction.document import Argument, Candidate, Entity
from pipeline.extraction.grammar import opens_clause, slots_of
from pipeline.extraction.mentions import Named
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence
from schemas.taxonomy import EntityKind


def fill_slots(candidate: Candidate, reading: Reading) -> tuple[Argument, ...]:
    """The arguments of a candidate from its sentence, then, where its subject is missing, from around it."""
    lexicon = reading.lexicons.types[candidate.type]
    spec = lexicon.spec
    frame = spec.frames[lexicon.by_phrase[candidate.frame].frame]
    arguments: list[Argument] = []
    for slot, named in slots_of(candidate, reading).items():
        role = frame.get(slot)
        for one in named:
            if role and one.entity.kind in spec.roles[role].kinds:
                _add(arguments, role, one, reading)
    missing = frame.get("around") or frame.get("subject")
    sides = spec.min_parties if len(set(frame.values())) == 1 else 1
    if missing and sum(a.role == missing for a in arguments) < sides:
        wanted = (missing, spec.roles[missing].kinds)
        taken = frozenset(a.entity.entity_id for a in arguments)
        beside = _from_sentence(candidate, reading, wanted, taken) if spec.min_parties > 1 else []
        arguments += beside or _from_around(candidate, reading, wanted, taken)
    return with_owners(tuple(arguments), candidate, reading)


def _add(arguments: list[Argument], role: str, named: Named, reading: Reading) -> None:
    """Add an argument unless its entity has a role already."""
    if all(a.entity.entity_id != named.entity.entity_id for a in arguments):
        arguments.append(Argument(role, named.entity, Evidence.cut(reading.text, named.start, named.end)))


def _from_sentence(
    candidate: Candidate, reading: Reading, wanted: tuple[str, tuple[EntityKind, ...]], taken: frozenset[str]
) -> list[Argument]:
    """The nearest entity of the sentence that has no role yet, wherever it stands."""
    role, kinds = wanted
    trigger = candidate.trigger
    free = [
        named
        for named in reading.cast.in_sentence(candidate.sentence)
        if named.entity.kind in kinds and named.entity.entity_id not in taken and named.form != "pronoun"
    ]
    nearest = min(free, key=lambda n: max(trigger.start - n.end, n.start - trigger.end), default=None)
    if nearest is None or opens_clause(reading.plain, *sorted((trigger.end, nearest.start))):
        return []
    return [Argument(role, nearest.entity, Evidence.cut(reading.text, nearest.start, nearest.end))]


def _from_around(
    candidate: Candidate, reading: Reading, wanted: tuple[str, tuple[EntityKind, ...]], taken: frozenset[str]
) -> list[Argument]:
    """The subject of a phrase that names none: who the sentence before began with, else whom the article is about."""
    role, kinds = wanted
    index = candidate.sentence.index
    before = reading.sentences[index - 1] if index > 0 else None
    if before is not None and before.paragraph == candidate.sentence.paragraph:
        for named in reading.cast.in_sentence(before)[:1]:
            if named.entity.kind in kinds and named.entity.entity_id not in taken:
                return [Argument(role, named.entity, Evidence.cut(reading.text, named.start, named.end))]
    for entity in reading.cast.focus(reading.sentences)[:1]:
        if entity.kind in kinds and entity.entity_id not in taken:
            return [Argument(role, entity, _first_name(entity, reading.text))]
    return []


def _first_name(entity: Entity, text: str) -> Evidence:
    """Where the article names the entity first."""
    named = [s for s in entity.surfaces if s.form in ("name", "alias")] or list(entity.surfaces)
    first = min(named, key=lambda s: s.start)
    return Evidence.cut(text, first.start, first.end)


def with_owners(arguments: tuple[Argument, ...], candidate: Candidate, reading: Reading) -> tuple[Argument, ...]:
    """A subsidiary that acts and its owner are both parties, the owner's `via` naming the subsidiary."""
    by_id = {a.entity.entity_id: a for a in arguments}
    for argument in arguments:
        owner = reading.cast.by_id.get(argument.entity.parent or "")
        if owner is not None and owner.surfaces:
            known = by_id.get(owner.entity_id)
            evidence = known.evidence if known else _first_name(owner, reading.text)
            by_id[owner.entity_id] = Argument(argument.role, owner, evidence, via=argument.entity)
    for named in reading.cast.in_sentence(candidate.sentence):
        owning = by_id.get(named.entity.parent or "")
        if owning is not None and named.entity.entity_id not in by_id:
            evidence = Evidence.cut(reading.text, named.start, named.end)
            by_id[named.entity.entity_id] = Argument(owning.role, named.entity, evidence)
            by_id[owning.entity.entity_id] = Argument(owning.role, owning.entity, owning.evidence, via=named.entity)
    return tuple(by_id.values())
