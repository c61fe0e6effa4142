"""PostgreSQL from the binaries of this machine."""

import shlex
import shutil
import signal
import subprocess
from pathlib import Path

from deploy.stack.compose import Service
from deploy.stack.places import LOOPBACK, Places
from deploy.stack.process import Launch, give, other_groups, unprivileged
from pipeline.errors import Misconfigured

DATA = "/var/lib/postgresql/data"


def launch_postgres(service: Service, places: Places, process: str) -> Launch:
    """A server on loopback, its cluster made on first use."""
    binaries, user, data = server_binaries(), unprivileged(), places.folder(DATA)
    settings = places.environment(service, process)
    give(data, user)
    if not (data / "PG_VERSION").exists():
        make = [str(binaries / "initdb"), "--pgdata", str(data), "--username=postgres"]
        make += ["--pwfile", settings["POSTGRES_PASSWORD_FILE"], *shlex.split(settings["POSTGRES_INITDB_ARGS"])]
        _run(make, user)
    where = ("-h", LOOPBACK, "-p", str(places.ports["postgres"]), "-k", "")
    ready = [str(binaries / "pg_isready"), f"--host={LOOPBACK}", f"--port={places.ports['postgres']}", "--quiet"]
    return Launch(
        command=(str(binaries / "postgres"), "-D", str(data), *where),
        healthy=lambda: subprocess.run(ready, check=False).returncode == 0,  # noqa: S603 - its own program
        user=user,
        stop=signal.SIGINT,
    )


def server_binaries() -> Path:
    """The folder of `initdb` and `postgres`; raises Misconfigured."""
    if not shutil.which("pg_config"):
        raise Misconfigured("no PostgreSQL here. On Debian: sudo apt-get install postgresql libpq-dev")
    asked = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)  # noqa: S607
    return Path(asked.stdout.strip())


def _run(command: list[str], user: int | None) -> None:
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL
        command,
        user=user,
        group=user,
        extra_groups=other_groups(user),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Misconfigured(f"PostgreSQL cannot make its cluster: {done.stderr.strip()[-400:]}")
