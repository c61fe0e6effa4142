"""Kibana's saved objects and its rule use only what the index templates have."""

import json
import re
from pathlib import Path

import pytest

from pipeline.index.query import parse_query
from tests.unit.deploy.kibana_uses import Use, links, queries, query_of_rule, rule, saved_objects, uses, uses_of_rule

TEMPLATES = Path(__file__).parents[3] / "schemas" / "elasticsearch"
OBJECTS = saved_objects()
IDS = [kibana["id"] for kibana in OBJECTS]
QUERIES = sorted({query for kibana in OBJECTS for query in queries(kibana)} | {query_of_rule(rule())})
PREFIX = "dealwire-"


def types_of(alias: str) -> dict[str, str]:
    """The type of every field of an index, those below a field included."""
    template = json.loads((TEMPLATES / f"{alias.removeprefix(PREFIX)}.json").read_text(encoding="utf-8"))
    return dict(_flat(template["template"]["mappings"]["properties"]))


def _flat(properties, above=""):
    for name, field in properties.items():
        yield above + name, field["type"]
        yield from _flat(field.get("fields", {}) | field.get("properties", {}), f"{above}{name}.")


def misfits(asked) -> list[Use]:
    """The uses whose field is missing, or of a type that does not serve."""
    return [use for use in asked if types_of(use.alias).get(use.field) not in use.types]


def by_id(type_: str) -> dict:
    """The objects of a type."""
    return {kibana["id"]: kibana for kibana in OBJECTS if kibana["type"] == type_}


def test_every_object_says_its_id_type_attributes_and_references():
    """Kibana's import needs all four of each line."""
    assert all(kibana.keys() >= {"id", "type", "attributes", "references"} for kibana in OBJECTS)


def test_ids_are_unique_so_that_no_object_overwrites_another():
    """An import with overwriting would keep the last one only."""
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("kibana", OBJECTS, ids=IDS)
def test_every_field_of_an_object_is_mapped_with_a_fitting_type(kibana):
    """A missing field is an empty panel, a field of the wrong type an error in Kibana."""
    assert misfits(uses(kibana)) == []


def test_every_field_of_the_rule_is_mapped_with_a_fitting_type():
    """A rule over a missing field never fires."""
    assert misfits(uses_of_rule(rule())) == []


def test_the_rule_goes_by_the_time_of_writing_so_that_late_articles_are_not_missed():
    """Every other time of an event may lie before the window that the rule looks at."""
    assert rule()["params"]["timeField"] == "ingested"


@pytest.mark.parametrize("kibana", OBJECTS, ids=IDS)
def test_every_reference_leads_to_an_object_of_that_type(kibana):
    """Kibana refuses an object whose reference is not there."""
    known = {(other["type"], other["id"]) for other in OBJECTS}
    assert {(link["type"], link["id"]) for link in kibana["references"]} <= known


@pytest.mark.parametrize("kibana", OBJECTS, ids=IDS)
def test_every_named_reference_is_declared(kibana):
    """A panel that names a reference which the object lacks shows nothing."""
    named = set(re.findall(r'[rR]efName\\*":\\*"([^"\\]+)', json.dumps(kibana["attributes"])))
    assert named <= {link["name"].split(":")[-1] for link in kibana["references"]}


def test_a_data_view_has_the_id_of_the_alias_that_it_shows():
    """The other objects name an index by its data view."""
    titles = {kibana["id"]: kibana["attributes"]["title"] for kibana in by_id("index-pattern").values()}
    assert titles == {name: name for name in (PREFIX + path.stem for path in TEMPLATES.glob("*.json"))}


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_is_one_that_our_own_search_understands(query):
    """The same words find the same events on the command line."""
    parse_query(query)


def test_an_event_leads_to_its_evidence_from_events_and_alerts():
    """The drill-down opens a saved search that shows words, files and claims."""
    views, searches = by_id("index-pattern"), by_id("search")
    for name in ("events", "alerts"):
        assert ("dealwire-evidence", 'id:"x"') in set(links(views[PREFIX + name]))
    assert set(searches["dealwire-evidence"]["attributes"]["columns"]) >= {"quote", "path", "claims"}


def test_every_link_leads_to_a_saved_search():
    """A link to a search that is not there ends on an error page."""
    assert {target for view in by_id("index-pattern").values() for target, _ in links(view)} <= set(by_id("search"))
