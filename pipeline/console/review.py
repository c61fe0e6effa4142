"""`dealwire review …`."""

from typing import Annotated

import typer

from pipeline.console.options import Author, Form, Limit, opened
from pipeline.console.output import Format, print_one

review_app = typer.Typer(no_args_is_help=True, help="Unsure merges: list, same, different, undo.")

Left = Annotated[
    str,
    typer.Argument(metavar="LEFT", help="Mention or event of the one side: its id, or a prefix that no other shares."),
]
Right = Annotated[str, typer.Argument(metavar="RIGHT", help="Mention or event of the other side, likewise.")]


@review_app.command("list")
def list_reviews(limit: Limit = 50, form: Form = Format.TABLE) -> None:
    """List pairs that may be one event, and verdicts already given."""
    from pipeline.console import output, tables  # `--help` answers at once

    with opened() as dealwire:
        output.print_rows(dealwire.review_list()[:limit], form, tables.reviews_table, "nothing to review")


@review_app.command("same")
def same(left: Left, right: Right, author: Author = "", form: Form = Format.TABLE) -> None:
    """Say that both are one event; remembered, also when articles are extracted anew."""
    with opened() as dealwire:
        dealwire.review_decide(left, right, same=True, author=author)
    _told(left, right, "same", form)


@review_app.command("different")
def different(left: Left, right: Right, author: Author = "", form: Form = Format.TABLE) -> None:
    """Say that they are two events; remembered, also when articles are extracted anew."""
    with opened() as dealwire:
        dealwire.review_decide(left, right, same=False, author=author)
    _told(left, right, "different", form)


@review_app.command("undo")
def undo(left: Left, right: Right, form: Form = Format.TABLE) -> None:
    """Take a verdict back; the pair is judged as if nobody had said anything."""
    with opened() as dealwire:
        dealwire.review_undo(left, right)
    _told(left, right, "undone", form)


def _told(left: str, right: str, verdict: str, form: Format) -> None:
    print_one({"left": left, "right": right, "verdict": verdict}, form, lambda: f"{left} and {right}: {verdict}")
