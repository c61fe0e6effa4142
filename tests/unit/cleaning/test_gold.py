"""Labelled noise and quotes of the made-up stories; skipped aloud where ../shared is absent."""

import json
import re
from datetime import UTC, datetime

import pytest
from seed_chain import ROOT

from pipeline.cleaning import clean
from pipeline.readers import read
from schemas.article import RawDocument

STORIES = ROOT.parent / "shared" / "eval" / "stories"
GOLD = STORIES / "gold.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()] if GOLD.exists() else []
NOW = datetime(2026, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not ROWS, reason="SKIPPED: ../shared/eval/stories is not beside this checkout")


def squeezed(text):
    """Without white space, which cleaning makes even."""
    return re.sub(r"\s+", " ", text)


def cleaned(row):
    """The clean text of a labelled article."""
    path = STORIES / "articles" / row["file"]
    raw = RawDocument(path=row["file"], content=path.read_bytes(), received_at=NOW)
    (document,) = read(raw, 10_000_000)
    return squeezed(clean(document, "an-id", NOW).text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_labelled_noise_is_gone_and_no_labelled_quote_is_lost(row):
    """What annotators call noise is not in the clean text; what people said is."""
    text = cleaned(row)
    assert [noise for noise in row["noise"] if squeezed(noise) in text] == []
    assert [quote["text"] for quote in row["quotes"] if squeezed(quote["text"]) not in text] == []
