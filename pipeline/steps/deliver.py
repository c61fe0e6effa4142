"""Deliver: alerts that are due go out through their channels."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pipeline.alerting.channels import Channel
from pipeline.errors import DealwireError, Unavailable
from pipeline.ledger import events, outbox
from pipeline.ledger.outbox import Leased
from pipeline.ledger.store import Ledger

LEASE = timedelta(minutes=3)
ATTEMPTS = 10
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
MOST_SECONDS = 60


@dataclass(frozen=True)
class Delivered:
    """How many deliveries went out, were given up, and are left."""

    sent: int = 0
    parked: int = 0
    left: int = 0


def deliver(ledger: Ledger, channels: Mapping[str, Channel]) -> Delivered:
    """Try what is due, for about a minute; a refusal is tried later and, after ten tries, parked.

    What else is due through a channel that refused waits with it and loses no try, so that a dead one costs one wait.

    Raises Unavailable where everything that was tried was refused and nothing was parked.
    """
    started, sent, parked, last = datetime.now(UTC), 0, 0, ""
    while datetime.now(UTC) - started < timedelta(seconds=MOST_SECONDS):
        now = datetime.now(UTC)
        with ledger.writing() as connection:
            taken = outbox.lease(connection, now, now + LEASE)
        if taken is None:
            break
        error = attempt(ledger, channels, taken)
        again = pause_after(taken.delivery.attempts + 1, datetime.now(UTC))
        with ledger.writing() as connection:
            if error is None:
                outbox.sent(connection, taken.delivery, datetime.now(UTC))
            else:
                outbox.failed(connection, taken.delivery, error, again)
                later = datetime.now(UTC)
                outbox.postpone(connection, taken.delivery.channel, later, later + FIRST_PAUSE)
        sent, parked, last = sent + (error is None), parked + (error is not None and again is None), error or last
    if last and not sent and not parked:
        raise Unavailable(last)
    with ledger.reading() as connection:
        return Delivered(sent, parked, outbox.count_deliveries(connection).get("pending", 0))


def revive(ledger: Ledger) -> None:
    """Let what waits for another try, and what was parked, be due now: somebody says that its channel is mended."""
    with ledger.writing() as connection:
        outbox.revive(connection)


def attempt(ledger: Ledger, channels: Mapping[str, Channel], one: Leased) -> str | None:
    """Send one alert through one channel; why it did not go out, or None."""
    channel = channels.get(one.delivery.channel)
    if channel is None:
        return f"no channel {one.delivery.channel!r} in DEALWIRE_CHANNELS"
    with ledger.reading() as connection:
        event = events.event_of(connection, one.alert.event_id)
    if event is None:
        return f"its event {one.alert.event_id} is not in the ledger"
    try:
        channel.send(one.alert, event, one.delivery.key)
    except DealwireError as error:
        return str(error)
    return None


def pause_after(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many attempts: pauses double up to an hour; None to give up."""
    if attempts >= ATTEMPTS:
        return None
    pause: timedelta = min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
    return now + pause
