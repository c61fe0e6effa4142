"""A checked query as Elasticsearch's own: exactly the words that we found, so that both indexes answer alike."""

from datetime import UTC, date, datetime
from functools import singledispatch
from typing import Any

from pipeline.index.nodes import (
    Boolean,
    Boosted,
    Everything,
    Exact,
    Exists,
    Node,
    Pattern,
    Range,
    Similar,
    Words,
)

Query = dict[str, Any]

NOTHING: Query = {"match_none": {}}
_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\*?"})
_WILDCARDS = {"any": "*", "one": "?"}
_EXPANSIONS = 1000


@singledispatch
def render(node: Node) -> Query:
    """The query DSL of a node."""
    raise TypeError(f"no rendering for {node!r}")


@render.register
def _(_node: Everything) -> Query:
    return {"match_all": {}}


@render.register
def _(node: Exists) -> Query:
    return {"exists": {"field": node.field.name}}


@render.register
def _(node: Words) -> Query:
    if len(node.words) == 1:
        return {"term": {node.field.name: {"value": node.words[0]}}}
    phrase = {"query": " ".join(node.words), "analyzer": "whitespace", "slop": int(node.slop)}
    return {"match_phrase": {node.field.name: phrase}}


@render.register
def _(node: Exact) -> Query:
    return {"term": {node.field.name: {"value": node.value}}}


@render.register
def _(node: Pattern) -> Query:
    written = "".join(_WILDCARDS.get(kind) or literal.translate(_SPECIAL) for kind, literal in node.parts)
    return {"wildcard": {node.field.name: {"value": written}}}


@render.register
def _(node: Similar) -> Query:
    fuzzy = {"value": node.word, "fuzziness": str(node.distance), "max_expansions": _EXPANSIONS}
    return {"fuzzy": {node.field.name: fuzzy}}


@render.register
def _(node: Range) -> Query:
    if node.low is not None and node.high is not None and node.low > node.high:  # type: ignore[operator]
        return NOTHING
    limits: Query = {}
    if node.low is not None:
        limits["gte" if node.include_low else "gt"] = _bound(node.low)
    if node.high is not None:
        limits["lte" if node.include_high else "lt"] = _bound(node.high)
    if node.field.kind == "date":
        return {"range": {node.field.name: {**limits, "relation": "intersects"}}}
    return {"range": {node.field.name: limits}}


def _bound(bound: date | datetime | float) -> str | float:
    """A bound as the field's format writes it."""
    if isinstance(bound, datetime):
        return bound.astimezone(UTC).isoformat()
    return bound.isoformat() if isinstance(bound, date) else bound


@render.register
def _(node: Boolean) -> Query:
    clauses: Query = {"must": [render(child) for child in node.must]}
    clauses["should"] = [render(child) for child in node.should]
    clauses["must_not"] = [render(child) for child in node.must_not]
    if node.should and not node.must:
        clauses["minimum_should_match"] = 1
    return {"bool": clauses}


@render.register
def _(node: Boosted) -> Query:
    return {"bool": {"must": [render(node.node)], "boost": node.factor}}
