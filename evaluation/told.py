"""Labelled articles as the reports that merging works on: what extraction would hand over if it made no mistake."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from evaluation.teller import Label, Teller
from pipeline.cleaning import clean
from pipeline.extraction.annotate import annotate
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.ingest import beginning
from pipeline.readers import read
from pipeline.readers.document import Document
from pipeline.resolution import Report
from pipeline.resolution.copies import Signature, is_copy, original, signature
from schemas.article import Article, RawDocument
from schemas.taxonomy import load_taxonomy

# Later than any labelled article: what is dated after its arrival has no day.
SEEN = datetime(2027, 1, 1, tzinfo=UTC)
_MOST_BYTES = 10**8
Telling = tuple[str, Report]


def gold_rows(folder: Path) -> list[Label]:
    """The labelled articles of a set."""
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def told(rows: Sequence[Label], articles: Path) -> list[Telling]:
    """Each labelled event of each article as a report, with the key of the happening that it tells."""
    readings = {row["file"]: _reading(articles / row["file"]) for row in rows}
    copied = _copied([reading.article for reading in readings.values()])
    return [telling for row in rows for telling in _of_article(row["events"], readings[row["file"]], copied)]


@lru_cache(maxsize=1)
def _lexicons() -> Lexicons:
    return Lexicons(load_taxonomy())


def _reading(path: Path) -> Reading:
    """An article as the extractor reads it."""
    return Reading(annotate(article_of(path)), _lexicons())


def article_of(path: Path) -> Article:
    """The clean article of a file, as far as events are looked for in it."""
    document = next(iter(read(RawDocument(path=path.name, content=path.read_bytes(), received_at=SEEN), _MOST_BYTES)))
    if not isinstance(document, Document):
        raise document.error
    return beginning(clean(document, path.name.partition(".")[0], SEEN))


def _copied(articles: Sequence[Article]) -> dict[str, str]:
    """Which article each copy repeats."""
    marks: dict[str, Signature] = {article.article_id: signature(article.text) for article in articles}
    rank = {a.article_id: (a.published.value if a.published else "9999",) for a in articles}
    pairs = [(a, b) for a in marks for b in marks if a < b and is_copy(marks[a], marks[b])]
    return {name: first for name in marks if (first := original(name, rank, pairs)) != name}


def _of_article(events: Sequence[Label], reading: Reading, copied: dict[str, str]) -> Iterator[Telling]:
    article = reading.article
    main = next((event for event in events if event["salience"] == "headline"), None)
    for number, event in enumerate(events):
        report = Report(
            mention=Teller(event, reading, main=event is main).mention(f"{article.article_id}#{number}"),
            article_id=article.article_id,
            path=article.path,
            seen_at=SEEN,
            publisher=article.publisher,
            published=article.published,
            copy_of=copied.get(article.article_id),
        )
        yield event["event_key"], report
