"""Running our own command on a set and the scorer on what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from evaluation.sets import EVAL, ROOT, LabelledSet, Measure, article_folder

Figures = dict[Measure, dict[str, Any]]


def measured(labelled: LabelledSet, scratch: Path) -> Figures:
    """The scorer's figures for a set, one object a measure; predictions stay in `scratch`."""
    articles = article_folder(labelled, scratch)
    figures: Figures = {}
    mentions = mentions_of(labelled, scratch)
    _dealwire(scratch, mentions, "extract", "--format", "jsonl", str(articles))
    for measure in labelled.measures:
        if measure != "events":
            figures[measure] = _score(measure, labelled.gold, mentions)
    if labelled.gold_events:
        home, events = scratch / f"{labelled.name}-home", scratch / f"{labelled.name}-events.jsonl"
        _dealwire(home, scratch / f"{labelled.name}-ingest.txt", "ingest", str(articles))
        _dealwire(home, events, "events", "--format", "jsonl")
        figures["events"] = _score("events", labelled.gold_events, events, labelled.gold)
    return figures


def mentions_of(labelled: LabelledSet, scratch: Path) -> Path:
    """Where `measured` leaves what was extracted from a set."""
    return scratch / f"{labelled.name}-mentions.jsonl"


def _dealwire(home: Path, output: Path, *arguments: str) -> None:
    """Run our command with its state in `home`; a failure ends the evaluation with its last lines."""
    with output.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "DEALWIRE_HOME": str(home)},
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
