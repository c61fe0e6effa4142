"""A logistic regression that is read from a file says what it was taught."""

import random

import pytest

from pipeline.extraction.learned.logistic import chance_of, log_odds
from training.logistic import fitted


def test_what_always_speaks_for_it_makes_it_likely():
    """A feature that tells right from wrong gets a weight of its sign."""
    chance = random.Random(1)
    found = [({"tells": float(right), "noise": chance.random()}, right) for right in [True, False] * 1000]
    weights = fitted(found, 30)
    assert chance_of({"tells": 1.0, "noise": 0.5}, weights) > 0.9
    assert chance_of({"tells": 0.0, "noise": 0.5}, weights) < 0.1


def test_a_feature_that_never_differs_is_left_out():
    """It has no spread to be measured by."""
    weights = fitted([({"tells": float(n % 2), "same": 1.0}, n % 2 == 1) for n in range(40)], 30)
    assert set(weights) == {"bias", "tells"}


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_the_odds_of_the_certain_are_bounded(chance):
    """No chance makes a weight infinite."""
    assert abs(log_odds(chance)) < 10
