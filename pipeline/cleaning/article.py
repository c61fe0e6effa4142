"""The article record, put together from a document and what was found in its body."""

from collections.abc import Sequence
from datetime import datetime

from pipeline.cleaning.body import Found, examine
from pipeline.cleaning.composing import Composition, compose, removals, translated
from pipeline.cleaning.dating import believable, dateline_date, header_date, scraped, shown
from pipeline.cleaning.language import language_of
from pipeline.cleaning.lines import lines_of
from pipeline.cleaning.pages import Page, read_page
from pipeline.cleaning.quoting import quotes_of
from pipeline.readers.alignment import align
from pipeline.readers.document import Document
from pipeline.readers.literals import place_of
from schemas.article import Article, InfoSource, Segment, SourceDate
from schemas.evidence import Evidence


def build(document: Document, article_id: str, received_at: datetime) -> Article:
    """Clean a document of any kind."""
    page = read_page(document.body, document.url, received_at.date()) if document.html else None
    body = page.text if page else document.body
    segments = align(body, document.raw) if page else document.segments
    headline = document.headline or (page.headline if page else None)
    found = examine(body, headline, markdown=document.kind == "markdown", page=page is not None)
    composition = Composition()
    if headline and not page and found.headline is None:
        composition.add(headline, place_of(headline, document.raw), "")
    compose(body, segments, found.cuts, composition)
    text = composition.text
    published, crawled = dates_of(document, page, body, segments, received_at)
    return Article(
        article_id=article_id,
        path=document.path,
        url=document.url or (page.url if page else None),
        publisher=document.publisher or (page.publisher if page else None),
        headline=headline or (found.headline.text.lstrip("# ") if found.headline else None),
        byline=document.byline or (page.byline if page else ()),
        language=_language(document, text),
        text=text,
        published=published,
        modified=believable(document.modified, received_at.date(), crawled),
        crawled=crawled,
        quotes=quotes_of(found.tweets, body, text),
        info_sources=document.info_sources + _sources(found, segments, document.raw),
        removed=tuple(removals(body, segments, found.cuts, document.raw)),
        offsets=tuple(composition.segments),
    )


def dates_of(
    document: Document, page: Page | None, body: str, segments: Sequence[Segment], received_at: datetime
) -> tuple[SourceDate | None, SourceDate | None]:
    """When it was published and when crawled: metadata, then lines before the story, then the scraper's day, a dateline."""
    received, lines = received_at.date(), lines_of(body)
    header = scraped(body)
    day = header["day"] if header else None
    stamp = shown(day, "header", _shown_at(document.raw, segments, *header.span("day"))) if header and day else None
    crawled = stamp if stamp and len(stamp.value) < len("2000-01-01") else None
    if lines and header and header.end() > lines[0].start:
        rest = body[header.end() : lines[0].end]
        lines = [*lines_of(" " * header.end() + rest), *lines[1:]] if rest.strip() else lines[1:]
    written, dateline = header_date(lines), dateline_date(lines)
    told = [
        document.published,
        shown(page.published, "meta", None) if page and page.published else None,
        shown(written[0], "header", _shown_at(document.raw, segments, *written[1:])) if written else None,
        stamp if crawled is None else None,
        shown(dateline[0], "dateline", _shown_at(document.raw, segments, *dateline[1:])) if dateline else None,
    ]
    return next((d for one in told if (d := believable(one, received, crawled))), None), crawled


def _shown_at(raw: str, segments: Sequence[Segment], start: int, end: int) -> Evidence | None:
    places = translated(segments, start, end)
    if len(places) != 1 or places[0].length != end - start:
        return None
    return Evidence.cut(raw, places[0].raw_start, places[0].raw_start + places[0].length, "raw")


def _sources(found: Found, segments: Sequence[Segment], raw: str) -> tuple[InfoSource, ...]:
    return tuple(InfoSource(name=name, evidence=_shown_at(raw, segments, a, b)) for name, a, b in found.sources)


def _language(document: Document, text: str) -> str:
    told = language_of(text)
    given = (document.language or "").replace("_", "-")
    return given if given.split("-")[0].lower() == told else told
