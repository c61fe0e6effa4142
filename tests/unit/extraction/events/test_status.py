"""Status and voice follow the words that govern the phrase."""

import pytest
from annotated_world import reading

from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.slots import fill_slots
from pipeline.extraction.status import standing_of


def standing(text, type_name="acquisition", **given):
    """The standing of the first candidate of the type."""
    read = reading(text, orgs=["Oslund Mobile", "Tarvik Electronics"], **given)
    candidate = next(c for c in find_candidates(read) if c.type == type_name)
    return standing_of(candidate, fill_slots(candidate, read), read)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Oslund Mobile has acquired Tarvik Electronics.", "completed"),
        ("Oslund Mobile will acquire Tarvik Electronics.", "agreed"),
        ("Oslund Mobile has agreed to buy Tarvik Electronics.", "agreed"),
        ("Oslund Mobile plans to acquire Tarvik Electronics.", "planned"),
        ("Oslund Mobile is considering acquiring Tarvik Electronics.", "rumoured"),
        ("Oslund Mobile denied that it would buy Tarvik Electronics.", "denied"),
        ("Oslund Mobile has called off the acquisition of Tarvik Electronics.", "terminated"),
    ],
)
def test_governing_words_give_the_status(text, status):
    """How far a deal has come is said by the words around it."""
    assert standing(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Oslund Mobile could one day buy Tarvik Electronics.",
        "Oslund Mobile did not acquire Tarvik Electronics.",
        "Analysts asked whether Oslund Mobile should buy Tarvik Electronics.",
    ],
)
def test_what_is_negated_or_imagined_is_no_event(text):
    """Only what is reported counts."""
    assert standing(text) is None


@pytest.mark.parametrize(
    ("text", "type_name", "status"),
    [
        ("Oslund Mobile is suing Tarvik Electronics over a patent.", "legal_action", "completed"),
        ("Oslund Mobile will sue Tarvik Electronics over a patent.", "legal_action", "planned"),
        ("Oslund Mobile is acquiring Tarvik Electronics.", "acquisition", "agreed"),
    ],
)
def test_what_is_going_on_is_no_plan_where_its_beginning_is_the_event(text, type_name, status):
    """A suit has been filed once somebody is suing; a takeover is not done while somebody is buying."""
    assert standing(text, type_name).status == status


def test_unnamed_sources_are_a_voice_of_their_own():
    """A rumour is nobody's word."""
    said = standing("Oslund Mobile is in talks to buy Tarvik Electronics, people familiar with the matter said.")
    assert (said.status, said.voice) == ("rumoured", "unnamed")


def test_a_party_that_says_so_is_the_voice():
    """The company's own announcement is its word."""
    said = standing("Oslund Mobile said that it has acquired Tarvik Electronics.")
    assert (said.voice, said.said_by) == ("party", "Oslund Mobile")


@pytest.mark.parametrize(
    ("text", "type_name", "is_said"),
    [
        ("Oslund Mobile plans to acquire Tarvik Electronics.", "acquisition", True),
        ("Oslund Mobile has agreed to buy Tarvik Electronics.", "acquisition", True),
        ("Oslund Mobile is in talks to buy Tarvik Electronics.", "acquisition", True),
        ("Oslund Mobile buys Tarvik Electronics.", "acquisition", False),
        ("Oslund Mobile inked a supply contract with Tarvik Electronics.", "partnership", True),
        ("Oslund Mobile has partnered with Tarvik Electronics.", "partnership", False),
    ],
)
def test_words_that_give_a_status_are_told_from_the_form_of_a_verb(text, type_name, is_said):
    """To ink a contract is to agree on it, whatever the tense; to partner says only that something is done together."""
    assert standing(text, type_name).is_said == is_said
