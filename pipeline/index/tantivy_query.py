"""A query tree as tantivy's own Query objects."""

from collections.abc import Sequence
from datetime import date, datetime

import tantivy as engine

from pipeline.index.fields import FIELDS, Field
from pipeline.index.nodes import Boolean, Boosted, Everything, Exact, Exists, Node, Pattern, Range, Similar, Words
from pipeline.index.tantivy_schema import HAS, ROLES, micros

_SPECIAL = frozenset(r"\.+*?()|[]{}^$")
_WILDCARDS = {"any": ".*", "one": "."}


def render(node: Node, schema: engine.Schema) -> engine.Query:
    """The query that finds what `node` means."""
    return _Renderer(schema).query(node)


class _Renderer:
    """One schema, many nodes."""

    def __init__(self, schema: engine.Schema) -> None:
        self.schema = schema

    def query(self, node: Node) -> engine.Query:
        if isinstance(node, Boolean):
            return self._boolean(node)
        if isinstance(node, Boosted):
            return engine.Query.boost_query(self.query(node.node), node.factor)
        if isinstance(node, Everything):
            return engine.Query.all_query()
        return self._leaf(node)

    def _leaf(self, node: Words | Exact | Exists | Pattern | Similar | Range) -> engine.Query:
        if isinstance(node, Words):
            return self._words(node)
        if isinstance(node, Pattern):
            return engine.Query.regex_query(self.schema, _place(node.field), self._regex(node))
        if isinstance(node, Similar):
            return self._similar(node)
        if isinstance(node, Range):
            return self._range(node)
        place, value = (node.field.name, node.value) if isinstance(node, Exact) else (HAS, node.field.name)
        return engine.Query.term_query(self.schema, place, value)

    def _words(self, node: Words) -> engine.Query:
        wanted = [_prefix(node.field) + word for word in node.words]
        if len(wanted) == 1:
            return engine.Query.term_query(self.schema, _place(node.field), wanted[0])
        return engine.Query.phrase_query(self.schema, _place(node.field), list(wanted), node.slop)

    def _similar(self, node: Similar) -> engine.Query:
        word = _prefix(node.field) + node.word
        return engine.Query.fuzzy_term_query(self.schema, _place(node.field), word, node.distance)

    def _regex(self, node: Pattern) -> str:
        start = _escaped(_prefix(node.field))
        return start + "".join(_WILDCARDS.get(kind, _escaped(text)) for kind, text in node.parts)

    def _range(self, node: Range) -> engine.Query:
        number = node.field.kind == "number"
        kind = engine.FieldType.Float if number else engine.FieldType.Integer
        low, high = (_number(bound, integer=not number) for bound in (node.low, node.high))
        if low is None and high is None:
            return engine.Query.term_query(self.schema, HAS, node.field.name)
        return engine.Query.range_query(
            self.schema, node.field.name, kind, low, high, node.include_low, node.include_high
        )

    def _boolean(self, node: Boolean) -> engine.Query:
        clauses = [
            *self._clauses(engine.Occur.Must, node.must),
            *self._clauses(engine.Occur.Should, node.should),
            *self._clauses(engine.Occur.MustNot, node.must_not),
        ]
        if not node.must and not node.should:
            clauses.append((engine.Occur.Must, engine.Query.all_query()))
        return engine.Query.boolean_query(clauses)

    def _clauses(self, occur: engine.Occur, nodes: Sequence[Node]) -> list[tuple[engine.Occur, engine.Query]]:
        return [(occur, self.query(node)) for node in nodes]


def _place(field: Field) -> str:
    """The tantivy field that holds a field's words; all roles share one, as types may bring new roles."""
    return field.name if field.name in FIELDS else ROLES


def _prefix(field: Field) -> str:
    return "" if field.name in FIELDS else f"{field.name}="


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in text)


def _number(bound: date | datetime | float | None, *, integer: bool) -> float | None:
    if isinstance(bound, datetime):
        return micros(bound)
    if isinstance(bound, date):
        return bound.toordinal()
    return int(bound) if bound is not None and integer else bound
