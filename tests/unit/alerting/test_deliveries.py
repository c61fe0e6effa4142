"""Outbox rows and quiet hours."""

from datetime import UTC, datetime

import pytest
from alerting_world import NOON, alert

from pipeline.alerting.deliveries import deliveries_for, not_before
from pipeline.alerting.rule import QuietHours, Rule


def test_an_alert_has_one_delivery_a_channel():
    """A channel named twice is told once; the key is the alert's and the channel's."""
    rows = deliveries_for(alert(), Rule(name="r", channels=("file", "desk", "file")), NOON)
    assert [row.key for row in rows] == ["al-1:file", "al-1:desk"]


def test_a_suppressed_alert_is_delivered_nowhere():
    """It is recorded only."""
    assert deliveries_for(alert(state="suppressed", suppressed_because="backfill"), Rule(name="r"), NOON) == []


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2024-05-06T21:59", None),
        ("2024-05-06T22:00", "2024-05-07T07:00"),
        ("2024-05-07T01:00", "2024-05-07T07:00"),
        ("2024-05-07T07:00", None),
    ],
)
def test_quiet_hours_over_midnight_hold_back_until_they_end(now, due):
    """The delivery is due at their end, not a day later."""
    quiet = QuietHours.model_validate({"from": "22:00", "to": "07:00"})
    found = not_before(quiet, datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert found == (datetime.fromisoformat(due).replace(tzinfo=UTC) if due else None)


def test_quiet_hours_are_those_of_their_time_zone():
    """Noon in UTC is 17:30 in Kolkata."""
    quiet = QuietHours.model_validate({"from": "17:00", "to": "18:00", "timezone": "Asia/Kolkata"})
    assert not_before(quiet, NOON) == datetime(2024, 5, 6, 12, 30, tzinfo=UTC)
    (row,) = deliveries_for(alert(), Rule(name="r", quiet_hours=quiet.model_dump(by_alias=True)), NOON)
    assert row.next_attempt_at == datetime(2024, 5, 6, 12, 30, tzinfo=UTC)
