"""A real Airflow for tests: started by the launcher, fed through the inbox, asked through its API."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psutil
from sqlalchemy import select

from pipeline.index.tantivy import TantivyIndex
from pipeline.ledger.store import Ledger
from pipeline.ledger.tables import outcomes
from pipeline.settings import Settings

READY_SECONDS = 240

ARTICLE = """{one} and {two} form partnership to make heat pumps

{one} Ltd and {two} Inc announced a partnership on Monday. The two companies have signed an agreement under which \
{two} Inc will manufacture heat pumps for {one} Ltd.

"This partnership with {two} brings our pumps to more homes," said Ann Marlow, chief executive of {one} Ltd.
"""


def partnership(one: str, two: str) -> str:
    """An article that one alert follows from."""
    return ARTICLE.format(one=one, two=two)


def eventually(seconds: float, look: Callable[[], Any], what: str) -> Any:
    """The first truthy answer of `look`, or a failure after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (answer := look()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.5)
    return answer


class Running:
    """A home with its launcher, and the questions that tests ask of them."""

    def __init__(self, home: Path, **environment: str) -> None:
        """Start the launcher on `home`."""
        self.home, self.inbox = home, home / "inbox"
        self.screen = home.with_name(home.name + ".screen")
        self._environment = {**os.environ, **environment, "DEALWIRE_HOME": str(home)}
        self.start()

    # The launcher and its processes

    def start(self) -> "Running":
        """Start the launcher, once more after a stop."""
        self._token, self.started = "", time.monotonic()
        with self.screen.open("w") as screen:
            self.launcher = subprocess.Popen(
                [sys.executable, "-m", "pipeline.launcher"],
                env=self._environment,
                stdout=screen,
                stderr=subprocess.STDOUT,
            )
        return self

    def note(self) -> dict[str, Any]:
        """Where the present Airflow runs; empty while none does."""
        path = self.home / "airflow" / "running.json"
        return json.loads(path.read_text()) if path.exists() else {}

    def processes(self, session: int) -> list[psutil.Process]:
        """The living processes of a session."""
        return [p for p in psutil.process_iter() if _session_of(p) == session]

    def ready(self) -> "Running":
        """Wait until every part is healthy."""
        eventually(READY_SECONDS, self.healthy, "a healthy Airflow")
        return self

    def healthy(self) -> bool:
        """Whether every part says so."""
        if self.launcher.poll() is not None:
            raise AssertionError(self.screen.read_text())
        try:
            health = httpx.get(f"{self.note()['address']}/api/v2/monitor/health", trust_env=False, timeout=5).json()
        except (httpx.HTTPError, KeyError):
            return False
        return all(part["status"] == "healthy" for part in health.values())

    def stop(self, by: signal.Signals = signal.SIGINT) -> str:
        """End the launcher as a person would; what it printed."""
        if self.launcher.poll() is None:
            self.launcher.send_signal(by)
            self.launcher.wait(60)
        return self.screen.read_text()

    # The inbox and what came of it

    def drop(self, name: str, content: str | bytes) -> str:
        """Put a file into the inbox at once, as a rename does; its name."""
        part = self.inbox / f"{name}.part"
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        part.rename(self.inbox / name)
        return name

    def alerts(self) -> list[dict[str, Any]]:
        """What the file channel got."""
        path = self.home / "alerts.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def alerts_of(self, name: str) -> list[dict[str, Any]]:
        """The alerts whose evidence stands in the article of that name."""
        return [said for said in self.alerts() if said["alert"]["evidence_path"] == name]

    def alerted(self, name: str, seconds: float = 60) -> dict[str, Any]:
        """The one alert of an article, once it was sent."""
        (alert,) = eventually(seconds, lambda: self.alerts_of(name), f"an alert of {name}")
        return alert

    def outcomes(self) -> list[tuple[str, str, str | None]]:
        """Path, kind and reason of every document that ended, in that order."""
        ledger = Ledger(Settings(home=self.home).ledger_url)
        try:
            with ledger.reading() as connection:
                rows = connection.execute(select(outcomes).order_by(outcomes.c.number)).all()
        finally:
            ledger.close()
        return [(row.path, row.kind, row.reason) for row in rows]

    def outcomes_of(self, name: str) -> list[tuple[str, str | None]]:
        """Kind and reason of the documents of that path."""
        return [(kind, reason) for path, kind, reason in self.outcomes() if path == name]

    def ended(self, name: str, seconds: float = 60) -> tuple[str, str | None]:
        """How the one document of that path ended."""
        (outcome,) = eventually(seconds, lambda: self.outcomes_of(name), f"an outcome of {name}")
        return outcome

    def found(self, query: str) -> int:
        """How many documents the index finds."""
        return TantivyIndex(self.home / "index").search(query).total

    # Airflow's API

    def ask(self, method: str, path: str, **arguments: Any) -> Any:
        """An answer of the API, as the admin."""
        address = self.note()["address"]
        if not self._token:
            passwords = self.home / "airflow" / "simple_auth_manager_passwords.json.generated"
            (user, password), *_ = json.loads(passwords.read_text()).items()
            login = httpx.post(
                f"{address}/auth/token", json={"username": user, "password": password}, trust_env=False, timeout=30
            )
            self._token = login.raise_for_status().json()["access_token"]
        headers = {"Authorization": f"Bearer {self._token}"}
        reply = httpx.request(
            method, f"{address}/api/v2/{path}", headers=headers, trust_env=False, timeout=30, **arguments
        )
        return reply.raise_for_status().json()

    def runs(self, dag: str = "ingest_articles") -> list[dict[str, Any]]:
        """The runs of a DAG, newest first."""
        return self.ask("GET", f"dags/{dag}/dagRuns", params={"limit": 100, "order_by": "-run_after"})["dag_runs"]

    def tasks(self, task: str, dag: str = "ingest_articles") -> list[dict[str, Any]]:
        """The instances of a task in all runs, newest first."""
        path = f"dags/{dag}/dagRuns/~/taskInstances"
        found = self.ask("GET", path, params={"limit": 100, "order_by": "-start_date", "task_id": task})
        return found["task_instances"]

    def pause(self, paused: bool, dag: str = "ingest_articles") -> None:
        """Pause or unpause a DAG."""
        self.ask("PATCH", f"dags/{dag}", json={"is_paused": paused})

    def idle(self) -> bool:
        """Whether no run of ours is queued or running and nothing waits in the inbox."""
        states = {run["state"] for dag in ("ingest_articles", "drain_outboxes") for run in self.runs(dag)}
        return not states & {"queued", "running"} and not any(path.is_file() for path in self.inbox.rglob("*"))


def _session_of(process: psutil.Process) -> int | None:
    try:
        return os.getsid(process.pid) if process.status() != psutil.STATUS_ZOMBIE else None
    except (ProcessLookupError, psutil.NoSuchProcess):
        return None
