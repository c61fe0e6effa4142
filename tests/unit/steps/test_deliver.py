"""Alerts go out through every channel that takes them, once."""

import json

import pytest
from app_world import OTHER, PACT, drop, opened, sent
from sqlalchemy import select, update

from pipeline.errors import Unavailable
from pipeline.ledger.tables import deliveries
from pipeline.steps.deliver import ATTEMPTS


@pytest.fixture
def channel(tmp_path):
    """Where the second channel writes; dead as long as a plain file stands in its way."""
    (tmp_path / "desk").touch()
    return tmp_path / "desk" / "out.jsonl"


def desk(tmp_path, channel, names):
    """An installation whose one rule alerts through these channels."""
    rules = tmp_path / "rules"
    rules.mkdir()
    rule = f"name: deals\ntypes: [partnership]\nchannels: [{', '.join(names)}]\n"
    (rules / "deals.yaml").write_text(rule, encoding="utf-8")
    return opened(tmp_path, rules=rules, channels={"desk": f"file:{channel}"})


def two_alerts(app):
    """Two deals, alerted but not yet delivered."""
    drop(app, a_txt=PACT, b_txt=OTHER)
    for batch in app.claim("run"):
        app.ingest_batch(batch.files)
    assert app.consolidate().alerts == 2


def rows(app, channel="desk"):
    """State and attempts of what is to go through the channel, fewest attempts first."""
    with app.ledger.reading() as connection:
        found = connection.execute(select(deliveries).where(deliveries.c.channel == channel)).all()
    return sorted(((row.state, row.attempts) for row in found), key=lambda row: row[1])


def pauses_end(app):
    """As if the time until the next attempt had passed."""
    with app.ledger.writing() as connection:
        connection.execute(update(deliveries).values(next_attempt_at=None))


def revive(channel):
    """The channel takes alerts again."""
    channel.parent.unlink()


def test_a_dead_channel_holds_up_no_other(tmp_path, channel):
    """Both alerts go out through the file, and wait for the desk."""
    with desk(tmp_path, channel, ["desk", "file"]) as app:
        two_alerts(app)
        assert app.deliver().sent == 2
        assert len(sent(app)) == 2
        assert {state for state, _ in rows(app)} == {"pending"}


def test_a_channel_that_refused_is_not_asked_again_in_the_same_call(tmp_path, channel):
    """One delivery was tried; the other waits for later and has all its tries left."""
    with desk(tmp_path, channel, ["desk", "file"]) as app:
        two_alerts(app)
        app.deliver()
        assert rows(app) == [("pending", 0), ("pending", 1)]
        assert app.due().deliveries == 0
        pauses_end(app)
        with pytest.raises(Unavailable):
            app.deliver()
        assert rows(app) == [("pending", 1), ("pending", 1)]


def test_a_channel_that_is_back_gets_what_it_missed(tmp_path, channel):
    """Once each, and nothing through the other channel again."""
    with desk(tmp_path, channel, ["desk", "file"]) as app:
        two_alerts(app)
        app.deliver()
        revive(channel)
        assert app.deliver().sent == 0
        pauses_end(app)
        assert app.deliver().sent == 2
        assert app.deliver().sent == 0
        keys = [json.loads(line)["key"] for line in channel.read_text(encoding="utf-8").splitlines()]
        assert len(keys) == len(set(keys)) == 2
        assert len(sent(app)) == 2


def test_where_nothing_goes_out_the_step_says_so(tmp_path, channel):
    """The alerts stay, and a restart of the step is told why."""
    with desk(tmp_path, channel, ["desk"]) as app:
        two_alerts(app)
        with pytest.raises(Unavailable, match=r"out\.jsonl"):
            app.deliver()
        assert {state for state, _ in rows(app)} == {"pending"}


def test_a_delivery_is_given_up_after_its_attempts(tmp_path, channel):
    """Parked, with the last error, and not tried again even when the channel is back."""
    with desk(tmp_path, channel, ["desk", "file"]) as app:
        two_alerts(app)
        with app.ledger.writing() as connection:
            connection.execute(update(deliveries).where(deliveries.c.channel == "desk").values(attempts=ATTEMPTS - 1))
        for _ in range(3):
            app.deliver()
            pauses_end(app)
        revive(channel)
        app.deliver()
        assert rows(app) == [("parked", ATTEMPTS)] * 2
        assert not channel.exists()
        assert not all(gauge.healthy for gauge in app.status())


def test_what_was_parked_goes_out_once_somebody_says_that_its_channel_is_mended(tmp_path, channel):
    """With all its tries again, and beside it what waits for another try; each once."""
    with desk(tmp_path, channel, ["desk", "file"]) as app:
        two_alerts(app)
        app.deliver()
        with app.ledger.writing() as connection:
            refused = update(deliveries).where(deliveries.c.channel == "desk", deliveries.c.attempts == 1)
            connection.execute(refused.values(state="parked"))
        with pytest.raises(Unavailable):
            app.deliver(mended=True)
        assert {state for state, _ in rows(app)} == {"pending"}
        revive(channel)
        assert (app.deliver(mended=True).sent, rows(app)) == (2, [("sent", 1), ("sent", 2)])
        assert len(channel.read_text(encoding="utf-8").splitlines()) == 2
