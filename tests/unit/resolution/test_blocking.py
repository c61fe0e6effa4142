"""Blocking keys: mentions of one event share one."""

import pytest
from resolution_world import report

from pipeline.resolution import blocking_keys
from pipeline.resolution.blocking import is_narrow


def share(one, other):
    """Whether two reports share a wide key."""
    return any(not is_narrow(key) for key in blocking_keys(one.mention) & blocking_keys(other.mention))


@pytest.mark.parametrize(
    "other",
    [
        ["Northwind", "Halden"],
        ["Halden AB", "Northwind Robotics Limited"],
        ["NRL", "Halden"],
        ["Tern Castings", "Halden"],
    ],
)
def test_any_name_of_both_parties_finds_the_pair(other):
    """Short forms, acronyms and the acting subsidiary lead to the same pair of parties."""
    first = report("a", ["Northwind Robotics Limited via Tern Castings", "Halden Foundry AB | Halden"])
    assert share(first, report("b", other))


def test_one_common_party_is_not_enough_for_a_deal():
    """Deals of one firm with two others are not compared."""
    assert not share(report("a", ["Northwind", "Halden"]), report("b", ["Northwind", "Kestrel"]))


def test_sibling_types_are_compared_too():
    """A plant told as facility by one and as job creation by another shares a key."""
    assert share(report("a", ["Northwind"], "facility"), report("b", ["Northwind"], "workforce"))


def test_unrelated_types_of_one_party_share_nothing():
    """A recall and a plant of one firm are never compared."""
    assert not share(report("a", ["Northwind"], "facility"), report("b", ["Northwind"], "product_launch"))


def test_narrow_keys_carry_the_object():
    """A crowded party is found by party and object."""
    keys = blocking_keys(report("a", ["Northwind"], "facility", places=["Oslo"]).mention)
    assert any(is_narrow(key) and key.endswith("#oslo") for key in keys)


def test_descriptions_are_no_keys():
    """The shipbuilder of one article is not the shipbuilder of another."""
    first = report("a", ["Northwind | the shipbuilder", "Halden"])
    second = report("b", ["Kestrel | the shipbuilder", "Halden"])
    assert not share(first, second)
