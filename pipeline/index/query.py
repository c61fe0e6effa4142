"""The query language: Lucene syntax, parsed by luqum, checked, and turned into a tree that every index can render.

Words without an operator between them are alternatives, as in Kibana's bar. A word that splits into several (`wi-fi`)
is a phrase. AND with OR needs parentheses, as Lucene and luqum would read the mixture differently.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any

from luqum import tree
from luqum.exceptions import ParseError
from luqum.thread import parse as luqum_parse

from pipeline.errors import DealwireError
from pipeline.index.fields import DEFAULT, Field, known_fields
from pipeline.index.nodes import Boolean, Boosted, Everything, Exists, Node
from pipeline.index.terms import range_node, term_node

LONGEST = 4096
DEEPEST = 40

_OPERATIONS = (tree.AndOperation, tree.OrOperation, tree.UnknownOperation)
_NEGATIONS = (tree.Not, tree.Prohibit)
_PREFIXES = {tree.Not: "NOT", tree.Prohibit: "-", tree.Plus: "+"}


class QueryError(DealwireError):
    """A query that cannot be answered as written; `position` is the place in it, where one can be named."""

    def __init__(self, message: str, query: str, position: int | None = None) -> None:
        """Say what is wrong and point at it."""
        where = f" (at character {position + 1}: {query[position : position + 20]!r})" if position is not None else ""
        super().__init__(f"query: {message}{where}")
        self.query = query
        self.position = position


def parse_query(query: str | None, now: datetime | None = None) -> Node:
    """The tree of `query`, everything where it is blank; `now` is what `now-7d` counts from. Raises QueryError."""
    if query is None or not query.strip():
        return Everything()
    if len(query) > LONGEST:
        raise QueryError(f"longer than {LONGEST} characters", query[:20])
    return _Reader(query, now or datetime.now(UTC)).read()


class _Reader:
    """Turns one luqum tree into ours, knowing the query for its messages."""

    def __init__(self, query: str, now: datetime) -> None:
        self.query = query
        self.now = now

    def read(self) -> Node:
        try:
            parsed = luqum_parse(self.query)
        except ParseError as error:
            raise self._syntax_error(str(error)) from error
        except (ValueError, ArithmeticError) as error:  # a malformed number behind ~ or ^
            raise QueryError("a number belongs behind ~ and ^, such as ~1 or ^2", self.query) from error
        return self._node(parsed, known_fields()[DEFAULT], named=False, depth=0)

    def _node(self, item: Any, field: Field, *, named: bool, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._error(f"nested deeper than {DEEPEST} levels", item)
        if isinstance(item, tree.SearchField):
            return self._field_node(item, named=named, depth=depth)
        if isinstance(item, (tree.Group, tree.FieldGroup)):
            return self._node(item.expr, field, named=named, depth=depth + 1)
        if isinstance(item, tree.Boost):
            return Boosted(self._node(item.expr, field, named=named, depth=depth + 1), self._factor(item))
        if isinstance(item, _OPERATIONS):
            self._check_operation(item)
            return self._boolean(item.operands, field, item, named=named, depth=depth + 1)
        if isinstance(item, (*_NEGATIONS, tree.Plus)):
            return self._boolean([item], field, item, named=named, depth=depth + 1)
        return self._leaf(item, field, named=named)

    def _field_node(self, item: Any, *, named: bool, depth: int) -> Node:
        if named:
            raise self._error("a field inside a field; write each field with its own value", item)
        name = item.name.replace("\\", "")
        if name == "*" and str(item.expr).strip() == "*":
            return Everything()
        if name == "_exists_":
            return Exists(self._field(str(item.expr).strip(), item))
        return self._node(item.expr, self._field(name, item), named=True, depth=depth + 1)

    def _field(self, name: str, item: Any) -> Field:
        fields = known_fields()
        if name in fields:
            return fields[name]
        if name.startswith("!"):
            raise self._error("write NOT instead of !", item)
        near = get_close_matches(name.lower(), fields, n=3, cutoff=0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else f"the fields are {', '.join(fields)}"
        raise self._error(f"no field {name!r}; {hint}", item)

    def _boolean(self, operands: Sequence[Any], field: Field, item: Any, *, named: bool, depth: int) -> Node:
        must: list[Node] = []
        should: list[Node] = []
        must_not: list[Node] = []
        for operand in operands:
            negative = isinstance(operand, _NEGATIONS)
            required = isinstance(operand, tree.Plus)
            inner = operand.a if negative or required else operand
            target = must_not if negative else must if required or isinstance(item, tree.AndOperation) else should
            target.append(self._node(inner, field, named=named, depth=depth + 1))
        return Boolean(tuple(must), tuple(should), tuple(must_not))

    def _check_operation(self, item: Any) -> None:
        for operand in item.operands:
            if isinstance(operand, _OPERATIONS):
                raise self._error("AND, OR and plain spaces side by side need parentheses: (a OR b) AND c", item)
            if isinstance(item, tree.OrOperation) and isinstance(operand, (*_NEGATIONS, tree.Plus)):
                mark = _PREFIXES[type(operand)]
                raise self._error(f"{mark} beside OR needs parentheses: a OR ({mark} b)", operand)

    def _leaf(self, item: Any, field: Field, *, named: bool) -> Node:
        if isinstance(item, tree.Word) and item.value == "*":
            return Exists(field) if named else Everything()
        if isinstance(item, tree.Word) and item.value in ("&&", "||"):
            raise self._error("write AND and OR instead of && and ||", item)
        if isinstance(item, tree.Regex):
            raise self._error("no regular expressions; use * and ?, or quote a value that holds a slash", item)
        if isinstance(item, tree.Word) and item.value.startswith("!"):
            raise self._error("write NOT instead of !", item)
        if isinstance(item, tree.Range) and str(item.low).strip() == str(item.high).strip() == "*":
            return Exists(field)
        try:
            if isinstance(item, (tree.Range, tree.From, tree.To)):
                return range_node(item, field, self.now)
            return term_node(item, field, self.now)
        except (ValueError, OverflowError) as error:
            raise self._error(str(error), item) from error

    def _factor(self, item: Any) -> float:
        factor = float(item.force)
        if not 0 < factor <= 1000:
            raise self._error("a weight behind ^ lies between 0 and 1000", item)
        return factor

    def _error(self, message: str, item: Any) -> QueryError:
        return QueryError(message, self.query, item.pos)

    def _syntax_error(self, message: str) -> QueryError:
        found = re.search(r"at position (\d+)", message)
        if not found:
            return QueryError("ends too early: a parenthesis, quote, bracket or value is missing", self.query)
        position = int(found[1])
        return QueryError(_why(self.query[position:]), self.query, position)


def _why(rest: str) -> str:
    """What is wrong where parsing stopped."""
    if rest.startswith('"'):
        return "a quote that is not closed"
    if rest[:1] in ")]}":
        return "a closing bracket that nothing opened, or that came too early"
    if rest[:1] in "[{":
        return "a range reads [low TO high], with * for an open end"
    return "not understood here; put words with special characters in quotes"
