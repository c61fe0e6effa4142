"""The analyst's page of an event, whole."""

from pathlib import Path

import pytest
from page_world import page_of

GOLDEN = Path(__file__).parent / "event_page.txt"


def test_the_page_of_an_event_is_the_golden_one(request: pytest.FixtureRequest) -> None:
    """Title, status, history, parties, dates, amounts, quotes, conflicts, related events and marked sources."""
    if request.config.getoption("--rewrite-golden"):
        GOLDEN.write_text(page_of(colour=False), encoding="utf-8")
    assert page_of(colour=False) == GOLDEN.read_text(encoding="utf-8")
