"""What the saved objects ask of the mappings: which field of which index, and for what."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from luqum.thread import parse
from luqum.tree import Item, SearchField

KIBANA = Path(__file__).parents[3] / "deploy" / "kibana"

DATES = {"date", "date_nanos"}
NUMBERS = {"double", "long"}
SORTED = DATES | NUMBERS | {"keyword", "boolean"}
SEARCHED = SORTED | {"text", "date_range"}
SHOWN = SORTED | {"text", "nested", "geo_point"}  # a range would be shown as JSON
FORMATTED = {"url": {"keyword"}, "number": NUMBERS, "percent": NUMBERS, "bytes": NUMBERS, "date": {"date"}}
OPERATIONS = {"date_histogram": DATES, "terms": SORTED, "unique_count": SORTED, "max": DATES | NUMBERS}


class Use(NamedTuple):
    """A field of an index (its alias), and the types that serve what it is used for."""

    alias: str
    field: str
    types: frozenset[str]


def saved_objects() -> list[dict[str, Any]]:
    """All objects, one of each line."""
    return [json.loads(line) for line in (KIBANA / "dealwire.ndjson").read_text(encoding="utf-8").splitlines()]


def rule() -> dict[str, Any]:
    """The alerting rule, as Kibana is asked to create it."""
    return json.loads((KIBANA / "new_partnership_rule.json").read_text(encoding="utf-8"))


def uses(kibana: dict[str, Any]) -> Iterator[Use]:
    """All that a saved object uses; a dashboard is what its panels are."""
    attributes, targets = kibana["attributes"], {link["name"]: link["id"] for link in kibana["references"]}
    if kibana["type"] == "index-pattern":
        yield from _uses_of_view(attributes)
    elif kibana["type"] == "search":
        yield from _uses_of_search(attributes, targets["kibanaSavedObjectMeta.searchSourceJSON.index"])
    else:
        for panel in json.loads(attributes["panelsJSON"]):
            yield from _PANELS[panel["type"]](panel, targets)


def uses_of_rule(asked: dict[str, Any]) -> Iterator[Use]:
    """All that the rule uses: its clock, what it groups by, its query."""
    (alias,), params = asked["params"]["index"], asked["params"]
    yield Use(alias, params["timeField"], frozenset(DATES))
    yield Use(alias, params["termField"], frozenset(SORTED))
    yield from _uses_of_query(alias, query_of_rule(asked))


def query_of_rule(asked: dict[str, Any]) -> str:
    """The Lucene query of the rule."""
    return json.loads(asked["params"]["esQuery"])["query"]["query_string"]["query"]


def queries(kibana: dict[str, Any]) -> Iterator[str]:
    """All Lucene queries of an object: its own, its panels', and those that its links lead to."""
    attributes = kibana["attributes"]
    if meta := attributes.get("kibanaSavedObjectMeta"):
        yield json.loads(meta["searchSourceJSON"])["query"]["query"]
    for panel in json.loads(attributes.get("panelsJSON", "[]")):
        if panel["type"] == "lens":
            yield panel["embeddableConfig"]["attributes"]["state"]["query"]["query"]
    for _, query in links(kibana):
        yield query


def links(kibana: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The saved searches that a data view's values lead to, each with the query it is opened with."""
    for shape in json.loads(kibana["attributes"].get("fieldFormatMap", "{}")).values():
        if template := unquote(shape.get("params", {}).get("urlTemplate", "")).replace("{{value}}", "x"):
            search, query = re.fullmatch(r".*#/view/([\w-]+)\?.*query:'(.*)'\)\)", template).groups()
            yield search, query


def _uses_of_view(attributes: dict[str, Any]) -> Iterator[Use]:
    yield Use(attributes["title"], attributes["timeFieldName"], frozenset(DATES))
    for field, shape in json.loads(attributes["fieldFormatMap"]).items():
        yield Use(attributes["title"], field, frozenset(FORMATTED[shape["id"]]))


def _uses_of_search(attributes: dict[str, Any], alias: str) -> Iterator[Use]:
    source = json.loads(attributes["kibanaSavedObjectMeta"]["searchSourceJSON"])
    yield from (Use(alias, column, frozenset(SHOWN)) for column in attributes["columns"])
    yield from (Use(alias, field, frozenset(SORTED)) for field, _ in attributes["sort"])
    yield from _uses_of_query(alias, source["query"]["query"])


def _uses_of_query(alias: str, query: str) -> Iterator[Use]:
    for field in _named(parse(query)) if query else ():
        yield Use(alias, field, frozenset(SEARCHED))


def _named(item: Item) -> Iterator[str]:
    if isinstance(item, SearchField):
        yield item.name
    for child in item.children:
        yield from _named(child)


def _uses_of_lens(panel: dict[str, Any], targets: dict[str, str]) -> Iterator[Use]:
    state = panel["embeddableConfig"]["attributes"]["state"]
    for name, layer in state["datasourceStates"]["formBased"]["layers"].items():
        alias = targets[f"{panel['panelIndex']}:indexpattern-datasource-layer-{name}"]
        for column in layer["columns"].values():
            if column["operationType"] != "count":
                yield Use(alias, column["sourceField"], frozenset(OPERATIONS[column["operationType"]]))
        yield from _uses_of_query(alias, state["query"]["query"])


def _uses_of_map(panel: dict[str, Any], targets: dict[str, str]) -> Iterator[Use]:
    for layer in json.loads(panel["embeddableConfig"]["attributes"]["layerListJSON"]):
        source = layer["sourceDescriptor"]
        if source["type"] == "ES_SEARCH":
            alias = targets[f"{panel['panelIndex']}:{source['indexPatternRefName']}"]
            yield Use(alias, source["geoField"], frozenset({"geo_point"}))
            yield Use(alias, source["sortField"], frozenset(SORTED))
            yield from (Use(alias, name, frozenset(SHOWN)) for name in source["tooltipProperties"])
            yield from (Use(alias, name, frozenset(SORTED)) for name in _styled_by(layer["style"]))


def _styled_by(style: dict[str, Any]) -> Iterator[str]:
    for shape in style["properties"].values():
        if field := shape["options"].get("field"):
            yield field["name"]


def _uses_of_saved_search(*_: Any) -> Iterator[Use]:
    yield from ()  # the saved search is an object of its own, asked for itself


_PANELS = {"lens": _uses_of_lens, "map": _uses_of_map, "search": _uses_of_saved_search}
