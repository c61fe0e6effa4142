"""What each stage of extraction adds, on sets of labelled articles."""

from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.judge import scorer
from evaluation.sets import LabelledSet
from evaluation.told import article_of, gold_rows
from pipeline.extraction import EXTRACTORS
from pipeline.extraction.happening import is_told
from pipeline.extraction.learned.extractor import LearnedExtractor
from pipeline.extraction.record import mentions_of
from schemas.article import Article
from schemas.mention import EventMention

Row = tuple[str, dict[str, Any]]
Variant = tuple[str, Sequence[EventMention]]


def ablation(sets: Sequence[LabelledSet]) -> list[Row]:
    """The scorer's figures of each variant, over all the articles together, the simplest first."""
    gold = [row for one in sets for row in gold_rows(one.gold.parent)]
    paths = [one.articles / row["file"] for one in sets for row in gold_rows(one.gold.parent)]
    rules, learned = EXTRACTORS["rules"](None), LearnedExtractor()
    found: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        article = article_of(path)
        for name, mentions in (("rules", rules.extract(article).mentions), *_stages(article, learned)):
            said = {"file": path.name, "article": article.model_dump(mode="json")}
            found.setdefault(name, []).append(said | {"mentions": [m.model_dump(mode="json") for m in mentions]})
    score = scorer()
    return [(name, score.score_mentions(gold, said, False)) for name, said in found.items()]


def _stages(article: Article, learned: LearnedExtractor) -> Iterator[Variant]:
    """What the core finds, then what each stage behind it leaves."""
    reading = learned.read(article)
    happenings = learned.happenings(reading)
    yield "core", mentions_of(tuple(filter(is_told, happenings)), reading, "")
    for name, stage in learned.stages.items():
        stage(happenings, reading)
        yield f"… with {name}", mentions_of(tuple(filter(is_told, happenings)), reading, "")
