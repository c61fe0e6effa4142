"""Which alerts a revision calls for."""

from datetime import timedelta

import pytest
from alerting_world import NOON, SENTENCE, conflict, event, evidence, source

from pipeline.alerting.evaluate import alerts_for, rehearse
from pipeline.alerting.rule import Rule
from schemas.alert import Silence
from schemas.event import Novelty

EVERYTHING = ["new", "status", "material", "conflict", "retraction"]


def rule(**said):
    """A rule that listens to everything unless said otherwise."""
    return Rule.model_validate({"name": "deals", "notify_on": EVERYTHING, **said})


def occasions(now, previous=None, wanted=None, **more):
    """Kind and subject of the alerts that a step calls for."""
    return [(a.kind, a.subject) for a in alerts_for(now, previous, [wanted or rule()], NOON, **more)]


def test_a_first_sight_is_new_and_says_why():
    """The alert shows the sentence, what is new, the sources and the reason."""
    (alert,) = alerts_for(event(), None, [rule(types=["partnership"])], NOON)
    assert (alert.kind, alert.state, alert.created_at) == ("new", "open", NOON)
    assert (alert.evidence.text, alert.evidence_path, alert.sources) == (SENTENCE, "a.txt", 1)
    assert alert.adds == ("parties", "places")
    assert alert.why == "deals: type partnership; told as headline"
    assert alert.summary == (
        "Partnership (supply) agreed: Morvik Foods AS and Lintara through Lintara Nordics; "
        "in Oslo; about oat milk; €2 million."
    )


def test_the_same_step_gives_the_same_alert_id_whenever_it_is_judged():
    """A replay can be dropped by id; another rule, event, kind or subject has another one."""
    first = alerts_for(event(), None, [rule()], NOON)[0].alert_id
    assert alerts_for(event(revision=7), None, [rule()], NOON + timedelta(days=9))[0].alert_id == first
    others = [
        alerts_for(event(), None, [rule(name="other")], NOON)[0].alert_id,
        alerts_for(event(event_id="ev-2"), None, [rule()], NOON)[0].alert_id,
        alerts_for(event(revision=2, status="completed"), event(), [rule()], NOON)[0].alert_id,
        alerts_for(event(revision=2, status="terminated"), event(), [rule()], NOON)[0].alert_id,
    ]
    assert len({first, *others}) == 5


def test_corroboration_is_no_news():
    """Another outlet that tells the same calls for no alert."""
    told = event(revision=2, revision_kind="corroborated", sources=(source(), source("b.txt")))
    assert occasions(told, event()) == []


def test_an_event_first_met_as_background_is_new_when_it_becomes_news():
    """The recap is silent, the article that makes it news alerts."""
    recap = event(sources=(source(salience="background"),))
    assert occasions(recap) == []
    assert occasions(event(revision=2, revision_kind="corroborated"), recap) == [("new", "")]


def test_an_event_is_new_when_it_matches_the_rule_for_the_first_time():
    """A rumour that such a rule ignores is told when it becomes an announcement."""
    announced = rule(statuses=["agreed"])
    assert occasions(event(), event(status="rumoured"), announced) == [("new", "")]


def test_a_rule_listens_only_to_its_occasions():
    """By default to `new` alone."""
    only_new = Rule(name="deals")
    assert occasions(event(revision=2, status="completed"), event(), only_new) == []
    assert occasions(event(), None, only_new) == [("new", "")]


def test_a_changed_status_is_told_once_for_each_status():
    """The subject is the new status."""
    assert occasions(event(revision=2, status="completed"), event()) == [("status", "completed")]


def test_a_status_alert_shows_the_words_of_the_new_status():
    """The evidence is of a source that tells it."""
    said = evidence("Lintara has begun to deliver.")
    now = event(revision=2, status="completed", sources=(source(), source("b.txt", status="completed", evidence=said)))
    (alert,) = alerts_for(now, event(), [rule()], NOON)
    assert (alert.evidence.text, alert.evidence_path) == (said.text, "b.txt")
    assert alert.summary.startswith("Now completed. ")


def test_new_values_are_material():
    """What the revision adds is named, a status aside, which has an occasion of its own."""
    grown = event(revision=2, revision_kind="conflict", novelty=Novelty(score=50, adds=("status", "amounts")))
    (alert,) = alerts_for(grown, event(), [rule()], NOON)
    assert (alert.kind, alert.adds) == ("material", ("amounts",))
    assert alert.summary.startswith("Learned since: amounts. ")


def test_a_conflict_is_told_for_each_field_once():
    """A field already in dispute is not told again, also when the event is new."""
    disputes = (conflict("amount"), conflict("amount"), conflict("status"))
    disputed = event(revision=2, conflicts=disputes)
    assert occasions(disputed, event(conflicts=(conflict("status"),))) == [("conflict", "amount")]
    assert occasions(event(conflicts=disputes)) == [("new", ""), ("conflict", "amount"), ("conflict", "status")]


def test_a_retraction_is_told_to_those_whose_rule_matched_before():
    """It shows the words that were withdrawn; a rule that never matched stays silent."""
    gone = event(revision=2, revision_kind="retracted", sources=())
    (alert,) = alerts_for(gone, event(), [rule(), rule(name="mergers", types=["acquisition"])], NOON)
    assert (alert.rule, alert.kind, alert.evidence.text) == ("deals", "retraction", SENTENCE)


def test_a_tombstone_calls_for_nothing():
    """An event merged into another speaks through that one."""
    assert occasions(event(merged_into="ev-2")) == []


def test_what_was_told_of_a_merged_event_is_not_told_again():
    """The event that survives a merge was background, the one it took in was news."""
    recap = event(sources=(source(salience="background"),))
    assert occasions(event(revision=2), recap, absorbed=[event(event_id="ev-2")]) == []


def test_a_backfill_records_its_alerts_as_suppressed():
    """Nothing is sent, and the reason stays."""
    (alert,) = alerts_for(event(), None, [rule()], NOON, backfill=True)
    assert (alert.state, alert.suppressed_because) == ("suppressed", "backfill")


@pytest.mark.parametrize(
    ("scope", "suppressed"),
    [
        ({}, True),
        ({"rule": "deals"}, True),
        ({"rule": "other"}, False),
        ({"event_id": "ev-1"}, True),
        ({"rule": "deals", "event_id": "ev-2"}, False),
        ({"until": NOON + timedelta(hours=1)}, True),
        ({"until": NOON}, False),
    ],
)
def test_a_silence_suppresses_what_it_names_until_it_ends(scope, suppressed):
    """A silence is of a rule, an event, or both, and says why."""
    silence = Silence(silence_id="s", reason="known", created_at=NOON, **scope)
    (alert,) = alerts_for(event(), None, [rule()], NOON, silences=[silence])
    assert (alert.suppressed_because == "silenced: known") is suppressed


def test_a_rehearsal_tells_what_would_have_been_sent_since_then():
    """The same evaluator over revisions; each alert once, earlier ones left out."""
    old = event(event_id="ev-0", last_seen=NOON - timedelta(days=99))
    revisions = [
        old,
        event(event_id="ev-0", revision=2, last_seen=NOON),
        event(),
        event(revision=2, status="completed", last_seen=NOON + timedelta(days=1)),
    ]
    told = rehearse(rule(), revisions, NOON - timedelta(days=90))
    assert [(a.event_id, a.kind, a.created_at - NOON) for a in told] == [
        ("ev-1", "new", timedelta(0)),
        ("ev-1", "status", timedelta(days=1)),
    ]
