"""`dealwire alerts …`."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from pipeline.console.options import Author, Form, Limit, opened, period
from pipeline.console.output import Format

alerts_app = typer.Typer(no_args_is_help=True, help="Alerts: list, try a rule, deliver, acknowledge, silence.")

AlertId = Annotated[str, typer.Argument(metavar="ALERT", help="Alert id, or a prefix that no other alert shares.")]


@alerts_app.command("list")
def list_alerts(
    state: Annotated[str | None, typer.Option(help="Only open, acked or suppressed ones.")] = None,
    limit: Limit = 50,
    form: Form = Format.TABLE,
) -> None:
    """List alerts, the newest first."""
    from pipeline.console import output, tables  # `--help` answers at once

    if state not in (None, "open", "acked", "suppressed"):
        raise typer.BadParameter("open, acked or suppressed", param_hint="--state")
    with opened() as dealwire:
        found = [alert for alert in dealwire.alerts_list() if state in (None, alert.state)]
    output.print_rows(found[:limit], form, tables.alerts_table, "no alerts")


@alerts_app.command("test")
def rehearse(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Name of a rule.")],
    since: Annotated[str, typer.Option(help="How far back: 90d, 12h, 2w.")] = "90d",
    form: Form = Format.TABLE,
) -> None:
    """Say which alerts a rule would have given; nothing is recorded or sent."""
    from pipeline.console import output, tables

    span = period(since)
    with opened() as dealwire:
        output.print_rows(dealwire.alerts_test(rule, since=span), form, tables.alerts_table, f"no alerts in {since}")


@alerts_app.command("deliver")
def deliver(form: Form = Format.TABLE) -> None:
    """Send what waits for another try, and what was parked, now; exit code 1 if some is left."""
    from pipeline.console import output

    with opened() as dealwire:
        delivered = dealwire.deliver(mended=True)
    page = f"{delivered.sent} sent, {delivered.parked} parked, {delivered.left} left"
    output.print_one(delivered, form, lambda: page)
    if delivered.parked or delivered.left:
        raise typer.Exit(1)


@alerts_app.command("ack")
def acknowledge(alert: AlertId, form: Form = Format.TABLE) -> None:
    """Mark an alert as seen."""
    from pipeline.console import output

    with opened() as dealwire:
        acked = dealwire.alerts_ack(alert)
    output.print_one(acked, form, lambda: f"acknowledged: {acked.title}")


@alerts_app.command("silence")
def silence(
    *,
    rule: Annotated[str | None, typer.Option(help="Silence this rule.")] = None,
    event: Annotated[str | None, typer.Option(help="Silence alerts about this event.")] = None,
    during: Annotated[str | None, typer.Option("--for", help="How long: 90d, 12h, 2w; for good without it.")] = None,
    reason: Annotated[str, typer.Option(help="Why; it is kept with each suppressed alert.")] = "silenced by hand",
    author: Author = "",
    form: Form = Format.TABLE,
) -> None:
    """Record alerts of a rule, about an event, or both at once, without sending them."""
    from pipeline.console import output

    if rule is None and event is None:
        raise typer.BadParameter("name a rule, an event, or both", param_hint="--rule/--event")
    until = datetime.now(UTC) + period(during) if during else None
    with opened() as dealwire:
        made = dealwire.alerts_silence(rule=rule, event_id=event, until=until, reason=reason, author=author)
    end = f"until {made.until:%Y-%m-%d %H:%M} UTC" if made.until else "for good"
    output.print_one(made, form, lambda: f"silenced {end} ({made.silence_id})")
