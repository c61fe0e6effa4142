"""Where on this machine a container's folders and addresses are: below one folder, and on loopback."""

import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.stack.compose import ROOT, Service

LOOPBACK = "127.0.0.1"
CODE = "/opt/dealwire"
SECRETS = "/run/dealwire"
LEFT_OUT = ("kibana",)
PORTS = {"postgres": 5432, "redis": 6379, "elasticsearch": 9200, "transport": 9300, "api-server": 8080}
EVERYWHERE = "0.0.0.0"  # noqa: S104 - what containers listen on; here it becomes loopback


@dataclass(frozen=True)
class Places:
    """The folder of all state, the container folders that lie in it, and a port for each service."""

    home: Path
    mounts: Mapping[str, str]
    ports: Mapping[str, int]

    def folder(self, container: str) -> Path:
        """Where a container's folder is."""
        if container.startswith(SECRETS):
            return self.home / "secrets" / container.removeprefix(SECRETS).strip("/")
        return self.home / self.mounts[container]

    def own(self, process: str) -> Path:
        """What stands for `/tmp` of one container, and holds its log."""
        return self.home / "run" / process

    def environment(self, service: Service, process: str) -> dict[str, str]:
        """A service's settings with the addresses and folders of this machine."""
        return {name: self.setting(name, value, process) for name, value in service.environment.items()}

    def setting(self, name: str, value: str, process: str) -> str:
        """One setting; an address of a service that is left out here becomes empty."""
        if any(re.search(rf"//{service}:\d", value) for service in LEFT_OUT):
            return ""
        if name.endswith("__PORT"):
            return str(self._at(int(value)))
        return self.text(value, process)

    def text(self, value: str, process: str) -> str:
        """A value or an argument, translated."""
        for service, port in PORTS.items():
            value = re.sub(rf"\b(?:{service}|localhost):{port}\b", f"{LOOPBACK}:{self.ports[service]}", value)
        folders = {CODE: ROOT, "/tmp": self.own(process), SECRETS: self.folder(SECRETS)}  # noqa: S108 - the container's
        folders |= {path: self.folder(path) for path in self.mounts if not path.startswith(SECRETS)}
        paths = "|".join(map(re.escape, folders))
        value = re.sub(rf"(?<![\w./-])({paths})(?![\w.-])", lambda found: str(folders[found[1]]), value)
        return value.replace(EVERYWHERE, LOOPBACK)

    def _at(self, port: int) -> int:
        return next(self.ports[service] for service, usual in PORTS.items() if usual == port)


def find_places(home: Path, services: Mapping[str, Service]) -> Places:
    """Free ports, each service's usual one where it can be had."""
    mounts = {path: volume for service in services.values() for volume, path in service.mounts.items()}
    ports: dict[str, int] = {}
    for service, usual in PORTS.items():
        ports[service] = next(p for p in range(usual, 65536) if p not in ports.values() and _is_free(p))
    return Places(home, mounts, ports)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True
