"""A table of records, one row each, its cells safe to print."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from rich.table import Table
from rich.text import Text

from pipeline.console.output import visible

Row = TypeVar("Row")
Cell = str | Text


def table(rows: Iterable[Row], *columns: tuple[str, Callable[[Row], Cell]]) -> Table:
    """A row for each record, a column for each name with what it shows; without a head where no name is given."""
    made = Table(box=None, header_style="dim", show_header=any(name for name, _ in columns), pad_edge=False)
    for name, _ in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(_cell(cell(row)) for _, cell in columns))
    return made


def _cell(value: Any) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))
