"""Mentions become events, with one alert where it is news."""

from datetime import UTC, datetime

import pytest
from ledger_steps import Desk, deal
from resolution_world import report

from pipeline.errors import Misconfigured, Unavailable
from pipeline.ledger import articles, backlog, events, outbox, review
from pipeline.resolution import blocking_keys, resolve
from pipeline.resolution.records import Verdict
from pipeline.steps import consolidate as consolidating
from schemas.alert import Silence


@pytest.fixture
def desk(tmp_path):
    """An empty ledger with the default rules."""
    made = Desk(tmp_path)
    yield made
    made.ledger.close()


def arrived(desk, *reports, **more):
    """Record the article and consolidate."""
    desk.arrive(*reports, **more)
    return desk.consolidate()


def test_a_second_source_is_a_revision_and_no_alert(desk):
    """The event keeps its id, the index is told again."""
    arrived(desk, deal("a1", publisher="Wire"))
    (first,) = desk.events()
    done = arrived(desk, deal("a2", publisher="Post"))
    (event,) = desk.events()
    assert (done.events_new, done.events_changed, done.alerts) == (0, 1, 0)
    assert (event.event_id, event.revision, event.revision_kind) == (first.event_id, 2, "corroborated")
    assert event.novelty.score < first.novelty.score
    assert desk.alerts() == [("new", "open")]


def test_what_a_revision_adds_is_named(desk):
    """An amount that nobody gave before."""
    arrived(desk, deal("a1"))
    arrived(desk, deal("a2", amounts=[(5_000_000, "USD", "deal_value")]))
    (event,) = desk.events()
    assert event.revision_kind == "changed"
    assert event.novelty.adds == ("amounts",)


def test_the_state_of_a_town_is_no_new_place(desk):
    """Who heard of Austin is not told of Austin, Texas."""
    arrived(desk, deal("a1", places=["Austin"]))
    arrived(desk, deal("a2", places=["Austin, Texas"]))
    (event,) = desk.events()
    assert ([place.name for place in event.places], event.novelty.adds) == (["Austin, Texas"], ())


def test_nothing_new_is_no_revision(desk):
    """Consolidating the same mentions again leaves every number as it is."""
    arrived(desk, deal("a1"))
    with desk.ledger.exclusive() as connection:
        before = backlog.last_number(connection)
        articles.look_again(connection, articles.mentions.c.article_id == "a1", quiet=False)
    assert desk.consolidate().events_changed == 0
    with desk.ledger.reading() as connection:
        assert backlog.last_number(connection) == before


def test_a_recap_waits_for_the_article_that_makes_it_news(desk):
    """Then it alerts, once."""
    arrived(desk, deal("a1", salience="background"))
    assert desk.alerts() == []
    arrived(desk, deal("a2"))
    arrived(desk, deal("a3"))
    assert desk.alerts() == [("new", "open")]


def test_a_backfill_stays_quiet_whoever_consolidates_it(desk):
    """Its mentions know that they are old news; a live article of the same deal tells nothing new."""
    arrived(desk, deal("a1"), backfill=True)
    assert desk.alerts() == [("new", "suppressed")]
    arrived(desk, deal("a2"))
    assert desk.alerts() == [("new", "suppressed")]


def test_a_live_article_is_told_although_a_backfill_waits_beside_it(desk):
    """In one component, in one go: the deal is news."""
    desk.arrive(deal("a1"), backfill=True)
    desk.arrive(deal("a2"))
    desk.arrive(deal("b1", ["Tarvos Steel", "Belmora Motors"]), backfill=True)
    desk.consolidate()
    assert sorted(desk.alerts()) == [("new", "open"), ("new", "suppressed")]


def test_reprocessing_holds_back_no_alert_that_was_still_to_come(desk):
    """A mention that waits to be told aloud is told, though it is extracted anew meanwhile."""
    told = deal("a1")
    desk.arrive(told)
    with desk.ledger.exclusive() as connection:
        articles.replace_mentions(connection, "a1", [(told.mention, blocking_keys(told.mention))])
    desk.consolidate()
    assert desk.alerts() == [("new", "open")]


def test_reprocessing_alerts_nobody(desk):
    """What a new extractor finds in an old article is recorded as suppressed."""
    desk.arrive(deal("a1", salience="background"))
    desk.consolidate()
    news = deal("a1")
    with desk.ledger.exclusive() as connection:
        articles.replace_mentions(connection, "a1", [(news.mention, blocking_keys(news.mention))])
    desk.consolidate()
    assert desk.alerts() == [("new", "suppressed")]


def test_a_new_version_withdraws_what_the_old_one_said(desk):
    """The event is corrected, its old claims stay marked."""
    url = "https://example.org/deal"
    arrived(desk, deal("a1", amounts=[(5_000_000, "USD", "deal_value")]), url=url)
    arrived(desk, deal("a2", amounts=[(7_000_000, "USD", "deal_value")]), url=url)
    (event,) = desk.events()
    assert event.revision_kind == "corrected"
    assert [amount.value for amount in event.amounts] == [7_000_000]
    assert {claim.article_id: claim.withdrawn for claim in event.claims} == {"a1": True, "a2": False}
    assert [source.article_id for source in event.sources] == ["a2"]


