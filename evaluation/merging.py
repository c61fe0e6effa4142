"""`python -m evaluation.merging [SET …] [--errors]`: the merging alone, measured on labelled mentions.

Needs ../shared: the mentions are the labels', so that every error is one of merging.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from evaluation.judge import scorer
from evaluation.sets import EVAL, labelled_sets
from evaluation.told import Telling, gold_rows, told
from pipeline.resolution import resolve

NAMES = ("stories", "seeds")


def scored(name: str, tellings: Sequence[Telling], *, show_errors: bool = False) -> dict[str, Any]:
    """What the scorer says of the events that the tellings of a set are merged into; `mixed` counts recaps too."""
    clusters = resolve([report for _, report in tellings]).clusters
    predicted = [cluster.model_dump(mode="json") | {"event_id": cluster.origin} for cluster in clusters]
    events = [json.loads(line) for line in (EVAL / name / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    figures: dict[str, Any] = scorer().score_events(events, predicted, show_errors, gold_rows(EVAL / name))
    key = {report.mention_id: event for event, report in tellings}
    held = [sorted({key[name] for name in cluster.mention_ids}) for cluster in clusters]
    if show_errors:
        sys.stderr.writelines(f"MIXED {', '.join(keys)}\n" for keys in held if len(keys) > 1)
    return figures | {"mixed": sum(len(keys) > 1 for keys in held)}


def tellings_of(name: str) -> list[Telling]:
    """The labelled mentions of a set."""
    labelled = next(one for one in labelled_sets() if one.name == name)
    return told(gold_rows(EVAL / name), labelled.articles)


def main() -> None:
    """Print a JSON object a set."""
    arguments = argparse.ArgumentParser(prog="python -m evaluation.merging", description=__doc__)
    arguments.add_argument("sets", nargs="*", choices=[*NAMES, []], help="all of them if none is named")
    arguments.add_argument("--errors", action="store_true", help="list what is split and wrongly merged on stderr")
    asked = arguments.parse_args()
    if not EVAL.is_dir():
        sys.stderr.write("SKIPPED: ../shared/eval is not beside this checkout. Nothing was measured.\n")
        return
    for name in asked.sets or NAMES:
        figures = scored(name, tellings_of(name), show_errors=asked.errors)
        sys.stdout.write(json.dumps({"set": name, **figures}) + "\n")


if __name__ == "__main__":
    main()
