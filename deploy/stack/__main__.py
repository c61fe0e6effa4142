"""`python -m deploy.stack`: the services of docker-compose.yml as plain processes, until Ctrl-C."""

import shlex
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.stack.compose import read_services
from deploy.stack.leftovers import alone
from deploy.stack.places import LEFT_OUT, LOOPBACK, find_places
from deploy.stack.stack import Stack
from pipeline.errors import DealwireError
from pipeline.launcher.screen import Screen
from pipeline.settings import read_settings


def main() -> int:
    """Run until a signal; 0 when everything ended, 2 when it cannot start."""
    ended, screen = threading.Event(), Screen()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: ended.set())
    try:
        with running(read_settings().home.absolute() / "stack", screen) as stack:
            _tell(stack, screen)
            while not ended.wait(1):
                stack.look()
            screen.step("ending all of it")
    except DealwireError as error:
        screen.say(str(error))
        return 2
    screen.step("all of it has ended")
    return 0


@contextmanager
def running(home: Path, screen: Screen) -> Iterator[Stack]:
    """The stack below a folder until the end of the block; raises Misconfigured or Unavailable."""
    with alone(home):
        services = read_services()
        stack = Stack(services, find_places(home, services), screen.step)
        screen.say(f"Dealwire's stack keeps everything in {home}; logs in {stack.log_folder}")
        screen.say(f"LEFT OUT, as it runs in Docker only: {', '.join(LEFT_OUT)}")
        try:
            stack.start()
            yield stack
        finally:
            stack.stop()


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
