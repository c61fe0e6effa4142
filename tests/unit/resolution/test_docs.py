"""The page on merging says what the code does."""

from pathlib import Path

from pipeline.resolution.blocking import HUB
from pipeline.resolution.cluster import LOOSE, UNSURE
from pipeline.resolution.compare import CONTRADICTIONS, FEATURES
from pipeline.resolution.weights import learned

PAGE = (Path(__file__).parents[3] / "docs" / "merging.md").read_text(encoding="utf-8")


def test_every_feature_and_contradiction_is_on_the_page():
    """The tables are the docstrings and weights of the code, in its order."""
    lines = [f"| `{feature.__name__}` | {weights_of(feature)} | {promise(feature)} |" for feature in FEATURES]
    assert "\n".join(lines) in PAGE
    assert "\n".join(f"| `{check.__name__}` | {promise(check)} |" for check in CONTRADICTIONS) in PAGE


def test_the_pages_numbers_are_the_codes():
    """Thresholds, bases and the cap on hubs."""
    weights = learned()
    for phrase in (
        f"at {weights.base['two']:+g} where two parties are common, at {weights.base['one']:+g} where one is",
        f"From {weights.same} on a pair is the same event, below {UNSURE} it is another",
        f"more likely than not ({LOOSE})",
        f"more than {HUB}",
    ):
        assert phrase in PAGE


def weights_of(feature):
    """What it adds where it agrees, and takes away where it contradicts."""
    weights, name = learned(), feature.__name__
    return f"{weights.agrees.get(name, 0):g} | {weights.contradicts.get(name, 0):g}"


def promise(function):
    """The first line of a docstring."""
    return function.__doc__.strip().splitlines()[0]
