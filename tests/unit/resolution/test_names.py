"""Names: which words tell who is meant."""

import pytest

from pipeline.resolution.names import core, initials, is_description, namesakes, strong, within


@pytest.mark.parametrize(
    "name", ["Northwind Robotics (India) Limited", "Northwind Robotics, Inc.", "the Northwind Robotics group"]
)
def test_legal_form_country_and_article_do_not_change_the_bearer(name):
    """Branch, legal form and grouping words are no part of who is meant."""
    assert core(name) == {"northwind", "robotics"}


def test_a_country_is_a_name_where_nothing_else_is_left():
    """An authority may be called by its country alone."""
    assert core("India") == {"india"}


def test_accents_and_case_do_not_tell_names_apart():
    """Outlets drop accents."""
    assert core("ÅKERLUND Möbel") == core("Akerlund Mobel")


def test_the_owner_is_not_part_of_the_name_of_what_is_owned():
    """Halden's door business is not Halden."""
    assert core("Halden's door business") == {"door", "business"}


def test_weak_words_alone_do_not_block():
    """A bank is found by its own name, not by the word bank."""
    assert strong("Banco Estrela") == {"estrela"}


@pytest.mark.parametrize(
    ("name", "described"), [("the shipbuilder", True), ("The Scots", True), ("its partner", True), ("Halden", False)]
)
def test_descriptions_name_nobody_outside_their_article(name, described):
    """A form that begins with an article or has no capital is a description."""
    assert is_description(name) is described


def test_initials_skip_joining_words():
    """Acronyms are made of the telling words, sometimes with the legal form's letter."""
    assert initials("Allied Forge and Foundry Union Ltd") == {"affu", "afful"}


def test_initials_may_leave_out_the_country():
    """An authority is written with its country where it is far away."""
    assert "pma" in initials("U.K. Ports and Markets Authority")
    assert "pma" in initials("Kenya Ports and Markets Authority")


def test_an_abbreviated_word_counts_only_beside_an_equal_telling_one():
    """Co-op abbreviates Co-operative in one firm's name, but one name inside another's beginning proves nothing."""
    assert within(core("Marlow Dairy Co-op"), core("Marlow Dairy Co-operative"))
    assert not within(core("Estrela"), core("Estrelado"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Halden Door Repair Oslo", "Halden Door Repair North Jutland", True),
        ("Halden Door Repair", "Halden Door Repair Oslo", False),
        ("Halden Door Ltd", "Halden Door Inc", False),
        ("Halden Doors", "Halden Windows", False),
    ],
)
def test_names_that_part_ways_after_a_common_beginning_are_namesakes(one, other, apart):
    """Branches and funds of one name; a short form, a legal form or a family's one word in common tell nothing."""
    assert namesakes(one, other) is apart
