"""Names, templates and documents of the Elasticsearch indices: one for each kind, strict and versioned."""

import json
import re
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pipeline.index.documents import instant
from pipeline.index.fields import FIELDS
from pipeline.index.port import Kind, Projection, key_of
from schemas.dates import first_day, last_day

Source = dict[str, Any]

FILES: dict[Kind, str] = {"event": "events", "article": "articles", "alert": "alerts", "quarantine": "quarantine"}
LIVING = {"term": {"tombstone": False}}
_DATES = tuple(field.name for field in FIELDS.values() if field.kind == "date")
_OURS = frozenset({"key", "kind", "number", "tombstone", "ingested"}).union(
    f"{name}_{part}" for name in _DATES for part in ("day", "until")
)


@lru_cache(maxsize=8)
def _template(kind: Kind) -> str:
    return (files("schemas") / "elasticsearch" / f"{FILES[kind]}.json").read_text(encoding="utf-8")


def template_of(kind: Kind, prefix: str, *, stemmed: bool = False) -> Source:
    """The index template; where the cluster can stem English, with a subfield that only ranks."""
    template: Source = json.loads(_template(kind).replace("{prefix}", prefix))
    if stemmed:
        for name in ("title", "text"):
            field = template["template"]["mappings"]["properties"][name]
            field.setdefault("fields", {})["english"] = {"type": "text", "analyzer": "english"}
    return template


def version_of(kind: Kind) -> int:
    """The mapping's version, which rises with every change of its file."""
    return int(json.loads(_template(kind))["version"])


def alias_of(kind: Kind, prefix: str) -> str:
    """The name that searches and writes use, whichever generation stands behind it."""
    return f"{prefix}-{FILES[kind]}"


def generation_name(kind: Kind, prefix: str, number: int) -> str:
    """The name of one generation of an index."""
    return f"{alias_of(kind, prefix)}-v{version_of(kind)}-{number:06}"


def kind_of(name: str) -> Kind:
    """Whose alias or generation a name is."""
    return next(kind for kind, part in FILES.items() if re.search(rf"-{part}(?:-v\d+-\d+)?$", name))


def number_of(name: str) -> int:
    """Which generation an index is, 0 for one that is none of ours."""
    found = re.search(r"-v\d+-(\d{6})$", name)
    return int(found[1]) if found else 0


def source_of(projection: Projection, now: datetime) -> Source:
    """The document to index; `ingested` is when it is written, by which a rule misses nothing that came late."""
    source: Source = {} if projection.tombstone else dict(projection.document)
    for name in _DATES:
        if values := source.get(name):
            source[f"{name}_day"] = [first_day(value).isoformat() for value in values]
            source[f"{name}_until"] = [last_day(value).isoformat() for value in values]
            source[name] = [{"gte": first_day(v).isoformat(), "lte": last_day(v).isoformat()} for v in values]
    return source | {
        "key": key_of(projection.kind, projection.id),
        "kind": projection.kind,
        "number": projection.number,
        "tombstone": projection.tombstone,
        "ingested": instant(now),
    }


def document_of(source: Source) -> Source:
    """The document as it was projected."""
    document = {name: value for name, value in source.items() if name not in _OURS}
    dates = {name: [_partial(days) for days in document[name]] for name in _DATES if name in document}
    return document | dates


def _partial(days: dict[str, str]) -> str:
    """The year, month or day that a range of days covers."""
    first, last = days["gte"], days["lte"]
    covered = {value: (first_day(value).isoformat(), last_day(value).isoformat()) for value in (first[:4], first[:7])}
    return next((value for value, span in covered.items() if span == (first, last)), first)
