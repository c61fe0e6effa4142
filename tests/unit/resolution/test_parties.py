"""Parties: who is who in a set of mentions."""

import itertools

from resolution_world import party, report

from pipeline.resolution.parties import PARENT, PartyBook


def book(*mentions):
    """What these lists of parties teach, one mention each."""
    return PartyBook([report(f"a{n}", parties).mention for n, parties in enumerate(mentions)])


def test_a_short_form_is_its_long_form():
    """Halden and Halden Foundry AB are one where nothing contradicts."""
    assert (
        book(["Halden Foundry AB", "Kestrel"], ["Halden", "Kestrel"]).match(party("Halden"), party("Halden Foundry AB"))
        == 1.0
    )


def test_two_firms_that_share_their_first_word_stay_two():
    """Full names that contradict each other are two parties, even with one alias in common."""
    known = book(["Halden Foundry | Halden", "Kestrel"], ["Halden Cables | Halden", "Kestrel"])
    assert known.match(party("Halden Foundry | Halden"), party("Halden Cables | Halden")) < 0.8


def test_a_short_form_that_fits_two_firms_does_not_join_them():
    """An ambiguous name is nobody's bridge."""
    known = book(["Halden Foundry", "Kestrel"], ["Halden Cables", "Kestrel"], ["Halden", "Kestrel"])
    assert known.group(party("Halden Foundry")) != known.group(party("Halden Cables"))


def test_a_learned_acronym_renames_older_mentions():
    """A mention that gives name and acronym joins one that gave only the name and one that gave only the acronym."""
    known = book(["Orbit Pressings Limited | OPL", "Kestrel"], ["OPL", "Kestrel"], ["Orbit Pressings", "Kestrel"])
    assert known.group(party("OPL")) == known.group(party("Orbit Pressings"))


def test_a_subsidiary_counts_as_the_parent_it_acts_for():
    """Who acts through a subsidiary is party wherever the subsidiary is named alone."""
    known = book(["Halden Foundry via Tern Castings", "Kestrel"], ["Tern Castings", "Kestrel"])
    assert known.match(party("Tern Castings"), party("Halden Foundry")) == PARENT


def test_parties_named_side_by_side_are_two():
    """A mention that names both tells them apart."""
    known = book(["Halden Holdings | Halden", "Halden Packaging", "Kestrel"])
    assert known.group(party("Halden Holdings | Halden")) != known.group(party("Halden Packaging"))


def test_descriptions_are_never_the_same_party():
    """The company of one article is not the company of another, whatever the words."""
    known = book(["the company", "Kestrel"], ["the company", "Halden"], ["Nordic phone maker", "Kestrel"])
    assert known.match(party("the company"), party("the company | Northwind")) == 0
    assert known.match(party("Nordic phone maker"), party("Nordic phone maker | NPM")) == 0


def test_a_described_party_is_known_by_its_alias():
    """Where extraction took the description for the name, the alias still tells."""
    known = book(["the company | Northwind", "Kestrel"], ["Northwind Robotics", "Kestrel"])
    assert known.group(party("the company | Northwind")) == known.group(party("Northwind Robotics"))


def test_the_order_of_mentions_does_not_change_who_is_who():
    """Groups are the same for every order."""
    mentions = [
        ["Halden Foundry | HFX", "Kestrel Oy"],
        ["HFX", "Kestrel"],
        ["Halden", "Kestrel Oy"],
        ["Halden Cables", "Kestrel"],
    ]
    names = ["Halden Foundry | HFX", "HFX", "Halden", "Halden Cables", "Kestrel", "Kestrel Oy"]
    seen = set()
    for order in itertools.permutations(mentions):
        known = book(*order)
        numbers = [known.group(party(name)) for name in names]
        seen.add(tuple(numbers.index(number) for number in numbers))
    assert len(seen) == 1
