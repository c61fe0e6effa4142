"""From the bytes of a file to a clean article."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.dates import PartialDate
from schemas.evidence import Evidence
from schemas.record import Record

DateSource = Literal["meta", "header", "dateline", "body", "file"]


class RawDocument(Record):
    """The bytes of one file as it came, and where from."""

    path: str
    content: bytes = Field(repr=False)
    received_at: datetime


class Segment(Record):
    """`length` characters of the clean text at `start` stand in the raw document at `raw_start`."""

    start: int
    raw_start: int
    length: int


class SourceDate(Record):
    """A date the document gives of itself, `source` telling where it stood."""

    value: PartialDate
    source: DateSource
    evidence: Evidence | None = None


class Removal(Record):
    """A span of the raw document that is not in the clean text, and why; offsets are `raw`."""

    start: int
    end: int
    text: str
    reason: str


class ArticleQuote(Record):
    """Words that a person or organization is quoted with, wherever they stand; `speaker` as the text names them."""

    text: str
    speaker: str | None = None
    title: str | None = None
    affiliation: str | None = None
    evidence: Evidence


class InfoSource(Record):
    """Another outlet that the document names as its source (ninjs `infoSources`)."""

    name: str
    evidence: Evidence | None = None


class Article(Record):
    """One news text, cleaned; `text` starts with the headline where the document gives one as text."""

    article_id: str
    path: str
    url: str | None = None
    publisher: str | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    language: str = "en"
    text: str
    published: SourceDate | None = None
    modified: SourceDate | None = None
    crawled: SourceDate | None = None
    quotes: tuple[ArticleQuote, ...] = ()
    info_sources: tuple[InfoSource, ...] = ()
    copy_of: str | None = None
    copy_score: float | None = None
    version: int = 1
    supersedes: str | None = None
    removed: tuple[Removal, ...] = ()
    offsets: tuple[Segment, ...] = ()
