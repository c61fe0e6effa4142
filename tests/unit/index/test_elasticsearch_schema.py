"""The templates hold every field of the query language, and change only with their version."""

import hashlib
import json
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from pipeline.index.elasticsearch_schema import FILES, document_of, source_of, template_of, version_of
from pipeline.index.fields import FIELDS, known_fields
from pipeline.index.port import Projection

DIGESTS = {
    "event": (1, "24dc712573c8"),
    "article": (1, "5be200ee8d54"),
    "alert": (1, "d61d3f8df8fd"),
    "quarantine": (1, "d2bb5194d415"),
}
TYPES = {
    "text": "text",
    "keyword": "keyword",
    "date": "date_range",
    "instant": "date_nanos",
    "number": "double",
    "boolean": "boolean",
}


def properties(kind):
    """The fields of a kind's mapping."""
    return template_of(kind, "dealwire")["template"]["mappings"]["properties"]


@pytest.mark.parametrize("kind", sorted(FILES))
def test_each_field_has_the_type_that_its_queries_need(kind):
    """Facets can be counted, dates can be sorted by."""
    for name, mapping in properties(kind).items():
        field = known_fields().get(name)
        if field is None:
            continue
        assert mapping["type"] == TYPES[field.kind], name
        assert ("raw" in mapping.get("fields", {})) == field.facet, name
        if field.kind == "date":
            assert {f"{name}_day", f"{name}_until"} <= properties(kind).keys()


def test_every_field_of_the_query_language_is_in_some_template():
    """A query that an index does not know would find nothing, silently."""
    held = {name for kind in FILES for name in properties(kind)}
    assert known_fields().keys() <= held


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_template_changes_only_with_its_version(kind):
    """Else an installation would not know that it has to migrate: raise `version` and both `_meta`, then mend this."""
    text = (files("schemas") / "elasticsearch" / f"{FILES[kind]}.json").read_text(encoding="utf-8")
    assert (version_of(kind), hashlib.sha256(text.encode()).hexdigest()[:12]) == DIGESTS[kind]
    template = json.loads(text)
    assert template["template"]["mappings"]["_meta"]["version"] == template["version"]
    assert template["template"]["mappings"]["dynamic"] == "strict"


def test_partial_dates_come_back_as_they_were_written():
    """They are kept as ranges of days."""
    written = {"announced": ["2023", "2024-02", "2024-02-29", "2023-12-31"], "sources": 1}
    source = source_of(Projection("event", "e1", 1, written), datetime.now(UTC))
    assert source["announced"][0] == {"gte": "2023-01-01", "lte": "2023-12-31"}
    assert document_of(source) == written
    assert all(name in FIELDS for name in document_of(source))
