"""Files of plain text, Markdown, HTML and NewsML-G2."""

import re
from collections.abc import Iterator

import frontmatter
import yaml
from lxml import etree

from pipeline.errors import Rejected
from pipeline.readers.alignment import align
from pipeline.readers.document import Document, Unreadable, part, whole
from pipeline.readers.literals import date_of
from schemas.article import InfoSource
from schemas.outcome import Reason

_HTML = re.compile(r"<!doctype html|<html|<body|<article|<head\b|<div\b|<p\b[^>]*>", re.IGNORECASE)
_NEWSML = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|NewsML)\b")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\s*[-*] \[|\*\*\w|> \S)|\]\(https?://", re.MULTILINE)
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def looks_like_newsml(path: str, text: str) -> bool:  # noqa: ARG001 - told by content alone
    """Whether the text is an IPTC NewsML-G2 document."""
    return text.lstrip()[:1] == "<" and bool(_NEWSML.search(text[:5000]))


def looks_like_html(path: str, text: str) -> bool:
    """Whether the text is a web page, or a piece of one under such a name."""
    start = text.lstrip()
    return start[:1] == "<" and (bool(_HTML.match(start)) or bool(_HTML.search(start[:3000])) or path.endswith("ml"))


def looks_like_markdown(path: str, text: str) -> bool:
    """Whether the text has front matter, or Markdown's marks, or its name."""
    return path.endswith((".md", ".markdown")) or bool(_FRONT.match(text)) or len(_MARKDOWN.findall(text)) > 1


def looks_like_text(path: str, text: str) -> bool:  # noqa: ARG001 - what nothing else claims
    """Whether the text may be read as it is: always."""
    return True


def read_text(path: str, text: str) -> Iterator[Document | Unreadable]:
    """The file is the body."""
    yield Document(path=path, kind="text", raw=text, body=text, segments=whole(text))


def read_markdown(path: str, text: str) -> Iterator[Document | Unreadable]:
    """The body stands behind the front matter, whose fields are metadata."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    body = text[start:]
    try:
        known = dict(frontmatter.parse(text)[0]) if front else {}
    except yaml.YAMLError:  # what looks like front matter is a rule between lines
        known, body, start = {}, text, 0
    yield Document(
        path=path,
        kind="markdown",
        raw=text,
        body=body,
        segments=part(body, start),
        url=_string(known.get("url") or known.get("link")),
        headline=_string(known.get("title")),
        byline=_listed(known.get("author") or known.get("byline")),
        publisher=_string(known.get("publisher") or known.get("source")),
        language=_string(known.get("language") or known.get("lang")),
        published=date_of(known.get("date") or known.get("published"), text),
        modified=date_of(known.get("updated") or known.get("modified"), text),
    )


def read_html(path: str, text: str) -> Iterator[Document | Unreadable]:
    """The page is the body; cleaning finds the text and the metadata in it."""
    yield Document(path=path, kind="html", raw=text, body=text, segments=whole(text), html=True)


def read_newsml(path: str, text: str) -> Iterator[Document | Unreadable]:
    """Every news item of a NewsML-G2 document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise Rejected(Reason.TOO_DEEP if deep else Reason.BROKEN_XML, str(error)) from error
    items = _all(root, "newsItem")
    if not items:
        raise Rejected(Reason.NOT_NEWS, "NewsML without a newsItem")
    for number, item in enumerate(items, 1):
        yield _item(path if len(items) == 1 else f"{path}#{number}", text, item)


def _item(path: str, raw: str, item: etree._Element) -> Document | Unreadable:
    body = "\n\n".join(paragraph for paragraph in map(_words, _all(item, "p")) if paragraph)
    body = body or "\n\n".join(_words(data) for data in _all(item, "inlineData"))
    if not body.strip():
        return Unreadable(path, Rejected(Reason.NOT_NEWS, "a newsItem without text"))
    name = next((_words(e) for e in _all(item, "headline") if _words(e)), None)
    language = item.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Document(
        path=path,
        kind="newsml",
        raw=raw,
        body=body,
        segments=align(body, raw),
        url=next((e.get("href") for e in _all(item, "link") if e.get("href")), None),
        headline=name,
        byline=tuple(_words(e) for e in _all(item, "by")),
        publisher=next((_words(e) for e in _all(item, "copyrightHolder") if _words(e)), None),
        language=language or next((e.get("tag") for e in _all(item, "language")), None),
        published=next(
            (
                d
                for e in [*_all(item, "firstCreated"), *_all(item, "contentCreated"), *_all(item, "versionCreated")]
                if (d := date_of(_words(e), raw))
            ),
            None,
        ),
        modified=next((d for e in _all(item, "versionCreated") if (d := date_of(_words(e), raw))), None),
        info_sources=tuple(InfoSource(name=_words(e)) for e in _all(item, "infoSource") if _words(e)),
    )


def _all(item: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in item.iter() if isinstance(e.tag, str) and etree.QName(e).localname == name]


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _string(value: object) -> str | None:
    return str(value) if value else None


def _listed(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(str(one) for one in values if one)
