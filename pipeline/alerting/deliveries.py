"""The outbox rows of an alert: one a channel, held back over the rule's quiet hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline.alerting.rule import QuietHours, Rule
from schemas.alert import Alert, Delivery


def deliveries_for(alert: Alert, rule: Rule, now: datetime) -> list[Delivery]:
    """What is to be sent where, and not before when; nothing of a suppressed alert."""
    if alert.state == "suppressed":
        return []
    due = not_before(rule.quiet_hours, now)
    return [
        Delivery(alert_id=alert.alert_id, channel=channel, next_attempt_at=due)
        for channel in dict.fromkeys(rule.channels)
    ]


def not_before(quiet: QuietHours | None, now: datetime) -> datetime | None:
    """The end of the quiet hours that `now` lies in; None outside them."""
    if quiet is None:
        return None
    local = now.astimezone(ZoneInfo(quiet.timezone))
    clock, overnight = local.time(), quiet.start > quiet.end
    inside = clock >= quiet.start or clock < quiet.end if overnight else quiet.start <= clock < quiet.end
    if not inside:
        return None
    day = local.date() + timedelta(days=overnight and clock >= quiet.start)
    return datetime.combine(day, quiet.end, tzinfo=local.tzinfo).astimezone(now.tzinfo)
