"""The floors that measured figures may not fall below, and the data they were measured on."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.intervals import counted, f1
from evaluation.report import Results, Verdicts
from evaluation.sets import POOLED

FLOORS = Path(__file__).with_name("floors.toml")


def floors() -> dict[str, Any]:
    """The floors as they are written."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def fallen(results: Results, verdicts: Verdicts) -> Iterator[str]:
    """What lies below its floor, in words."""
    wanted = floors()
    pooled = [found for name in POOLED for found in verdicts[name].values()]
    for name, kind in (("f1", None), ("partnership_f1", "partnership")):
        reached = f1(counted(one for one in found if kind in (None, one.type)) for found in pooled)
        yield from _below(f"pooled {name}", reached, wanted["pooled"][name])
    figures = {labelled.name: measured for labelled, measured in results.items()}
    yield from _merging(figures["stories"], wanted["stories"])
    yield from _below("aeb f1", figures["aeb"]["bodies"]["f1"], wanted["aeb"]["f1"])
    for name in POOLED:
        told = figures[name]["mentions"]["evidence_in_text"]
        yield from _below(f"{name} evidence_in_text", told, wanted["all"]["evidence_in_text"])


def _merging(figures: Mapping[Any, Any], wanted: Mapping[str, float]) -> Iterator[str]:
    for name in ("wrongly_merged", "split"):
        if figures["events"][name] > wanted[name]:
            yield f"stories {name}: {figures['events'][name]}, at most {wanted[name]}"
    for name in ("noise_gone", "quotes_kept"):
        yield from _below(f"stories {name}", figures["text"][name]["share"], wanted[name])


def _below(name: str, reached: float, floor: float) -> Iterator[str]:
    if reached < floor:
        yield f"{name}: {reached:.3f}, floor {floor}"
