"""The running stack: every service of the compose file but those left out, started in order and kept running."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from deploy.stack.compose import ROOT, Service
from deploy.stack.leftovers import forget, note
from deploy.stack.places import LEFT_OUT, Places
from deploy.stack.process import Process
from deploy.stack.runners import launch
from pipeline.errors import Unavailable

PATIENCE = 300.0
PAUSE = 0.5
DONE, WORKS = "service_completed_successfully", "service_healthy"


class Stack:
    """The processes by name; a service of several replicas has several."""

    def __init__(self, services: Mapping[str, Service], places: Places, say: Callable[[str], None]) -> None:
        """Nothing runs yet."""
        self.places = places
        self._services = {name: service for name, service in services.items() if name not in LEFT_OUT}
        self._say = say
        self._ready: set[tuple[str, str]] = set()
        self.processes: dict[str, Process] = {}

    @property
    def log_folder(self) -> Path:
        """Where each process has a folder with its log."""
        return self.places.home / "run"

    def start(self) -> None:
        """Start every service when those it depends on are ready; raises Unavailable where one is not in time."""
        for service in self._services.values():
            for other, condition in service.after.items():
                self._await(other, condition)
            for process in names_of(service):
                self.start_one(service, process)
        for name, service in self._services.items():
            if service.restarts:
                self._await(name, WORKS)

    def start_one(self, service: Service, process: str) -> None:
        """Start one process of a service, as it was or anew."""
        folder = self.places.own(process)
        folder.mkdir(parents=True, exist_ok=True)
        self.processes[process] = Process(process, launch(service, self.places, process), folder, ROOT)
        note(self.places.home, self.processes.values())

    def environment(self) -> dict[str, str]:
        """The settings with which a person's `dealwire` reaches this stack."""
        settings = self.places.environment(self._services["setup"], "setup")
        return {name: value for name, value in settings.items() if name.startswith("DEALWIRE_")}

    def look(self) -> None:
        """Start again what has died, as its `restart` in the compose file says."""
        for service in self._services.values():
            for name in names_of(service):
                process = self.processes.get(name)
                if service.restarts and process and process.code is not None:
                    self._say(f"{name} died ({process.code}) and starts again")
                    self.restart(name)

    def restart(self, name: str) -> None:
        """End one process and start it anew."""
        self.end(name)
        self.bring_back(name)

    def bring_back(self, name: str) -> None:
        """Start a process that was ended."""
        self.start_one(next(one for one in self._services.values() if name in names_of(one)), name)

    def end(self, name: str, patience: float = 10) -> None:
        """End one process with all that it started."""
        process = self.processes.pop(name)
        process.ask()
        process.end(patience)

    def stop(self) -> None:
        """End everything, the servers last: what still runs of ours may need them."""
        servers = [name for name, service in self._services.items() if not service.ours]
        ours = [name for name in self.processes if name not in servers]
        for group in (ours, servers):
            for name in group:
                if name in self.processes:
                    self.processes[name].ask()
            for name in group:
                if name in self.processes:
                    self.processes.pop(name).end()
        forget(self.places.home)

    def _await(self, name: str, condition: str) -> None:
        if (name, condition) in self._ready:
            return
        until = time.monotonic() + PATIENCE
        for process in names_of(self._services[name]):
            while not self._meets(process, condition):
                if time.monotonic() > until:
                    raise Unavailable(f"{process} is not ready; its log ends:\n{self.processes[process].tail()}")
                time.sleep(PAUSE)
        self._ready.add((name, condition))
        self._say(f"{name} {'is done' if condition == DONE else 'works'}")

    def _meets(self, name: str, condition: str) -> bool:
        process = self.processes[name]
        if process.code:
            raise Unavailable(f"{name} ended with {process.code}; its log ends:\n{process.tail()}")
        if condition == DONE:
            return process.code == 0
        return process.launch.healthy()


def names_of(service: Service) -> list[str]:
    """The names of a service's processes."""
    many = range(1, service.replicas + 1)
    return [service.name] if service.replicas == 1 else [f"{service.name}-{number}" for number in many]
