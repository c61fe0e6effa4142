"""Ids: minted once, carried by a fixed rule."""

import itertools

from pipeline.resolution.ids import Carried, Known, carry_ids


def carried(old, *clusters):
    """What becomes of old events, given as name → mentions in order of age."""
    known = {name: Known(frozenset(mentions), minted) for minted, (name, mentions) in enumerate(old.items())}
    return carry_ids(known, [frozenset(members) for members in clusters], lambda members: "new-" + min(members))


def test_a_growing_event_keeps_its_id():
    """More mentions, same event."""
    assert carried({"e": "ab"}, "abc") == Carried(("e",), {}, ())


def test_an_unknown_cluster_gets_a_minted_id():
    """Nothing overlaps, so nothing is carried."""
    assert carried({}, "a") == Carried(("new-a",), {}, ())


def test_of_two_merged_events_the_larger_overlap_keeps_its_id():
    """The other one redirects to it."""
    assert carried({"e": "a", "f": "bc"}, "abc") == Carried(("f",), {"e": "f"}, ())


def test_of_equal_overlaps_the_older_event_keeps_its_id():
    """Age decides what size does not."""
    assert carried({"e": "a", "f": "b"}, "ab") == Carried(("e",), {"f": "e"}, ())


def test_a_split_keeps_the_id_with_the_larger_part():
    """The other part is minted anew."""
    assert carried({"e": "abc"}, "ab", "c") == Carried(("e", "new-c"), {}, ())


def test_an_event_without_mentions_is_lost():
    """Nothing holds what it held."""
    assert carried({"e": "a"}, "b") == Carried(("new-b",), {}, ("e",))


def test_the_order_of_clusters_and_events_does_not_matter():
    """Each cluster gets the same id in every order."""
    old, clusters = {"e": "abx", "f": "cd", "g": "y"}, ["abc", "dxy", "z"]
    known = {name: Known(frozenset(mentions), minted) for minted, (name, mentions) in enumerate(old.items())}
    seen = set()
    for order in itertools.permutations(clusters):
        for names in itertools.permutations(known):
            shuffled = {name: known[name] for name in names}
            found = carry_ids(shuffled, [frozenset(c) for c in order], lambda members: "new-" + min(members))
            seen.add(
                (frozenset(zip(order, found.event_ids, strict=True)), frozenset(found.redirects.items()), found.lost)
            )
    assert len(seen) == 1
