"""The corpus: labelled articles as the extractor reads them, with what they tell.

Only the sets that may ship in weights are read: press releases of `train`, `newsvoice` and `stories`.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.sets import EVAL
from evaluation.told import article_of
from pipeline.extraction.annotate import annotate
from pipeline.extraction.learned.name_places import names_of
from pipeline.extraction.learned.pseudonyms import NamePlace
from pipeline.extraction.mentions import Cast
from schemas.article import Article


@dataclass(frozen=True)
class Told:
    """A labelled article: its sentences as (text, block, quoted), dates as (sentence, text, value), names, events."""

    file: str
    path: str
    family: str
    sentences: list[tuple[str, str, bool]]
    dates: list[tuple[int, str, str]]
    names: list[NamePlace]
    events: list[dict[str, Any]]


def corpus() -> Iterator[Told]:
    """Every article that weights may be trained on."""
    for name in ("train", "newsvoice", "stories"):
        gold = [json.loads(line) for line in (EVAL / name / "gold.jsonl").read_text("utf-8").splitlines()]
        for row in gold:
            if name != "train" or row["file"].startswith("pr-"):
                yield _told(EVAL / name / "articles" / row["file"], row["events"])


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
    return Told(path.name, str(path.relative_to(EVAL)), _family(path.name, article), sentences, dates, names, events)


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
