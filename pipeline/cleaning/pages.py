"""The body of a web page, by trafilatura."""

from dataclasses import dataclass
from datetime import date

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from pipeline.errors import Rejected
from schemas.outcome import Reason


@dataclass(frozen=True)
class Page:
    """What a page holds: its body as text, and what it says of itself."""

    text: str
    headline: str | None
    url: str | None
    publisher: str | None
    byline: tuple[str, ...]
    published: str | None


def read_page(html: str, url: str | None, received: date) -> Page:
    """Find the story in a page; raises Rejected where there is none."""
    try:
        found = bare_extraction(
            html,
            url=url,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"max_date": received.isoformat(), "original_date": True, "extensive_search": False},
            with_metadata=True,
        )
    except (RecursionError, etree.LxmlError, ValueError) as error:
        raise Rejected(
            Reason.TOO_DEEP if isinstance(error, RecursionError) else Reason.NOT_NEWS, f"HTML: {error}"
        ) from error
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise Rejected(Reason.NOT_NEWS, "no story found in the page")
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Page(str(found.text).replace("\n", "\n\n"), found.title, found.url, found.sitename, authors, found.date)
