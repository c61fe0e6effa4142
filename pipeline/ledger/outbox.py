"""Alerts and their deliveries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Update, and_, func, or_, select, update

from pipeline.ledger.engine import insert_new
from pipeline.ledger.tables import alerts, deliveries, silences
from schemas.alert import Alert, Delivery, Silence


@dataclass(frozen=True)
class Leased:
    """A delivery taken for one attempt, with what it is to tell."""

    delivery: Delivery
    alert: Alert


def has_alert(connection: Connection, alert_id: str) -> bool:
    """Whether the alert was made before."""
    return connection.scalar(select(alerts.c.alert_id).where(alerts.c.alert_id == alert_id)) is not None


def add_alert(connection: Connection, alert: Alert, due: Iterable[Delivery]) -> None:
    """Keep a new alert and its deliveries."""
    connection.execute(
        alerts.insert().values(
            alert_id=alert.alert_id,
            event_id=alert.event_id,
            state=alert.state,
            created_at=alert.created_at,
            record=alert.model_dump(mode="json"),
        )
    )
    insert_new(connection, deliveries, [delivery.model_dump() for delivery in due])


def alerts_of(connection: Connection, event_id: str | None = None) -> list[Alert]:
    """All alerts, or those of an event, oldest first."""
    query = select(alerts).order_by(alerts.c.created_at, alerts.c.alert_id)
    rows = connection.execute(query.where(alerts.c.event_id == event_id) if event_id else query)
    return [_alert(row) for row in rows]


def acknowledge(connection: Connection, alert_id: str) -> bool:
    """Mark an open alert as seen; False where there is none."""
    alert = connection.execute(select(alerts).where(alerts.c.alert_id == alert_id, alerts.c.state == "open")).first()
    if alert is not None:
        connection.execute(update(alerts).where(alerts.c.alert_id == alert_id).values(state="acked"))
    return alert is not None


def lease(connection: Connection, now: datetime, until: datetime) -> Leased | None:
    """Take a delivery that is due, or whose holder's lease has run out; None where none is.

    The least tried goes first, then the oldest, so that one that nobody takes holds up no other.

    One at a time: a lease must outlast a slow channel, and nobody can tell how slow ten are.
    """
    query = select(deliveries).join(alerts).where(_due(now))
    query = query.order_by(deliveries.c.attempts, alerts.c.created_at, deliveries.c.alert_id)
    free = query.limit(1).with_for_update(of=deliveries, skip_locked=True)  # no words of SQLite's, which has one writer
    row = connection.execute(free).first()
    if row is None:
        return None
    connection.execute(_one(row.alert_id, row.channel).values(state="leased", leased_until=until))
    return Leased(_delivery(row), alert_of(connection, row.alert_id))


def sent(connection: Connection, delivery: Delivery, at: datetime) -> None:
    """Record that a delivery went out."""
    connection.execute(
        _one(delivery.alert_id, delivery.channel).values(
            state="sent", sent_at=at, leased_until=None, attempts=delivery.attempts + 1, last_error=None
        )
    )


def failed(connection: Connection, delivery: Delivery, error: str, again: datetime | None) -> None:
    """Record a failed attempt; without a time for another one the delivery is parked."""
    connection.execute(
        _one(delivery.alert_id, delivery.channel).values(
            state="pending" if again else "parked",
            leased_until=None,
            attempts=delivery.attempts + 1,
            next_attempt_at=again,
            last_error=error,
        )
    )


def postpone(connection: Connection, channel: str, now: datetime, until: datetime) -> None:
    """Let what is due through a channel wait, without an attempt."""
    waiting = and_(deliveries.c.channel == channel, deliveries.c.state == "pending", _due(now))
    connection.execute(update(deliveries).where(waiting).values(next_attempt_at=until))


def revive(connection: Connection) -> None:
    """Let everything that did not go out be due at once; what was parked has all its tries again."""
    parked = update(deliveries).where(deliveries.c.state == "parked")
    connection.execute(parked.values(state="pending", attempts=0))
    connection.execute(update(deliveries).where(deliveries.c.state == "pending").values(next_attempt_at=None))


def count_due(connection: Connection, now: datetime) -> int:
    """How many deliveries could be tried now."""
    return connection.scalar(select(func.count()).select_from(deliveries).where(_due(now))) or 0


def count_deliveries(connection: Connection) -> dict[str, int]:
    """How many deliveries are in which state."""
    query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    return dict(connection.execute(query).all())


def deliveries_of(connection: Connection, alert_ids: Sequence[str]) -> list[Delivery]:
    """The deliveries of alerts."""
    query = (
        select(deliveries)
        .where(deliveries.c.alert_id.in_(alert_ids))
        .order_by(deliveries.c.alert_id, deliveries.c.channel)
    )
    return [_delivery(row) for row in connection.execute(query)]


def alert_of(connection: Connection, alert_id: str) -> Alert:
    """The alert of that id; raises NoResultFound."""
    return _alert(connection.execute(select(alerts).where(alerts.c.alert_id == alert_id)).one())


def add_silence(connection: Connection, silence: Silence) -> None:
    """Keep a silence."""
    connection.execute(silences.insert().values(silence.model_dump()))


def all_silences(connection: Connection) -> list[Silence]:
    """Every silence, those that ended too."""
    return [Silence.model_validate(dict(row)) for row in connection.execute(select(silences)).mappings()]


def _due(now: datetime) -> ColumnElement[bool]:
    waiting = and_(
        deliveries.c.state == "pending",
        or_(deliveries.c.next_attempt_at.is_(None), deliveries.c.next_attempt_at <= now),
    )
    return or_(waiting, and_(deliveries.c.state == "leased", deliveries.c.leased_until <= now))


def _one(alert_id: str, channel: str) -> Update:
    return update(deliveries).where(deliveries.c.alert_id == alert_id, deliveries.c.channel == channel)


def _delivery(row: Row[Any]) -> Delivery:
    known = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return Delivery.model_validate({name: known[name] for name in Delivery.model_fields})


def _alert(row: Row[Any]) -> Alert:
    return Alert.model_validate({**row.record, "state": row.state})
