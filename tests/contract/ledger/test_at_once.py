"""Two processes that read and consolidate at once give what one gives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from seed_chain import ROOT, SEEDS

from pipeline.app import open_app
from pipeline.ledger.store import Ledger
from pipeline.settings import Settings


def ingest(settings: Settings, *files: Path) -> subprocess.Popen[bytes]:
    """`dealwire ingest` of these files, in a process of its own."""
    given = {"HOME": settings.home, "LEDGER": settings.ledger, "WORKERS": 1}
    environment = {**os.environ, **{f"DEALWIRE_{name}": str(value) for name, value in given.items()}}
    command = [sys.executable, "-m", "pipeline", "ingest", *map(str, files)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.slow
def test_two_processes_that_consolidate_at_once_give_each_event_and_alert_once(url, tmp_path):
    """Each brings articles of the same deal."""
    settings = Settings(home=tmp_path / "home", ledger=url)
    ledger = Ledger(url)
    ledger.setup()
    ledger.close()
    seeds = sorted(SEEDS.glob("*.txt"))
    both = [ingest(settings, *seeds[::2]), ingest(settings, *seeds[1::2])]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    with open_app(settings) as app:
        app.project()
        told = {
            event.title: len(event.sources) for event in app.events() if event.type == "partnership" and event.is_news
        }
        assert sorted(told.values()) == [2, 4]
        assert len(app.alerts_list()) == 2
        assert len((settings.home / "alerts.jsonl").read_text().splitlines()) == 2
        held = {(kind, name) for kind, name, _ in app.index.contents()}
        assert {("event", event.event_id) for event in app.events()} <= held
