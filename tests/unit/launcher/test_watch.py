"""What a person sees while Airflow runs."""

import io
from types import SimpleNamespace

import pytest
from alerting_world import alert, event
from rich.console import Console

from pipeline.errors import Unavailable
from pipeline.launcher.guard import Finding
from pipeline.launcher.news import News
from pipeline.launcher.screen import SHOWN_ALERTS, Screen
from pipeline.launcher.watch import Watch
from pipeline.settings import Settings


class App:
    """The questions that the launcher asks, with answers that a test sets."""

    def __init__(self) -> None:
        """Nothing came in yet."""
        self.alerts, self.files = [], 0
        self.down = False

    def alerts_list(self):
        """Latest first."""
        if self.down:
            raise Unavailable("busy")
        return self.alerts[::-1]

    def events(self):
        """One event."""
        return [event()]

    def waiting(self):
        """No file."""
        return 0

    def due(self):
        """Only what the test says."""
        return SimpleNamespace(files=self.files, mentions=0, documents=9, deliveries=0)


class Run:
    """A watch over a pretended Airflow."""

    def __init__(self, home) -> None:
        """Airflow is starting."""
        self.app, self.printed = App(), io.StringIO()
        self.guard = SimpleNamespace(look=lambda: self.finding, address="http://127.0.0.1:1")
        self.finding = Finding.STARTING
        (home / "airflow").mkdir()
        (home / "airflow" / "simple_auth_manager_passwords.json.generated").write_text('{"admin": "secret"}')
        screen = Screen(Console(file=self.printed))
        self._watch = Watch(Settings(home=home), self.guard, News(self.app), screen)

    def look(self, finding=Finding.HEALTHY) -> str:
        """What one look printed."""
        self.finding = finding
        before = len(self.printed.getvalue())
        self._watch.look()
        return self.printed.getvalue()[before:]


@pytest.fixture
def run(tmp_path) -> Run:
    """A run that has just begun."""
    return Run(tmp_path)


def test_address_and_login_come_with_the_first_health(run):
    """As soon as the page answers, and not again while it does."""
    assert run.look(Finding.STARTING) == ""
    assert "http://127.0.0.1:1   login: admin / secret" in run.look()
    assert run.look() == ""


def test_the_summary_waits_for_the_first_files(run):
    """Events and alerts are listed once, when nothing is left to do; what the index still lacks does not matter."""
    run.app.files = 2
    assert "found" not in run.look()
    run.app.alerts, run.app.files = [alert()], 0
    summed_up = run.look()
    assert "1 event found" in summed_up
    assert "1 alert sent" in summed_up
    assert run.look() == ""


def test_later_alerts_come_as_lines_and_never_flood_the_screen(run):
    """A few are shown, of many the number."""
    run.look()
    run.app.alerts = [alert(alert_id=str(number)) for number in range(SHOWN_ALERTS + 30)]
    lines = run.look().splitlines()
    assert len(lines) == SHOWN_ALERTS + 1
    assert "30 more" in lines[-1]
    assert run.look() == ""


def test_alerts_of_an_earlier_start_are_no_news(tmp_path):
    """A second start repeats nothing."""
    first = Run(tmp_path)
    first.app.alerts = [alert()]
    news = News(first.app)
    assert news.fresh() == []


def test_a_restart_is_told(run):
    """That a part died, and when the page is back."""
    run.look()
    assert "started anew" in run.look(Finding.RESTARTED)
    assert run.look(Finding.STARTING) == ""
    assert "is up" in run.look()


def test_a_busy_ledger_does_not_end_the_run(run):
    """What could not be asked is asked at the next look."""
    run.look()
    run.app.alerts, run.app.down = [alert()], True
    assert run.look() == ""
    run.app.down = False
    assert alert().title in run.look()