def test_an_event_that_nobody_stands_by_is_retracted_and_told_again_when_somebody_does(desk):
    """It keeps what it said, every claim withdrawn, under the same id."""
    url = "https://example.org/deal"
    arrived(desk, deal("a1"), url=url)
    arrived(desk, deal("b1", ["Tarvos Steel", "Belmora Motors"], products=["doors"], places=["Lyon"]), url=url)
    gone = next(event for event in desk.events() if event.revision_kind == "retracted")
    assert sorted(party.name for party in gone.parties) == ["Lintara Dairy", "Morvik Foods"]
    assert all(claim.withdrawn for claim in gone.claims)
    arrived(desk, deal("a3"))
    back = next(event for event in desk.events() if event.event_id == gone.event_id)
    assert back.revision_kind != "retracted"
    assert [source.article_id for source in back.sources] == ["a3"]


def test_a_version_replaced_before_it_was_consolidated_makes_no_event(desk):
    """And stops no later article of the same deal."""
    url = "https://example.org/deal"
    desk.arrive(deal("a1"), url=url)
    desk.arrive(deal("b1", ["Tarvos Steel", "Belmora Motors"], products=["doors"], places=["Lyon"]), url=url)
    assert desk.consolidate().events_new == 1
    assert arrived(desk, deal("a3")).events_new == 1
    assert sorted(source.article_id for event in desk.events() for source in event.sources) == ["a3", "b1"]
    assert desk.consolidate().mentions == 0


def test_what_cannot_be_resolved_keeps_nothing_else_waiting(desk, monkeypatch):
    """The others become events, what failed is told whole, and is done once its cause is mended."""

    def broken(reports, *more):
        if any(report.article_id == "a1" for report in reports):
            raise ValueError("no such stage")
        return resolve(reports, *more)

    monkeypatch.setattr(consolidating, "resolve", broken)
    desk.arrive(deal("a1"))
    desk.arrive(deal("a2"))
    desk.arrive(deal("b1", ["Tarvos Steel", "Belmora Motors"], products=["doors"], places=["Lyon"]))
    with pytest.raises(ExceptionGroup, match="2 mentions") as raised:
        desk.consolidate()
    assert [str(error) for error in raised.value.exceptions] == ["no such stage"]
    assert [[source.article_id for source in event.sources] for event in desk.events()] == [["b1"]]
    monkeypatch.undo()
    assert desk.consolidate().events_new == 1
    assert len(desk.events()) == 2


@pytest.mark.parametrize("fault", [Unavailable("ledger"), Misconfigured("a rule"), MemoryError()])
def test_a_fault_of_the_surroundings_is_told_as_what_it_is(desk, monkeypatch, fault):
    """What brings a task back, or ends it, goes by its kind."""

    def failing(*_):
        raise fault

    monkeypatch.setattr(consolidating, "resolve", failing)
    with pytest.raises(type(fault)):
        arrived(desk, deal("a1"))


def test_a_merge_leaves_a_redirect_and_splitting_it_gives_each_an_event(desk):
    """The older id stands; a person's word parts them again, and no alert is doubled."""
    arrived(desk, deal("a1", day="2024-05-02"))
    arrived(desk, deal("a2", day="2023-01-02", products=["butter"], places=["Lyon"]))
    older, younger = desk.events()
    with desk.ledger.exclusive() as connection:
        review.add_verdict(connection, Verdict("a1#0", "a2#0", same=True), "me", older.first_seen)
    desk.consolidate()
    (event,) = desk.events()
    assert event.event_id == older.event_id
    with desk.ledger.reading() as connection:
        assert events.followed(connection, younger.event_id).event_id == older.event_id
    with desk.ledger.exclusive() as connection:
        assert review.undo_verdict(connection, "a1#0", "a2#0", older.first_seen)
    desk.consolidate()
    assert [len(event.sources) for event in desk.events()] == [1, 1]


def test_a_silence_holds_back_what_it_names(desk):
    """The alert is recorded with the reason."""
    quiet = Silence(
        silence_id="s", rule=None, event_id=None, until=None, reason="fair", author="me", created_at=datetime.now(UTC)
    )
    with desk.ledger.writing() as connection:
        outbox.add_silence(connection, quiet)
    arrived(desk, deal("a1"))
    with desk.ledger.reading() as connection:
        (alert,) = outbox.alerts_of(connection)
    assert alert.suppressed_because == "silenced: fair"


def test_an_event_links_what_its_article_tells_beside_it(desk):
    """A plant that a deal leads to, by the id of its event."""
    plant = report("a1", ["Lintara Dairy"], "facility", number=1, places=["Oslo"], products=["oat milk"])
    arrived(desk, deal("a1"), plant)
    ids = {event.event_id for event in desk.events()}
    links = [link for event in desk.events() for link in event.related]
    assert {link.event_id for link in links} <= ids
    assert links
