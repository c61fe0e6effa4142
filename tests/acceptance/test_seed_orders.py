"""The order in which articles arrive does not decide what happened."""

import json
import shutil
import subprocess
import sys
from itertools import permutations

import pytest
from seed_chain import ROOT, SEEDS, extractor, outcome, reports_of, seed_texts, told

from pipeline.app import open_app
from pipeline.extraction import EXTRACTORS
from pipeline.settings import Settings
from pipeline.steps.extractor import OFFLINE

EVAL = ROOT.parent / "shared" / "eval"
NAMES = sorted(seed_texts())
ORDERS = list(permutations(NAMES))


class Remembering:
    """The extractor, which reads each article once for all orders."""

    def __init__(self):
        self._inner, self._known = extractor(), {}
        self.name_version = self._inner.name_version

    def extract(self, article):
        """What the inner extractor says of these bytes."""
        key = (article.article_id, article.path, article.text)
        if key not in self._known:
            self._known[key] = self._inner.extract(article)
        return self._known[key]


@pytest.fixture(scope="module")
def reports():
    """What each seed says happened, by file name."""
    found = reports_of(seed_texts())
    return {name: [report for report in found if report.path == name] for name in NAMES}


@pytest.fixture(scope="module")
def whole(reports):
    """What all seeds together tell."""
    return outcome(report for name in NAMES for report in reports[name])


@pytest.fixture(scope="module")
def remembering():
    """One extractor for every installation of this module, so that an order costs no reading."""
    made, known = Remembering(), EXTRACTORS[OFFLINE]
    EXTRACTORS[OFFLINE] = lambda _: made
    yield
    EXTRACTORS[OFFLINE] = known


def ingested(home, steps):
    """The events and alerts of a fresh installation that took the seeds in these steps."""
    settings = Settings(home=home / "home", workers=1)
    folder = home / "in"
    folder.mkdir()
    with open_app(settings) as app:
        for step in steps:
            app.ingest([shutil.copy(SEEDS / name, folder / name) for name in step])
        events = app.events(None, 100)
    sent = home / "home" / "alerts.jsonl"
    lines = sent.read_text(encoding="utf-8").splitlines() if sent.exists() else []
    return events, [json.loads(line)["alert"] for line in lines]


def facts(events):
    """Events without ids."""
    return sorted((told(event) for event in events if not event.merged_into), key=repr)


def news_partnerships(events):
    """Who partners in the partnerships told as news."""
    return sorted(
        sorted(name for role, name, _ in event["parties"])
        for event in events
        if event["type"] == "partnership" and any(salience != "background" for _, salience, _ in event["sources"])
    )


def test_the_seeds_tell_two_partnerships_as_news(whole):
    """Dixon and Xiaomi in four articles, Optiemus and Xiaomi in one with another as background; no recap is news."""
    told_as_news = [
        event
        for event in whole
        if event["type"] == "partnership" and {s for _, s, _ in event["sources"]} - {"background"}
    ]
    assert news_partnerships(told_as_news) == [["Dixon", "Xiaomi"], ["Optiemus", "Xiaomi"]]
    files = {
        len(event["sources"]): [(path[:3], salience) for path, salience, _ in event["sources"]]
        for event in told_as_news
    }
    assert files == {
        4: [(number, "headline") for number in ("000", "001", "002", "003")],
        2: [("001", "background"), ("004", "headline")],
    }


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(name[2] for name in order))
def test_whole_in_any_order_the_seeds_tell_the_same(order, reports, whole):
    """Partition, parties, values, claims, conflicts and status are a function of the set of mentions."""
    assert outcome(report for name in order for report in reports[name]) == whole


@pytest.mark.slow
@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(name[2] for name in order))
def test_one_by_one_in_any_order_there_are_the_same_events_and_two_alerts(order, whole, tmp_path):
    """Through inbox, ledger and outbox: the same events, one alert for each partnership that is news."""
    events, alerts = ingested(tmp_path, [[name] for name in order])
    assert news_partnerships(facts(events)) == news_partnerships(whole)
    assert facts(events) == whole
    assert sorted(alert["kind"] for alert in alerts) == ["new", "new"]
    assert len({alert["event_id"] for alert in alerts}) == 2


@pytest.mark.usefixtures("remembering")
def test_all_at_once_there_are_the_same_events_and_two_alerts(whole, tmp_path):
    """The whole folder in one go."""
    events, alerts = ingested(tmp_path, [NAMES])
    assert facts(events) == whole
    assert len(alerts) == 2


@pytest.mark.usefixtures("remembering")
def test_a_background_event_alerts_when_the_article_that_makes_it_news_arrives(tmp_path):
    """Optiemus is a recap in 001 and news in 004: one alert after 001, another only after 004."""
    _, alerts = ingested(tmp_path, [[NAMES[1]]])
    assert len(alerts) == 1
    (tmp_path / "more").mkdir()
    _, alerts = ingested(tmp_path / "more", [[NAMES[1]], [NAMES[4]], [NAMES[1]]])
    assert len(alerts) == 2
    assert "Optiemus" in alerts[1]["title"]
    assert alerts[1]["evidence_path"].endswith(NAMES[4])


@pytest.mark.usefixtures("remembering")
def test_the_scorer_finds_every_merge_alert_and_conflict_right(tmp_path):
    """B-cubed, alerts and conflicts are 1.0 against the seeds' gold."""
    if not EVAL.is_dir():
        pytest.skip("SKIPPED: ../shared/eval is not beside this checkout, the seeds' gold cannot be compared")
    events, _ = ingested(tmp_path, [NAMES])
    said = tmp_path / "events.jsonl"
    said.write_text("".join(event.model_dump_json() + "\n" for event in events), encoding="utf-8")
    gold = [EVAL / "seeds" / "events.jsonl", said, EVAL / "seeds" / "gold.jsonl"]
    figures = json.loads(subprocess.check_output([sys.executable, EVAL / "score.py", "events", *gold]))
    assert [figures[name]["f1"] for name in ("bcubed", "alerts", "conflicts")] == [1.0, 1.0, 1.0]
