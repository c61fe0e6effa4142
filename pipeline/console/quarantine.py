"""`dealwire quarantine …`."""

from typing import Annotated

import typer

from pipeline.console.options import Form, Limit, opened
from pipeline.console.output import Format

quarantine_app = typer.Typer(no_args_is_help=True, help="Rejected documents: list, show, replay, discard.")

FileIds = Annotated[list[str], typer.Argument(metavar="FILE...", help="File ids, or unique prefixes of them.")]


@quarantine_app.command("list")
def list_quarantined(limit: Limit = 50, form: Form = Format.TABLE) -> None:
    """List rejected documents with their reasons, the newest first."""
    from pipeline.console import output, tables  # `--help` answers at once

    with opened() as dealwire:
        output.print_rows(dealwire.quarantine_list()[:limit], form, tables.quarantine_table, "quarantine is empty")


@quarantine_app.command("show")
def show_quarantined(
    file: Annotated[str, typer.Argument(metavar="FILE", help="File id, or a unique prefix of it.")],
    form: Form = Format.TABLE,
) -> None:
    """Show one rejected document: reason, detail, and where its bytes are kept."""
    from pipeline.console import output, tables

    with opened() as dealwire:
        found = dealwire.quarantine_show(file)
    output.print_one(found, form, lambda: tables.quarantined_page(found))


@quarantine_app.command("replay")
def replay(files: FileIds, form: Form = Format.TABLE) -> None:
    """Try rejected documents again; what succeeds leaves quarantine."""
    from pipeline.console import operation, output

    with opened() as dealwire:
        output.print_rows(dealwire.quarantine_replay(files), form, operation.outcomes_table, "nothing to replay")


@quarantine_app.command("discard")
def discard(files: FileIds, form: Form = Format.TABLE) -> None:
    """Drop rejected documents for good; the outcome stays recorded."""
    from pipeline.console import output

    with opened() as dealwire:
        count = dealwire.quarantine_discard(files)
    output.print_one({"discarded": count}, form, lambda: f"{count} discarded")
