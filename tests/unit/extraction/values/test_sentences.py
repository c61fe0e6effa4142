"""Sentences end where a reader would end them."""

import pytest

from pipeline.extraction.sentences import sentence_spans, split_sentences


def said(text):
    """The sentences as words."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oslund Mobile Corp. said on Monday it was ready.",
        "Its founder, A. B. Kestova, met Dr. Lind in the U.S. capital.",
        "Tarvik Electronics Co., Ltd. signed with Harrodine plc.",
        "“Can we do it? We can,” she said.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text):
    """Legal forms, initials and titles carry a full stop of their own."""
    whole = [text] if "?" not in text else ["“Can we do it?", "We can,” she said."]
    assert said(text) == whole


def test_an_abbreviation_before_a_new_subject_ends_one():
    """What follows tells whether the full stop was the sentence's too."""
    assert len(said("It was bought by Oslund Inc. The price was not told.")) == 2


def test_no_sentence_crosses_a_paragraph():
    """A line is a paragraph, with or without a full stop at its end."""
    assert said("First line without a stop\n\nSecond line.\nThird line.") == [
        "First line without a stop",
        "Second line.",
        "Third line.",
    ]


def test_lines_that_a_fixed_width_has_wrapped_are_one_paragraph():
    """A long line without a stop goes on in lower case."""
    text = "Tarvik Electronics said on Monday that it would move its head\noffice to Graz. It gave no date."
    assert len(said(text)) == 2


def test_headline_lead_and_body_are_told_apart():
    """The headline, two paragraphs of lead, then body."""
    text = "Tarvik buys Oslund\n\nOne.\n\nTwo.\n\nThree."
    assert [s.block for s in split_sentences(text, "Tarvik buys Oslund")] == ["headline", "lead", "lead", "body"]


def test_points_before_the_lead_are_lead_and_take_nothing_from_it():
    """What a wire lists under its headline comes on top of the two paragraphs."""
    text = "Tarvik buys Oslund\n\n* To close in May\n* 40 jobs to go\n\nOSLO - One.\n\nTwo.\n\nThree."
    blocks = [s.block for s in split_sentences(text, "Tarvik buys Oslund")]
    assert blocks == ["headline", "lead", "lead", "lead", "lead", "body"]


def test_an_article_that_is_all_points_has_a_lead_and_a_body():
    """Its first two points are the lead."""
    text = "Tarvik buys Oslund\n\n- One.\n\n- Two.\n\n- Three."
    assert [s.block for s in split_sentences(text, "Tarvik buys Oslund")] == ["headline", "lead", "lead", "body"]


def test_a_text_in_one_piece_is_not_all_lead():
    """Lead ends after a few sentences even where no paragraph does."""
    blocks = [s.block for s in split_sentences("It is so. " * 12, None)]
    assert blocks.count("lead") == 6


def test_a_sentence_inside_a_quotation_is_quoted():
    """Only one that stands wholly between the marks."""
    text = "“We are glad. We go on,” she said."
    assert [s.quoted for s in split_sentences(text, None)] == [True, False]
