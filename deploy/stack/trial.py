"""What the stack is put through: articles come in while a worker is killed and Elasticsearch is away."""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil

from deploy.stack.compose import ROOT
from deploy.stack.stack import Stack
from pipeline.app import Dealwire
from pipeline.errors import Unavailable
from pipeline.ledger import backlog, files

SYNTHETIC = 500
PATIENCE = 1800.0
ABSENCE = 45.0
INDEX = "elasticsearch"


@dataclass
class Trial:
    """One run of articles through a started stack."""

    stack: Stack
    app: Dealwire

    def feed(self) -> int:
        """Put the seeds and invented articles into the inbox; how many."""
        inbox = self.app.settings.inbox_folder
        with tempfile.TemporaryDirectory() as scratch:
            invented = _invented(Path(scratch) / "articles")
            found = [*sorted((ROOT / "seeds").iterdir()), *sorted(invented.iterdir())]
            for number, path in enumerate(found):
                shutil.copyfile(path, inbox / f".{number}{path.suffix}")
                (inbox / f".{number}{path.suffix}").rename(inbox / path.name)
        return len(found)

    def until(self, outcomes: int) -> int:
        """Wait for that many outcomes, and keep the stack running; raises Unavailable where it takes too long."""
        return self._wait(lambda: self._outcomes() >= outcomes, f"{outcomes} outcomes")

    def until_done(self) -> int:
        """Wait until nothing is left to do."""
        return self._wait(self._is_done, "everything to be done")

    def kill_worker(self) -> str:
        """Kill the busiest worker without a word, as a machine that fails does; its name."""
        workers = [name for name in self.stack.processes if name.startswith("worker")]
        victim = max(workers, key=lambda name: _members(self.stack.processes[name].pid))
        os.kill(self.stack.processes[victim].pid, signal.SIGKILL)
        return victim

    def without_index(self) -> None:
        """Stop Elasticsearch, let the rest go on without it, start it again."""
        self.stack.end(INDEX)
        back = time.monotonic() + ABSENCE
        self._wait(lambda: time.monotonic() > back, "the pause")
        self.stack.bring_back(INDEX)

    def indexed(self) -> tuple[set[tuple[str, str, int]], set[tuple[str, str, int]]]:
        """Kind, id and number of every document, as the ledger has them and as the index has them."""
        with self.app.ledger.reading() as connection:
            wanted = {(row.kind, row.id, row.number) for row in backlog.all_projections(connection)}
        return wanted, set(self.app.index.contents())

    def _outcomes(self) -> int:
        with self.app.ledger.reading() as connection:
            return sum(files.outcome_counts(connection).values())

    def _is_done(self) -> bool:
        due = self.app.due()
        return not (due.files or due.mentions or due.documents or due.deliveries or self.app.waiting())

    def _wait(self, reached: Callable[[], bool], what: str) -> int:
        started = time.monotonic()
        while not reached():
            if time.monotonic() - started > PATIENCE:
                raise Unavailable(f"waited {PATIENCE:.0f} s for {what}: {self.app.due()}")
            self.stack.look()
            time.sleep(1)
        return self._outcomes()


def _invented(folder: Path) -> Path:
    """Invented articles, made by the benchmarks' script."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    script: Any = import_module("synthetic")
    script.write_articles(folder, SYNTHETIC)
    return folder


def _members(session: int) -> int:
    """How many processes a session has: a worker's tasks are processes of its session."""
    return sum(1 for process in psutil.process_iter() if _session(process.pid) == session)


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None
