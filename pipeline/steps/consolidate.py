"""Consolidate: mentions become events, a component at a time, each with its alerts and backlog in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from itertools import islice
from typing import Self
from uuid import uuid4

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from pipeline.alerting.deliveries import deliveries_for
from pipeline.alerting.evaluate import alerts_for
from pipeline.alerting.rules import Rules
from pipeline.errors import DealwireError
from pipeline.ledger import backlog, components, events, outbox, review
from pipeline.ledger.store import Ledger
from pipeline.resolution import Resolution, resolve
from pipeline.resolution.ids import Carried, carry_ids
from pipeline.resolution.records import Verdict
from pipeline.steps.revise import redirected, retracted, revised
from schemas.alert import Silence
from schemas.event import Cluster, Event, Versions

AT_ONCE = 20
# What could not be resolved in this run, by the mentions of a component.
Failed = dict[frozenset[str], Exception]


@dataclass(frozen=True)
class Consolidated:
    """How many mentions were looked at, how many events are new or changed, how many alerts were raised."""

    mentions: int = 0
    events_new: int = 0
    events_changed: int = 0
    alerts: int = 0


def consolidate(ledger: Ledger, rules: Rules, versions: Versions) -> Consolidated:
    """Resolve every component that holds a mention still to be consolidated.

    What only quiet mentions bring, those of a backfill or of reprocessing, is recorded as a suppressed alert. A
    component that cannot be resolved keeps no other waiting: it is left as it was, to be tried again with every run,
    and an ExceptionGroup tells of all such when the rest is done.
    """
    total, failed = Consolidated(), Failed()
    while (some := _round(ledger, rules, versions, failed)) is not None:
        total = _plus(total, some)
    if failed:
        what = f"{sum(map(len, failed))} mentions could not be made events and will be tried again; all others were"
        raise ExceptionGroup(what, list(failed.values()))
    return total


def _round(ledger: Ledger, rules: Rules, versions: Versions, failed: Failed) -> Consolidated | None:
    """Some components in one transaction, as one for each would wait for the disk as often; None where none waits."""
    with ledger.exclusive() as connection:
        shared = Round.of(connection, rules, versions)
        waiting = iter(lambda: components.next_waiting(connection, frozenset().union(*failed)), None)
        done = [_resolved(connection, mention_id, shared, failed) for mention_id in islice(waiting, AT_ONCE)]
        return reduce(_plus, done) if done else None


def _resolved(connection: Connection, mention_id: str, shared: "Round", failed: Failed) -> Consolidated:
    """A component made events of; where that fails, nothing of it is changed."""
    try:
        with connection.begin_nested():
            return Component(connection, mention_id, shared).write()
    except (OperationalError, DealwireError, MemoryError):  # faults of the surroundings, not of these mentions
        raise
    except Exception as error:  # noqa: BLE001 - raised again, with the others, when all that can be done is done
        error.add_note(f"in the component of mention {mention_id}")
        failed[components.component(connection, mention_id)] = error
        return Consolidated()


class Round:
    """What the components of one transaction share: the words of people, and the number of the next event."""

    def __init__(
        self, rules: Rules, versions: Versions, verdicts: Sequence[Verdict], silences: Sequence[Silence], minted: int
    ) -> None:
        self.rules, self.versions = rules, versions
        self.verdicts, self.silences = verdicts, silences
        self._minted = minted

    @classmethod
    def of(cls, connection: Connection, rules: Rules, versions: Versions) -> Self:
        """As the ledger has it now; nobody else changes it while the transaction lasts."""
        verdicts, silences = review.standing_verdicts(connection), outbox.all_silences(connection)
        return cls(rules, versions, verdicts, silences, events.next_minted(connection))

    def mint(self) -> int:
        """The number of a new event."""
        self._minted += 1
        return self._minted - 1


class Component:
    """One component of mentions, in the transaction that makes events of it."""

    def __init__(self, connection: Connection, mention_id: str, round_: Round) -> None:
        self._connection = connection
        self._ids = components.component(connection, mention_id)
        self._reports = components.reports(connection, self._ids)
        self._known = events.known_events(connection, self._ids)
        self._waiting = components.waiting(connection, self._ids)
        self._round = round_
        self._now = datetime.now(UTC)

    def write(self) -> Consolidated:
        """Write what changed: revisions, redirects, edges, alerts and deliveries, index backlog."""
        near = components.reports(self._connection, components.beside(self._connection, self._ids))
        found = resolve(self._reports, self._round.verdicts, near)
        carried = carry_ids(self._known, [frozenset(c.mention_ids) for c in found.clusters], lambda _: uuid4().hex)
        review.replace_edges(self._connection, sorted(self._ids), found.edges)
        previous = {event_id: events.event_of(self._connection, event_id) for event_id in self._known}
        for event_id, cluster in zip(carried.event_ids, found.clusters, strict=True):
            told = event_id if event_id in self._known or self._live(cluster) else None
            events.give_mentions(self._connection, told, cluster.mention_ids, self._now)
        written = [
            self._cluster(event_id, cluster, previous, carried, found)
            for event_id, cluster in zip(carried.event_ids, found.clusters, strict=True)
        ]
        self._gone(carried, previous)
        new = sum(event is not None and event.revision == 1 for event, _ in written)
        changed = sum(event is not None for event, _ in written) - new
        return Consolidated(len(self._ids), new, changed, sum(alerts for _, alerts in written))

    def _cluster(
        self, event_id: str, cluster: Cluster, previous: dict[str, Event | None], carried: Carried, found: Resolution
    ) -> tuple[Event | None, int]:
        """Write an event if it changed; the event and how many alerts it raised."""
        homes = {m: e for e, c in zip(carried.event_ids, found.clusters, strict=True) for m in c.mention_ids}
        before = previous.get(event_id)
        members = [report for report in self._reports if report.mention_id in cluster.mention_ids]
        event = revised(event_id, cluster, before, members, self._event_ids(cluster, homes), self._round.versions)
        if event is None:
            return None, 0
        absorbed = [gone for name, gone in previous.items() if gone and carried.redirects.get(name) == event_id]
        self._write(event, self._age(event_id))
        return event, self._alert(event, before, absorbed, quiet=self._quiet(cluster.mention_ids))

    def _live(self, cluster: Cluster) -> bool:
        """Whether any article still stands by it; an event that none ever stood by is not made."""
        return any(r.mention_id in cluster.mention_ids and not r.withdrawn for r in self._reports)

    def _quiet(self, mention_ids: Collection[str]) -> bool:
        """Whether what is new about these mentions alerts nobody: it comes from quiet ones alone."""
        fresh = self._waiting.keys() & set(mention_ids) or self._waiting.keys()
        return all(self._waiting[name] for name in fresh)

    def _event_ids(self, cluster: Cluster, homes: dict[str, str]) -> dict[str, str]:
        """The event ids of the mentions that the cluster's links name."""
        named = {link.event_id for link in cluster.related}
        return events.homes(self._connection, named - homes.keys()) | homes

    def _age(self, event_id: str) -> int:
        if event_id in self._known:
            return self._known[event_id].minted
        return self._round.mint()

    def _write(self, event: Event, minted: int) -> None:
        events.write_event(self._connection, event, minted, self._now)
        backlog.changed(self._connection, "event", event.event_id)

    def _alert(self, event: Event, before: Event | None, absorbed: Sequence[Event], *, quiet: bool) -> int:
        """Raise the alerts that nobody raised before, in the event's transaction."""
        found = alerts_for(
            event,
            before,
            self._round.rules,
            self._now,
            backfill=quiet,
            silences=self._round.silences,
            absorbed=absorbed,
        )
        fresh = [alert for alert in found if not outbox.has_alert(self._connection, alert.alert_id)]
        for alert in fresh:
            outbox.add_alert(
                self._connection, alert, deliveries_for(alert, self._round.rules.named(alert.rule), self._now)
            )
            backlog.changed(self._connection, "alert", alert.alert_id)
        return len(fresh)

    def _gone(self, carried: Carried, previous: dict[str, Event | None]) -> None:
        """Write tombstones of events that others absorbed, and retractions of those with no mention left."""
        for event_id, heir in carried.redirects.items():
            if (gone := previous[event_id]) and gone.merged_into != heir:
                self._write(redirected(gone, heir), self._age(event_id))
        for event_id in carried.lost:
            if (gone := previous[event_id]) and gone.revision_kind != "retracted":
                event = retracted(gone)
                self._write(event, self._age(event_id))
                self._alert(event, gone, (), quiet=self._quiet(()))


def _plus(one: Consolidated, other: Consolidated) -> Consolidated:
    return Consolidated(
        one.mentions + other.mentions,
        one.events_new + other.events_new,
        one.events_changed + other.events_changed,
        one.alerts + other.alerts,
    )
