"""How articles arrive, and between which of them events are made, decides no event."""

import random
import tempfile
from pathlib import Path

import pytest
from ledger_steps import Desk
from resolution_world import seed_reports
from seed_chain import told

ARTICLES = sorted({report.article_id for report in seed_reports()})


def concluded(order, pauses):
    """The events after articles arrived in this order, consolidated after those in `pauses` and at the end."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for article in order:
            desk.arrive(*(report for report in seed_reports() if report.article_id == article))
            if article in pauses:
                desk.consolidate()
        desk.consolidate()
        found = [told(event) for event in desk.events()]
        alerts = desk.alerts()
        desk.ledger.close()
    return sorted(found, key=repr), alerts


@pytest.fixture(scope="module")
def whole():
    """What all seeds together tell."""
    return concluded(ARTICLES, set())


@pytest.mark.parametrize("seed", range(12))
def test_any_order_and_any_batches_of_the_seeds_give_the_same_events_and_two_alerts(seed, whole):
    """Partition, values, claims, conflicts and status are the same; each deal that is news alerts once."""
    chance = random.Random(seed)
    order = chance.sample(ARTICLES, len(ARTICLES))
    found, alerts = concluded(order, set(chance.sample(ARTICLES, chance.randint(0, len(ARTICLES)))))
    assert found == whole[0]
    assert alerts == [("new", "open")] * 2
