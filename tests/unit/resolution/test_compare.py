"""Comparison: what speaks for one event and what forbids it."""

import pytest
from resolution_world import report

from pipeline.resolution.compare import FEATURES
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.resolve import judged
from pipeline.resolution.traits import traits_of


def compare(left, right):
    """The comparison of two reports."""
    book = PartyBook([left.mention, right.mention])
    return judged(traits_of(left, book), traits_of(right, book), book, frozenset())


def deal(article, **changes):
    """A dated two-party deal on phones."""
    return report(article, ["Northwind", "Halden"], **({"day": "2024-03-05", "products": ["phones"]} | changes))


def test_every_feature_is_documented():
    """A feature's docstring is its documentation."""
    assert all(feature.__doc__ for feature, _ in FEATURES)


def test_scores_do_not_depend_on_the_side():
    """Comparing is symmetric."""
    one, other = deal("a", places=["Oslo"]), deal("b", day="2024-05-01", status="completed")
    assert compare(one, other).score == compare(other, one).score


@pytest.mark.parametrize(
    ("changes", "feature"),
    [
        ({"products": ["phone"]}, "thing"),
        ({"products": ["smartphones"]}, "thing"),
        ({"day": "2024-03-05"}, "time"),
    ],
)
def test_what_agrees_speaks_for_one_event(changes, feature):
    """Plural, compound and the same day count for it."""
    assert compare(deal("a"), deal("b", **changes)).features[feature] > 0


@pytest.mark.parametrize(
    ("left", "right", "feature"),
    [
        ({}, {"products": ["insurance"]}, "thing"),
        ({"products": ["Series C shares"]}, {"products": ["Series D shares"]}, "thing"),
        ({"places": ["Oslo"]}, {"places": ["Lyon"]}, "place"),
        ({}, {"day": "2020-01-01"}, "time"),
        ({"status": "completed", "day": "2019-01-01"}, {"status": "rumoured"}, "progress"),
        ({}, {"day": "2024-06-01", "evidence": "They signed another memorandum."}, "another"),
    ],
)
def test_what_differs_speaks_for_two_events(left, right, feature):
    """Another thing, one of a series, a far place or day, a step back, and the word another count against it."""
    assert compare(deal("a", **left), deal("b", **right)).features[feature] < 0


def test_a_country_may_hold_the_place():
    """India and Noida do not contradict each other."""
    assert compare(deal("a", places=["Noida"]), deal("b", places=["India"])).features["place"] == 0


def test_silence_is_not_contradiction():
    """A mention that names no thing is not told apart by it."""
    assert compare(deal("a"), deal("b", products=[])).features["thing"] == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["acquirer: Northwind", "target: Halden"], ["acquirer: Kestrel", "target: Halden"]),
        (["acquirer: Northwind", "target: Halden"], ["acquirer: Halden", "target: Northwind"]),
        (["acquirer: Northwind", "target: Halden"], ["seller: Northwind", "target: Halden"]),
    ],
)
def test_another_or_an_opposite_role_forbids_one_event(left, right):
    """Another buyer, swapped sides, or a buyer who sells contradict each other, whatever else agrees."""
    comparison = compare(
        report("a", left, "acquisition", day="2024-03-05"), report("b", right, "acquisition", day="2024-03-05")
    )
    assert comparison.contradiction
    assert comparison.score == 0
