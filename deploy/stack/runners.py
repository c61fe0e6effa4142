"""How each service of the compose file is started here."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.stack.compose import ROOT, Service
from deploy.stack.elasticsearch import launch_elasticsearch
from deploy.stack.places import LOOPBACK, Places
from deploy.stack.postgres import launch_postgres
from deploy.stack.process import Launch, plain_environment, unprivileged
from deploy.stack.redis import launch_redis

FOREIGN: dict[str, Callable[[Service, Places, str], Launch]] = {
    "postgres": launch_postgres,
    "redis": launch_redis,
    "elasticsearch": launch_elasticsearch,
}


def launch(service: Service, places: Places, process: str) -> Launch:
    """What to start for a service; `process` names one of its replicas."""
    return launch_ours(service, places, process) if service.ours else FOREIGN[service.name](service, places, process)


def launch_ours(service: Service, places: Places, process: str) -> Launch:
    """A service of our own image, on the environment that runs us; its check is that of the compose file."""
    environment = {**places.environment(service, process), **_here(places, process)}
    command = [places.text(argument, process) for argument in service.command]
    if "worker" in command:
        command += ["--celery-hostname", f"{process}@%h"]
    check = [sys.executable if word == "python" else word for word in service.check[1:]]

    def healthy() -> bool:
        variables = {**plain_environment(), **environment}
        asked = subprocess.run(check, env=variables, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own
        return asked.returncode == 0

    return Launch(command=tuple(command), healthy=healthy, environment=environment)


def _here(places: Places, process: str) -> dict[str, str]:
    """What a container has by itself: a path, no proxy between services, a name; and whom secrets belong to."""
    user = unprivileged()
    owners = [] if user is None else [f"{name}={user}" for name in ("postgres", "redis", "elasticsearch")]
    without_proxy = ",".join(filter(None, [os.environ.get("NO_PROXY"), LOOPBACK, "localhost"]))
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "NO_PROXY": without_proxy,
        "no_proxy": without_proxy,
        "STACK_OWNERS": " ".join(owners),
        "STACK_WORKER": process,
        "TMPDIR": str(places.own(process)),
    }
