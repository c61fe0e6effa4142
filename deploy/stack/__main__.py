"""`python -m deploy.stack`: the services of docker-compose.yml as plain processes, until Ctrl-C."""

import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from deploy.stack.compose import read_services
from deploy.stack.leftovers import alone
from deploy.stack.places import LEFT_OUT, LOOPBACK, find_places
from deploy.stack.stack import Stack
from pipeline.errors import DealwireError
from pipeline.launcher.screen import Screen
from pipeline.settings import read_settings


def main() -> int:
    """Run until a signal; 0 when everything ended, 2 when it cannot start."""
    screen = Screen()
    try:
        with running(read_settings().home.absolute() / "stack", screen) as stack:
            _tell(stack, screen)
            while True:
                stack.look()
                time.sleep(1)
    except KeyboardInterrupt:
        screen.step("all of it has ended")
    except DealwireError as error:
        screen.say(str(error))
        return 2
    return 0


@contextmanager
def running(home: Path, screen: Screen) -> Iterator[Stack]:
    """The stack below a folder until the end of the block or a signal, which no second one hurries.

    Raises Misconfigured or Unavailable where it cannot start, KeyboardInterrupt after a signal.
    """
    _on_signal(signal.default_int_handler)
    with alone(home):
        services = read_services()
        stack = Stack(services, find_places(home, services), screen.step)
        screen.say(f"Dealwire's stack keeps everything in {home}; logs in {stack.log_folder}")
        screen.say(f"LEFT OUT, as it runs in Docker only: {', '.join(LEFT_OUT)}")
        try:
            stack.start()
            yield stack
        finally:
            _on_signal(signal.SIG_IGN)
            screen.step("ending all of it")
            stack.stop()


def _on_signal(action: Callable[[int, FrameType | None], Any] | signal.Handlers) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, action)


def _tell(stack: Stack, screen: Screen) -> None:
    """One screen: what runs, where the UI is and who may log in, how to reach all of it."""
    ports, secrets = stack.places.ports, stack.places.folder("/run/dealwire/ours")
    reach = stack.places.home / "environment"
    lines = [f"export {name}={shlex.quote(value)}\n" for name, value in stack.environment().items()]
    reach.write_text("".join(lines), encoding="utf-8")
    screen.say(f"running: {', '.join(name for name in stack.processes if name != 'setup')}")
    for name in ("postgres", "redis", "elasticsearch"):
        screen.say(f"  {name:14} {LOOPBACK}:{ports[name]}")
    screen.say(f"  {'Airflow':14} http://{LOOPBACK}:{ports['api-server']}")
    screen.say(f"  {'':14} user admin, password in {secrets}/airflow_passwords.json")
    screen.say(f"inbox: {stack.environment()['DEALWIRE_HOME']}/inbox; for the command line: . {reach}")


if __name__ == "__main__":
    sys.exit(main())
