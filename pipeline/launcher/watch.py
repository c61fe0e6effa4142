"""What is told of a run while it lasts: how Airflow is, alerts as they come, and once what the first files gave."""

import json
from collections.abc import Sequence
from contextlib import suppress

from pipeline.errors import Unavailable
from pipeline.launcher.environment import airflow_home
from pipeline.launcher.guard import Finding, Guard
from pipeline.launcher.news import News
from pipeline.launcher.screen import Screen, counted
from pipeline.settings import Settings
from schemas.alert import Alert


class Watch:
    """Looks at Airflow and the ledger and tells the screen what changed."""

    def __init__(self, settings: Settings, guard: Guard, news: News, screen: Screen) -> None:
        """Begin with nothing told."""
        self._settings, self._guard, self._news, self._screen = settings, guard, news, screen
        self._up = False
        self._summed_up = False

    def look(self) -> None:
        """Tell what is new since the last look."""
        self._tell_airflow(self._guard.look())
        with suppress(Unavailable):  # told at the next look
            self._tell_alerts(self._news.fresh())
            if self._up and not self._summed_up and self._news.all_done():
                self._sum_up()

    def _tell_airflow(self, finding: Finding) -> None:
        if finding is Finding.RESTARTED:
            self._up = False
            self._screen.step("a part of Airflow died; it is started anew")
        elif finding is Finding.HEALTHY and not self._up:
            self._up = True
            self._screen.step(f"Airflow is up: {self._guard.address}   login: {_login(self._settings)}")

    def _tell_alerts(self, fresh: Sequence[Alert]) -> None:
        """Each by itself once the first files are summed up; that there are some before."""
        if self._summed_up:
            self._screen.fresh(fresh)
        elif fresh:
            self._screen.step(f"{counted(len(fresh), 'alert')} raised")

    def _sum_up(self) -> None:
        self._screen.events(self._news.events())
        self._screen.alerts(self._news.alerts())
        self._screen.say(f"Drop articles into {self._settings.inbox_folder}; alerts appear here. Ctrl-C ends it all.")
        self._summed_up = True


def _login(settings: Settings) -> str:
    passwords = airflow_home(settings) / "simple_auth_manager_passwords.json.generated"
    return ", ".join(f"{user} / {password}" for user, password in json.loads(passwords.read_text()).items())
