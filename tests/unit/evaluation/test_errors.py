"""Verdicts on mentions: intervals, reliability, and the page that a person filters."""

import pytest

from evaluation.errors import errors_page
from evaluation.intervals import counted, f1, interval, reliability
from evaluation.judge import Judged


def mention(verdict, confidence=None, event_type="partnership"):
    """One judged mention of two invented companies."""
    return Judged("a1", event_type, verdict, ("Morvik & Sons", "Lintara"), "Morvik <b>met</b> Lintara.", confidence)


def test_a_recap_told_as_news_is_an_alarm_and_news_told_as_a_recap_a_miss():
    """As the scorer counts."""
    verdicts = ("right", "wrong", "recap as news", "missed", "news as recap")
    assert counted(map(mention, verdicts)) == (1, 2, 2)


def test_f1_of_nothing_is_nothing():
    """And of half of everything a half."""
    assert f1([(0, 0, 0)]) == 0.0
    assert f1([(1, 0, 1), (0, 1, 0)]) == pytest.approx(0.5)


def test_an_interval_holds_the_figure_and_narrows_with_more_articles():
    """It is the same with every run."""
    some = {f"a{n}": [mention("right" if n % 2 else "wrong")] for n in range(20)}
    many = {f"a{n}": [mention("right" if n % 2 else "wrong")] for n in range(2000)}
    low, high = interval(some)
    assert low < f1(counted(found) for found in some.values()) < high
    assert interval(some) == (low, high)
    narrow = interval(many)
    assert narrow[1] - narrow[0] < (high - low) / 5


def test_an_interval_of_one_type_looks_at_that_type_alone():
    """Others are neither hits nor alarms."""
    told = {"a1": [mention("right"), mention("wrong", event_type="facility")]}
    assert interval(told, "partnership") == (1.0, 1.0)


def test_reliability_sets_confidence_beside_the_share_that_is_right():
    """Missed mentions have none."""
    told = [mention("right", 0.95), mention("wrong", 0.91), mention("recap as news", 0.55), mention("missed")]
    assert reliability(told) == [("0.5–0.6", 1, 0.55, 0.0), ("0.9–1.0", 2, pytest.approx(0.93), 0.5)]


def test_the_page_lists_every_error_once_and_trusts_no_text():
    """What is right is not listed."""
    page = errors_page({"tales": {"a1": [mention("right", 0.9), mention("missed"), mention("wrong", 0.5)]}})
    assert page.count("<tr>") == 3
    assert "Morvik &amp; Sons, Lintara" in page
    assert "<b>met</b>" not in page
    assert page.count("<input") == 7
