"""Owners, descriptions and pronouns are learned from the text."""

import pytest
from values_world import entity


@pytest.mark.parametrize(
    "text",
    [
        "Oslund Mobile signed through its subsidiary Tarvik Electronics.",
        "Oslund Mobile signed through its wholly owned subsidiary, Tarvik Electronics.",
        "Tarvik Electronics, a subsidiary of Oslund Mobile, signed.",
        "Oslund Mobile's unit Tarvik Electronics signed.",
    ],
)
def test_an_owner_is_told_in_many_ways(text):
    """Each names the parent."""
    assert entity(text, "Tarvik Electronics").parent == entity(text, "Oslund Mobile").entity_id


def test_a_description_means_whom_it_was_said_of():
    """The apposition's words come back."""
    text = "Chinese smartphone giant Oslund signed with Tarvik Ltd.\n\nThe smartphone giant was glad."
    assert "The smartphone giant" in {s.text for s in entity(text, "Oslund").surfaces if s.form == "description"}


def test_a_pronoun_means_the_subject_before():
    """It is the company that acted."""
    text = "Oslund Mobile signed with Tarvik Ltd. It will make phones."
    assert "It" in {s.text for s in entity(text, "Oslund Mobile").surfaces if s.form == "pronoun"}
