"""When an article was published, changed and crawled; nothing is later than its crawl or its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.cleaning.composing import translated
from pipeline.cleaning.dating import Named, dateline_day, day_in, header_days, scraped
from pipeline.cleaning.lines import Line, lines_of
from pipeline.cleaning.pages import Page
from pipeline.readers.document import Document
from schemas.article import DateSource, Segment, SourceDate
from schemas.dates import first_day
from schemas.evidence import Evidence

_WHOLE_DAY = len("2000-01-01")
_NEAR_DAYS = 2


@dataclass(frozen=True)
class Dates:
    """What a document tells of its own dates."""

    published: SourceDate | None
    modified: SourceDate | None
    crawled: SourceDate | None


def dates_of(document: Document, page: Page | None, body: str, segments: Sequence[Segment], received: date) -> Dates:
    """Published: metadata, else a line before the story, else the scraper's day unless a dateline speaks against it."""

    def shown(named: Named | None, source: DateSource) -> SourceDate | None:
        if named is None:
            return None
        return SourceDate(
            value=named.value, source=source, evidence=evidence_of(document.raw, segments, named.start, named.end)
        )

    lines = _behind_header(body)
    stamp = shown(_stamp(body), "header")
    written, changed = header_days(lines)
    dateline = shown(dateline_day(lines), "dateline")
    told = document.published or _of_page(page.published if page else None, document.raw) or shown(written, "header")
    published, crawled = _split(told, stamp, dateline)
    modified = document.modified or _of_page(page.modified if page else None, document.raw) or shown(changed, "header")
    crawled = believable(crawled, received, None)
    return Dates(believable(published, received, crawled), believable(modified, received, crawled), crawled)


def _split(
    told: SourceDate | None, stamp: SourceDate | None, dateline: SourceDate | None
) -> tuple[SourceDate | None, SourceDate | None]:
    """Published and crawled: the scraper's day is the crawl's where it is coarse, or later than what the text says."""
    if stamp is None:
        return told or dateline, None
    if len(stamp.value) < _WHOLE_DAY:
        return told or dateline, stamp
    if told is None and dateline and (first_day(stamp.value) - first_day(dateline.value)).days > _NEAR_DAYS:
        told = dateline
    earlier = told is not None and told.value < stamp.value[: len(told.value)]
    return told or stamp, stamp if earlier else None


def _stamp(body: str) -> Named | None:
    header = scraped(body)
    return Named(header["day"], *header.span("day")) if header else None


def _behind_header(body: str) -> list[Line]:
    """The lines, with blanks where the scraper's header stood."""
    header = scraped(body)
    return lines_of(" " * header.end() + body[header.end() :] if header else body)


def _of_page(day: str | None, raw: str) -> SourceDate | None:
    if day is None:
        return None
    place = day_in(raw, day)
    return SourceDate(value=day, source="meta", evidence=Evidence.cut(raw, *place, "raw") if place else None)


def evidence_of(raw: str, segments: Sequence[Segment], start: int, end: int) -> Evidence | None:
    """A span of the body as evidence in the raw document; None where it does not stand there in one piece."""
    places = translated(segments, start, end)
    if len(places) != 1 or places[0].length != end - start:
        return None
    return Evidence.cut(raw, places[0].raw_start, places[0].raw_start + places[0].length, "raw")


def believable(found: SourceDate | None, received: date, crawled: SourceDate | None) -> SourceDate | None:
    """The date, unless it is later than the crawl or the day it was received."""
    if found is None or first_day(found.value) > received:
        return None
    if crawled is not None and found.value[: len(crawled.value)] > crawled.value:
        return None
    return found
