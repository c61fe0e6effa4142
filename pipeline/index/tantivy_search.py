"""Pages, order, facets: what tantivy does not give by itself."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any, TypeAlias

import tantivy as engine

from pipeline.index.fields import FIELDS
from pipeline.index.highlight import highlights
from pipeline.index.nodes import Node
from pipeline.index.port import Hit, Hits, Kind, key_of
from pipeline.index.request import Order, Request, checked_facet
from pipeline.index.tantivy_query import render
from pipeline.index.tantivy_schema import RANK, facet_field, rank_of, sort_field, source_of

Row: TypeAlias = tuple[float, str, dict[str, Any]]
Found: TypeAlias = tuple[float, int, engine.DocAddress]

_MOST_VALUES = 10_000


def answer(searcher: engine.Searcher, schema: engine.Schema, request: Request) -> Hits:
    """The page that was asked for."""
    node, order = request.node(), Order.of(request.sort)
    query = _of_kinds(render(node, schema), schema, request.kinds)
    rows = _page(searcher, schema, query, order, request)
    return Hits(
        total=_count(searcher, query),
        hits=tuple(_hit(row, node, order, highlight=request.highlight) for row in rows),
        facets={name: _facet(searcher, query, name) for name in request.facets},
    )


def _place(order: Order) -> str | None:
    """Where the values lie that the order is by."""
    return sort_field(order.field, descending=order.descending) if order.field else None


def _of_kinds(query: engine.Query, schema: engine.Schema, kinds: Sequence[Kind]) -> engine.Query:
    allowed = engine.Query.const_score_query(engine.Query.term_set_query(schema, "kind", list(kinds)), 0.0)
    return engine.Query.boolean_query([(engine.Occur.Must, query), (engine.Occur.Must, allowed)])


def _count(searcher: engine.Searcher, query: engine.Query) -> int:
    return int(getattr(searcher.search(query, limit=1, count=True), "count", 0) or 0)


def _page(
    searcher: engine.Searcher, schema: engine.Schema, query: engine.Query, order: Order, request: Request
) -> list[Row]:
    """Rows behind `after`: more are fetched until no equal of the last one can be missing."""
    query = _from(query, schema, order, request.after)
    limit = 2 * request.size + 10
    while request.size > 0:
        found, last = _found(searcher, query, order, limit)
        rows = list(islice(_behind(searcher, found, order, request.after), request.size))
        if last is None or (len(rows) == request.size and rows[-1][0] != last):
            return rows
        limit *= 4
    return []


def _from(query: engine.Query, schema: engine.Schema, order: Order, after: tuple[float, str] | None) -> engine.Query:
    """The query without what lies before `after`, where the order is by a field."""
    place = _place(order)
    if after is None or order.field is None or place is None:
        return query
    number = FIELDS[order.field].kind == "number"
    kind = engine.FieldType.Float if number else engine.FieldType.Integer
    value = after[0] if number else int(after[0])
    low, high = (None, value) if order.descending else (value, None)
    rest = engine.Query.range_query(schema, place, kind, low, high)
    return engine.Query.boolean_query([(engine.Occur.Must, query), (engine.Occur.Must, rest)])


def _found(
    searcher: engine.Searcher, query: engine.Query, order: Order, limit: int
) -> tuple[list[Found], float | None]:
    """The first documents in order, and the value at which more may follow (None where these are all)."""
    direction = engine.Order.Desc if order.descending else engine.Order.Asc
    hits = searcher.search(query, limit=limit, count=False, order_by_field=_place(order), order=direction).hits
    ranks = searcher.fast_field_values(RANK, [address for _, address in hits])
    found = [(value, int(rank or 0), address) for (value, address), rank in zip(hits, ranks, strict=True)]
    found.sort(key=lambda one: (order.key(one[0], ""), one[1]))
    return found, hits[-1][0] if len(hits) == limit else None


def _behind(
    searcher: engine.Searcher, found: list[Found], order: Order, after: tuple[float, str] | None
) -> Iterator[Row]:
    """Rows behind `after`; only documents that may be on the page are read."""
    border = (order.key(after[0], ""), rank_of(after[1])) if after else None
    for place, group in groupby(found, key=lambda one: (order.key(one[0], ""), one[1])):
        if border and place < border:
            continue
        rows = [_row(searcher, value, address) for value, _, address in group]
        rows.sort(key=lambda row: row[1])
        yield from (row for row in rows if not after or order.key(row[0], row[1]) > order.key(*after))


def _row(searcher: engine.Searcher, value: float, address: engine.DocAddress) -> Row:
    source = source_of(searcher.doc(address))
    return value, key_of(source["kind"], source["id"]), source


def _hit(row: Row, node: Node, order: Order, *, highlight: bool) -> Hit:
    value, key, source = row
    return Hit(
        kind=source["kind"],
        id=source["id"],
        score=value if order.field is None else 0.0,
        document=source["document"],
        after=(value, key),
        highlights=highlights(node, source["document"]) if highlight else (),
    )


def _facet(searcher: engine.Searcher, query: engine.Query, name: str) -> dict[str, int]:
    terms = {"terms": {"field": facet_field(checked_facet(name).name), "size": _MOST_VALUES}}
    buckets: Sequence[dict[str, Any]] = searcher.aggregate(query, {"values": terms})["values"]["buckets"]
    counted = sorted(((bucket["key"], int(bucket["doc_count"])) for bucket in buckets), key=lambda kv: (-kv[1], kv[0]))
    return dict(counted)
