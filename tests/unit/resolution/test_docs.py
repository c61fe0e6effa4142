"""The page on merging says what the code does."""

from pathlib import Path

from pipeline.resolution.blocking import HUB
from pipeline.resolution.cluster import SAME, UNSURE
from pipeline.resolution.compare import CONTRADICTIONS, FEATURES, PAIR_BASE, SOLO_BASE

PAGE = (Path(__file__).parents[3] / "docs" / "merging.md").read_text(encoding="utf-8")


def test_every_feature_and_contradiction_is_on_the_page():
    """The tables are the docstrings and weights of the code, in its order."""
    lines = [f"| `{feature.__name__}` | {weight} | {promise(feature)} |" for feature, weight in FEATURES]
    assert "\n".join(lines) in PAGE
    assert "\n".join(f"| `{check.__name__}` | {promise(check)} |" for check in CONTRADICTIONS) in PAGE


def test_the_pages_numbers_are_the_codes():
    """Thresholds, bases and the cap on hubs."""
    for phrase in (
        f"at {PAIR_BASE} for a deal of two, at {SOLO_BASE} for one party",
        f"From {SAME} on a pair is the same event, below {UNSURE} it is another",
        f"more than {HUB}",
    ):
        assert phrase in PAGE


def promise(function):
    """The first line of a docstring."""
    return function.__doc__.strip().splitlines()[0]
