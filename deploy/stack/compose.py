"""What docker-compose.yml says of each service, its environment file read in."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"


@dataclass(frozen=True)
class Service:
    """One service; `mounts` are container folders by the volume behind them, `after` conditions by service."""

    name: str
    image: str
    ours: bool
    command: tuple[str, ...]
    environment: dict[str, str]
    mounts: dict[str, str]
    ports: tuple[str, ...]
    after: dict[str, str]
    check: tuple[str, ...]
    replicas: int
    restarts: bool
    limits: dict[str, Any] = field(default_factory=dict)


def read_services(path: Path = COMPOSE) -> dict[str, Service]:
    """The services by name, each after those that it depends on."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))["services"]
    found = {name: _service(name, about, path.parent) for name, about in said.items()}
    return {name: found[name] for name in _ordered(found)}


def read_environment(path: Path) -> dict[str, str]:
    """The variables of an environment file; single quotes around a value are left out, as Compose does."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    return {name: value.removeprefix("'").removesuffix("'") for name, _, value in pairs}


def _service(name: str, about: dict[str, Any], folder: Path) -> Service:
    shared = read_environment(folder / about["env_file"]) if "env_file" in about else {}
    deploy = about.get("deploy", {})
    return Service(
        name=name,
        image=about["image"],
        ours="build" in about,
        command=tuple(about.get("command", ())),
        environment={**shared, **{key: str(value) for key, value in about.get("environment", {}).items()}},
        mounts=dict(mount.split(":")[:2] for mount in about.get("volumes", ())),
        ports=tuple(about.get("ports", ())),
        after={other: how["condition"] for other, how in dict(about.get("depends_on") or {}).items()},
        check=tuple(about.get("healthcheck", {}).get("test", ())),
        replicas=deploy.get("replicas", 1),
        restarts=about.get("restart") == "unless-stopped",
        limits=deploy.get("resources", {}).get("limits", {}),
    )


def _ordered(services: dict[str, Service]) -> list[str]:
    done: list[str] = []
    while len(done) < len(services):
        ready = [name for name, one in services.items() if name not in done and set(one.after) <= set(done)]
        if not ready:
            raise ValueError(f"services wait for each other: {sorted(set(services) - set(done))}")
        done += ready
    return done
