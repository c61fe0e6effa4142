"""Redis from the system's packages."""

import shutil
import subprocess

from deploy.stack.compose import Service
from deploy.stack.places import LOOPBACK, Places
from deploy.stack.process import Launch, give, plain_environment, unprivileged
from pipeline.errors import Misconfigured


def launch_redis(service: Service, places: Places, process: str) -> Launch:
    """A server on loopback, with the configuration and arguments of the compose file."""
    if not (shutil.which("redis-server") and shutil.which("redis-cli")):
        raise Misconfigured("no Redis here. On Debian: sudo apt-get install redis-server")
    user, port = unprivileged(), str(places.ports["redis"])
    give(places.folder("/data"), user)
    command = [places.text(argument, process) for argument in service.command]
    password = places.folder("/run/dealwire/redis") / "password"

    def healthy() -> bool:
        login = {**plain_environment(), "REDISCLI_AUTH": password.read_text(encoding="utf-8")}
        ping = ["redis-cli", "-h", LOOPBACK, "-p", port, "ping"]
        asked = subprocess.run(ping, env=login, capture_output=True, text=True, check=False)  # noqa: S603 - its own
        return asked.stdout.strip() == "PONG"

    return Launch(command=(*command, "--bind", LOOPBACK, "--port", port), healthy=healthy, user=user)
