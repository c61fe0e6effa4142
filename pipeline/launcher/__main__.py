"""`python -m pipeline.launcher`: Airflow with our DAGs until Ctrl-C, and on one screen what comes of it."""

import os
import signal
import sys
import threading

from pipeline.app import open_app
from pipeline.errors import Misconfigured
from pipeline.launcher.environment import airflow_environment, airflow_home, free_ports
from pipeline.launcher.guard import Guard
from pipeline.launcher.news import News
from pipeline.launcher.place import alone, dag_folder, note_of, prepare
from pipeline.launcher.screen import Screen
from pipeline.launcher.watch import Watch
from pipeline.settings import Settings, read_settings


def main() -> int:
    """Run until a signal; 0 when everything ended, 2 when it cannot start."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: ended.set())
    screen = Screen()
    try:
        settings = read_settings()
        with alone(settings):
            run(settings, screen, ended)
    except Misconfigured as error:
        screen.say(str(error))
        return 2
    return 0


def run(settings: Settings, screen: Screen, ended: threading.Event) -> None:
    """Start Airflow, tell what happens, end it."""
    fed = prepare(settings)
    environment = airflow_environment(settings, dag_folder(), free_ports(), os.environ)
    log = airflow_home(settings) / "standalone.log"
    screen.say(f"Dealwire keeps everything in {settings.home}" + (f"; {fed} sample articles fed" if fed else ""))
    with open_app(settings) as app:
        app.setup()
        screen.step(f"Airflow is starting, about a minute; its log: {log}")
        guard = Guard(environment, log, note_of(settings))
        try:
            watch = Watch(settings, guard, News(app), screen)
            while not ended.wait(1):
                watch.look()
        finally:
            screen.step("ending Airflow")
            guard.stop()
            screen.step("all of it has ended")


if __name__ == "__main__":
    sys.exit(main())
