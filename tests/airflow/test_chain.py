"""The main job in a real Airflow: whatever happens, every file gets one outcome and every event one alert.

The tests share one Airflow and run in this order; each uses companies of its own, so none depends on another's files.
"""

import gzip
import itertools
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import tantivy
from airflow_world import Running, eventually, partnership

pytestmark = [pytest.mark.airflow, pytest.mark.slow]

FIRST_ALERT_SECONDS = 120
MEND_SECONDS = 90
# The clock rings once a minute, and a run takes a while.
CLOCK_SECONDS = 90


@contextmanager
def locked_index(home: Path) -> Iterator[None]:
    """Hold the one writer that the embedded index allows."""
    index = tantivy.Index.open(str(home / "index" / "current"))
    writer = index.writer(15_000_000)
    try:
        yield
    finally:
        writer.rollback()
        del writer


def companies(number: int) -> tuple[str, str]:
    """Two invented companies that no other number has."""
    heads, tails = (
        ("Bel", "Cor", "Dra", "Fen", "Gal", "Hul", "Jor", "Kel", "Lum", "Mor"),
        ("dara", "vexo", "mont", "zeno"),
    )
    names = ["".join(parts) for parts in itertools.product(heads, heads, tails)]
    return names[number].capitalize(), names[-1 - number].capitalize()


def test_the_seeds_become_two_alerts(airflow):
    """A first start feeds the seeds: two events alert, within two minutes, and the screen says where to look."""
    airflow.ready()
    eventually(FIRST_ALERT_SECONDS, airflow.alerts, "the first alert")
    assert time.monotonic() - airflow.started < FIRST_ALERT_SECONDS
    eventually(30, lambda: len(airflow.alerts()) == 2, "the second alert")
    screen = eventually(30, lambda: "Ctrl-C" in (text := airflow.screen.read_text()) and text, "a summary")
    assert airflow.note()["address"] in screen
    assert len(screen.splitlines()) <= 24


def test_runs_are_green_and_batches_have_names(airflow):
    """Operators see successful runs, and batches by their label."""
    eventually(60, lambda: {run["state"] for run in airflow.runs()} == {"success"}, "runs that all succeeded")
    batches = [task for task in airflow.tasks("ingest_batch") if task["state"] == "success"]
    assert batches
    assert all(batch["rendered_map_index"] for batch in batches)


def test_a_dropped_file_becomes_one_alert_in_every_channel(airflow, mailbox):
    """The watcher rings; the file channel and the mail server get the alert once."""
    name = airflow.drop("one.txt", partnership("Velmora", "Tarkin"))
    airflow.alerted(name)
    eventually(30, lambda: len(mailbox.of("Velmora")) == 1, "the mail")
    eventually(
        30, lambda: any(run["run_type"] == "asset_triggered" for run in airflow.runs()), "a run that was rung for"
    )


def test_a_folder_in_the_inbox_counts(airflow):
    """Files in a folder that is dropped whole are read under their path in the inbox."""
    (airflow.inbox / "agency").mkdir(exist_ok=True)
    name = airflow.drop("agency/deep.txt", partnership("Ostrava Lines", "Pelmont Rail"))
    assert airflow.ended(name) == ("indexed", None)


def test_the_same_file_again_changes_nothing(airflow):
    """The same bytes under the same or another name are recorded as duplicates."""
    article = partnership("Sarvane", "Kolmis")
    airflow.alerted(airflow.drop("twice.txt", article))
    before = airflow.alerts()
    for name in ("twice.txt", "thrice.txt"):
        airflow.drop(name, article)
        eventually(60, lambda name=name: ("duplicate", None) in airflow.outcomes_of(name), f"an outcome of {name}")
    assert airflow.alerts() == before


def test_a_growing_file_is_read_once_and_whole(airflow):
    """Ten seconds of writing, one reading: the last line is in the article, and there is one outcome."""
    article = partnership("Quillon", "Rasvik")
    pieces = [article[start : start + 30] for start in range(0, len(article), 30)]
    with (airflow.inbox / "grows.txt").open("w") as file:
        for piece in pieces:
            file.write(piece)
            file.flush()
            time.sleep(10 / len(pieces))
    assert airflow.outcomes_of("grows.txt") == []
    airflow.alerted("grows.txt")
    assert len(airflow.outcomes_of("grows.txt")) == 1
    kept = [path for path in (airflow.home / "archive").rglob("*") if path.is_file()]
    assert any(path.read_text(errors="replace") == article for path in kept)


def test_a_bad_file_is_quarantined_while_its_batch_goes_on(airflow):
    """Each ends in its own outcome, the run stays green."""
    bad = {"empty.txt": b"", "cut.txt.gz": gzip.compress(b"x" * 10_000)[:40], "broken.json": b'{"title": "cut'}
    staged = airflow.home / "staged"
    staged.mkdir()
    for name, content in {**bad, "good.txt": partnership("Tulvar", "Ubrine").encode()}.items():
        (staged / name).write_bytes(content)
    staged.rename(airflow.inbox / "mixed")
    airflow.alerted("mixed/good.txt")
    assert {name: airflow.ended(f"mixed/{name}")[0] for name in bad} == dict.fromkeys(bad, "rejected")
    eventually(60, airflow.idle, "an idle Airflow")
    # The clock may have started the next run meanwhile, so the newest run need not be the one that read the files.
    assert {run["state"] for run in airflow.runs() if run["end_date"]} == {"success"}


def test_a_pause_only_delays(airflow):
    """What is dropped while the DAG is paused is read when it goes on."""
    airflow.pause(True)
    name = airflow.drop("paused.txt", partnership("Wexland", "Yarrick"))
    time.sleep(8)
    assert airflow.outcomes_of(name) == []
    airflow.pause(False)
    airflow.alerted(name, CLOCK_SECONDS)


