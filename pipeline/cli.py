"""The command line: each command asks the application one question and prints the answer."""

from typing import Annotated, Any

import typer

from pipeline.console.alerts import alerts_app
from pipeline.console.options import (
    TABLE_ROWS,
    EventId,
    Form,
    Limit,
    OneLineErrors,
    OwnLimit,
    Paths,
    Query,
    checked_kind,
    files_in,
    given_paths,
    opened,
)
from pipeline.console.output import Format
from pipeline.console.quarantine import quarantine_app
from pipeline.console.review import review_app

app = typer.Typer(
    cls=OneLineErrors, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
app.add_typer(alerts_app, name="alerts")
app.add_typer(quarantine_app, name="quarantine")
app.add_typer(review_app, name="review")


def main() -> None:
    """Run the command line; where a reader closes the pipe early it ends quietly, with exit code 1."""
    app()


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dealwire {version('dealwire')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[  # answered by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """News articles in; deduplicated, evidence-backed business events out."""


@app.command()
def ingest(
    paths: Paths,
    backfill: Annotated[bool, typer.Option(help="Record alerts as suppressed: this is old news.")] = False,
    form: Form = Format.TABLE,
) -> None:
    """Take in articles and go the whole way to events, search and alerts; jsonl prints one outcome a document.

    Rejected documents are outcomes, kept in quarantine, and no failure, unless nothing else came.
    """
    from pipeline.console import operation, output, progress

    given = given_paths(paths)
    with opened(to_read=True) as dealwire, progress.progress(files_in(given)) as moved:

        def told(outcome: Any) -> None:
            moved(outcome)
            if form is Format.JSONL:
                output.print_line(outcome)

        summary = dealwire.ingest(given, on_outcome=told, backfill=backfill)
    if form is not Format.JSONL:
        output.print_one(summary, form, lambda: operation.summary_table(summary))
    if summary.documents and all(name.startswith("rejected") for name in summary.outcomes):
        raise typer.Exit(1)


@app.command()
def extract(paths: Paths, form: Form = Format.JSONL) -> None:
    """Extract without keeping anything: path, outcome, article and mentions of each document, in input order."""
    from pipeline.console import output, tables

    given = given_paths(paths)
    with opened(to_read=True) as dealwire:
        output.print_rows(dealwire.extract(given), form, tables.extracted_table, "no documents")


@app.command()
def events(query: Query = None, limit: OwnLimit = None, form: Form = Format.TABLE) -> None:
    """List events, the newest first, or those that a query finds; json and jsonl give whole Event records."""
    from pipeline.console import output, tables

    most = limit or (TABLE_ROWS if form is Format.TABLE else None)
    with opened() as dealwire:
        output.print_rows(dealwire.events(query, most), form, tables.events_table, "no events")


@app.command()
def show(event: EventId, form: Form = Format.TABLE) -> None:
    """Show all of one event, with the evidence of every value marked in its sources."""
    from pipeline.console import event_page, output

    with opened() as dealwire:
        found = dealwire.event(event)
        articles = dealwire.articles([source.article_id for source in found.sources])
        linked = dealwire.linked(found)
    output.print_one(
        found,
        form,
        lambda: event_page.event_page(found, articles, linked, colour=output.results().color_system is not None),
    )


@app.command()
def explain(event: EventId, form: Form = Format.TABLE) -> None:
    """Say why these mentions are one event: each pair with its score, threshold and features."""
    from pipeline.console import explained, output

    with opened() as dealwire:
        found = dealwire.explain(event)
    output.print_one(found, form, lambda: explained.explanation_page(found))


@app.command()
def search(
    query: Query = None,
    *,
    kind: Annotated[str | None, typer.Option(help="Only event, article, alert or quarantine.")] = None,
    sort: Annotated[
        str, typer.Option(help="score, or a date or number field; -field for the largest first.")
    ] = "score",
    limit: Limit = 20,
    facet: Annotated[list[str] | None, typer.Option(help="Count the values of this field over all hits.")] = None,
    form: Form = Format.TABLE,
) -> None:
    """Search articles, events and alerts; docs/cli.md lists the fields."""
    from pipeline.console import found, output

    with opened() as dealwire:
        hits = dealwire.search(
            query, kind=checked_kind(kind), sort=sort, size=limit, highlight=True, facets=facet or ()
        )
    if form is Format.JSON:
        output.print_one(hits, form, lambda: "")
        return
    output.print_rows(hits.hits, form, found.hits_table, "nothing found")
    if form is Format.TABLE:
        for name, counts in hits.facets.items():
            output.results().print(found.facet_table(name, counts))
        output.messages().print(f"{len(hits.hits)} of {hits.total}")


@app.command()
def trace(
    key: Annotated[str, typer.Argument(metavar="PATH|ARTICLE|EVENT", help="A file name given at ingest, or an id.")],
    form: Form = Format.TABLE,
) -> None:
    """Follow a document: arrived, cleaned, extracted, merged, indexed, alerted, or why not."""
    from pipeline.console import operation, output

    with opened() as dealwire:
        output.print_rows(dealwire.trace(key), form, operation.steps_table, "nothing happened")


@app.command()
def reprocess(
    query: Query = None,
    dry_run: Annotated[bool, typer.Option(help="Only say which events would be added, changed or lost.")] = False,
    form: Form = Format.TABLE,
) -> None:
    """Extract archived articles anew with the rules of today."""
    from pipeline.console import output, tables

    with opened() as dealwire:
        changes = dealwire.reprocess(query, dry_run=dry_run)
    output.print_rows(changes, form, tables.changes_table, "no event changes")


@app.command()
def setup(
    print_role: Annotated[
        bool, typer.Option("--print-role", help="Only print, as JSON, the least-privilege roles of a cluster's users.")
    ] = False,
    form: Form = Format.TABLE,
) -> None:
    """Create folders, ledger and index, migrate what is old, check the alert rules. A second call changes nothing."""
    from pipeline.console import operation, output

    with opened() as dealwire:
        if print_role:
            output.print_one(dealwire.roles(), Format.JSON, str)
            return
        output.print_rows(dealwire.setup(), form, operation.checks_table, "everything is in place")


@app.command("rebuild-index")
def rebuild_index(form: Form = Format.TABLE) -> None:
    """Make the index anew from the ledger; searches are answered from the old one meanwhile."""
    from pipeline.console import output

    with opened() as dealwire:
        documents = dealwire.rebuild_index()
    output.print_one({"documents": documents}, form, lambda: f"{documents} documents indexed")


@app.command()
def status(form: Form = Format.TABLE) -> None:
    """Backlog, freshness and failures in figures."""
    from pipeline.console import operation, output

    with opened() as dealwire:
        output.print_rows(dealwire.status(), form, operation.gauges_table, "nothing to report")


@app.command()
def doctor(form: Form = Format.TABLE) -> None:
    """Check the installation and say what to mend; exit code 1 if something fails."""
    from pipeline.console import operation, output

    with opened() as dealwire:
        checks = list(dealwire.doctor())
    output.print_rows(checks, form, operation.checks_table, "nothing to check")
    if not all(check.ok for check in checks):
        raise typer.Exit(1)
