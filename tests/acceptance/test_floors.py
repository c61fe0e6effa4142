"""No change makes the product read or merge worse than it did."""

import pytest

from evaluation.floors import fallen, floors
from evaluation.judge import judged
from evaluation.measure import measured, mentions_of
from evaluation.sets import EVAL, digest, labelled_sets


@pytest.mark.slow
def test_measured_figures_stand_at_or_above_their_floors(tmp_path):
    """On the labelled sets, where they lie beside the checkout."""
    if not EVAL.is_dir():
        pytest.skip("SKIPPED: ../shared/eval is not beside this checkout, THE FLOORS ARE NOT CHECKED")
    assert digest() == floors()["data"], "the labels changed: measure anew and write new floors"
    results = {labelled: measured(labelled, tmp_path) for labelled in labelled_sets()}
    verdicts = {
        one.name: judged(one, mentions_of(one, tmp_path)) for one in labelled_sets() if "mentions" in one.measures
    }
    assert list(fallen(results, verdicts)) == []
