"""News and recollection are told apart by dates and by the words of recollection."""

import pytest
from annotated_world import reading

from pipeline.extraction.belongings import dates_of, dates_told_apart, places_of
from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.salience import is_fresh, is_recap

LEAD = "Shares rose.\n\nShares fell.\n\n"
NAMES = ["Oslund Mobile", "Tarvik Electronics"]


def judged(sentence, **given):
    """Whether the first candidate of a sentence further down an article is a recap, and fresh."""
    read = reading(LEAD + sentence, orgs=NAMES, published="2023-05-31", **given)
    candidate = find_candidates(read)[0]
    return is_recap(candidate, dates_of(candidate, "agreed", read), read), is_fresh(candidate, read)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslund Mobile had previously signed a partnership with Tarvik Electronics.",
        "In 2015 Oslund Mobile formed a partnership with Tarvik Electronics.",
        "Last year Oslund Mobile acquired Tarvik Electronics.",
    ],
)
def test_words_of_recollection_make_a_recap(sentence):
    """Earlier history is not news, whoever tells it."""
    assert judged(sentence)[0]


def test_a_date_well_before_publication_makes_a_recap():
    """Three months ago was news then."""
    sentence = "On February 3 Oslund Mobile signed a partnership with Tarvik Electronics."
    assert judged(sentence, dates=[("February 3", "2023-02-03")])[0]


def test_a_date_shortly_before_publication_does_not():
    """Two days ago is news."""
    sentence = "On May 29 Oslund Mobile signed a partnership with Tarvik Electronics."
    assert not judged(sentence, dates=[("May 29", "2023-05-29")])[0]


def test_words_of_these_days_are_fresh():
    """Further down, only they make news."""
    assert judged("Oslund Mobile will also open a plant.") == (False, True)


def test_a_noun_that_refers_back_is_no_recap():
    """What is called "the partnership" was already told."""
    assert not judged("The partnership with Tarvik Electronics comes after years of talks.")[0]


def test_a_date_to_come_is_expected_and_one_gone_by_announced():
    """The kind of a date follows from which side of publication it lies on."""
    text = "Oslund Mobile will open a plant in August after Monday."
    read = reading(text, orgs=NAMES, published="2023-05-31", dates=[("August", "2023-08"), ("Monday", "2023-05-29")])
    candidate = find_candidates(read)[0]
    assert [(d.text, d.kind) for d in dates_of(candidate, "agreed", read)] == [
        ("August", "expected"),
        ("Monday", "announced"),
    ]


def test_a_sentence_about_the_announcement_dates_it():
    """When it was announced may be said in a sentence of its own."""
    text = "The company made the announcement on Wednesday."
    read = reading(text, dates=[("Wednesday", None)])
    assert [(d.text, d.kind) for d in dates_told_apart(read.sentences, read)] == [("Wednesday", "announced")]


def test_a_place_inside_a_company_name_is_no_scene():
    """A name that contains a country says nothing of the scene."""
    text = "Oslund India has opened a plant in Pune."
    read = reading(text, orgs=["Oslund India"], places=["India", "Pune"])
    assert [p.name for p in places_of(find_candidates(read)[0], read)] == ["Pune"]
