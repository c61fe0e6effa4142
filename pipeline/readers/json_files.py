"""JSON: plain records, IPTC ninjs, schema.org NewsArticle; one object, or one a line."""

import json
from collections.abc import Iterator
from typing import Any

from pipeline.errors import Rejected
from pipeline.readers.document import Document, Unreadable
from pipeline.readers.literals import date_of, place_of
from schemas.article import InfoSource
from schemas.outcome import Reason

Fields = dict[str, Any]
_SCHEMA_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting")


def looks_like_json(path: str, text: str) -> bool:
    """Whether the text is, or means to be, one JSON value."""
    start = text.lstrip()[:1]
    return start in {"{", "["} and (path.endswith(".json") or _parses(text))


def looks_like_json_lines(path: str, text: str) -> bool:
    """Whether every line is, or means to be, a JSON object."""
    lines = [line for line in text.split("\n", 3)[:2] if line.strip()]
    objects = [line for line in lines if line.lstrip().startswith("{")]
    return bool(objects) and (path.endswith((".jsonl", ".ndjson")) or (len(lines) > 1 and all(map(_parses, objects))))


def read_json(path: str, text: str) -> Iterator[Document | Unreadable]:
    """The document of a JSON object, or those of an array of objects."""
    value = parsed(text)
    values = value if isinstance(value, list) else [value]
    if len(values) == 1:
        yield document_of(path, text, values[0])
        return
    for number, one in enumerate(values, 1):
        yield _guarded(f"{path}#{number}", json.dumps(one, ensure_ascii=False))


def read_json_lines(path: str, text: str) -> Iterator[Document | Unreadable]:
    """One document a line, each named `path#line`; a bad line spoils no other."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _guarded(f"{path}#{number}", line)


def _guarded(path: str, text: str) -> Document | Unreadable:
    try:
        return document_of(path, text, parsed(text))
    except Rejected as error:
        return Unreadable(path, error)


def parsed(text: str) -> Any:
    """The value of a JSON text; raises Rejected."""
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise Rejected(Reason.TOO_DEEP, "JSON nested too deeply") from error
    except ValueError as error:
        raise Rejected(Reason.BROKEN_JSON, str(error)) from error


def _parses(text: str) -> bool:
    try:
        parsed(text)
    except Rejected:
        return False
    return True


def document_of(path: str, raw: str, value: Any) -> Document:
    """The document that one JSON object is; raises Rejected where it holds no text."""
    if not isinstance(value, dict):
        raise Rejected(Reason.NOT_NEWS, "JSON, but no object with a text")
    if article := _schema_article(value):
        return _schemaorg(path, raw, article)
    if "bodies" in value or "headlines" in value or any(key.startswith("body_") for key in value):
        return _ninjs(path, raw, value)
    return _plain(path, raw, value)


def _plain(path: str, raw: str, value: Fields) -> Document:
    text, html = _text(value, "text", "body", "content"), _text(value, "html")
    return Document(
        **_body(path, "json", raw, text or html, html=not text),
        url=_text(value, "url", "link"),
        headline=_text(value, "title", "headline"),
        byline=_names(value.get("author") or value.get("byline")),
        publisher=_name(value.get("publisher") or value.get("source")),
        language=_text(value, "language", "lang"),
        published=date_of(value.get("published") or value.get("date"), raw),
        modified=date_of(value.get("modified") or value.get("updated"), raw),
    )


def _ninjs(path: str, raw: str, value: Fields) -> Document:
    """Read IPTC ninjs 1.x to 3.x."""
    bodies = [body for body in value.get("bodies") or [] if isinstance(body, dict) and body.get("value")]
    text = next((b["value"] for b in bodies if "html" not in str(b.get("contentType") or b.get("contenttype"))), None)
    html = next((b["value"] for b in bodies if b["value"] != text), None)
    text, html = text or _text(value, "body_text"), html or _text(value, "body_xhtml", "body_html")
    headlines = [h["value"] for h in value.get("headlines") or [] if isinstance(h, dict) and h.get("value")]
    return Document(
        **_body(path, "ninjs", raw, text or html, html=not text),
        url=_text(value, "url", "uri"),
        headline=headlines[0] if headlines else _text(value, "headline", "title"),
        byline=_names(value.get("by") or value.get("byline")),
        publisher=_name(value.get("publisher") or value.get("copyrightHolder") or value.get("copyrightholder")),
        language=_text(value, "language"),
        published=date_of(value.get("firstCreated") or value.get("firstcreated") or value.get("versionCreated"), raw),
        modified=date_of(value.get("versionCreated") or value.get("versioncreated"), raw),
        info_sources=tuple(InfoSource(name=name) for name in _names(value.get("infoSources") or [])),
    )


def _schemaorg(path: str, raw: str, value: Fields) -> Document:
    text, html = _text(value, "articleBody", "text"), None
    return Document(
        **_body(path, "schemaorg", raw, text or html, html=False),
        url=_text(value, "url", "mainEntityOfPage") or _text(value.get("mainEntityOfPage") or {}, "@id"),
        headline=_text(value, "headline", "name"),
        byline=_names(value.get("author")),
        publisher=_name(value.get("publisher")),
        language=_text(value, "inLanguage"),
        published=date_of(value.get("datePublished"), raw),
        modified=date_of(value.get("dateModified"), raw),
    )


def _schema_article(value: Fields) -> Fields | None:
    for one in [value, *(value.get("@graph") or [])]:
        kinds = one.get("@type") if isinstance(one, dict) else None
        if any(kind in _SCHEMA_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return dict(one)
    return None


def _body(path: str, kind: str, raw: str, body: str | None, *, html: bool) -> Fields:
    if not body or not body.strip():
        raise Rejected(Reason.NOT_NEWS, "JSON without a text: give it as text, html, bodies or articleBody")
    segments = () if html else place_of(body, raw)
    return {"path": path, "kind": kind, "raw": raw, "body": body, "segments": segments, "html": html}


def _text(value: Fields, *keys: str) -> str | None:
    return next((v for key in keys if isinstance(v := value.get(key), str) and v.strip()), None)


def _name(value: Any) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = [v.get("name") if isinstance(v, dict) else v for v in values]
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
