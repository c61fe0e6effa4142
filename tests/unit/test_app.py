"""The application over real files, a real ledger and a real index: nothing is lost, nothing is doubled."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from app_world import NO_NEWS, OTHER, PACT, PACT_AGAIN, drop, kinds, opened, run, sent, settings
from seed_chain import ROOT, SEEDS

from pipeline.errors import Misconfigured, Unavailable
from pipeline.resolution import resolve

TESTS = ROOT / "tests"


@pytest.fixture
def app(tmp_path):
    """A fresh installation."""
    with opened(tmp_path) as made:
        yield made


def titles(app):
    """The events that stand, by their titles, with how many sources each has."""
    return {event.title: len(event.sources) for event in app.events() if not event.merged_into}


def held(app):
    """Kind, id and number of what the index holds."""
    return sorted(app.index.contents())


def test_a_dropped_file_is_an_event_a_hit_and_an_alert(app):
    """The inbox is empty afterwards."""
    drop(app, a_txt=PACT)
    assert kinds(run(app)) == {"a.txt": "indexed"}
    assert app.search("morvik", kind="event").total == 1
    assert len(sent(app)) == 1
    assert not list(app.settings.inbox_folder.iterdir())


def test_setup_twice_changes_nothing(app):
    """Folders, tables and index are there after the first."""
    app.setup()
    drop(app, a_txt=PACT)
    run(app)
    before = held(app)
    assert all(check.ok for check in app.setup())
    assert held(app) == before
    assert all(check.ok for check in app.doctor())


@pytest.mark.parametrize("name", ["deals.yaml", "deals.yml"])
def test_setup_tells_a_mistake_in_an_own_rule_before_anything_runs(tmp_path, monkeypatch, name):
    """Of the folder that it is started in; file and field are named."""
    own = tmp_path / "config" / "alert_rules" / name
    own.parent.mkdir(parents=True)
    own.write_text("name: deals\ntypes: [partnerships]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with opened(tmp_path) as app, pytest.raises(Misconfigured, match=rf"{name}.*types"):
        app.setup()


def test_setup_takes_a_rule_whose_channel_only_airflow_knows(tmp_path):
    """A connection may name it, which no command reads; `doctor` tells that nothing here does."""
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "deals.yaml").write_text("name: deals\nchannels: [mail]\n", encoding="utf-8")
    with opened(tmp_path, rules=rules) as app:
        assert all(check.ok for check in app.setup())
        assert [check.name for check in app.doctor() if not check.ok] == ["alert rules"]


def test_an_article_without_a_business_event_alerts_nobody(app):
    """It is kept and can be searched."""
    drop(app, a_txt=NO_NEWS)
    assert kinds(run(app)) == {"a.txt": "no_event"}
    assert app.search("lighthouse", kind="article").total == 1
    assert sent(app) == []


def test_the_same_bytes_twice_are_a_duplicate(app):
    """Under another name, in the same run and in a later one."""
    drop(app, a_txt=PACT, b_txt=PACT)
    assert sorted(kinds(run(app)).values()) == ["duplicate", "indexed"]
    drop(app, c_txt=PACT)
    assert kinds(run(app)) == {"c.txt": "duplicate"}
    assert list(titles(app).values()) == [1]
    assert len(sent(app)) == 1


def test_other_words_about_the_same_deal_alert_nobody_again(app):
    """A second source joins the event."""
    drop(app, a_txt=PACT)
    run(app)
    drop(app, b_txt=PACT_AGAIN)
    run(app)
    assert list(titles(app).values()) == [2]
    assert len(sent(app)) == 1


def record(url, text):
    """A JSON record of an article."""
    title, _, body = text.partition("\n\n")
    return json.dumps({"url": url, "title": title, "text": body})


def test_a_revision_takes_the_place_of_the_earlier_version(app):
    """The claims of the old version are withdrawn with it."""
    url = "https://example.org/deal"
    drop(app, a_json=record(url, PACT))
    run(app)
    drop(app, b_json=record(url, OTHER))
    outcome = run(app)["b.json"]
    assert outcome.kind == "revision"
    (article,) = app.articles([outcome.article_id])
    assert (article.version, article.supersedes is None) == (2, False)
    standing = [event for event in app.events() if event.revision_kind != "retracted" and event.sources]
    assert ["Tarvos" in event.title for event in standing] == [True]


def test_each_line_of_a_json_lines_file_has_an_outcome(app):
    """A broken line is kept in quarantine, the others go on."""
    lines = [record("https://example.org/1", PACT), '{"title": "cut', record("https://example.org/2", OTHER)]
    drop(app, a_jsonl="\n".join(lines))
    assert kinds(run(app)) == {"a.jsonl#1": "indexed", "a.jsonl#2": "broken_json", "a.jsonl#3": "indexed"}
    assert [one.path for one in app.quarantine_list()] == ["a.jsonl#2"]
    assert len(titles(app)) == 2


BAD = {
    "empty_txt": (b"", "empty"),
    "image_txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    "half_gz": (gzip.compress(PACT.encode())[:60], "broken_archive"),
    "cut_json": (b'{"title": "Morvik', "broken_json"),
    "deep_json": (b'{"text": ' + b"[" * 9_000, "too_deep"),
    "odd_txt": ("Größe".encode("utf-16")[:-1], "undecodable"),
    "large_txt": (b"oats and milk. " * 2000, "too_large"),
    "bomb_gz": (gzip.compress(b"oats " * 1_000_000), "too_large"),
}


def test_bad_files_are_kept_with_their_reason_and_hold_up_nobody(tmp_path):
    """Each ends in quarantine with its bytes, the good one of the batch is an alert."""
    with opened(tmp_path, max_bytes=20_000) as app:
        drop(app, good_txt=PACT, **{name: content for name, (content, _) in BAD.items()})
        ends = kinds(run(app))
        assert ends.pop("good.txt") == "indexed"
        assert ends == {name.replace("_", "."): reason for name, (_, reason) in BAD.items()}
        for one in app.quarantine_list():
            content, reason = BAD[one.path.replace(".", "_")]
            assert one.reason == reason
            assert Path(one.kept_at).read_bytes() == content
        assert len(sent(app)) == 1


def test_a_replayed_document_is_read_again(tmp_path):
    """Once the limit is raised the file is news, and leaves the quarantine."""
    with opened(tmp_path, max_bytes=100) as app:
        drop(app, a_txt=PACT)
        assert kinds(run(app)) == {"a.txt": "too_large"}
    with opened(tmp_path) as app:
        (kept,) = app.quarantine_list()
        assert [str(one.kind) for one in app.quarantine_replay([kept.file_id])] == ["indexed"]
        assert app.quarantine_list() == []
        assert len(sent(app)) == 1


def test_a_document_that_is_still_bad_stays_after_its_replay(app):
    """It is in quarantine once, not twice."""
    drop(app, a_json='{"title": "cut')
    run(app)
    (kept,) = app.quarantine_list()
    app.quarantine_replay([kept.file_id])
    assert [one.path for one in app.quarantine_list()] == ["a.json"]


def test_a_discarded_document_is_gone(app):
    """And cannot be discarded again."""
    drop(app, a_txt="")
    run(app)
    (kept,) = app.quarantine_list()
    assert app.quarantine_discard([kept.file_id]) == 1
    assert app.quarantine_list() == []
    with pytest.raises(Misconfigured):
        app.quarantine_discard([kept.file_id])


def test_what_cannot_be_resolved_keeps_no_other_event_from_index_and_reader(app, monkeypatch, tmp_path):
    """The command fails and says why; what the other articles tell is found, and told."""

    def broken(reports, *more):
        if any(report.path.endswith("b.txt") for report in reports):
            raise ValueError("no such stage")
        return resolve(reports, *more)

    monkeypatch.setattr("pipeline.steps.consolidate.resolve", broken)
    for name, text in (("a.txt", PACT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ExceptionGroup, match="1 mentions"):
        app.ingest([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert app.search("morvik", kind="event").total == 1
    assert len(sent(app)) == 1


def test_each_step_may_run_twice_and_change_nothing(app):
    """Ingest, consolidate, project and deliver."""
    drop(app, a_txt=PACT, b_txt=OTHER)
    (batch,) = app.claim("run")
    assert app.ingest_batch(batch.files) == app.ingest_batch(batch.files)
    assert app.consolidate().events_new == 2
    assert app.consolidate().mentions == 0
    app.project()
    before = held(app)
    assert app.project().written == 0
    assert app.deliver().sent == 2
    assert app.deliver().sent == 0
    assert held(app) == before
    assert len(sent(app)) == 2


def test_what_a_run_left_unfinished_is_taken_by_the_next(app):
    """Claimed, then nothing: the next claim hands the file out again."""
    drop(app, a_txt=PACT)
    (first,) = app.claim("one")
    (second,) = app.claim("two")
    assert first.files == second.files
    app.ingest_batch(second.files)
    assert app.claim("three") == []


def test_a_file_entered_before_a_crash_is_not_entered_twice(app, monkeypatch):
    """It is in the ledger and still in the inbox: it is one document."""
    drop(app, a_txt=PACT)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        app.claim("one")
    assert app.waiting() == 1
    assert sum(len(batch.files) for batch in app.claim("two")) == 1
    assert app.waiting() == 0


def test_a_file_dropped_again_before_it_was_read_is_a_duplicate(app):
    """It came twice, and the second time is recorded."""
    drop(app, a_txt=PACT)
    app.claim("one")
    drop(app, a_txt=PACT)
    outcomes = [one for batch in app.claim("two") for one in app.ingest_batch(batch.files)]
    assert sorted(str(one.kind) for one in outcomes) == ["duplicate", "indexed"]


def test_a_locked_index_keeps_its_backlog_and_takes_it_later(app):
    """The alert goes out meanwhile, and nothing is missing afterwards."""
    drop(app, a_txt=PACT)
    app.index.setup()
    (batch,) = app.claim("run")
    app.ingest_batch(batch.files)
    app.consolidate()
    with _locked(app), pytest.raises(Unavailable):
        app.project()
    assert app.due().documents >= 2
    assert app.deliver().sent == 1
    assert app.project().left == 0
    assert app.search("morvik", kind="event").total == 1


class _locked:  # noqa: N801 - used as a word
    """Another writer holds the index."""

    def __init__(self, app):
        self._index = app.index._index()

    def __enter__(self):
        self._writer = self._index.writer(heap_size=30_000_000, num_threads=1)

    def __exit__(self, *_):
        self._writer.wait_merging_threads()
        del self._writer


def test_a_rebuilt_index_holds_the_same(app):
    """Kind, id and number of everything, and the same answers."""
    drop(app, a_txt=PACT, b_txt=OTHER, c_txt=NO_NEWS)
    run(app)
    before, hits = held(app), [hit.document for hit in app.search("steel", size=50).hits]
    assert app.rebuild_index() == len(before)
    assert held(app) == before
    assert [hit.document for hit in app.search("steel", size=50).hits] == hits


def test_a_dry_run_of_reprocessing_changes_nothing(app):
    """Nor does a real one, while the extractor is the same."""
    drop(app, a_txt=PACT, b_txt=OTHER)
    run(app)
    before, events = held(app), app.events()
    assert app.reprocess(dry_run=True) == []
    assert held(app) == before
    assert app.events() == events
    assert app.due().mentions == 0
    assert app.reprocess() == []
    assert app.events() == events
    assert len(sent(app)) == 1 + 1


def test_a_person_can_part_and_join_what_resolution_did(app):
    """Different parts an event, same joins it, undoing gives the word back to the machine."""
    drop(app, a_txt=PACT, b_txt=PACT_AGAIN)
    run(app)
    (event,) = app.events()
    one, other = [source.mention_id for source in event.sources]
    app.review_decide(one, other, same=False)
    assert sorted(titles(app).values()) == [1, 1]
    app.review_decide(one, other, same=True)
    assert sorted(titles(app).values()) == [2]
    app.review_decide(one, other, same=False)
    app.review_undo(one, other)
    assert sorted(titles(app).values()) == [2]
    assert app.event(event.event_id).sources
    with pytest.raises(Misconfigured):
        app.review_undo(one, other)


def test_a_recap_alerts_only_when_an_article_makes_it_news(app):
    """The second deal is background in the first article and a headline in the last."""
    names = sorted(path.name for path in SEEDS.glob("*.txt"))
    for name, alerts in ((names[1], 1), (names[4], 2)):
        drop(app, **{name.replace(".", "_"): (SEEDS / name).read_bytes()})
        run(app)
        assert len(sent(app)) == alerts


# Where a run is killed: the function after (or before) which the process ends at once, as by kill -9.
DEATHS = {
    "entered, not yet gone from the inbox": ("pipeline.ledger.files", "add_file", "after"),
    "file gone from the inbox": ("pathlib.Path", "unlink", "after"),
    "before a file is finished": ("pipeline.ledger.files", "finish", "before"),
    "within a component": ("pipeline.ledger.backlog", "changed", "before"),
    "an alert in an open transaction": ("pipeline.ledger.outbox", "add_alert", "after"),
    "documents indexed, not recorded": ("pipeline.ledger.backlog", "written", "before"),
    "alert sent, not recorded": ("pipeline.ledger.outbox", "sent", "before"),
}
CHILD = """
import os, sys
from importlib import import_module
from datetime import timedelta
from pathlib import Path

