"""Every mention of a set beside its gold, by the rules of the scorer: for intervals and for the page of errors."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from evaluation.sets import EVAL, LabelledSet

Verdict = Literal["right", "missed", "wrong", "recap as news", "news as recap"]


@dataclass(frozen=True)
class Judged:
    """One mention, found or missed; `confidence` is ours, none for a missed one."""

    article: str
    type: str
    verdict: Verdict
    parties: tuple[str, ...]
    sentence: str
    confidence: float | None = None


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    """The scorer, which lies with the data."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError("no score.py beside the labelled sets")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(labelled: LabelledSet, mentions: Path) -> dict[str, list[Judged]]:
    """The mentions of every article of a set by its key, those of articles without any included."""
    score = scorer()
    predicted = {score.key_of(row): row for row in _rows(mentions)}
    return {
        (key := score.key_of(row)): list(_article(key, row["events"], predicted.get(key, {}).get("mentions", [])))
        for row in _rows(labelled.gold)
    }


def _article(key: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[Judged]:
    score = scorer()
    pairs = score.match(gold, found, score.closeness)
    for i, j in pairs:
        verdict = _verdict(score.is_news(gold[i]), score.is_news(found[j]))
        if verdict:
            yield _judged(key, found[j], verdict)
    for side, taken, verdict in ((gold, {i for i, _ in pairs}, "missed"), (found, {j for _, j in pairs}, "wrong")):
        for number, mention in enumerate(side):
            if number not in taken and score.is_news(mention):
                yield _judged(key, mention, verdict)  # type: ignore[arg-type]


def _verdict(wanted: bool, told: bool) -> Verdict | None:
    """What a matched pair is; a recap that is told as one counts nothing."""
    if wanted and told:
        return "right"
    if told:
        return "recap as news"
    return "news as recap" if wanted else None


def _judged(key: str, mention: dict[str, Any], verdict: Verdict) -> Judged:
    names = tuple(str(party["name"]) for party in mention.get("parties", []))
    sentence = str(scorer().evidence(mention))
    return Judged(key, str(mention["type"]), verdict, names, sentence, mention.get("confidence"))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
