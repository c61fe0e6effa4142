"""Links between events."""

import pytest
from resolution_world import report

from pipeline.resolution import resolve

PAIR = ["Northwind", "Halden"]


def links(*reports, beside=()):
    """All links, as (from, kind, to)."""
    clusters = resolve(reports, (), beside).clusters
    return {(cluster.origin, link.kind, link.event_id) for cluster in clusters for link in cluster.related}


def test_the_plant_that_a_deal_leads_to_is_part_of_it():
    """Told in one article for the same place."""
    deal = report("a", PAIR, places=["Oslo"], day="2024-03-05")
    plant = report("a", ["Northwind"], "facility", number=1, salience="body", places=["Oslo"], day="2024-03-05")
    assert links(deal, plant) == {("a#1", "part_of", "a#0")}


def test_a_link_reaches_an_event_of_another_component():
    """What the same article tells is linked even where it is resolved apart."""
    deal = report("a", PAIR, places=["Oslo"], day="2024-03-05")
    plant = report("a", ["Northwind"], "facility", number=1, salience="body", places=["Oslo"], day="2024-03-05")
    assert links(plant, beside=[deal]) == {("a#1", "part_of", "a#0")}


def test_a_closure_is_part_of_no_deal():
    """What ends does not belong to what begins."""
    deal = report("a", PAIR, places=["Oslo"], day="2024-03-05")
    plant = report("a", ["Northwind"], "facility", number=1, subtype="closure", places=["Oslo"], day="2024-03-05")
    assert links(deal, plant) == set()


@pytest.mark.parametrize(
    ("words", "kind"), [("They signed a separate order.", "follows"), ("They renewed it.", "renews")]
)
def test_a_second_deal_follows_or_renews_the_first(words, kind):
    """A later deal of the same parties is linked to the earlier one."""
    first = report("a", PAIR, products=["phones"], day="2023-03-05")
    second = report("b", PAIR, products=["insurance"], day="2024-09-05", evidence=words)
    assert links(first, second) == {("b#0", kind, "a#0")}


def test_a_regulators_decision_follows_the_deal():
    """The clearance of a takeover is its own event, linked to it."""
    bought = report("a", ["acquirer: Northwind", "target: Halden"], "acquisition", day="2024-03-05")
    recap = report("b", ["acquirer: Northwind", "target: Halden"], "acquisition", number=1, salience="background")
    cleared = report(
        "b", ["authority: Board", "applicant: Northwind", "applicant: Halden"], "legal_action", day="2024-09-05"
    )
    assert links(bought, recap, cleared) == {("b#0", "follows", "a#0")}


def test_a_chief_who_leaves_over_it_follows_the_event():
    """The text says that one came after the other."""
    recall = report("a", ["Northwind"], "product_launch", subtype="recall", products=["milk tins"], day="2024-03-05")
    recap = report(
        "b", ["Northwind"], "product_launch", number=1, subtype="recall", products=["milk tins"], salience="background"
    )
    left = report(
        "b", ["person: Ann Berg", "organization: Northwind"], "executive_change", day="2024-03-15",
        evidence="Ann Berg has quit ten days after the tins came off the shelves.",
    )  # fmt: skip
    assert ("b#0", "follows", "a#0") in links(recall, recap, left)


def test_unsure_links_point_both_ways():
    """A reviewer finds the pair from either side."""
    first, second = (
        report("a", PAIR, products=["phones"], day="2024-03-05"),
        report("b", PAIR, products=["cars"], day="2024-11-05"),
    )
    found = links(first, second, report("c", PAIR))
    assert {("c#0", "unsure", "a#0"), ("a#0", "unsure", "c#0")} <= found