sys.path[:0] = {paths!r}
from app_world import opened, run
from pipeline.steps import deliver

place, name, when = {death!r}
holder = Path if place == "pathlib.Path" else import_module(place)
real = getattr(holder, name)

def dying(*args, **more):
    if when == "after":
        real(*args, **more)
    os._exit(9)

setattr(holder, name, dying)
with opened(Path({folder!r})) as app:
    run(app)
"""


@pytest.mark.parametrize("death", DEATHS.values(), ids=DEATHS.keys())
def test_a_run_that_is_killed_loses_nothing_and_doubles_nothing(death, tmp_path, monkeypatch):
    """Wherever it ends, the next run leaves what an unbroken one would have left."""
    with opened(tmp_path) as app:
        app.setup()
        drop(app, a_txt=PACT)
    script = CHILD.format(paths=[str(ROOT), str(TESTS)], death=death, folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=tmp_path, timeout=120)
    assert done.returncode == 9
    monkeypatch.setattr("pipeline.ledger.outbox._due", _whatever_its_lease)
    with opened(tmp_path) as app:
        run(app, "again")
        assert list(titles(app).values()) == [1]
        assert app.due() == type(app.due())(files=0, mentions=0, documents=0, deliveries=0)
        assert len(sent(app)) == 1
        assert app.search("morvik", kind="event").total == 1
        assert not list(app.settings.inbox_folder.iterdir())


def _whatever_its_lease(_now):
    """Due as if the dead process's lease had run out."""
    from pipeline.ledger.tables import deliveries  # noqa: PLC0415

    return deliveries.c.state.in_(("pending", "leased"))


