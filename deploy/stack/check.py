"""`python -m deploy.stack.check`: a stack of its own, tried with failures; 0 when index and ledger agree at the end."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.stack.__main__ import running
from deploy.stack.stack import Stack
from deploy.stack.trial import SYNTHETIC, Trial
from pipeline.app import open_app
from pipeline.errors import DealwireError
from pipeline.launcher.screen import Screen

QUERY = "type:partnership AND news:true AND party:Xiaomi"
EXPECTED = [
    "Dixon Technologies and Xiaomi: partnership",
    "Optiemus Electronics and Xiaomi: partnership",
]


def main() -> int:
    """Run it; 1 where it shows a fault, and its logs stay."""
    screen, folder = Screen(), Path(tempfile.mkdtemp(prefix="dealwire-stack-"))
    folder.chmod(0o755)  # its servers run as a user without rights
    try:
        with running(folder / "stack", screen) as stack, reached(stack.environment()):
            faults = tried(stack, screen)
    except DealwireError as error:
        faults = [str(error)]
    except KeyboardInterrupt:
        faults = ["interrupted"]
    for fault in faults:
        screen.say(f"FAULT: {fault}")
    if faults:
        screen.say(f"logs: {folder}/stack/run")
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    screen.step("the stack lost nothing")
    return 0


@contextmanager
def reached(settings: dict[str, str]) -> Iterator[None]:
    """Let this process use the stack's ledger and index."""
    os.environ.update(settings)
    yield
    for name in settings:
        del os.environ[name]


def tried(stack: Stack, screen: Screen) -> list[str]:
    """Feed, kill a worker at a quarter, stop Elasticsearch at half; what is wrong at the end."""
    with open_app() as app:
        trial = Trial(stack, app)
        fed = trial.feed()
        screen.step(f"{fed} articles are in the inbox, {SYNTHETIC} of them invented")
        trial.until(fed // 4)
        screen.step(f"{trial.kill_worker()} is killed")
        screen.step(f"{trial.until(fed // 2)} outcomes; Elasticsearch stops")
        trial.without_index()
        screen.step("Elasticsearch is back")
        screen.step(f"{trial.until(fed)} outcomes")
        trial.until_done()
        return [*_index_faults(trial, screen), *_event_faults(trial, screen)]


def _index_faults(trial: Trial, screen: Screen) -> list[str]:
    wanted, found = trial.indexed()
    screen.step(f"ledger: {len(wanted)} documents, index: {len(found)}, the same: {len(wanted & found)}")
    return (
        [] if wanted == found else [f"the index lacks {sorted(wanted - found)[:5]}, has {sorted(found - wanted)[:5]}"]
    )


def _event_faults(trial: Trial, screen: Screen) -> list[str]:
    titles = sorted(event.title for event in trial.app.events(QUERY))
    screen.step(f"{QUERY}: {'; '.join(titles)}")
    return [] if titles == EXPECTED else [f"the seeds tell of {EXPECTED}"]


if __name__ == "__main__":
    sys.exit(main())
