"""Plain JSON records: {url, title, published, text} or {url, html}."""

from dataclasses import replace

from pipeline.readers.document import Document
from pipeline.readers.fields import Fields, embodied, name_of, names_of, text_of
from pipeline.readers.literals import date_of


def read_plain(path: str, raw: str, value: Fields) -> Document | None:
    """The document of any object with a text or a page; None where it has neither."""
    document = embodied(path, "json", raw, text_of(value, "text", "body", "content"), text_of(value, "html"))
    return document and replace(
        document,
        url=text_of(value, "url", "link"),
        headline=text_of(value, "title", "headline"),
        byline=names_of(value.get("author") or value.get("authors") or value.get("byline")),
        publisher=name_of(value.get("publisher") or value.get("source")),
        language=text_of(value, "language", "lang"),
        published=date_of(value.get("published") or value.get("date"), raw),
        modified=date_of(value.get("modified") or value.get("updated"), raw),
    )
