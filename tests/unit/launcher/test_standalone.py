"""Airflow as one thing to start, watch and end, tried on a stand-in that starts parts as Airflow does."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from pipeline.launcher.guard import Finding, Guard
from pipeline.launcher.standalone import Standalone, end_session

STAND_IN = """#!{python}
import os, signal, subprocess, sys, time

def part():
    # a worker: ignores SIGINT and leads a process group of its own
    return subprocess.Popen([sys.executable, "-c",
        "import os, signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); os.setpgid(0, 0); time.sleep(60)"])

parts = [part(), part()]
open(os.environ["PIDS"], "w").write(" ".join(str(p.pid) for p in parts))
try:
    time.sleep(60)
except KeyboardInterrupt:
    sys.exit(0)
"""


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """An environment whose `airflow` is the stand-in."""
    program = tmp_path / "airflow"
    program.write_text(STAND_IN.format(python=sys.executable))
    program.chmod(0o755)
    return {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PIDS": str(tmp_path / "pids"),
        "AIRFLOW__API__BASE_URL": "http://127.0.0.1:9",
    }


@pytest.fixture
def standalone(environment, tmp_path):
    """A running stand-in with its two parts."""
    started = Standalone(environment, tmp_path / "log")
    parts(tmp_path)
    yield started
    started.stop(patience=0)


def parts(tmp_path: Path) -> list[int]:
    """The ids of the parts, once they run."""
    pids = tmp_path / "pids"
    eventually(lambda: pids.exists() and len(pids.read_text().split()) == 2)
    return [int(pid) for pid in pids.read_text().split()]


def eventually(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def gone(pid: int) -> bool:
    """Whether no process of that id runs."""
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_stopping_ends_what_left_the_group_and_ignores_ctrl_c(standalone, tmp_path):
    """Workers outlive a SIGINT and lead their own groups; none of the session is left."""
    standalone.stop(patience=5)
    assert all(map(gone, [standalone.session, *parts(tmp_path)]))


def test_ctrl_c_at_the_terminal_reaches_airflow_through_us_alone(standalone):
    """It has a session of its own."""
    assert os.getsid(standalone.session) == standalone.session != os.getsid(0)


def test_a_part_that_died_is_noticed(standalone, tmp_path):
    """Standalone lives on when its scheduler was killed; the launcher sees it."""
    assert not standalone.has_dead_part()
    psutil.Process(parts(tmp_path)[0]).kill()
    eventually(standalone.has_dead_part)


def test_health_is_empty_while_nobody_answers(standalone):
    """No API, no health, no exception."""
    assert standalone.health() == {}
    assert not standalone.is_healthy()


def test_the_guard_starts_a_new_airflow_when_a_part_died(environment, tmp_path):
    """The old one is gone with its workers, a new one runs, and its session is noted."""
    note = tmp_path / "running.json"
    guard = Guard(environment, tmp_path / "log", note)
    first, old = json.loads(note.read_text())["session"], parts(tmp_path)
    (tmp_path / "pids").unlink()
    psutil.Process(old[0]).kill()
    eventually(lambda: guard.look() is Finding.RESTARTED)
    try:
        assert all(map(gone, [first, *old]))
        assert json.loads(note.read_text())["session"] != first
        assert guard.look() is Finding.STARTING
    finally:
        guard.stop()
    assert not note.exists()


def test_a_session_without_its_leader_is_ended_too(environment, tmp_path):
    """After a kill -9 of everything above them the workers are still found."""
    orphaned = Standalone(environment, tmp_path / "log")
    workers = parts(tmp_path)
    psutil.Process(orphaned.session).kill()
    end_session(orphaned.session)
    assert all(map(gone, workers))
    orphaned.stop(patience=0)
