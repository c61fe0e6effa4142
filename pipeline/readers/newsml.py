"""IPTC NewsML-G2."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.errors import Rejected
from pipeline.readers.alignment import align
from pipeline.readers.document import Document, Unreadable
from pipeline.readers.literals import date_of
from schemas.article import InfoSource, SourceDate
from schemas.outcome import Reason

_ROOT = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|NewsML)\b")
_WEB = re.compile(r"<!doctype html|<html", re.IGNORECASE)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PARAGRAPHS = ("p", "li")


def looks_like_newsml(name: str, text: str) -> bool:
    """Whether the text is, or by its name means to be, an XML document of news."""
    start = text.lstrip()[:5000]
    return start[:1] == "<" and (bool(_ROOT.search(start)) or (name.endswith(".xml") and not _WEB.search(start)))


def read_newsml(path: str, text: str) -> Iterator[Document | Unreadable]:
    """Every news item of a NewsML-G2 document; entities are not expanded, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise Rejected(Reason.TOO_DEEP if deep else Reason.BROKEN_XML, str(error)) from error
    items = _all(root, "newsItem")
    if not items:
        raise Rejected(Reason.NOT_NEWS, "XML without a newsItem")
    for number, item in enumerate(items, 1):
        yield _item(path if len(items) == 1 else f"{path}#{number}", text, item)


def _item(path: str, raw: str, item: etree._Element) -> Document | Unreadable:
    body = _body(item)
    if not body.strip():
        return Unreadable(path, Rejected(Reason.NOT_NEWS, "a newsItem without text"))
    return Document(
        path=path,
        kind="newsml",
        raw=raw,
        body=body,
        segments=align(body, raw),
        url=next((e.get("href") for e in _all(item, "link") if "canonical" in (e.get("rel") or "")), None),
        headline=_first(item, "headline"),
        byline=tuple(words for e in _all(item, "by") if (words := _words(e))),
        publisher=_first(item, "copyrightHolder", "provider"),
        language=item.get(_LANGUAGE) or next((e.get("tag") for e in _all(item, "language")), None),
        published=_date(item, raw, "firstCreated", "contentCreated", "versionCreated"),
        modified=_date(item, raw, "versionCreated"),
        info_sources=tuple(InfoSource(name=words) for e in _all(item, "infoSource") if (words := _words(e))),
    )


def _body(item: etree._Element) -> str:
    """The paragraphs; one within another is told by the outer."""
    found = [
        _words(e)
        for e in _all(item, *_PARAGRAPHS)
        if not any(etree.QName(a).localname in _PARAGRAPHS for a in e.iterancestors())
    ]
    plain = found or [
        words for data in _all(item, "inlineData") for words in "".join(map(str, data.itertext())).split("\n\n")
    ]
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in plain if paragraph.strip())


def _all(item: etree._Element, *names: str) -> list[etree._Element]:
    return [e for e in item.iter() if isinstance(e.tag, str) and etree.QName(e).localname in names]


def _first(item: etree._Element, *names: str) -> str | None:
    return next((words for name in names for e in _all(item, name) if (words := _words(e))), None)


def _date(item: etree._Element, raw: str, *names: str) -> SourceDate | None:
    return next((day for name in names for e in _all(item, name) if (day := date_of(_words(e), raw))), None)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
