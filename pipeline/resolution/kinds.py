"""What resolution needs to know of an event type, as the taxonomy gives it."""

from dataclasses import dataclass
from functools import lru_cache

from schemas.taxonomy import load_taxonomy

# Subtypes that may be stages or shades of one act; two of different groups are two acts.
STAGES_OF_ONE = (
    frozenset({"construction", "opening", "expansion", "relocation"}),
    frozenset({"launch", "unveiling", "release"}),
    frozenset({"recall", "withdrawal"}),
    frozenset({"departure", "dismissal", "death", "appointment"}),  # a leaver and the successor are one event
    frozenset({"probe", "charge", "fine", "settlement", "ruling"}),
    frozenset({"lawsuit", "settlement", "ruling"}),
    frozenset({"probe", "approval", "ban"}),
)


@dataclass(frozen=True)
class Kind:
    """A `pair` type is told apart by two parties, another by one and an object; `subject` are its identity roles."""

    label: str
    pair: bool
    roles: tuple[str, ...]
    subject: tuple[str, ...]
    objects: tuple[str, ...]
    siblings: frozenset[str]
    window: int

    @property
    def party_is_object(self) -> bool:
        """Whether the parties themselves, such as a target or a person, are what the event is about."""
        return not self.objects or "parties" in self.objects


@lru_cache(maxsize=64)
def kind_of(event_type: str) -> Kind:
    """The facts of an event type; an unknown type raises KeyError."""
    types = load_taxonomy().types
    spec = types[event_type]
    kindred = any(types[name].min_parties >= 2 for name in spec.siblings)
    return Kind(
        label=spec.label.casefold(),
        pair=spec.min_parties >= 2 or len(spec.identity_roles) > 2 or kindred,
        roles=tuple(spec.roles),
        subject=spec.identity_roles,
        objects=spec.object_fields,
        siblings=frozenset(spec.siblings),
        window=spec.merge_window_days,
    )


def akin(left: str, right: str) -> bool:
    """Whether two types may name one act."""
    return left == right or right in kind_of(left).siblings or left in kind_of(right).siblings


@lru_cache(maxsize=64)
def family(event_type: str) -> str:
    """One name for a one-party type and its siblings, so that they are compared too."""
    solo = [name for name in (event_type, *kind_of(event_type).siblings) if not kind_of(name).pair]
    return min(solo, default=event_type)


def one_act(left: str | None, right: str | None) -> bool:
    """Whether two subtypes may be told of one act; an unknown one may."""
    return left is None or right is None or left == right or any({left, right} <= group for group in STAGES_OF_ONE)
