"""JSON files: one object, an array of them, or one a line; the forms an object can have stand in `FORMS`."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.errors import Rejected
from pipeline.readers import ninjs, plain_record, schema_org
from pipeline.readers.document import Document, Unreadable
from pipeline.readers.fields import Fields
from schemas.outcome import Reason

Form = Callable[[str, str, Fields], Document | None]

# The first that knows the object reads it.
FORMS: dict[str, Form] = {
    "schema.org": schema_org.read_schema_org,
    "ninjs": ninjs.read_ninjs,
    "plain": plain_record.read_plain,
}
_HALF_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def looks_like_json(name: str, text: str) -> bool:
    """Whether the text is, or means to be, one JSON value."""
    return text.lstrip()[:1] in {"{", "["} and (name.endswith(".json") or _parses(text))


def looks_like_json_lines(name: str, text: str) -> bool:
    """Whether every line is, or means to be, a JSON object."""
    lines = [line for line in text.split("\n", 3)[:2] if line.strip()]
    objects = [line for line in lines if line.lstrip().startswith("{")]
    return bool(objects) and (name.endswith((".jsonl", ".ndjson")) or (len(lines) > 1 and all(map(_parses, objects))))


def read_json(path: str, text: str) -> Iterator[Document | Unreadable]:
    """The document of a JSON object, or those of an array of objects."""
    text = _whole_characters(text)
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
            yield _guarded(f"{path}#{number}", _whole_characters(line))


def _guarded(path: str, text: str) -> Document | Unreadable:
    try:
        return document_of(path, text, parsed(text))
    except Rejected as error:
        return Unreadable(path, error)


def _whole_characters(text: str) -> str:
    """The text with each escaped half of a character replaced, as no file can hold one; lengths stay."""
    return _HALF_CHARACTER.sub(r"\\ufffd", text)


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
    if isinstance(value, dict):
        for form in FORMS.values():
            if document := form(path, raw, value):
                return document
    raise Rejected(Reason.NOT_NEWS, "JSON without a text: give it as text, html, bodies or articleBody")
