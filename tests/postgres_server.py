"""A real PostgreSQL: the one that the environment names, else the server binaries of this machine.

`DEALWIRE_TEST_POSTGRES=postgresql+psycopg://user@host/postgres` names one that runs; each test makes a database there.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
from server_parts import found, free_port, own_folder, run_unprivileged, served

from deploy.stack.postgres import server_binaries
from deploy.stack.process import give, unprivileged

NAMED = "DEALWIRE_TEST_POSTGRES"


@contextmanager
def postgres() -> Iterator[str]:
    """A server until the end of the block; the URL of its database `postgres`. Raises MissingError."""
    if named := os.environ.get(NAMED):
        yield named
        return
    programs = found(server_binaries)
    with own_folder() as folder:
        give(folder, unprivileged())
        made = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "tests", "--auth=trust", "-E", "UTF8"]
        run_unprivileged([*made, "--locale=C", "--no-sync"], folder)
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
