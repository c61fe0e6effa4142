"""`airflow standalone` as one thing that can be started, watched and ended with everything it started."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import psutil

STOP_SECONDS = 10.0


class Standalone:
    """One running `airflow standalone`.

    It has a process session of its own, so that Ctrl-C reaches it through us alone, and everything it started can be
    found: its tasks leave the process group, never the session.
    """

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        """Start it; what it prints goes to `log`."""
        self.address = environment["AIRFLOW__API__BASE_URL"]
        self.started = time.monotonic()
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                ["airflow", "standalone"],  # noqa: S607 - the environment names the folder
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def session(self) -> int:
        """The id of its process session."""
        return self._process.pid

    def has_dead_part(self) -> bool:
        """Whether it, or a part it started (scheduler, API, triggerer, DAG processor), has ended: it mends none."""
        if self._process.poll() is not None:
            return True
        parts = psutil.Process(self._process.pid).children()
        return any(part.status() == psutil.STATUS_ZOMBIE for part in parts)

    def health(self) -> dict[str, Any]:
        """Airflow's own word on its parts; empty while its API does not answer."""
        try:
            reply = httpx.get(f"{self.address}/api/v2/monitor/health", timeout=5, trust_env=False)
            health: dict[str, Any] = reply.raise_for_status().json()
        except httpx.HTTPError:
            return {}
        return health

    def is_healthy(self) -> bool:
        """Whether API, database, scheduler, triggerer and DAG processor all say so."""
        health = self.health()
        return bool(health) and all(part["status"] == "healthy" for part in health.values())

    def stop(self, patience: float = STOP_SECONDS) -> None:
        """End it and everything of its session: asked first, forced after `patience` seconds."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        end_session(self.session)
        self._process.wait()


def end_session(session: int) -> None:
    """Kill what is left of a process session, in rounds, as a dying process may just have started another."""
    while members := _members(session):
        for member in members:
            member.kill()
        psutil.wait_procs(members, timeout=5)


def _members(session: int) -> list[psutil.Process]:
    return [process for process in psutil.process_iter() if _session_of(process) == session]


def _session_of(process: psutil.Process) -> int | None:
    try:
        return os.getsid(process.pid) if process.status() != psutil.STATUS_ZOMBIE else None
    except (ProcessLookupError, psutil.NoSuchProcess):
        return None
