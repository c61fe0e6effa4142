"""Whatever becomes of an event, a rule tells one occasion once."""

from datetime import timedelta
from itertools import pairwise

from alerting_world import NOON, conflict, event, source
from hypothesis import given
from hypothesis import strategies as st

from pipeline.alerting.evaluate import alerts_for
from pipeline.alerting.rule import Rule
from schemas.event import Novelty

RULE = Rule(name="deals", notify_on=("new", "status", "material", "conflict", "retraction"))
SALIENCES = st.sampled_from(["headline", "body", "background"])


@st.composite
def revisions(draw):
    """The life of one event."""
    kinds = ["corroborated", "changed", "conflict", "corrected"]
    return [
        event(
            revision=number,
            revision_kind="new" if number == 1 else draw(st.sampled_from(kinds)),
            status=draw(st.sampled_from(["rumoured", "planned", "agreed", "completed"])),
            sources=tuple(source(f"{i}.txt", salience=draw(SALIENCES)) for i in range(draw(st.integers(1, 3)))),
            conflicts=tuple(conflict(field) for field in draw(st.sets(st.sampled_from(["amount", "date"])))),
            novelty=Novelty(score=50, adds=draw(st.sampled_from([(), ("amounts",)]))),
        )
        for number in range(1, draw(st.integers(2, 6)))
    ]


def told(life, again=1):
    """The alerts of a life, each step judged `again` times, known ids dropped as the ledger does."""
    kept = {}
    for previous, now in pairwise([None, *life]):
        for _ in range(again):
            for alert in alerts_for(now, previous, [RULE], NOON + timedelta(days=now.revision)):
                kept.setdefault(alert.alert_id, alert)
    return list(kept.values())


@given(revisions())
def test_judging_a_step_twice_tells_nothing_twice(life):
    """A step of the pipeline may run again."""
    assert [(a.alert_id, a.kind, a.subject) for a in told(life, 2)] == [
        (a.alert_id, a.kind, a.subject) for a in told(life)
    ]


@given(revisions())
def test_an_event_that_was_ever_news_is_told_as_new_exactly_once(life):
    """However often it goes back to background, and never before it is news."""
    news = [alert for alert in told(life) if alert.kind == "new"]
    assert len(news) == any(one.is_news for one in life)


@given(revisions())
def test_every_alert_shows_words_of_the_event(life):
    """No alert without evidence, and none shown by a recap."""
    for alert in told(life):
        shown = next(one for one in life if one.revision == alert.revision)
        assert (alert.evidence_path, alert.evidence) in {
            (s.path, s.evidence) for s in shown.sources if s.salience != "background"
        }
