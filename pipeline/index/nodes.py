"""The tree of a checked query: what it means, before an index renders it its own way."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from pipeline.index.fields import Field

Bound: TypeAlias = date | datetime | float


@dataclass(frozen=True)
class Everything:
    """Every document."""


@dataclass(frozen=True)
class Exists:
    """The field has a value."""

    field: Field


@dataclass(frozen=True)
class Words:
    """These words in this order, with at most `slop` moves, in one value of a text field."""

    field: Field
    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True)
class Exact:
    """A value of a keyword field, lower-cased; `true` or `false` of a boolean one."""

    field: Field
    value: str


@dataclass(frozen=True)
class Pattern:
    """One word of a text field, or one whole keyword, lower-cased; each part is literal or a wildcard."""

    field: Field
    parts: tuple[tuple[Literal["literal", "any", "one"], str], ...]


@dataclass(frozen=True)
class Similar:
    """A word at most `distance` edits away, a swap of neighbours counting as one."""

    field: Field
    word: str
    distance: int


@dataclass(frozen=True)
class Range:
    """A value between the bounds; None is open.

    Bounds of a date field are days, both included, and match a partial date that shares a day with them; those of an
    instant are UTC.
    """

    field: Field
    low: Bound | None
    high: Bound | None
    include_low: bool = True
    include_high: bool = True


@dataclass(frozen=True)
class Boolean:
    """All of `must`, none of `must_not`, and one of `should` at least where there is no `must`."""

    must: tuple["Node", ...] = ()
    should: tuple["Node", ...] = ()
    must_not: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Boosted:
    """The node, weighing `factor` times as much in the score."""

    node: "Node"
    factor: float


Node: TypeAlias = Everything | Exists | Words | Exact | Pattern | Similar | Range | Boolean | Boosted
