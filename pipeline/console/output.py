"""Results to stdout in one of three formats, everything else to stderr."""

import dataclasses
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel
from rich.console import Console, RenderableType

Row = TypeVar("Row")

WIDTH = 100  # columns where no terminal tells its own


_CONTROLS = {code: "·" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def visible(text: str) -> str:
    """`text` with control characters replaced one for one, so that no document can steer the terminal."""
    return text.translate(_CONTROLS)


def results() -> Console:
    """Where results go; no colour into a pipe or under NO_COLOR."""
    width = None if sys.stdout.isatty() else shutil.get_terminal_size((WIDTH, 24)).columns
    return Console(highlight=False, width=width)


def messages() -> Console:
    """Where progress and notes go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def plain(value: Any) -> Any:
    """A record as JSON values."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def print_line(value: Any) -> None:
    """One JSON line, at once: whoever reads the pipe need not wait for the end."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_rows(
    rows: Iterable[Row], form: Format, table: Callable[[Sequence[Row]], RenderableType], nothing: str
) -> None:
    """Rows as a table, a JSON array or JSON lines; `nothing` tells a person that there are none."""
    if form is Format.JSONL:
        for row in rows:
            print_line(row)
        return
    kept = list(rows)
    if form is Format.JSON:
        _print_document(kept)
    elif kept:
        results().print(table(kept))
    else:
        messages().print(nothing, markup=False)


def print_one(value: Any, form: Format, page: Callable[[], RenderableType]) -> None:
    """One record as a page, indented JSON or one JSON line."""
    if form is Format.TABLE:
        results().print(page())
    elif form is Format.JSONL:
        print_line(value)
    else:
        _print_document(value)


def _print_document(value: Any) -> None:
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")
