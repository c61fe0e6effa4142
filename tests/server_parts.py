"""What tests need to run real servers: a missing one is a loud skip for a person, a failure where CI is set."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from deploy.stack.process import other_groups, unprivileged
from pipeline.errors import Misconfigured

Found = TypeVar("Found")


class MissingError(Exception):
    """A server cannot run on this machine; the message says what it lacks."""


def found(part: Callable[..., Found], *arguments: object) -> Found:
    """What the stack's own search for a part gives; only where that fails is something missing."""
    try:
        return part(*arguments)
    except Misconfigured as error:
        raise MissingError(str(error)) from error


@contextmanager
def needed(what: str) -> Iterator[None]:
    """Turn a missing server into a skip, or under CI into a failure."""
    try:
        yield
    except MissingError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{what} cannot be tested: {error}")
        pytest.skip(f"SKIPPED, {what} IS NOT TESTED: {error}")


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder for a server that will not run as root; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="dealwire-server-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_unprivileged(command: list[str], folder: Path, **environment: str) -> None:
    """Run a program of a server as that server's user."""
    user = unprivileged()
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder), **environment}
    subprocess.run(
        command,
        cwd=folder,
        env=variables,
        user=user,
        group=user,
        extra_groups=other_groups(user),
        check=True,
        capture_output=True,
    )


@contextmanager
def served(
    command: list[str], folder: Path, ready: Callable[[], bool], seconds: float = 120, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that runs until the end of the block; its output is kept in its folder."""
    user, log = unprivileged(), folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
            user=user,
            group=user,
            extra_groups=other_groups(user),
        )
    try:
        until = time.monotonic() + seconds
        while not ready():
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} did not start:\n{log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.2)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(30)
