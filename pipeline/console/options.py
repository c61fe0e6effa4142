"""What the commands share: their common arguments, and the application they ask."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.console.output import Format
from pipeline.errors import DealwireError
from pipeline.processes import start_server

if TYPE_CHECKING:
    from pipeline.app import Dealwire


class OneLineErrors(TyperGroup):
    """Turns what this package raises on purpose into one line and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a traceback is left to real faults."""
        try:
            return super().invoke(ctx)
        except DealwireError as error:
            typer.echo(f"dealwire: {' '.join(str(error).split())}", err=True)
            raise typer.Exit(1) from error


Form = Annotated[Format, typer.Option("--format", metavar="table|json|jsonl", help="How results are printed.")]
Limit = Annotated[int, typer.Option(min=1, help="Most rows.")]
TABLE_ROWS = 50
OwnLimit = Annotated[
    int | None, typer.Option(min=1, help=f"Most rows; by default {TABLE_ROWS} in a table, and all in json and jsonl.")
]
Author = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; kept with it.")]
EventId = Annotated[str, typer.Argument(metavar="EVENT", help="Event id, or a prefix that no other event shares.")]
Query = Annotated[str | None, typer.Argument(metavar="QUERY", help="Query in Lucene syntax; everything without one.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for names from stdin.")]


@contextmanager
def opened(*, to_read: bool = False) -> "Iterator[Dealwire]":
    """The application as the environment configures it; heavy parts load only here, those `to_read` files beside it."""
    from pipeline.settings import read_settings  # `--help` answers at once

    settings = read_settings()
    if to_read:
        start_server(settings.workers)
    from pipeline.app import open_app

    with open_app(settings) as dealwire:
        yield dealwire


def given_paths(paths: Sequence[str]) -> list[str]:
    """The names given, `-` replaced by the lines of stdin; a name that does not exist is wrong usage."""
    given = [name for path in paths for name in (sys.stdin.read().splitlines() if path == "-" else [path]) if name]
    missing = [name for name in given if not Path(name).exists()]
    if missing:
        raise typer.BadParameter(f"no such file or folder: {', '.join(missing[:5])}", param_hint="PATH")
    return given


def files_in(given: Sequence[str]) -> int:
    """How many files these names stand for."""
    return sum(1 if Path(name).is_file() else sum(path.is_file() for path in Path(name).rglob("*")) for name in given)


def checked_kind(kind: str | None) -> Any:
    """The kind of document, or none; another word is wrong usage."""
    if kind not in (None, "event", "article", "alert", "quarantine"):
        raise typer.BadParameter("event, article, alert or quarantine", param_hint="--kind")
    return kind


def period(text: str) -> timedelta:
    """A stretch of time such as 90d, 12h or 2w; anything else is wrong usage."""
    units = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
    if text[:-1].isdigit() and text[-1:] in units:
        return int(text[:-1]) * units[text[-1]]
    raise typer.BadParameter(f"{text!r} is no period; write 90d, 12h or 2w")
