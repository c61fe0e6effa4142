"""`python -m deploy.stack.health SERVICE`: the health check of our services; only the worker's loads a library."""

import json
import os
import socket
import sys
import urllib.request
from importlib import import_module
from pathlib import Path
from typing import Any

SECONDS = 5.0


def is_healthy(service: str) -> bool:
    """Whether a service of ours says that it works."""
    if service == "setup":
        return (Path(os.environ["STACK_SECRETS"]) / "ours" / "ready").is_file()
    if service == "worker":
        return _worker_answers(f"{os.environ.get('STACK_WORKER', 'celery')}@{socket.gethostname()}")
    parts = _airflow()
    if service == "api-server":
        return parts.get("metadatabase") == "healthy"
    return parts.get(service) == "healthy"


def _airflow() -> dict[str, str]:
    """What Airflow says of its parts; empty while its API does not answer."""
    api = os.environ["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"].removesuffix("/execution/")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{api}/api/v2/monitor/health", timeout=SECONDS) as answer:
            return {name: about["status"] or "missing" for name, about in json.load(answer).items()}
    except OSError:
        return {}


def _worker_answers(name: str) -> bool:
    celery: Any = import_module("celery")
    broker = (Path(os.environ["STACK_SECRETS"]) / "ours" / "airflow_broker").read_text(encoding="utf-8")
    return bool(celery.Celery(broker=broker).control.ping(destination=[name], timeout=SECONDS))


if __name__ == "__main__":
    sys.exit(0 if is_healthy(sys.argv[1]) else 1)
