"""How a document lies in tantivy: words split by our tokenizer and joined by blanks, dates as the days they cover."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import tantivy as engine

from pipeline.index.fields import FIELDS, Field, roles
from pipeline.index.port import KINDS, Projection, key_of
from pipeline.index.tokens import lowered, words
from schemas.dates import first_day, last_day

ROLES = "roles"
HAS = "has"
RANK = "rank"
TOMBSTONE = "tombstone"
MISSING_LAST = {False: 2**62, True: -(2**62)}  # the sort value of a missing one, by `descending`


def make_schema() -> engine.Schema:
    """The schema of every index folder."""
    builder = engine.SchemaBuilder()
    for name in ("key", "kind", HAS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(RANK, fast=True)
    builder.add_bytes_field("source", stored=True)
    builder.add_text_field(ROLES, tokenizer_name="whitespace")
    for field in FIELDS.values():
        _add_field(builder, field)
    return builder.build()


def _add_field(builder: engine.SchemaBuilder, field: Field) -> None:
    if field.kind == "text":
        builder.add_text_field(field.name, tokenizer_name="whitespace")
    elif field.kind in ("keyword", "boolean"):
        builder.add_text_field(field.name, tokenizer_name="raw", index_option="basic")
    elif field.kind == "number":
        builder.add_float_field(field.name, indexed=True, fast=True)
    else:
        builder.add_integer_field(field.name, indexed=True, fast=True)
    if field.facet:
        builder.add_text_field(facet_field(field.name), fast=True, tokenizer_name="raw", index_option="basic")
    if field.sortable:
        add_sort = builder.add_float_field if field.kind == "number" else builder.add_integer_field
        for descending in (False, True):
            add_sort(sort_field(field.name, descending=descending), indexed=True, fast=True)


def rank_of(key: str) -> int:
    """The start of a key as a number: keys in order have ranks in order, and few share one."""
    kind, _, document_id = key.partition("/")
    order = KINDS.index(kind) if kind in KINDS else len(KINDS)
    return int.from_bytes(bytes([order]) + document_id.encode()[:7].ljust(7, b"\0"))


def facet_field(name: str) -> str:
    """Where the values of a field lie as they are written, for counting."""
    return f"{name}_facet"


def sort_field(name: str, *, descending: bool) -> str:
    """Where the value lies that orders by a field: the smallest going up, the largest going down."""
    return f"{name}_{'desc' if descending else 'asc'}"


def tantivy_document(projection: Projection) -> engine.Document:
    """The document to store; a tombstone has a key and a number only."""
    document = engine.Document()
    document.add_text("key", key_of(projection.kind, projection.id))
    document.add_unsigned(RANK, rank_of(key_of(projection.kind, projection.id)))
    document.add_text("kind", TOMBSTONE if projection.tombstone else projection.kind)
    held = {} if projection.tombstone else projection.document
    source = {"kind": projection.kind, "id": projection.id, "number": projection.number, "document": held}
    document.add_bytes("source", json.dumps(source, ensure_ascii=False).encode())
    if not projection.tombstone:
        _add_values(document, held)
    return document


def source_of(document: engine.Document) -> dict[str, Any]:
    """Kind, id, number and document as they were written."""
    source: dict[str, Any] = json.loads(document.get_first("source") or b"{}")
    return source


def values_of(document: dict[str, Any], name: str) -> list[Any]:
    """The values of a field as a list, nothing where it has none."""
    value = document.get(name)
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def numbers_of(values: list[Any], field: Field) -> Iterator[int]:
    """Whole numbers that a date or instant field is searched by: each day it covers, or microseconds since 1970."""
    for value in values:
        if field.kind == "date":
            yield from range(first_day(value).toordinal(), last_day(value).toordinal() + 1)
        else:
            yield micros(datetime.fromisoformat(value))


def micros(moment: datetime) -> int:
    """Microseconds since 1970."""
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _add_values(document: engine.Document, held: dict[str, Any]) -> None:
    for role in sorted(roles() & held.keys()):
        for value in values_of(held, role):
            document.add_text(ROLES, " ".join(f"{role}={word}" for word in words(value)))
            document.add_text(HAS, role)
    for field in FIELDS.values():
        if values := values_of(held, field.name):
            document.add_text(HAS, field.name)
            _add_field_values(document, field, values)
        if field.sortable:
            _add_sort_values(document, field, values)


def _add_field_values(document: engine.Document, field: Field, values: list[Any]) -> None:
    if field.kind == "text":
        for value in values:
            document.add_text(field.name, " ".join(words(value)))
    elif field.kind in ("keyword", "boolean"):
        for value in values:
            document.add_text(field.name, lowered(str(value)))
    elif field.kind == "number":
        for value in values:
            document.add_float(field.name, float(value))
    else:
        for number in sorted(set(numbers_of(values, field))):
            document.add_integer(field.name, number)
    if field.facet:
        for value in dict.fromkeys(values):
            document.add_text(facet_field(field.name), value)


def _add_sort_values(document: engine.Document, field: Field, values: list[Any]) -> None:
    numbers = [float(value) for value in values] if field.kind == "number" else list(numbers_of(values, field))
    for descending in (False, True):
        pick = max if descending else min
        name = sort_field(field.name, descending=descending)
        if field.kind == "number":
            document.add_float(name, float(pick(numbers, default=MISSING_LAST[descending])))
        else:
            document.add_integer(name, int(pick(numbers, default=MISSING_LAST[descending])))
