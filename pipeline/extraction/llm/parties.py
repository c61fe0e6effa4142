"""Who plays the roles that a model gives: entities that the article was found to name, or names that stand in it."""

from collections.abc import Iterable

from pipeline.extraction.document import Argument, Entity, Sentence, Surface
from pipeline.extraction.folding import core_tokens, name_tokens
from pipeline.extraction.llm.form import ToldParty
from pipeline.extraction.llm.quoting import Place, nearest
from pipeline.extraction.mentions import Named
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence
from schemas.taxonomy import RoleSpec, TypeSpec

_LONGEST_NAME = 120
_REACH = 200


def argument_of(told: ToldParty, spec: TypeSpec, sentence: Sentence, reading: Reading) -> Argument | None:
    """A party of an event; None for a role that the type does not have, or a name that does not fit or stand there."""
    role = spec.roles.get(told.role)
    place = nearest(told.name, reading.text, sentence) if role and len(told.name) <= _LONGEST_NAME else None
    if role is None or place is None:
        return None
    named = _named_at(place, reading)
    if named is None:
        entity = _new(place, role, reading.text)
        return Argument(told.role, entity, Evidence.cut(reading.text, *place)) if entity else None
    if named.entity.kind not in role.kinds:
        return None
    return Argument(told.role, named.entity, Evidence.cut(reading.text, named.start, named.end))


def each_once(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """The arguments, each entity in the first role that it is given."""
    seen: dict[str, Argument] = {}
    for argument in arguments:
        seen.setdefault(argument.entity.entity_id, argument)
    return tuple(seen.values())


def _named_at(place: Place, reading: Reading) -> Named | None:
    """The entity that is named there: the one whose words are the place's, lie in it, or hold it."""
    start, end = place
    near = reading.cast.within(start - _REACH, end)
    fitting = [n for n in near if (start <= n.start and n.end <= end) or (n.start <= start and end <= n.end)]
    return max(fitting, key=lambda n: min(n.end, end) - max(n.start, start), default=None)


def _new(place: Place, role: RoleSpec, text: str) -> Entity | None:
    """An entity of a name that was not found before; a name begins with a capital or a figure."""
    name = " ".join(text[slice(*place)].split())
    if not (name[0].isupper() or name[0].isdigit()):
        return None
    kind = role.kinds[0]
    tokens = core_tokens(name) if kind == "org" else name_tokens(name)
    return Entity(f"{kind}:{' '.join(tokens)}", kind, name, (), (Surface(*place, text[slice(*place)], "name"),))
