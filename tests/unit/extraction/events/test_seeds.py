"""The five sample articles give the mentions that the events of the main job are made of."""

import pytest

pytest.importorskip("pipeline.extraction.annotate")
seed_chain = pytest.importorskip("seed_chain", exc_type=ImportError)


@pytest.fixture(scope="module")
def mentions():
    """All mentions by the number that the seed's file name begins with."""
    found = {}
    for report in seed_chain.reports_of(seed_chain.seed_texts()):
        found.setdefault(report.path[:3], []).append(report.mention)
    return found


def told(mentions, salience="headline"):
    """(type, status) of the mentions of one salience, sorted."""
    return sorted((m.type, m.status) for m in mentions if m.salience == salience)


@pytest.mark.parametrize(
    ("seed", "status"),
    [("000", "planned"), ("001", "planned"), ("002", "agreed"), ("003", "agreed"), ("004", "agreed")],
)
def test_every_seed_is_about_one_partnership(mentions, seed, status):
    """One headline event, in the status that its own article gives."""
    assert told(mentions[seed]) == [("partnership", status)]


def test_only_the_plant_is_other_news(mentions):
    """The new plant of 000 is an event of its own; nothing else in the bodies is news."""
    body = {seed: told(found, "body") for seed, found in mentions.items()}
    assert {seed: events for seed, events in body.items() if events} == {"000": [("facility", "agreed")]}


@pytest.mark.parametrize(("seed", "parties"), [("000", 2), ("001", 2), ("002", 3), ("003", 3), ("004", 2)])
def test_the_subsidiary_is_a_party_where_it_is_named(mentions, seed, parties):
    """Two articles name the subsidiary that acts: three parties, the owner's `via` naming it."""
    headline = next(m for m in mentions[seed] if m.salience == "headline")
    assert len(headline.parties) == parties
    assert any(p.via for p in headline.parties) == (parties == 3)


def test_the_other_partnership_is_background_where_it_is_recalled(mentions):
    """001 recalls the deal that 004 announces."""
    recalled = [m for m in mentions["001"] if m.salience == "background" and m.type == "partnership"]
    assert "2023-05-29" in {d.value for m in recalled for d in m.dates}


def test_two_speakers_characterize_one_deal_differently(mentions):
    """New to one, a continuation to the other, each with its speaker."""
    headline = next(m for m in mentions["002"] if m.salience == "headline")
    assert {"new", "continuation"} <= {c.pole for c in headline.characterizations if c.speaker}
