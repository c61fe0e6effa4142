"""A process that dies loses nothing and doubles nothing, wherever it dies."""

import json
import os
import subprocess
import sys

import pytest
from seed_chain import ROOT


@pytest.mark.slow
def test_killed_before_any_effect_the_next_run_leaves_what_an_unbroken_one_leaves(tmp_path):
    """Every commit, and every change of the file system, is a place to be killed at (-9)."""
    driver = [sys.executable, str(ROOT / "tests" / "kill_driver.py"), str(tmp_path)]
    quiet = {**os.environ, "OMP_NUM_THREADS": "1"}  # a process without threads may be forked
    done = subprocess.run(driver, check=True, capture_output=True, text=True, timeout=500, cwd=tmp_path, env=quiet)
    *deaths, whole = [json.loads(line) for line in done.stdout.splitlines()]
    assert whole.pop("death") == -1
    assert [kind for _, kind in whole["outcomes"]] == [
        "indexed",
        "indexed",
        "indexed",
        "no_event",
        "duplicate",
        "rejected",
    ]
    assert (len(whole["events"]), whole["sent"], whole["due"]) == (2, [2, 2], [0, 0, 0, 0])
    assert len(deaths) > 50
    for left in deaths:
        number = left.pop("death")
        assert left == whole, f"killed before effect {number}"
