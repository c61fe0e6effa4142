"""The labelled sets, and which of the scorer's measures each one allows."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EVAL = SHARED / "eval"

TRAINING = ROOT / "var" / "training"
LEFT_OUT = "left_out.json"
LEFT_OUT_ABOUT = "the stories, each read by weights that had not seen it"
# What the shipped weights were not trained on.
POOLED = ("dev", "press_releases")
Measure = Literal["mentions", "text", "bodies", "events"]


@dataclass(frozen=True)
class LabelledSet:
    """Articles with gold; `gold_events` where they are also merged.

    `folds` are folders of weights that had not seen the articles which each names; without any, the shipped ones read.
    """

    name: str
    about: str
    measures: tuple[Measure, ...]
    articles: Path
    gold: Path
    gold_events: Path | None = None
    folds: tuple[Path, ...] = ()


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
    """Every set that is measured, in the order of the report; stories left out only where `make weights` has run."""
    stories = _folder(
        "stories",
        "invented stories, each told by several outlets, with which mentions are one event",
        "mentions",
        "text",
        "events",
    )
    folds = tuple(sorted(left_out.parent for left_out in TRAINING.glob(f"*/{LEFT_OUT}")))
    return (
        _folder("dev", "real news of 2004 to 2020", "mentions"),
        _folder("press_releases", "press releases of 2024 and 2025", "mentions"),
        stories,
        *([replace(stories, name="stories_left_out", about=LEFT_OUT_ABOUT, folds=folds)] if folds else []),
        _folder("seeds", "the sample articles", "mentions", "text", "events", articles=SHARED / "seeds"),
        LabelledSet(
            "aeb",
            "web pages, with the text of their bodies",
            ("bodies",),
            EVAL / "aeb" / "pages.jsonl.gz",
            EVAL / "aeb" / "pages.jsonl.gz",
        ),
    )


def digest() -> str:
    """Of all labels: figures compare only while this is the same."""
    labels = sorted({path for one in labelled_sets() for path in (one.gold, one.gold_events) if path})
    return hashlib.sha256(b"".join(path.read_bytes() for path in labels)).hexdigest()[:16]


def article_folders(labelled: LabelledSet, scratch: Path) -> Iterator[tuple[Path, Path | None]]:
    """Folders with the set's articles as files, each with the weights that are to read it; `scratch` takes new ones."""
    if not labelled.folds:
        yield (labelled.articles if labelled.articles.is_dir() else _unpacked(labelled, scratch)), None
    articles = labelled.articles.resolve()
    for fold in labelled.folds:
        folder = scratch / f"{labelled.name}-{fold.name}"
        folder.mkdir()
        for path in ((ROOT / told).resolve() for told in json.loads((fold / LEFT_OUT).read_text(encoding="utf-8"))):
            if path.parent == articles:
                (folder / path.name).symlink_to(path)
        yield folder, fold


def _unpacked(labelled: LabelledSet, scratch: Path) -> Path:
    """Pages that come in one archive as files."""
    folder = scratch / f"{labelled.name}-pages"
    folder.mkdir()
    with gzip.open(labelled.articles, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            (folder / f"{page['id']}.html").write_text(page["html"], encoding="utf-8")
    return folder
