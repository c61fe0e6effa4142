"""The folders a run needs, and that only one run uses them at a time."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

import pipeline
from pipeline.errors import Misconfigured
from pipeline.launcher.environment import airflow_home
from pipeline.launcher.standalone import end_session
from pipeline.settings import Settings

CHECKOUT = Path(pipeline.__file__).parents[1]


def dag_folder() -> Path:
    """The checkout's DAGs; an installed package alone has none."""
    folder = CHECKOUT / "dags"
    if not folder.is_dir():
        raise Misconfigured(f"no DAGs at {folder}: run this in a checkout (pip install -e .)")
    return folder


def note_of(settings: Settings) -> Path:
    """Where the address and the process session of the running Airflow are noted."""
    return airflow_home(settings) / "running.json"


def prepare(settings: Settings) -> int:
    """On the first start of a home put the seeds into its inbox; how many were put there."""
    settings.make_folders()
    if airflow_home(settings).is_dir():
        return 0
    seeds = sorted((CHECKOUT / "seeds").glob("*"))
    for seed in seeds:
        shutil.copy(seed, settings.inbox_folder)
    airflow_home(settings).mkdir(parents=True)
    return len(seeds)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Nobody else runs this home meanwhile, and an Airflow whose launcher was killed is ended first."""
    settings.make_folders()
    with (settings.home / "launcher.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured(
                f"{settings.home} is in use by another `make run`; end it or set DEALWIRE_HOME"
            ) from error
        _end_leftover(settings)
        yield


def _end_leftover(settings: Settings) -> None:
    note = note_of(settings)
    if not note.exists():
        return
    session = json.loads(note.read_text())["session"]
    if any(_is_of(process, session, airflow_home(settings)) for process in psutil.process_iter()):
        end_session(session)
    note.unlink()


def _is_of(process: psutil.Process, session: int, home: Path) -> bool:
    """Whether a process is of that session and of this home, as ids of ended sessions are given out again."""
    try:
        return os.getsid(process.pid) == session and process.environ().get("AIRFLOW_HOME") == str(home)
    except (ProcessLookupError, psutil.Error):
        return False
