"""What a stack that was killed has left running is ended before the next one starts."""

import fcntl
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from deploy.stack.process import Process
from pipeline.errors import Misconfigured
from pipeline.launcher.standalone import end_session

NOTE = "running.json"


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Nobody else runs the stack of this folder meanwhile; raises Misconfigured."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured(f"{home} is in use by another `make stack`; end it or set DEALWIRE_HOME") from error
        _end_leftovers(home)
        yield


def note(home: Path, processes: Iterable[Process]) -> None:
    """Keep which processes run, with their birth, as ids are given out again."""
    born = {str(process.pid): _born(process.pid) for process in processes if process.code is None}
    (home / NOTE).write_text(json.dumps(born), encoding="utf-8")


def forget(home: Path) -> None:
    """All of them have ended."""
    (home / NOTE).unlink(missing_ok=True)


def _end_leftovers(home: Path) -> None:
    if not (home / NOTE).exists():
        return
    for pid, born in json.loads((home / NOTE).read_text(encoding="utf-8")).items():
        if born is not None and _born(int(pid)) == born:
            end_session(int(pid))
    forget(home)


def _born(pid: int) -> float | None:
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None