def test_two_processes_that_consolidate_at_once_make_each_event_once(tmp_path):
    """Eight articles of two deals are two events and two alerts."""
    with opened(tmp_path) as app:
        extra = {f"n{number}_txt": PACT + f"\nNote {number}.\n" for number in range(3)}
        drop(app, a_txt=PACT, b_txt=PACT_AGAIN, c_txt=OTHER, **extra)
        for batch in app.claim("run"):
            app.ingest_batch(batch.files)
        script = (
            f"import sys; sys.path[:0] = {[str(ROOT), str(TESTS)]!r}; from pathlib import Path; "
            f"from app_world import opened; opened(Path({str(tmp_path)!r})).consolidate()"
        )
        both = [subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path) for _ in range(2)]
        assert [one.wait(120) for one in both] == [0, 0]
        assert app.due().mentions == 0
        assert len(titles(app)) == 2
        assert len(app.alerts_list()) == 2


def test_a_backfill_records_its_alerts_and_sends_none(tmp_path):
    """Old news is found, searched and merged, and wakes nobody."""
    (tmp_path / "old.txt").write_text(PACT, encoding="utf-8")
    with opened(tmp_path) as app:
        summary = app.ingest([tmp_path / "old.txt"], backfill=True)
        assert (summary.documents, summary.events_new, summary.sent) == (1, 1, 0)
        assert [alert.state for alert in app.alerts_list()] == ["suppressed"]
        assert sent(app) == []


