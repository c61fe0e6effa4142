"""What the fields of a JSON object hold, whatever else they may hold."""

import re
from typing import Any

from pipeline.readers.document import Document, Kind
from pipeline.readers.literals import place_of

Fields = dict[str, Any]
_MARKUP = re.compile(r"</(?:p|div|article|section|body|html)>", re.IGNORECASE)


def text_of(value: Any, *keys: str) -> str | None:
    """The first of these fields that is a string with words."""
    found = (value.get(key) for key in keys) if isinstance(value, dict) else ()
    return next((one for one in found if isinstance(one, str) and one.strip()), None)


def names_of(value: Any) -> tuple[str, ...]:
    """The names in a field: a string, an object with a name, or a list of such."""
    values = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in values]
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def name_of(value: Any) -> str | None:
    """The first name in a field."""
    return next(iter(names_of(value)), None)


def embodied(path: str, kind: Kind, raw: str, text: str | None, html: str | None = None) -> Document | None:
    """A document of that text, or else that HTML, with nothing else known; a text full of tags is HTML."""
    if text and _MARKUP.search(text):
        text, html = None, html or text
    if text:
        return Document(path=path, kind=kind, raw=raw, body=text, segments=place_of(text, raw))
    return Document(path=path, kind=kind, raw=raw, body=html, segments=(), html=True) if html else None
