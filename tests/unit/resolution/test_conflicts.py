"""Conflicts: what cannot both be true of the same time, and what is none."""

import pytest
from resolution_world import report

from pipeline.resolution import resolve


def event(*told, kind="partnership"):
    """The one event that these reports of one pair of parties make."""
    parties = ["Northwind", "Halden"] if kind == "partnership" else ["Northwind"]
    base = {"products": ["phones"], "places": ["Oslo"], "published": "2024-03-05"}
    reports = [report(f"a{n}", parties, kind, **(base | more)) for n, more in enumerate(told)]
    (cluster,) = resolve(reports).clusters
    return cluster


def fields(*told, kind="partnership"):
    """The fields in conflict."""
    return [conflict.field for conflict in event(*told, kind=kind).conflicts]


@pytest.mark.parametrize(
    ("left", "right", "field"),
    [
        ({"status": "planned"}, {"status": "agreed"}, "status"),
        ({"amounts": [(45e6, "USD", "price")]}, {"amounts": [(40e6, "USD", "price")]}, "amount"),
        ({"amounts": [(900, "people", "jobs")]}, {"amounts": [(600, "people", "jobs")]}, "amount"),
        ({"day": "2024-03-04"}, {"day": "2024-03-05"}, "date"),
        ({"traits": [("novelty", "new", None)]}, {"traits": [("novelty", "continuation", None)]}, "characterization"),
        (
            {"traits": [("exclusivity", "exclusive", None)]},
            {"traits": [("exclusivity", "open", None)]},
            "characterization",
        ),
    ],
)
def test_contrary_claims_of_two_sources_are_a_conflict(left, right, field):
    """Both claims are kept, one is preferred, and it is said why."""
    told = event(left, right)
    (conflict,) = told.conflicts
    assert conflict.field == field
    assert conflict.preferred in conflict.claims
    assert conflict.claims
    assert conflict.against
    assert conflict.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"status": "rumoured", "published": "2024-02-20"}, {"status": "agreed"}),
        ({"status": "agreed"}, {"status": "completed", "published": "2024-06-01"}),
        ({"status": "planned", "published": "2024-02-01"}, {"status": "agreed"}),
        ({"status": "planned", "salience": "background", "day": "2024-03-05"}, {"status": "agreed"}),
        ({"amounts": [(150e6, "USD", "price")]}, {"amounts": [(151e6, "USD", "price")]}),
        ({"amounts": [(45e6, "USD", "upfront")]}, {"amounts": [(610e6, "USD", "total")]}),
        ({"amounts": [(45e6, "USD", "price")]}, {"amounts": [(41e6, "EUR", "price")]}),
        ({"amounts": [(640, "people", "jobs")]}, {"amounts": [(640, "people", "jobs"), (900, "people", "jobs")]}),
        ({"amounts": [(640, "people", "other")]}, {"amounts": [(640, "people", "jobs"), (900, "people", "other")]}),
        (
            {"amounts": [(1.5e9, "MYR", "cost")], "status": "agreed"},
            {"amounts": [(1.9e9, "MYR", "cost")], "status": "completed", "published": "2024-12-01"},
        ),
        (
            {"amounts": [(240e6, "EUR", "price")], "status": "rumoured"},
            {"amounts": [(215e6, "EUR", "price")], "status": "agreed"},
        ),
        ({"day": "2024-03"}, {"day": "2024-03-05"}),
        ({"places": ["India"]}, {"places": ["Noida"]}),
        ({"traits": [("novelty", "new", None)]}, {"traits": [("novelty", "new", None)]}),
        ({"traits": [("novelty", "new", None)]}, {"traits": [("binding", "binding", None)]}),
    ],
)
def test_progress_rounding_and_less_detail_are_no_conflict(left, right):
    """A later stage, a rumour replaced, another kind or unit, and a coarser word contradict nothing."""
    assert fields(left, right) == []


def test_a_copy_is_no_second_voice():
    """What one text says twice in other places contradicts nobody."""
    left = {"status": "planned"}
    assert fields(left, {"status": "agreed", "copy_of": "a0"}) == []


def test_one_publisher_does_not_contradict_itself():
    """An outlet's next article is progress."""
    assert fields({"status": "planned", "publisher": "Wire"}, {"status": "agreed", "publisher": "Wire"}) == []


def test_two_speakers_of_one_article_may_contradict_each_other():
    """One calls it new, the other a continuation."""
    told = {"traits": [("novelty", "new", "Northwind"), ("novelty", "continuation", "Halden")]}
    assert fields(told) == ["characterization"]


def test_an_assertion_against_a_partys_denial_is_a_conflict_at_any_distance():
    """A rumour that a party denies stays in dispute."""
    rumour = {"status": "rumoured", "voice": "unnamed", "published": "2024-02-01"}
    told = event(rumour, {"status": "denied", "voice": "party", "published": "2024-03-05"})
    (conflict,) = told.conflicts
    preferred = next(claim for claim in told.claims if claim.claim_id == conflict.preferred)
    assert (preferred.value, conflict.why) == ("denied", "a party's own word weighs more")


def test_a_withdrawn_claim_contradicts_nothing():
    """A corrected figure is kept, marked, and in no conflict."""
    told = event({"amounts": [(54e6, "USD", "price")], "withdrawn": True}, {"amounts": [(45e6, "USD", "price")]})
    assert told.conflicts == ()
    assert {claim.withdrawn for claim in told.claims if claim.value == "54000000 USD"} == {True}


def test_the_refused_figure_stays_a_claim_and_leaves_the_values():
    """The event shows the preferred figure, its claims show both."""
    told = event(
        {"amounts": [(900, "people", "jobs")]},
        {"amounts": [(600, "people", "jobs")], "voice": "party"},
        kind="facility",
    )
    assert [amount.value for amount in told.amounts] == [600]
    assert {claim.value for claim in told.claims if claim.field == "amount"} == {"900 people", "600 people"}
