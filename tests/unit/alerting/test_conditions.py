"""Each condition of a rule, alone."""

import pytest
from alerting_world import amount, event, party, source

from pipeline.alerting.conditions import CONDITIONS, matched
from pipeline.alerting.rule import Rule

HOLDS = [
    {},
    {"types": ["acquisition", "partnership"]},
    {"subtypes": ["supply"]},
    {"statuses": ["agreed"]},
    {"parties": {"any": ["Nobody", "morvik foods"]}},
    {"parties": {"all": ["Morvik", "Lintara"]}},
    {"parties": {"any": ["Lintara Nordics"]}},
    {"parties": {"none": ["Shipping"]}},
    {"roles": {"partner": {"any": ["Lintara"]}}},
    {"roles": {"supplier": {"none": ["Lintara"]}}},
    {"places": ["Bergen", "Oslo"]},
    {"places": ["NO"]},
    {"products": ["milk"]},
    {"minimum_amount": {"value": 2e6, "unit": "eur"}},
    {"minimum_confidence": 0.8},
    {"query": "supply agreement"},
    {"query": '"signed a supply agreement" AND NOT recall'},
    {"query": "(recall OR morvik) AND oslo"},
]
FAILS = [
    {"types": ["acquisition"]},
    {"subtypes": ["licensing"]},
    {"statuses": ["rumoured"]},
    {"parties": {"any": ["Mor"]}},
    {"parties": {"all": ["Morvik", "Nobody"]}},
    {"parties": {"any": ["Morvik"], "none": ["Lintara"]}},
    {"roles": {"supplier": {"any": ["Lintara"]}}},
    {"places": ["Bergen", "no"]},
    {"products": ["soy milk"]},
    {"minimum_amount": {"value": 2_000_001, "unit": "EUR"}},
    {"minimum_amount": {"value": 1, "unit": "USD"}},
    {"salience": ["body"]},
    {"minimum_sources": 2},
    {"minimum_confidence": 0.81},
    {"query": '"agreement supply"'},
    {"query": "supply AND recall"},
    {"query": "-oslo"},
]


def rule(**said):
    """A rule with these conditions."""
    return Rule.model_validate({"name": "r", **said})


@pytest.mark.parametrize("said", HOLDS, ids=str)
def test_a_rule_matches_where_its_condition_holds(said):
    """The event satisfies each of these alone."""
    assert matched(rule(**said), event()) is not None


@pytest.mark.parametrize("said", FAILS, ids=str)
def test_a_rule_does_not_match_where_its_condition_fails(said):
    """The event fails each of these alone."""
    assert matched(rule(**said), event()) is None


def test_every_condition_that_is_given_must_hold():
    """Conditions are joined by and."""
    assert matched(rule(types=["partnership"], places=["Bergen"]), event()) is None


def test_every_field_of_a_rule_is_tried_by_these_examples():
    """A field that is accepted and does nothing cannot be added unseen."""
    tried = {field for said in HOLDS + FAILS for field in said}
    elsewhere = {"name", "description", "notify_on", "channels", "quiet_hours"}
    assert tried | elsewhere == set(Rule.model_fields)
    assert len(CONDITIONS) == len(tried)


def test_background_recaps_never_match_by_default():
    """An event that is told only in passing is not news."""
    assert matched(rule(), event(sources=(source(salience="background"),))) is None
    assert matched(rule(salience=["background"]), event(sources=(source(salience="background"),))) is not None


def test_a_copy_does_not_count_as_a_second_source():
    """minimum_sources asks for independent voices."""
    copied = event(sources=(source(), source("b.txt", independent=False)))
    assert matched(rule(minimum_sources=2), copied) is None
    assert matched(rule(minimum_sources=2), event(sources=(source(), source("b.txt")))) is not None


def test_the_confidence_of_a_background_source_does_not_count():
    """Only a source that tells it as the rule wants can vouch for it."""
    told = event(sources=(source(confidence=0.3), source("b.txt", salience="background", confidence=0.9)))
    assert matched(rule(minimum_confidence=0.5), told) is None


def test_the_reasons_name_what_matched():
    """The reader of an alert sees why this rule chose it."""
    said = matched(rule(types=["partnership"], places=["Oslo"], minimum_amount={"value": 1e6, "unit": "EUR"}), event())
    assert said == ["type partnership", "told as headline", "place Oslo", "€2 million, at least 1e+06 EUR"]


def test_names_match_without_accents_case_and_abbreviation_dots():
    """A rule's author need not know how an outlet spells."""
    told = event(parties=(party("Société Générale S.A."),), amounts=(amount(1.0),))
    assert matched(rule(parties={"all": ["societe generale", "SA"]}), told) is not None
