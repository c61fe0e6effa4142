"""What resolution needs to know of an event type."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Kind:
    """`principal` roles fix the event; `pair` types are told apart by two parties, the others by one and an object."""

    label: str
    pair: bool
    principal: tuple[str, ...]
    objects: tuple[str, ...]
    siblings: tuple[str, ...] = ()
    window: int = 365


_KINDS = {
    "partnership": Kind(
        "partnership",
        True,
        ("partner", "supplier", "customer", "licensor", "licensee"),
        ("products", "places"),
        ("investment", "acquisition"),
    ),
    "acquisition": Kind("acquisition", True, ("acquirer", "target"), ("target",), ("partnership", "investment"), 730),
    "investment": Kind(
        "investment",
        True,
        ("investor", "investee"),
        ("products", "amounts"),
        ("partnership", "acquisition", "facility", "workforce"),
    ),
    "facility": Kind("facility", False, ("operator",), ("places", "products"), ("investment", "workforce"), 730),
    "product_launch": Kind("product launch", False, ("vendor",), ("products",)),
    "executive_change": Kind("executive change", False, ("person", "organization"), ("person",)),
    "legal_action": Kind(
        "legal action", True, ("authority", "plaintiff", "defendant", "applicant"), ("products", "amounts")
    ),
    "workforce": Kind("workforce", False, ("employer",), ("places", "amounts"), ("facility", "investment")),
}


@lru_cache(maxsize=64)
def kind_of(event_type: str) -> Kind:
    """The facts of an event type; an unknown type raises KeyError."""
    return _KINDS[event_type]


def akin(left: str, right: str) -> bool:
    """Whether two types may name one act."""
    return left == right or right in kind_of(left).siblings or left in kind_of(right).siblings
