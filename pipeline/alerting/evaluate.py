"""Which alerts an event's revision calls for: one pure evaluator for live alerts, tests of rules and reprocessing."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from pipeline.alerting.conditions import Reasons, independent, matched, telling
from pipeline.alerting.rule import Rule
from pipeline.alerting.summary import summary_of
from schemas.alert import Alert, AlertKind, Silence
from schemas.event import Event, Source


class Stamp(NamedTuple):
    """When an alert is made, and why it is not sent, if so."""

    at: datetime
    suppressed: str | None


class Occasion(NamedTuple):
    """What happened to an event that a rule may want to tell; `told` is the revision whose words show it."""

    kind: AlertKind
    why: Reasons
    told: Event
    subject: str = ""
    adds: tuple[str, ...] = ()


def alerts_for(
    event: Event,
    previous: Event | None,
    rules: Iterable[Rule],
    now: datetime,
    *,
    backfill: bool = False,
    silences: Sequence[Silence] = (),
    absorbed: Sequence[Event] = (),
) -> list[Alert]:
    """The alerts that the step from `previous` to `event` calls for, in the order of the rules.

    An alert's id is made from rule, event, kind and subject, so that the caller drops what it already has. `absorbed`
    are events merged into this one: what a rule has told of them is not told again.
    """
    earlier = [known for known in (previous, *absorbed) if known is not None]
    return [
        _alert(rule, event, occasion, Stamp(now, _suppressed(rule, event, now, backfill, silences)))
        for rule in rules
        for occasion in _occasions(rule, event, earlier)
        if occasion.kind in rule.notify_on
    ]


def rehearse(rule: Rule, revisions: Iterable[Event], since: datetime) -> list[Alert]:
    """What the rule would have said of these events since then; revisions of one event come in their order."""
    told: dict[str, Alert] = {}
    latest: dict[str, Event] = {}
    for event in revisions:
        for alert in alerts_for(event, latest.get(event.event_id), [rule], event.last_seen):
            if event.last_seen >= since:
                told.setdefault(alert.alert_id, alert)
        latest[event.event_id] = event
    return list(told.values())


def alert_id(rule: str, event_id: str, kind: AlertKind, subject: str) -> str:
    """The same for the same rule, event, kind and subject, and for nothing else."""
    return hashlib.sha256(f"{rule}\x1f{event_id}\x1f{kind}\x1f{subject}".encode()).hexdigest()[:20]


def _occasions(rule: Rule, event: Event, earlier: Sequence[Event]) -> Iterator[Occasion]:
    """What happened to the event between the earlier revisions that the rule matched and this one."""
    before = [known for known in earlier if matched(rule, known) is not None]
    if event.revision_kind == "retracted":
        yield from (Occasion("retraction", ["told before"], told) for told in before[:1])
        return
    why = matched(rule, event)
    if why is None or event.merged_into:
        return
    if not before:
        yield Occasion("new", why, event, adds=event.novelty.adds)
    elif all(known.status != event.status for known in before):
        yield Occasion("status", why, event, event.status, ("status",))
    values = tuple(name for name in event.novelty.adds if name != "status")
    if before and values:
        yield Occasion("material", why, event, adds=values)
    known_conflicts = {conflict.field for known in before for conflict in known.conflicts}
    for field in sorted({conflict.field for conflict in event.conflicts} - known_conflicts):
        yield Occasion("conflict", why, event, field, (field,))


def _suppressed(rule: Rule, event: Event, now: datetime, backfill: bool, silences: Sequence[Silence]) -> str | None:
    """Why the alert is recorded without being sent, if so."""
    if backfill:
        return "backfill"
    for silence in silences:
        over = silence.until is not None and silence.until <= now
        if not over and silence.rule in (None, rule.name) and silence.event_id in (None, event.event_id):
            return f"silenced: {silence.reason}"
    return None


def _alert(rule: Rule, event: Event, occasion: Occasion, stamp: Stamp) -> Alert:
    shown = _shown(rule, occasion)
    return Alert(
        alert_id=alert_id(rule.name, event.event_id, occasion.kind, occasion.subject),
        rule=rule.name,
        event_id=event.event_id,
        revision=event.revision,
        kind=occasion.kind,
        subject=occasion.subject,
        state="suppressed" if stamp.suppressed else "open",
        suppressed_because=stamp.suppressed,
        title=event.title,
        summary=summary_of(event, occasion.kind, occasion.subject),
        evidence=shown.evidence,
        evidence_path=shown.path,
        adds=occasion.adds,
        sources=independent(event),
        why=f"{rule.name}: {'; '.join(occasion.why)}",
        created_at=stamp.at,
    )


def _shown(rule: Rule, occasion: Occasion) -> Source:
    """The source whose sentence is shown: one as the rule wants it: of the current status, headlines first."""
    status = occasion.told.status
    return min(
        telling(rule, occasion.told),
        key=lambda source: (source.status != status, source.salience != "headline", not source.independent),
    )
