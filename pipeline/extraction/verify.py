"""Verification: what cannot be shown in the article is dropped and counted, whoever made it."""

from collections import Counter

from schemas.article import Article
from schemas.evidence import Evidence
from schemas.mention import EventMention, Extraction

_LISTS = ("parties", "places", "dates", "amounts", "products", "quotes", "characterizations")


def verified(extraction: Extraction, article: Article) -> Extraction:
    """The extraction with only what the article bears out; a mention without evidence or any party goes whole."""
    dropped: Counter[str] = Counter(extraction.dropped)
    kept = []
    for mention in extraction.mentions:
        shown = _shown(mention, article, dropped)
        if shown.parties and holds(mention.trigger, article) and holds(mention.evidence, article):
            kept.append(shown)
        else:
            dropped["mentions"] += 1
    return Extraction(mentions=tuple(kept), dropped=dict(dropped))


def _shown(mention: EventMention, article: Article, dropped: Counter[str]) -> EventMention:
    """The mention with those values whose evidence holds."""
    update: dict[str, object] = {}
    for name in _LISTS:
        values = getattr(mention, name)
        good = tuple(value for value in values if holds(value.evidence, article))
        if len(good) < len(values):
            update[name] = good
            dropped[name] += len(values) - len(good)
    return mention.model_copy(update=update) if update else mention


def holds(evidence: Evidence, article: Article) -> bool:
    """Whether the words stand in the clean text, or in what the article keeps of the raw one."""
    if evidence.space == "text":
        return evidence.holds(article.text)
    kept = [date.evidence for date in (article.published, article.modified, article.crawled) if date and date.evidence]
    return evidence in kept or any(
        r.start <= evidence.start
        and evidence.end <= r.end
        and r.text[evidence.start - r.start : evidence.end - r.start] == evidence.text
        for r in article.removed
    )
