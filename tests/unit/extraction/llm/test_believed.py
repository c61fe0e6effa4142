"""A model is believed where the article bears it out, letter by letter, and nowhere else."""

import pytest
from llm_world import PARTIES, TEXT, Model, article, extractor, told
from pydantic_ai.models.test import TestModel


@pytest.fixture
def read(tmp_path):
    """What is extracted where a model tells these events."""

    def extraction(*events, text=TEXT):
        return extractor(tmp_path, Model(list(events))).extract(article(text))

    return extraction


def named(mention):
    """Its parties by role."""
    return {(party.role, party.name) for party in mention.parties}


def test_what_stands_in_the_article_is_kept_with_its_place(read):
    """Every value has the words that it was read from, and the mention says who read it."""
    found = read(told())
    (mention,) = found.mentions
    assert named(mention) == {("customer", "Morvik Foods"), ("supplier", "Lintara Dairy")}
    assert [(a.value, a.unit) for a in mention.amounts] == [(15_000_000, "USD")]
    assert [d.value for d in mention.dates] == ["2024-05-02"]
    assert [p.name for p in mention.products] == ["oat milk"]
    assert all(p.evidence.holds(TEXT) for p in (*mention.parties, *mention.amounts, *mention.dates, *mention.products))
    assert mention.extractor.startswith("llm@small-")
    assert (found.dropped, found.notes) == ({}, ())


@pytest.mark.parametrize(
    ("field", "invented"),
    [
        ("amounts", "$16 million"),
        ("amounts", "5 million"),
        ("amounts", "oat milk"),
        ("dates", "3 May 2024"),
        ("dates", "Nils Aune"),
        ("places", "Trondheim"),
        ("products", "soy milk"),
        ("products", "milk of oats"),
        ("phrases", "bought"),
    ],
)
def test_an_invented_value_is_dropped_and_counted(read, field, invented):
    """Also part of a figure, and words that stand there but are no amount or date; the rest of the event stays."""
    change = {"phrase": invented} if field == "phrases" else {field: [invented]}
    found = read(told(**change))
    (mention,) = found.mentions
    assert found.dropped == {field: 1}
    assert not [value for value in getattr(mention, field, ()) if invented in value.evidence.text]


def test_an_invented_party_is_dropped_and_counted(read):
    """A third name that nobody wrote does not join the two that are there."""
    found = read(told(parties=[*PARTIES, {"role": "customer", "name": "Zorvex Capital"}]))
    assert found.dropped == {"parties": 1}
    assert len(found.mentions[0].parties) == 2


@pytest.mark.parametrize(
    "party",
    [
        {"role": "emperor", "name": "Lintara Dairy"},
        {"role": "supplier", "name": "Nils Aune"},
        {"role": "supplier", "name": "Lintara dairy"},
        {"role": "supplier", "name": "Lint"},
        {"role": "supplier", "name": "oat milk"},
        {"role": "supplier", "name": ""},
    ],
)
def test_an_event_without_the_parties_it_needs_goes_whole(read, party):
    """A role of no type, a person where companies act, other letters, half a word, no name at all."""
    found = read(told(parties=[PARTIES[0], party]))
    assert (found.mentions, found.dropped) == ((), {"parties": 1, "mentions": 1})


@pytest.mark.parametrize(
    "change",
    [
        {"sentence": "Morvik Foods has bought Lintara Dairy."},
        {"sentence": ""},
        {"type": "wedding"},
        {"status": "certain"},
        {"salience": "loud"},
    ],
)
def test_an_event_without_evidence_or_of_no_known_kind_goes_whole(read, change):
    """And takes no other event of the answer with it."""
    found = read(told(**change), told())
    assert len(found.mentions) == 1
    assert found.dropped == {"mentions": 1}


def test_only_white_space_may_differ(read):
    """A model writes a wrapped sentence in one line; it may not write other letters."""
    text = TEXT.replace("has signed a supply", "has signed\na  supply")
    assert len(read(told(), text=text).mentions) == 1


def test_one_happening_told_twice_is_one_mention(read):
    """The same words tell one event, whatever parties a model gives it the second time."""
    found = read(told(), told(parties=list(reversed(PARTIES))))
    assert len(found.mentions) == 1
    assert found.dropped == {"mentions": 1}


def test_a_name_that_only_the_model_found_is_a_party_like_any_other(read):
    """Its identity is made from the name, as everywhere."""
    text = TEXT.replace("Lintara Dairy", "4Ever!Oats")
    found = read(
        told(sentence="Morvik Foods has signed", parties=[PARTIES[0], {"role": "supplier", "name": "4Ever!Oats"}]),
        text=text,
    )
    (mention,) = found.mentions
    assert ("supplier", "4Ever!Oats") in named(mention)


def test_what_a_model_makes_up_from_the_form_alone_leaves_nothing(tmp_path):
    """pydantic-ai's test model fills the form with words of its own."""
    found = extractor(tmp_path, TestModel(), output="tool").extract(article())
    assert found.mentions == ()
    assert found.dropped["mentions"] == 1
