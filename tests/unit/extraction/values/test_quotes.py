"""Quotations come with whoever is said to have said them."""

import pytest
from values_world import annotated

PEOPLE = "Lur Tarvold, managing director of Oslund Mobile, was there. Ana Harl, an analyst, was too.\n\n"


def quotes(text):
    """Speaker and text of the quotations found."""
    return [(q.speaker, q.text) for q in annotated(PEOPLE + text).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "“We are glad to go on,” said Lur Tarvold.",
        "“We are glad to go on,” Tarvold said.",
        "“We are glad to go on,” said the managing director.",
        "“We are glad to go on,” according to Lur Tarvold.",
        "Lur Tarvold said: “We are glad to go on,”",
        "In a statement, Lur Tarvold stated, “We are glad to go on,”",
        '"We are glad to go on," Lur Tarvold told reporters.',
    ],
)
def test_a_speaker_stands_before_or_after(text):
    """In any of the usual orders."""
    assert quotes(text) == [("Lur Tarvold", "We are glad to go on,")]


def test_a_pronoun_means_the_person_before():
    """He and she are whoever spoke or was named last."""
    text = "“We are glad to go on,” said Tarvold.\n\n“It was not easy at all,” he added."
    assert [speaker for speaker, _ in quotes(text)] == ["Lur Tarvold", "Lur Tarvold"]


def test_a_quotation_that_goes_on_keeps_its_speaker():
    """Within a paragraph and from one to the next."""
    text = "“We are glad to go on,” said Ana Harl. “It was not easy at all.”\n\n“And it will not be easy now.”"
    assert [speaker for speaker, _ in quotes(text)] == ["Ana Harl"] * 3


def test_who_follows_the_verb_that_closes_a_clause_speaks():
    """As in "It is cheap, says the founder": the pronoun before is no speaker, and the next sentence is hers."""
    text = "Oslund moved because it is cheap, says its analyst, Ana Harl, and close. “You can't rent it elsewhere.”"
    assert quotes(text) == [("Ana Harl", "You can't rent it elsewhere.")]


def test_someone_unnamed_is_nobody_else():
    """Where one of several speaks, nobody whom the paragraph names has said it."""
    text = "Three people told Ana Harl of it. “We are glad to go on,” one of them joked."
    assert quotes(text) == [(None, "We are glad to go on,")]


def test_what_follows_a_quotation_takes_no_speaker_from_it():
    """The sentence after it, "One reason is the price", speaks of no one."""
    text = "Ana Harl said: “We are glad to go on.” One reason is the price."
    assert quotes(text) == [("Ana Harl", "We are glad to go on.")]


def test_a_statement_has_its_company_as_speaker():
    """Named as it is named there."""
    text = "“This is just a continuation,” according to a statement from Oslund Mobile."
    assert quotes(text)[0][0] == "Oslund Mobile"


def test_a_quotation_has_title_and_affiliation():
    """From wherever the document tells them."""
    quote = annotated(PEOPLE + "“We are glad to go on,” Tarvold said.").quotes[0]
    assert (quote.title, quote.affiliation) == ("managing director", "Oslund Mobile")


def test_marks_around_a_word_make_no_quotation():
    """Distance is not speech."""
    assert not quotes("The “smart” plant is ready.")


def test_an_inner_quotation_does_not_end_the_outer():
    """Curly marks nest."""
    text = "“It is a milestone in the “Build Here” plan of ours,” said Lur Tarvold."
    assert quotes(text) == [("Lur Tarvold", "It is a milestone in the “Build Here” plan of ours,")]
