"""What a reader hands over: one document, decoded, its body found and its own words about itself."""

from dataclasses import dataclass
from typing import Literal

from pipeline.errors import Rejected
from schemas.article import InfoSource, Segment, SourceDate

Kind = Literal["text", "markdown", "html", "json", "ninjs", "schemaorg", "newsml"]


@dataclass(frozen=True)
class Document:
    """`raw` is the decoded file (or line of one); `body` is its text, or its HTML where `html`.

    `segments` map `body` to `raw`. `path` ends in `#line` where the file holds one document a line.
    """

    path: str
    kind: Kind
    raw: str
    body: str
    segments: tuple[Segment, ...]
    html: bool = False
    url: str | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    published: SourceDate | None = None
    modified: SourceDate | None = None
    info_sources: tuple[InfoSource, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """One document of a file that cannot be read, while the others can."""

    path: str
    error: Rejected


def whole(text: str) -> tuple[Segment, ...]:
    """The mapping of a body that is the raw document."""
    return (Segment(start=0, raw_start=0, length=len(text)),)


def part(text: str, raw_start: int) -> tuple[Segment, ...]:
    """The mapping of a body that is one piece of the raw document."""
    return (Segment(start=0, raw_start=raw_start, length=len(text)),)
