"""The body of a web page, by trafilatura."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline.cleaning.chunks import join_chunks
from pipeline.errors import Rejected
from pipeline.readers.literals import date_of
from schemas.outcome import Reason

if TYPE_CHECKING:
    from trafilatura.settings import Document

_FEW_WORDS = 60
_DEEPEST = 250
_TAG = re.compile(r"<(/?)(?:div|span|section|article|blockquote|table|tr|td|ul|ol|b|i|em|font|center)\b", re.IGNORECASE)
_MODIFIED = re.compile(
    r"""<meta[^>]*(?:property|name|itemprop)=["']?(?:article:modified_time|og:updated_time|dateModified|last-modified)["']?[^>]*content=["']([^"']+)"""
    r"""|"dateModified"\s*:\s*"([^"]+)\"""",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """What a page holds: its body as text, and what it says of itself."""

    text: str
    headline: str | None
    url: str | None
    publisher: str | None
    byline: tuple[str, ...]
    published: str | None
    modified: str | None


def read_page(html: str, url: str | None, received: date) -> Page:
    """Find the story in a page; raises Rejected where there is none."""
    found = _extracted(html, url, received, precise=True)
    if found is None or len(str(found.text).split()) < _FEW_WORDS:
        found = _longer(found, _extracted(html, url, received, precise=False))
    if found is None:
        deep = _depth(html) > _DEEPEST
        raise (
            Rejected(Reason.TOO_DEEP, "nested too deeply")
            if deep
            else Rejected(Reason.NOT_NEWS, "no story in the page")
        )
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    changed = _MODIFIED.search(html)
    modified = date_of(changed[1] or changed[2], html) if changed else None
    return Page(
        text=str(found.text).replace("\n", "\n\n"),
        headline=found.title,
        url=found.url,
        publisher=found.sitename,
        byline=authors,
        published=found.date,
        modified=modified.value if modified else None,
    )


def _extracted(html: str, url: str | None, received: date, *, precise: bool) -> "Document | None":
    from lxml import etree  # noqa: PLC0415 - both are slow to load, and most commands read no page
    from trafilatura import bare_extraction  # noqa: PLC0415 - see above
    from trafilatura.settings import Document  # noqa: PLC0415 - see above
    from trafilatura.utils import load_html  # noqa: PLC0415 - see above

    dates = {"max_date": received.isoformat(), "original_date": True, "extensive_search": False}
    try:
        page = load_html(html)
        if page is None:
            return None
        join_chunks(page)
        found = bare_extraction(
            page,
            url=url,
            favor_precision=precise,
            include_comments=False,
            date_extraction_params=dates,
            with_metadata=True,
        )
    except RecursionError as error:
        raise Rejected(Reason.TOO_DEEP, "HTML nested too deeply") from error
    except (etree.LxmlError, ValueError) as error:
        raise Rejected(Reason.NOT_NEWS, f"HTML: {error}") from error
    return found if isinstance(found, Document) and (found.text or "").strip() else None


def _longer(precise: "Document | None", generous: "Document | None") -> "Document | None":
    """The generous reading, where the precise one left out most of the page."""
    if precise is None or generous is None:
        return precise or generous
    return generous if len(str(generous.text)) > 2 * len(str(precise.text)) else precise


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest
