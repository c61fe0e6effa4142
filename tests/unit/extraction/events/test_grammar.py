"""Arguments come from the right side of a trigger phrase."""

import pytest
from annotated_world import reading

from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.slots import fill_slots

NAMES = ("Tarvik Electronics", "Oslund Mobile", "Kestova Mills", "Harrodine")


def roles(text, type_name, **given):
    """The roles of the type's surest candidate in a text of one event."""
    read = reading(text, orgs=[n for n in NAMES if n in text], **given)
    candidates = [c for c in find_candidates(read) if c.type == type_name]
    return {(a.role, a.entity.name) for c in candidates[:1] for a in fill_slots(c, read)}


@pytest.mark.parametrize(
    "text",
    [
        "Oslund Mobile has acquired Tarvik Electronics.",
        "Tarvik Electronics was acquired by Oslund Mobile.",
        "Oslund Mobile announced its acquisition of Tarvik Electronics.",
        "Oslund Mobile completed the purchase of Tarvik Electronics.",
    ],
)
def test_active_passive_and_noun_give_the_same_roles(text):
    """Who buys whom does not depend on how it is put."""
    assert roles(text, "acquisition") == {("acquirer", "Oslund Mobile"), ("target", "Tarvik Electronics")}


def test_an_enumeration_gives_every_party():
    """All that are named together take part."""
    text = "Tarvik Electronics, Kestova Mills and Oslund Mobile have signed a supply agreement."
    assert len(roles(text, "partnership")) == 3


def test_a_place_between_parties_does_not_part_them():
    """Where a company comes from is told between the names."""
    text = "Tarvik Electronics of Austria and Oslund Mobile have formed a joint venture."
    assert len(roles(text, "partnership", places=["Austria"])) == 2


def test_an_apposition_is_no_party_of_its_own():
    """What describes a partner does not join the deal."""
    text = "Oslund Mobile signed a partnership with Tarvik Electronics, a supplier of Kestova Mills."
    assert ("partner", "Kestova Mills") not in roles(text, "partnership")


def test_a_subsidiary_acts_for_its_owner():
    """Both are parties, and the owner's `via` names the subsidiary."""
    text = "Oslund Mobile has entered into a partnership with Harrodine through its subsidiary Tarvik Electronics."
    read = reading(text, orgs=NAMES[:2] + NAMES[3:], parents=[("Tarvik Electronics", "Harrodine")])
    candidate = next(c for c in find_candidates(read) if c.type == "partnership")
    via = {a.entity.name: a.via.name if a.via else None for a in fill_slots(candidate, read)}
    assert via == {"Oslund Mobile": None, "Harrodine": "Tarvik Electronics", "Tarvik Electronics": None}


def test_a_missing_partner_is_looked_for_in_the_sentence_before():
    """The second sentence goes on about the same company."""
    text = "Oslund Mobile makes phones. Under the plan a partnership with Tarvik Electronics was signed."
    assert ("partner", "Oslund Mobile") in roles(text, "partnership")
