"""Keeping one Airflow running: `airflow standalone` mends no part that died, so the whole is started anew."""

import json
import time
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from pipeline.launcher.standalone import Standalone

START_SECONDS = 300.0
UNHEALTHY_SECONDS = 60.0


class Finding(Enum):
    """What a look at Airflow showed."""

    STARTING = "starting"
    HEALTHY = "healthy"
    DOUBTFUL = "doubtful"
    RESTARTED = "restarted"


class Guard:
    """An Airflow that is running or being restarted until `stop`."""

    def __init__(self, environment: Mapping[str, str], log: Path, note: Path) -> None:
        """Start it; where it runs is kept in `note`, for others and for a start after we were killed."""
        self._environment = environment
        self._log = log
        self._note = note
        self._healthy_at: float | None = None
        self._standalone = self._start()

    @property
    def address(self) -> str:
        """Where its page is."""
        return self._standalone.address

    def look(self) -> Finding:
        """How Airflow is now; what cannot mend itself is restarted first."""
        if self._standalone.has_dead_part():
            return self._restart()
        if self._standalone.is_healthy():
            self._healthy_at = time.monotonic()
            return Finding.HEALTHY
        return self._doubt()

    def stop(self) -> None:
        """End Airflow and every process of it."""
        self._standalone.stop()
        self._note.unlink(missing_ok=True)

    def _doubt(self) -> Finding:
        now = time.monotonic()
        if self._healthy_at is None:
            too_long = now - self._standalone.started > START_SECONDS
            return self._restart() if too_long else Finding.STARTING
        return self._restart() if now - self._healthy_at > UNHEALTHY_SECONDS else Finding.DOUBTFUL

    def _restart(self) -> Finding:
        self._standalone.stop(patience=0)
        self._healthy_at = None
        self._standalone = self._start()
        return Finding.RESTARTED

    def _start(self) -> Standalone:
        standalone = Standalone(self._environment, self._log)
        self._note.write_text(json.dumps({"session": standalone.session, "address": standalone.address}))
        return standalone
