"""The corpus: labelled articles as the extractor reads them, with what they tell.

Only what may ship in weights is read: of the labelled sets the press releases of `train`, `newsvoice` and `stories`,
and the invented news of `newsroom`, which lies beside this file.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.sets import EVAL, ROOT
from evaluation.told import article_of, gold_rows
from pipeline.extraction.annotate import annotate
from pipeline.extraction.learned.name_places import names_of
from pipeline.extraction.learned.pseudonyms import NamePlace
from pipeline.extraction.mentions import Cast
from schemas.article import Article

NEWSROOM = Path(__file__).with_name("newsroom")


@dataclass(frozen=True)
class Told:
    """A labelled article: its sentences as (text, block, quoted), dates as (sentence, text, value), names, events.

    `path` leads to it from the project's folder.
    """

    file: str
    path: str
    family: str
    sentences: list[tuple[str, str, bool]]
    dates: list[tuple[int, str, str]]
    names: list[NamePlace]
    events: list[dict[str, Any]]


def corpus() -> Iterator[Told]:
    """Every article that weights may be trained on."""
    for folder in (EVAL / "train", EVAL / "newsvoice", EVAL / "stories", NEWSROOM):
        for row in gold_rows(folder):
            if folder.name != "train" or row["file"].startswith("pr-"):
                yield _told(folder / "articles" / row["file"], row["events"])


def _told(path: Path, events: list[dict[str, Any]]) -> Told:
    """One article, read and annotated as the pipeline does."""
    article = article_of(path)
    found = annotate(article)
    spans = [(s.start, s.end) for s in found.sentences]
    dates = [
        (number, date.text, date.value)
        for date in found.dates
        if date.value
        for number, (start, end) in enumerate(spans)
        if start <= date.evidence.start < end
    ]
    sentences = [(article.text[s.start : s.end], s.block, s.quoted) for s in found.sentences]
    names = list(names_of(Cast(found), found.sentences, article.text))
    return Told(path.name, os.path.relpath(path, ROOT), _family(path.name, article), sentences, dates, names, events)


def _family(file: str, article: Article) -> str:
    """What must not be parted by a fold: a story, an issuer (by the words a release opens with), an article."""
    if file.startswith("st-"):
        return file[:5]
    return " ".join((article.headline or file).casefold().split()[:1]) if file.startswith("pr-") else file


def main() -> None:
    """Write the corpus to the file that is named."""
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(asdict(told)) + "\n" for told in corpus())


if __name__ == "__main__":
    main()
