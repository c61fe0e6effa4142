"""IPTC ninjs, versions 1 to 3."""

from dataclasses import replace
from typing import Any

from pipeline.readers.document import Document
from pipeline.readers.fields import Fields, embodied, name_of, names_of, text_of
from pipeline.readers.literals import date_of
from schemas.article import InfoSource

_BODIES = ("body_text", "body_xhtml", "body_html")


def read_ninjs(path: str, raw: str, value: Fields) -> Document | None:
    """The document of a ninjs item; None where the object is none."""
    if not ("bodies" in value or "headlines" in value or any(key in value for key in _BODIES)):
        return None
    document = embodied(path, "ninjs", raw, *_texts(value))
    return document and replace(
        document,
        url=text_of(value, "url", "uri"),
        headline=next((text for h in _objects(value, "headlines") if (text := text_of(h, "value"))), None)
        or text_of(value, "headline", "title"),
        byline=names_of(value.get("by") or value.get("byline")),
        publisher=name_of(value.get("publisher") or value.get("copyrightHolder") or value.get("copyrightholder")),
        language=text_of(value, "language"),
        published=date_of(text_of(value, "firstCreated", "firstcreated", "contentCreated", "versionCreated"), raw),
        modified=date_of(text_of(value, "versionCreated", "versioncreated"), raw),
        info_sources=tuple(InfoSource(name=name) for name in names_of(value.get("infoSources") or [])),
    )


def _texts(value: Fields) -> tuple[str | None, str | None]:
    """The plain body and the marked-up one; a summary stands for neither."""
    text, html = text_of(value, "body_text"), text_of(value, "body_xhtml", "body_html")
    for body in _objects(value, "bodies"):
        told, kind = text_of(body, "value"), text_of(body, "contentType", "contenttype") or ""
        if told and body.get("role") != "summary":
            text, html = (text, html or told) if "html" in kind else (text or told, html)
    return text, html


def _objects(value: Fields, key: str) -> list[Any]:
    found = value.get(key)
    return found if isinstance(found, list) else []
