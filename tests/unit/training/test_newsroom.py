"""The invented news that the core is taught: every label is of the taxonomy and stands in its article."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from evaluation.sets import EVAL
from schemas.taxonomy import load_taxonomy
from schemas.vocabulary import Salience, Status

NEWSROOM = Path(__file__).parents[3] / "training" / "newsroom"
MEASURED = ("dev", "press_releases", "train")
ROWS = [json.loads(line) for line in (NEWSROOM / "gold.jsonl").read_text("utf-8").splitlines()]


def _said(event: dict[str, Any]) -> Iterator[str]:
    """Everything that a label copies from its article."""
    yield event["evidence"]
    yield from event["places"] + event["products"]
    yield from (amount["text"] for amount in event["amounts"])
    for party in event["parties"]:
        yield from (party["name"], *party["aliases"])


def test_every_article_has_one_row_of_labels() -> None:
    """None is left out, none is labelled twice."""
    assert sorted(row["file"] for row in ROWS) == sorted(path.name for path in (NEWSROOM / "articles").iterdir())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["file"]))
def test_every_label_is_copied_from_its_article(row: dict[str, Any]) -> None:
    """Names, aliases, values and evidence, character by character."""
    article = json.loads((NEWSROOM / "articles" / row["file"]).read_text("utf-8"))
    whole = f"{article['title']}\n{article['text']}"
    assert [said for event in row["events"] for said in _said(event) if said not in whole] == []


def test_every_type_role_status_and_salience_is_one_of_the_schemas() -> None:
    """And somebody takes part in every event."""
    types, statuses, saliences = load_taxonomy().types, get_args(Status), get_args(Salience)
    for event in (event for row in ROWS for event in row["events"]):
        assert {party["role"] for party in event["parties"]} <= set(types[event["type"]].roles)
        assert (event["status"] in statuses, event["salience"] in saliences) == (True, True)
        assert event["parties"]


def _phrases(article: Path, length: int = 14) -> set[str]:
    """Every run of so many words of an article."""
    told = json.loads(article.read_text("utf-8"))
    words = re.findall(r"\w+", f"{told['title']}\n{told['text']}".casefold())
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.skipif(not EVAL.is_dir(), reason="../shared/eval is not here: nothing to compare with")
def test_no_phrase_of_fourteen_words_is_copied_from_measured_articles() -> None:
    """What is taught is written anew; shorter ones are formulas of agencies, such as why a source is not named."""
    measured = set().union(*(_phrases(path) for name in MEASURED for path in (EVAL / name / "articles").iterdir()))
    copied = {path.name: sorted(_phrases(path) & measured) for path in (NEWSROOM / "articles").iterdir()}
    assert {name: phrases for name, phrases in copied.items() if phrases} == {}