def test_the_whole_chain_without_a_scheduler_leaves_the_files_where_they_are(tmp_path):
    """`ingest` reads folders; a second time everything is a duplicate."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(PACT, encoding="utf-8")
    (folder / "b.txt").write_text("", encoding="utf-8")
    with opened(tmp_path) as app:
        assert app.ingest([folder]).outcomes == {"indexed": 1, "rejected(empty)": 1}
        assert app.ingest([folder]).outcomes == {"duplicate": 1, "rejected(empty)": 1}
        assert len(list(folder.iterdir())) == 2
        with pytest.raises(Misconfigured):
            app.ingest([folder / "nothing"])


def test_an_unknown_extractor_is_told_by_its_setting(tmp_path):
    """The message names what to set."""
    with opened(tmp_path, extractor="none") as app:
        drop(app, a_txt=PACT)
        with pytest.raises(Misconfigured, match="DEALWIRE_EXTRACTOR"):
            run(app)
    assert settings(tmp_path).extractor == "learned"


def test_a_folder_without_weights_is_told_by_its_setting(tmp_path):
    """An empty folder is as wrong as none."""
    with opened(tmp_path, weights=tmp_path) as app:
        drop(app, a_txt=PACT)
        with pytest.raises(Misconfigured, match="DEALWIRE_WEIGHTS"):
            run(app)


def test_a_document_is_traced_by_its_path_its_id_or_a_beginning_of_it(app):
    """What nobody knows is an error, not an empty answer."""
    drop(app, a_txt=PACT)
    (outcome,) = run(app).values()
    by_path = app.trace("a.txt")
    assert by_path == app.trace(outcome.article_id) == app.trace(outcome.article_id[:8])
    assert app.trace(app.events()[0].event_id)
    with pytest.raises(Misconfigured, match=r"nothing is known of b\.txt"):
        app.trace("b.txt")


def test_two_events_that_a_person_calls_one_become_one_and_apart_again(app):
    """Events are named by the ids that `events` shows."""
    drop(app, a_txt=PACT, b_txt=OTHER)
    run(app)
    one, other = (event.event_id for event in app.events())
    app.review_decide(one, other, same=True)
    assert len(app.events()) == 1
    (said,) = app.review_list()
    app.review_undo(said.left.mention_id, said.right.mention_id)
    assert len(app.events()) == 2


def test_what_is_in_quarantine_can_be_searched_for_until_it_is_taken_out(app):
    """By who asks for that kind; other searches do not meet it."""
    drop(app, a_txt="")
    run(app)
    found = app.search("reason:empty", kind="quarantine")
    assert [hit.document["path"] for hit in found.hits] == [["a.txt"]]
    assert app.search("reason:empty").total == 0
    app.quarantine_discard([found.hits[0].id])
    app.project()
    assert app.search(kind="quarantine").total == 0
