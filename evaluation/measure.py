"""Running our own command on a set and the scorer on what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from evaluation.sets import EVAL, ROOT, LabelledSet, Measure, article_folders

Figures = dict[Measure, dict[str, Any]]


def measured(labelled: LabelledSet, scratch: Path) -> Figures:
    """The scorer's figures for a set, one object a measure; predictions stay in `scratch`."""
    parts = list(article_folders(labelled, scratch))
    figures: Figures = {}
    mentions = mentions_of(labelled, scratch)
    for articles, weights in parts:
        _dealwire(scratch, mentions, "extract", "--format", "jsonl", str(articles), weights=weights)
    for measure in labelled.measures:
        if measure != "events":
            figures[measure] = _score(measure, labelled.gold, mentions)
    if labelled.gold_events:
        home, events = scratch / f"{labelled.name}-home", scratch / f"{labelled.name}-events.jsonl"
        for articles, weights in parts:
            _dealwire(home, scratch / f"{labelled.name}-ingest.txt", "ingest", str(articles), weights=weights)
        _dealwire(home, events, "events", "--format", "jsonl")
        figures["events"] = _score("events", labelled.gold_events, events, labelled.gold)
    return figures


def mentions_of(labelled: LabelledSet, scratch: Path) -> Path:
    """Where `measured` leaves what was extracted from a set."""
    return scratch / f"{labelled.name}-mentions.jsonl"


def _dealwire(home: Path, output: Path, *arguments: str, weights: Path | None = None) -> None:
    """Run our command with its state in `home`, its words put behind `output`; a failure ends the evaluation."""
    with output.open("ab") as out:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "DEALWIRE_HOME": str(home), "DEALWIRE_WEIGHTS": str(weights or "")},
            check=False,
        )
    if done.returncode > 1 or b"Traceback" in done.stderr:
        sys.exit(f"dealwire {' '.join(arguments)} failed:\n{done.stderr.decode()[-2000:]}")


def _score(measure: Measure, *files: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(EVAL / "score.py"), measure, *map(str, files)], capture_output=True, check=True
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
