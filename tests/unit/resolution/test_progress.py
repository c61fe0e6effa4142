"""Progress: the history of an event and the status that holds now."""

import pytest
from resolution_world import report

from pipeline.resolution import resolve


def event(*told):
    """The one event that these (status, published, further) make."""
    reports = [
        report(f"a{n}", ["Northwind", "Halden"], status=status, published=day, **({"products": ["phones"]} | more))
        for n, (status, day, more) in enumerate(told)
    ]
    (cluster,) = resolve(reports).clusters
    return cluster


@pytest.mark.parametrize(
    ("told", "now"),
    [
        ([("rumoured", "2024-01-01", {}), ("agreed", "2024-02-01", {})], "agreed"),
        ([("agreed", "2024-01-01", {}), ("terminated", "2024-03-01", {})], "terminated"),
        ([("planned", "2024-01-01", {"voice": "party"}), ("agreed", "2024-01-03", {})], "planned"),
        ([("planned", "2024-01-01", {}), ("agreed", "2024-01-03", {"voice": "party"})], "agreed"),
        ([("planned", "2024-01-03", {}), ("agreed", "2024-01-01", {})], "agreed"),
        ([("agreed", "2024-01-01", {}), ("rumoured", "2024-03-01", {"salience": "background"})], "agreed"),
        ([("agreed", "2024-01-01", {}), ("planned", None, {})], "agreed"),
        ([("planned", "2024-01-01", {}), ("agreed", None, {})], "agreed"),
        ([("planned", "2024-01-01", {"voice": "party"}), ("agreed", None, {"voice": "unnamed"})], "planned"),
        ([("rumoured", "2024-01-01", {}), ("denied", "2024-01-05", {"voice": "party"})], "denied"),
        ([("rumoured", "2024-01-01", {}), ("denied", "2024-01-05", {"voice": "unnamed"})], "rumoured"),
    ],
)
def test_current_status(told, now):
    """The newest news; within a week the better voice, then the later stage; recaps never lower it."""
    assert event(*told).status == now


def test_history_keeps_every_word_in_order_of_its_day():
    """Nothing that was told is lost; words of an unknown day come first."""
    told = event(("agreed", "2024-02-01", {}), ("planned", None, {}), ("rumoured", "2024-01-01", {}))
    assert [(entry.status, entry.as_of) for entry in told.history] == [
        ("planned", None),
        ("rumoured", "2024-01-01"),
        ("agreed", "2024-02-01"),
    ]


def test_the_texts_own_day_outweighs_publication():
    """A status holds as of the day that the text gives."""
    told = event(("agreed", "2024-02-09", {"day": "2024-02-01"}))
    assert told.history[0].as_of == "2024-02-01"
