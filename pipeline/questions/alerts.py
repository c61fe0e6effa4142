"""Alerts: what was told, what a rule would tell, and what is held back."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from pipeline.alerting.evaluate import rehearse
from pipeline.alerting.rule import Rule
from pipeline.errors import Misconfigured
from pipeline.ledger import backlog, events, outbox
from pipeline.ledger.store import Ledger
from schemas.alert import Alert, Silence


class Alerts:
    """Questions about alerts."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Alert]:
        """All alerts, latest first."""
        with self._ledger.reading() as connection:
            return outbox.alerts_of(connection)[::-1]

    def rehearsed(self, rule: Rule, since: timedelta | datetime) -> list[Alert]:
        """What the rule would have said of the events since then."""
        start = since if isinstance(since, datetime) else datetime.now(UTC) - since
        with self._ledger.reading() as connection:
            revisions = events.revisions_since(connection, start)
        return rehearse(rule, revisions, start)

    def acknowledge(self, alert_id: str) -> Alert:
        """Mark an alert, named by its id or the beginning of it, as seen; raises Misconfigured where there is none."""
        with self._ledger.writing() as connection:
            found = [one for one in outbox.alerts_of(connection) if one.alert_id.startswith(alert_id)]
            if len(found) != 1:
                raise Misconfigured(f"{len(found)} alerts begin with {alert_id!r}; `dealwire alerts list` shows them")
            outbox.acknowledge(connection, found[0].alert_id)
            backlog.changed(connection, "alert", found[0].alert_id)
            return outbox.alert_of(connection, found[0].alert_id)

    def silence(
        self, rule: str | None, event_id: str | None, until: datetime | None, reason: str, author: str
    ) -> Silence:
        """Keep a silence; raises Misconfigured where it names neither rule nor event."""
        if rule is None and event_id is None:
            raise Misconfigured("a silence names a rule, an event, or both")
        silence = Silence(
            silence_id=uuid4().hex[:12],
            rule=rule,
            event_id=event_id,
            until=until,
            reason=reason,
            author=author,
            created_at=datetime.now(UTC),
        )
        with self._ledger.writing() as connection:
            outbox.add_silence(connection, silence)
        return silence
