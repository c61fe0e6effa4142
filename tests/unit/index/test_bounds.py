"""Dates, times and numbers as a query writes them."""

from datetime import UTC, date, datetime

import pytest

from pipeline.index import bounds

NOW = datetime(2023, 5, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2023", (date(2023, 1, 1), date(2023, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-05-31", (date(2023, 5, 31), date(2023, 5, 31))),
        ("now-1M", (date(2023, 4, 30), date(2023, 4, 30))),
        ("now-1d+2w", (date(2023, 6, 13), date(2023, 6, 13))),
    ],
)
def test_a_partial_date_covers_all_its_days(text: str, span: tuple[date, date]) -> None:
    """First and last day, both included."""
    assert bounds.days(text, NOW) == span


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2023-05-31", "2023-05-31T00:00:00+00:00", "2023-05-31T23:59:59.999999+00:00"),
        ("2023-05-31T10", "2023-05-31T10:00:00+00:00", "2023-05-31T10:59:59.999999+00:00"),
        ("2023-05-31T10:30", "2023-05-31T10:30:00+00:00", "2023-05-31T10:30:59.999999+00:00"),
        ("2023-05-31T10:30:05Z", "2023-05-31T10:30:05+00:00", "2023-05-31T10:30:05.999999+00:00"),
        ("2023-05-31T10:30:05.5+05:30", "2023-05-31T05:00:05.500000+00:00", "2023-05-31T05:00:05.500000+00:00"),
        ("now-2h", "2023-05-31T10:00:00+00:00", "2023-05-31T10:00:00+00:00"),
    ],
)
def test_a_time_covers_its_last_unit(text: str, low: str, high: str) -> None:
    """An hour is a whole hour; times without a zone are UTC."""
    assert bounds.instants(text, NOW) == (datetime.fromisoformat(low), datetime.fromisoformat(high))


@pytest.mark.parametrize("text", ["", "may", "2023-13", "2023-02-30", "23-05-01", "now-", "now-9999y", "2023-05-31T25"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """ValueError, which the query language turns into its own error."""
    with pytest.raises(ValueError, match=r".*"):
        bounds.instants(text, NOW)


def test_numbers_are_finite() -> None:
    """Underscores group digits; infinity and nan are no numbers to compare with."""
    assert bounds.number("1_000_000") == 1e6
    for text in ("inf", "nan", "many"):
        with pytest.raises(ValueError, match=text):
            bounds.number(text)
