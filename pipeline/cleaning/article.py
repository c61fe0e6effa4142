"""The article record, put together from a document and what was found in its body."""

from collections.abc import Sequence
from datetime import datetime
from html import unescape

from pipeline.cleaning.body import Found, examine
from pipeline.cleaning.composing import Composition, compose, removals
from pipeline.cleaning.language import language_of
from pipeline.cleaning.pages import read_page
from pipeline.cleaning.publication import dates_of, evidence_of
from pipeline.cleaning.quoting import quotes_of
from pipeline.readers.alignment import align
from pipeline.readers.document import Document
from pipeline.readers.literals import place_of
from schemas.article import Article, InfoSource, Segment


def build(document: Document, article_id: str, received_at: datetime) -> Article:
    """Clean a document of any kind."""
    page = read_page(document.body, document.url, received_at.date()) if document.html else None
    body = page.text if page else document.body
    segments = align(body, document.raw) if page else document.segments
    headline = unescape(document.headline or "") or (page.headline if page else None)
    publisher = document.publisher or (page.publisher if page else None)
    found = examine(body, headline, publisher, markdown=document.kind == "markdown", page=page is not None)
    composition = Composition()
    if headline and not page and found.headline is None:
        composition.add(headline, place_of(headline, document.raw), "")
    compose(body, segments, found.cuts, composition)
    text = composition.text
    dates = dates_of(document, page, body, segments, received_at.date())
    return Article(
        article_id=article_id,
        path=document.path,
        url=document.url or (page.url if page else None),
        publisher=publisher,
        headline=headline or (found.headline.text if found.headline else None),
        byline=document.byline or (page.byline if page else found.byline),
        language=_language(document, text),
        text=text,
        published=dates.published,
        modified=dates.modified,
        crawled=dates.crawled,
        quotes=quotes_of(found.tweets, body, text),
        info_sources=document.info_sources + _sources(found, segments, document.raw),
        removed=tuple(removals(body, segments, found.cuts, document.raw)),
        offsets=tuple(composition.segments),
    )


def _sources(found: Found, segments: Sequence[Segment], raw: str) -> tuple[InfoSource, ...]:
    return tuple(InfoSource(name=name, evidence=evidence_of(raw, segments, a, b)) for name, a, b in found.sources)


def _language(document: Document, text: str) -> str:
    told = language_of(text)
    given = (document.language or "").replace("_", "-")
    return given if given.split("-")[0].lower() == told else told
