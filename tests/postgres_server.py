"""A real PostgreSQL: the one that the environment names, else the server binaries of this machine.

`DEALWIRE_TEST_POSTGRES=postgresql+psycopg://user@host/postgres` names one that runs; each test makes a database there.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from server_parts import MissingError, free_port, give_to_nobody, own_folder, served, unprivileged

NAMED = "DEALWIRE_TEST_POSTGRES"


def binaries() -> Path:
    """The folder of `initdb` and `postgres`; raises MissingError."""
    config = shutil.which("pg_config")
    folders = [Path(subprocess.check_output([config, "--bindir"], text=True).strip())] if config else []
    folders += [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise MissingError("no PostgreSQL server binaries; on Debian: apt-get install postgresql")


@contextmanager
def postgres() -> Iterator[str]:
    """A server until the end of the block; the URL of its database `postgres`. Raises MissingError."""
    if named := os.environ.get(NAMED):
        yield named
        return
    programs = binaries()
    with own_folder() as folder:
        give_to_nobody(folder)
        made = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "tests", "--auth=trust", "-E", "UTF8"]
        command, environment = unprivileged([*made, "--locale=C", "--no-sync"], folder)
        subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
        port = free_port()
        settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "fsync=off"]
        serve = [str(programs / "postgres"), "-D", str(folder / "data")]
        serve += [part for setting in settings for part in ("-c", setting)]
        with served(serve, folder, lambda: _answers(port)):
            yield f"postgresql+psycopg://tests@127.0.0.1:{port}/postgres"


def _answers(port: int) -> bool:
    with suppress(psycopg.OperationalError):
        psycopg.connect(host="127.0.0.1", port=port, user="tests", dbname="postgres", connect_timeout=2).close()
        return True
    return False
