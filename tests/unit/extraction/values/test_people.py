"""A person's title and organization are those that the text gives."""

import pytest
from values_world import entity


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Lur Tarvold, the Vice Chairman and Managing Director of Oslund Mobile, spoke.",
            "Vice Chairman and Managing Director",
        ),
        ("Oslund Mobile vice-chairman Lur Tarvold spoke.", "vice-chairman"),
        ("Oslund Mobile President, Lur Tarvold wrote a note.", "President"),
        ("Lur Tarvold, Director, Oslund Mobile said so.", "Director"),
        ("Oslund Mobile's chief executive, Lur Tarvold, spoke.", "chief executive"),
    ],
)
def test_a_title_is_read_before_and_after_the_name(text, title):
    """Appositions and prefixes, capitals or not."""
    found = entity(text, "Lur Tarvold")
    assert (found.title, found.affiliation) == (title, "Oslund Mobile")


def test_a_second_person_is_no_part_of_a_title():
    """What "and" leads to may be somebody else."""
    assert entity("Lur Tarvold, chairman and Ana Harl met at Oslund Ltd.", "Lur Tarvold").title == "chairman"
