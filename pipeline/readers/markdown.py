"""Markdown, with and without front matter."""

import re
from collections.abc import Iterator

import yaml
from frontmatter.default_handlers import YAMLHandler

from pipeline.readers.document import Document, part
from pipeline.readers.literals import date_of

_MARKS = re.compile(r"^(?:#{1,6} \S|[ \t]*[-*] \[|\*\*\w|> \S)|\]\(https?://", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*?)[ \t]*")
_REACH = 20_000


def looks_like_markdown(name: str, text: str) -> bool:
    """Whether the text has front matter, or Markdown's marks, or its name."""
    return name.endswith((".md", ".markdown")) or bool(_FRONT.match(text)) or len(_MARKS.findall(text[:_REACH])) > 1


def read_markdown(path: str, text: str) -> Iterator[Document]:
    """The body stands behind the front matter, whose fields are metadata."""
    front = _FRONT.match(text)
    known = fields_of(front[1]) if front else None
    start = front.end() if front and known is not None else 0
    known = known or {}
    body = text[start:]
    yield Document(
        path=path,
        kind="markdown",
        raw=text,
        body=body,
        segments=part(body, start),
        url=_first(known, "url", "link", "canonical_url"),
        headline=_first(known, "title", "headline"),
        byline=_listed(known.get("author") or known.get("authors") or known.get("byline")),
        publisher=_first(known, "publisher", "source", "outlet"),
        language=_first(known, "language", "lang"),
        published=date_of(_first(known, "date", "published", "published_at"), text),
        modified=date_of(_first(known, "updated", "modified", "lastmod"), text),
    )


def fields_of(front: str) -> dict[str, object] | None:
    """The fields of front matter, their values as written; None where it is a rule between lines of the story.

    A title with a colon is no YAML, but met often: then each line is a field of its own.
    """
    try:
        known = YAMLHandler().load(front, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        known = None
    if isinstance(known, dict):
        return known
    lines = [_FIELD.fullmatch(line) for line in front.splitlines() if line.strip() and not line.startswith((" ", "-"))]
    return {line[1]: line[2].strip("\"'") for line in lines if line} if lines and all(lines) else None


def _first(known: dict[str, object], *keys: str) -> str | None:
    return next((text for key in keys if (text := _string(known.get(key)))), None)


def _string(value: object) -> str | None:
    return value.encode(errors="replace").decode() or None if isinstance(value, str) else None


def _listed(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for one in values if (text := _string(one)))
