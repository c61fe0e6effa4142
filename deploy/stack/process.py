"""One service as a process of a session of its own, so that all it starts can be found and ended."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.launcher.standalone import end_session

NOBODY = 65534


@dataclass(frozen=True)
class Launch:
    """What to start, as which user, how to ask it to end, and how it is seen to work."""

    command: tuple[str, ...]
    healthy: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=dict)
    user: int | None = None
    stop: signal.Signals = signal.SIGTERM


class Process:
    """A started service; its output goes to `log` in its folder."""

    def __init__(self, name: str, launch: Launch, folder: Path, workplace: Path) -> None:
        """Start it."""
        self.name = name
        self.launch = launch
        self.log = folder / "log"
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - a service of the compose file
                launch.command,
                cwd=workplace,
                env={**plain_environment(), **launch.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=launch.user,
                group=launch.user,
                extra_groups=other_groups(launch.user),
            )

    @property
    def pid(self) -> int:
        """Its process id, also that of its session."""
        return self._process.pid

    @property
    def code(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._process.poll()

    def ask(self) -> None:
        """Ask it to end."""
        if self.code is None:
            self._process.send_signal(self.launch.stop)

    def end(self, patience: float = 10) -> None:
        """See it end within that time, and force what is left of its session."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        end_session(self.pid)
        self._process.wait()

    def tail(self) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])


def plain_environment() -> dict[str, str]:
    """The environment without settings of ours or of Airflow: all of those come from the compose file."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("DEALWIRE_", "AIRFLOW", "STACK_"))
    }


def unprivileged() -> int | None:
    """The user for servers that refuse to run as root; None, our own, where we are not root."""
    return NOBODY if os.geteuid() == 0 else None


def other_groups(user: int | None) -> list[int] | None:
    """No further groups for another user than ours."""
    return None if user is None else []


def give(folder: Path, user: int | None) -> Path:
    """Make a folder, and let the user own it and all in it; raises Misconfigured where the user cannot reach it."""
    folder.mkdir(parents=True, exist_ok=True)
    closed = next((parent for parent in folder.parents if not parent.stat().st_mode & 0o001), None)
    if user is not None and closed:
        raise Misconfigured(f"{closed} is closed to the user of the servers: chmod o+x it or set DEALWIRE_HOME")
    if user is not None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user, user, follow_symlinks=False)
    return folder
