"""Pages, order and facets from Elasticsearch; highlights are ours, the same as those of the embedded index."""

from collections.abc import Sequence
from typing import Any

from elasticsearch import Elasticsearch

from pipeline.index.elasticsearch_client import translated
from pipeline.index.elasticsearch_query import Query, render
from pipeline.index.elasticsearch_schema import document_of
from pipeline.index.fields import FIELDS, Field
from pipeline.index.highlight import asked_words, highlights
from pipeline.index.nodes import Node
from pipeline.index.port import Hit, Hits
from pipeline.index.request import Order, Request, checked_facet

_MOST_VALUES = 10_000
_NANOS = 1000
_FAR = 1e300
_LAST = 2**63 - 1
_NEARLY_LAST = _LAST - 10_000
_TYPES = {"date": "date", "instant": "date_nanos", "number": "double"}


def answer(client: Elasticsearch, names: Sequence[str], request: Request, *, stemmed: bool) -> Hits:
    """The page that was asked for, of the indices of these names."""
    node, order = request.node(), Order.of(request.sort)
    body: dict[str, Any] = {
        "query": ranked(node, stemmed=stemmed and order.field is None),
        "size": request.size,
        "sort": [_sort(order), {"key": "asc"}],
        "track_total_hits": True,
        "track_scores": order.field is None,
        "aggs": {name: _aggregation(checked_facet(name)) for name in request.facets},
    }
    if request.after is not None:
        value, key = request.after
        body["search_after"] = [_sent(order, value), key]
    with translated():
        found = client.search(index=list(names), ignore_unavailable=True, **body).body
    return Hits(
        total=int(found["hits"]["total"]["value"]),
        hits=tuple(_hit(row, node, order, highlight=request.highlight) for row in found["hits"]["hits"]),
        facets={name: _counted(found["aggregations"][name]) for name in request.facets},
    )


def ranked(node: Node, *, stemmed: bool) -> Query:
    """The query; where English is stemmed, other forms of the words asked for raise the score of what is found."""
    query = render(node)
    if not stemmed:
        return query
    said = " ".join(asked_words(node))
    alike = {"multi_match": {"query": said, "fields": ["title.english", "text.english"]}}
    return {"bool": {"must": [query], "should": [alike] if said else []}}


def _sort(order: Order) -> dict[str, Any]:
    if order.field is None:
        return {"_score": "desc"}
    field = FIELDS[order.field]
    name = f"{field.name}_{'until' if order.descending else 'day'}" if field.kind == "date" else field.name
    way: dict[str, Any] = {"order": "desc", "mode": "max"} if order.descending else {"order": "asc", "mode": "min"}
    last = (-_FAR if order.descending else _FAR) if field.kind == "number" else "_last"
    return {name: {**way, "missing": last, "unmapped_type": _TYPES[field.kind]}}


def _sent(order: Order, value: float) -> float | int:
    """What `search_after` takes for the value that a hit was ordered by; a missing one is the last of all numbers."""
    if order.field is None or FIELDS[order.field].kind == "number":
        return value
    whole = int(value) * (_NANOS if FIELDS[order.field].kind == "instant" else 1)
    if abs(whole) < _NEARLY_LAST:
        return whole
    return _LAST if whole > 0 else -_LAST - 1


def _value(order: Order, sent: float) -> float:
    """What a hit was ordered by, as a number that a float holds exactly: microseconds of an instant."""
    if order.field is not None and FIELDS[order.field].kind == "instant":
        return float(int(sent) // _NANOS)
    return float(sent)


def _hit(row: dict[str, Any], node: Node, order: Order, *, highlight: bool) -> Hit:
    source = row["_source"]
    document = document_of(source)
    value, key = row["sort"]
    return Hit(
        kind=source["kind"],
        id=row["_id"],
        score=float(row["_score"] or 0.0) if order.field is None else 0.0,
        document=document,
        after=(_value(order, value), key),
        highlights=highlights(node, document) if highlight else (),
    )


def _aggregation(field: Field) -> dict[str, Any]:
    order = [{"_count": "desc"}, {"_key": "asc"}]
    return {"terms": {"field": f"{field.name}.raw", "size": _MOST_VALUES, "order": order}}


def _counted(found: dict[str, Any]) -> dict[str, int]:
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in found["buckets"]}
