"""Events, their revisions and redirects."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select, update

from pipeline.ledger.articles import chunks
from pipeline.ledger.engine import upsert
from pipeline.ledger.tables import events, mentions, revisions
from pipeline.resolution.ids import Known
from schemas.event import Event

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_HELD_BY = select(mentions.c.event_id).where(mentions.c.mention_id.in_(_IDS), mentions.c.event_id.is_not(None))
_RECORDS = select(events.c.record).where(events.c.event_id.in_(_IDS))
_GIVE = update(mentions).where(mentions.c.mention_id.in_(_IDS))
_GIVE = _GIVE.values(event_id=bindparam("to"), consolidated_at=bindparam("now"))


def known_events(connection: Connection, mention_ids: Iterable[str]) -> dict[str, Known]:
    """The events that hold any of the mentions, with all mentions they hold and the order in which they were minted."""
    ids: set[str] = set()
    for part in chunks(sorted(mention_ids)):
        ids.update(connection.scalars(_HELD_BY, {"ids": part}))
    if not ids:
        return {}
    held: dict[str, set[str]] = {event_id: set() for event_id in ids}
    for part in chunks(sorted(ids)):
        for row in connection.execute(
            select(mentions.c.event_id, mentions.c.mention_id).where(mentions.c.event_id.in_(part))
        ):
            held[row.event_id].add(row.mention_id)
    minted = select(events.c.event_id, events.c.minted).where(events.c.event_id.in_(ids))
    ages = {row.event_id: row.minted for row in connection.execute(minted)}
    return {event_id: Known(frozenset(members), ages[event_id]) for event_id, members in held.items()}


def next_minted(connection: Connection) -> int:
    """The number of the next event."""
    return (connection.scalar(select(func.max(events.c.minted))) or 0) + 1


def homes(connection: Connection, mention_ids: Iterable[str]) -> dict[str, str]:
    """The events that mentions belong to now."""
    found: dict[str, str] = {}
    for part in chunks(sorted(mention_ids)):
        query = select(mentions.c.mention_id, mentions.c.event_id).where(mentions.c.mention_id.in_(part))
        found.update({row.mention_id: row.event_id for row in connection.execute(query) if row.event_id})
    return found


def event_of(connection: Connection, event_id: str) -> Event | None:
    """The event of exactly this id, a redirect too."""
    record = connection.scalar(select(events.c.record).where(events.c.event_id == event_id))
    return Event.model_validate(record) if record else None


def records_of(connection: Connection, event_ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The Event records, as JSON, of those of these ids that there are, redirects too, in any order."""
    for part in chunks(event_ids):
        yield from connection.scalars(_RECORDS, {"ids": part})


def followed(connection: Connection, event_id: str) -> Event | None:
    """The event that now stands for the id, redirects followed."""
    event = event_of(connection, event_id)
    while event is not None and event.merged_into:
        event = event_of(connection, event.merged_into)
    return event


def ids_like(connection: Connection, prefix: str) -> list[str]:
    """Event ids that start so."""
    query = select(events.c.event_id).where(events.c.event_id.startswith(prefix, autoescape=True)).limit(10)
    return list(connection.scalars(query.order_by(events.c.event_id)))


def standing_events(connection: Connection, limit: int | None = None) -> list[Event]:
    """All events that are not merged into others, latest first."""
    query = select(events.c.record).where(events.c.merged_into.is_(None)).order_by(events.c.minted.desc()).limit(limit)
    return [Event.model_validate(record) for record in connection.scalars(query)]


def write_event(connection: Connection, event: Event, minted: int, at: datetime) -> None:
    """Write a revision and make it the current one."""
    record = event.model_dump(mode="json")
    upsert(
        connection,
        events,
        {
            "event_id": event.event_id,
            "minted": minted,
            "revision": event.revision,
            "merged_into": event.merged_into,
            "updated_at": at,
            "record": record,
        },
    )
    upsert(
        connection,
        revisions,
        {
            "event_id": event.event_id,
            "revision": event.revision,
            "kind": event.revision_kind,
            "at": at,
            "record": record,
        },
    )


def give_mentions(connection: Connection, event_id: str | None, mention_ids: Sequence[str], at: datetime) -> None:
    """Record that the mentions tell this event, and that they are consolidated."""
    for part in chunks(list(mention_ids)):
        connection.execute(_GIVE, {"ids": part, "to": event_id, "now": at})


def revisions_since(connection: Connection, since: datetime) -> list[Event]:
    """Revisions of all events that were touched since then, each event's in their order."""
    touched = select(revisions.c.event_id).where(revisions.c.at >= since)
    query = select(revisions.c.record).where(revisions.c.event_id.in_(touched))
    return [
        Event.model_validate(record)
        for record in connection.scalars(query.order_by(revisions.c.at, revisions.c.event_id, revisions.c.revision))
    ]


def revisions_of(connection: Connection, event_id: str) -> list[tuple[datetime, Event]]:
    """The revisions of an event, oldest first, with when each was written."""
    query = select(revisions.c.at, revisions.c.record).where(revisions.c.event_id == event_id)
    rows = connection.execute(query.order_by(revisions.c.revision))
    return [(row.at, Event.model_validate(row.record)) for row in rows]
