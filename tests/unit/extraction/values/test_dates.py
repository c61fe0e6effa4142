"""Dates mean what they mean on the day of publication."""

import pytest
from values_world import annotated

WEDNESDAY = "2023-05-31"


def dates(text, published=WEDNESDAY):
    """Text, value and kind of the dates found."""
    return [(d.text, d.value, d.kind) for d in annotated(text, published=published).dates]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("It signed on Wednesday.", "2023-05-31"),
        ("It signed on Thursday.", "2023-05-25"),
        ("It signed on May 29.", "2023-05-29"),
        ("It signed on 29 May.", "2023-05-29"),
        ("It signed on December 29.", "2022-12-29"),
        ("It signed on May 3rd, 2021.", "2021-05-03"),
        ("It signed in March.", "2023-03"),
        ("It signed in November.", "2022-11"),
        ("It signed last month.", "2023-04"),
        ("It signed last year.", "2022"),
        ("It signed in May last year.", "2022-05"),
        ("It signed two years ago.", "2021"),
        ("It signed yesterday.", "2023-05-30"),
        ("It signed in 2015.", "2015"),
        ("It led until Q1 2019.", "2019"),
        ("It will start by August.", "2023-08"),
        ("It will start in February.", "2024-02"),
        ("It opened last summer.", "2022"),
        ("It opens next winter.", "2023"),
        ("It opens next year.", "2024"),
    ],
)
def test_an_expression_is_resolved_against_publication(said, value):
    """As precise as the text, never more."""
    assert [v for _, v, _ in dates(said)] == [value]


def test_a_weekday_without_a_publication_date_stays_open():
    """Its number is kept, its day is not invented."""
    found = annotated("It signed on Wednesday.").dates
    assert [(d.value, d.weekday) for d in found] == [(None, 2)]


@pytest.mark.parametrize("said", ["It signed on May 29.", "It signed in March.", "It signed last year."])
def test_nothing_relative_is_resolved_without_an_anchor(said):
    """Not even a year is guessed."""
    assert [v for _, v, _ in dates(said, published=None)] == [None]


def test_a_month_of_publication_does_not_give_a_day():
    """An anchor that knows no day resolves no weekday."""
    assert dates("It signed on Wednesday.", published="2023-05")[0][1] is None


def test_what_lies_ahead_is_expected():
    """By its value, or by the words that lead to it where nothing is known of publication."""
    assert dates("It will start production by August.")[0][2] == "expected"
    assert dates("It will start production by August.", published=None)[0][2] == "expected"
    assert dates("It signed in March.")[0][2] == "occurred"


def test_a_figure_is_no_year():
    """Numbers of people or things are left alone."""
    assert not dates("It employs 2015 people and makes 1999 units.")


def test_may_is_a_month_only_where_it_is_one():
    """The verb names no time."""
    assert not dates("It may sell the unit. May I go?")


def test_a_dateline_does_not_date_what_has_its_own_day():
    """When a report was written is not when things happened."""
    text = "GRAZ, May 31 - Tarvik Electronics said on Monday that it had signed."
    assert [v for _, v, _ in dates(text)] == ["2023-05-29"]
