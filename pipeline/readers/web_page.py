"""Web pages."""

import re
from collections.abc import Iterator

from pipeline.readers.document import Document, whole

_START = re.compile(r"<!doctype html|<html|<body|<article|<head\b|<div\b|<p\b[^>]*>", re.IGNORECASE)
_REACH = 3000


def looks_like_html(name: str, text: str) -> bool:
    """Whether the text is a web page, or a piece of one under such a name."""
    start = text.lstrip()[:_REACH]
    return start[:1] == "<" and (bool(_START.search(start)) or name.endswith(("ml", ".htm")))


def read_html(path: str, text: str) -> Iterator[Document]:
    """The page is the body; cleaning finds the text and the metadata in it."""
    yield Document(path=path, kind="html", raw=text, body=text, segments=whole(text), html=True)
