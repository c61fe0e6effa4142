"""One search as the port takes it, checked the same way for every index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pipeline.index.fields import FIELDS, Field, known_fields
from pipeline.index.nodes import Node
from pipeline.index.port import SEARCHED, Kind
from pipeline.index.query import QueryError, parse_query


@dataclass(frozen=True)
class Request:
    """What `Index.search` was asked."""

    query: str | None = None
    kind: Kind | None = None
    sort: str = "score"
    size: int = 20
    after: tuple[float, str] | None = None
    highlight: bool = False
    facets: Sequence[str] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds to look through."""
        return (self.kind,) if self.kind else SEARCHED

    def node(self) -> Node:
        """What the query means now; raises QueryError."""
        return parse_query(self.query, datetime.now(UTC))


@dataclass(frozen=True)
class Order:
    """By score (no field), or by a field up or down."""

    field: str | None
    descending: bool

    @classmethod
    def of(cls, sort: str) -> "Order":
        """The order that `field`, `-field` or `score` names; raises QueryError for a field that has none."""
        name = sort.removeprefix("-")
        if name == "score":
            return cls(None, descending=True)
        field = known_fields().get(name)
        if field is None or not field.sortable:
            allowed = [known.name for known in FIELDS.values() if known.sortable]
            raise QueryError(f"cannot sort by {name!r}; sort by score, {', '.join(allowed)}, each also with -", sort)
        return cls(name, descending=sort.startswith("-"))

    def key(self, value: float, key: str) -> tuple[float, str]:
        """What puts hits in this order."""
        return (-value if self.descending else value, key)


def checked_facet(name: str) -> Field:
    """The field of that name; raises QueryError where its values cannot be counted."""
    if name not in FIELDS or not FIELDS[name].facet:
        allowed = [field.name for field in FIELDS.values() if field.facet]
        raise QueryError(f"cannot count by {name!r}; count by {', '.join(allowed)}", name)
    return FIELDS[name]