def test_a_replaced_inbox_is_still_watched(airflow):
    """The folder is moved away and made again: the next file rings without waiting for the clock."""
    airflow.inbox.rename(airflow.home / "inbox.old")
    airflow.inbox.mkdir()
    time.sleep(3)
    airflow.alerted(airflow.drop("replaced.txt", partnership("Zandale", "Arquist")), CLOCK_SECONDS)
    shutil.rmtree(airflow.home / "inbox.old")


def test_a_burst_is_read_in_bounded_runs_that_follow_each_other(airflow):
    """Three hundred files at once, a hundred a run: `more` rings for the next, all end, none twice."""
    eventually(60, airflow.idle, "an idle Airflow")
    before = len([task for task in airflow.tasks("consolidate") if task["state"] == "success"])
    staged = airflow.home / "staged"
    staged.mkdir()
    for number in range(300):
        (staged / f"{number}.txt").write_text(partnership(*companies(number)))
    staged.rename(airflow.inbox / "burst")
    eventually(240, lambda: len(burst_outcomes(airflow)) >= 300, "300 outcomes")
    eventually(60, airflow.idle, "an idle Airflow")
    assert set(Counter(burst_outcomes(airflow)).values()) == {1}
    worked = [task for task in airflow.tasks("consolidate") if task["state"] == "success"]
    assert 3 <= len(worked) - before <= 5
    assert [task for task in airflow.tasks("more") if task["state"] == "success"]


def burst_outcomes(airflow: Running) -> list[str]:
    """The paths of the burst that have ended."""
    return [path for path, _, _ in airflow.outcomes() if path.startswith("burst/")]


def test_a_dead_index_and_a_dead_mail_server_hold_nobody_up(airflow, mailbox):
    """Both down: alerts still reach the file, run after run; both back: all is searchable and mailed once."""
    mailbox.off()
    with locked_index(airflow.home):
        for name, one, two in (("down1.txt", "Brelmar", "Cindor"), ("down2.txt", "Dolvane", "Ephram")):
            airflow.alerted(airflow.drop(name, partnership(one, two)))
        eventually(60, airflow.idle, "an idle Airflow")
        assert next(run for run in airflow.runs() if run["end_date"])["state"] == "success"
        assert airflow.found("Brelmar") == 0
        assert mailbox.of("Brelmar") == []
    mailbox.on()
    eventually(2 * CLOCK_SECONDS, lambda: airflow.found("Brelmar") and airflow.found("Dolvane"), "both searchable")
    eventually(3 * CLOCK_SECONDS, lambda: mailbox.of("Brelmar") and mailbox.of("Dolvane"), "both mailed")
    assert len(mailbox.of("Brelmar")) == len(mailbox.of("Dolvane")) == 1


def test_idle_time_makes_no_runs_but_the_clocks(airflow):
    """With nothing to do there is one short run a minute."""
    eventually(60, airflow.idle, "an idle Airflow")
    before = {run["dag_run_id"] for run in airflow.runs()}
    time.sleep(62)
    fresh = [run for run in airflow.runs() if run["dag_run_id"] not in before]
    assert len(fresh) <= 2
    assert {run["run_type"] for run in fresh} == {"scheduled"}


def test_a_killed_scheduler_is_mended(airflow):
    """Killed in the middle of a batch: the launcher starts Airflow anew, every file ends once, the alert comes."""
    staged = airflow.home / "staged"
    staged.mkdir()
    for number in range(300, 380):
        (staged / f"{number}.txt").write_text(partnership(*companies(number)))
    staged.rename(airflow.inbox / "killed")
    eventually(60, lambda: airflow.tasks("ingest_batch")[0]["state"] == "running", "a running batch")
    killed = airflow.note()["session"]
    (scheduler,) = [p for p in airflow.processes(killed) if p.cmdline()[-1:] == ["scheduler"]]
    scheduler.send_signal(signal.SIGKILL)
    eventually(
        MEND_SECONDS, lambda: airflow.note().get("session", killed) != killed and airflow.healthy(), "a mended Airflow"
    )
    assert airflow.processes(killed) == []
    names = [f"killed/{number}.txt" for number in range(300, 380)]
    eventually(180, lambda: set(names) <= {path for path, _, _ in airflow.outcomes()}, "80 outcomes")
    counts = Counter(path for path, _, _ in airflow.outcomes())
    assert {counts[name] for name in names} == {1}
    airflow.alerted(airflow.drop("after.txt", partnership("Fenwick Steel", "Gorlan Glass")))


def test_nothing_was_alerted_twice(airflow, mailbox):
    """Over all that happened each delivery's key is in the file once, and each mail came once."""
    keys = Counter(said["key"] for said in airflow.alerts())
    assert set(keys.values()) == {1}
    assert max(Counter(message["Message-ID"] for message in mailbox.received).values()) == 1


def test_ctrl_c_leaves_no_process_and_a_second_start_repeats_nothing(airflow):
    """Everything it started ends; the next start reuses the home, feeds no seeds, alerts nothing again."""
    before, session = airflow.alerts(), airflow.note()["session"]
    airflow.stop(signal.SIGINT)
    assert airflow.processes(session) == []
    airflow.start().ready()
    eventually(60, lambda: "Ctrl-C" in airflow.screen.read_text(), "a summary")
    airflow.alerted(airflow.drop("again.txt", partnership("Hestrel", "Imbrook")))
    assert len(airflow.alerts()) == len(before) + 1


def test_sigterm_ends_everything_too(airflow):
    """What a service manager sends ends it as Ctrl-C does."""
    session = airflow.note()["session"]
    airflow.stop(signal.SIGTERM)
    assert airflow.launcher.returncode == 0
    assert airflow.processes(session) == []
