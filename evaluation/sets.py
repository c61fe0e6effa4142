"""The labelled sets, and which of the scorer's measures each one allows."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EVAL = SHARED / "eval"

Measure = Literal["mentions", "text", "bodies", "events"]


@dataclass(frozen=True)
class LabelledSet:
    """Articles with gold; `gold_events` where they are also merged."""

    name: str
    about: str
    measures: tuple[Measure, ...]
    articles: Path
    gold: Path
    gold_events: Path | None = None


def _folder(name: str, about: str, *measures: Measure, articles: Path | None = None) -> LabelledSet:
    folder = EVAL / name
    return LabelledSet(
        name=name,
        about=about,
        measures=measures,
        articles=articles or folder / "articles",
        gold=folder / "gold.jsonl",
        gold_events=folder / "events.jsonl" if "events" in measures else None,
    )


def labelled_sets() -> tuple[LabelledSet, ...]:
    """Every set that is measured, in the order of the report."""
    return (
        _folder("dev", "news 2004-2020", "mentions"),
        _folder("press_releases", "press releases 2024-25", "mentions"),
        _folder("stories", "invented stories, several outlets each", "mentions", "text", "events"),
        _folder("seeds", "the sample articles", "mentions", "text", "events", articles=SHARED / "seeds"),
        LabelledSet("aeb", "web pages", ("bodies",), EVAL / "aeb" / "pages.jsonl.gz", EVAL / "aeb" / "pages.jsonl.gz"),
    )


def article_folder(labelled: LabelledSet, scratch: Path) -> Path:
    """A folder with the set's articles as files; pages that come in one archive are unpacked into `scratch`."""
    if labelled.articles.is_dir():
        return labelled.articles
    folder = scratch / f"{labelled.name}-pages"
    folder.mkdir()
    with gzip.open(labelled.articles, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            (folder / f"{page['id']}.html").write_text(page["html"], encoding="utf-8")
    return folder
