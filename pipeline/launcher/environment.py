"""The environment our Airflow runs in: everything below one home, on the loopback address, tuned for few cores."""

import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.settings import Settings

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Ports:
    """Where the UI with its API answers, and where the two log servers of scheduler and triggerer do."""

    api: int
    worker_logs: int
    trigger_logs: int


def free_ports() -> Ports:
    """Airflow's usual ports, each or the next free one."""
    api = _free_from(8080, taken=())
    worker_logs = _free_from(8793, taken=(api,))
    return Ports(api, worker_logs, _free_from(worker_logs + 1, taken=(api,)))


def airflow_home(settings: Settings) -> Path:
    """Airflow's own folder: its database, logs and password."""
    return settings.home.absolute() / "airflow"


def airflow_environment(settings: Settings, dags: Path, ports: Ports, given: Mapping[str, str]) -> dict[str, str]:
    """`given` with what our Airflow needs; tuning that is already in `given` stays, places and ports do not."""
    return {**_tuning(), **given, **_places(settings, dags, ports, given)}


def _tuning() -> dict[str, str]:
    cores = os.cpu_count() or 1
    return {
        "AIRFLOW__API__INSTANCE_NAME": "Dealwire",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__PARALLELISM": str(cores + 2),
        # Tasks start with everything loaded, which takes more than half of their time and nearly all of their CPU away.
        "AIRFLOW__SCHEDULER__MP_START_METHOD": "forkserver",
        "AIRFLOW__SCHEDULER__MP_FORKSERVER_PRELOAD": "pipeline.airflow_preload",
        "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.3",
        "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "30",
        "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "30",
        "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "30",
        "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL": "5",
        # A supervisor that misses its task's end looks again only when the next heartbeat is due.
        "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",
        "AIRFLOW__WORKERS__EXECUTION_API_TIMEOUT": "30",
        "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES": "1",
        "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "120",
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "OMP_NUM_THREADS": "1",
    }


def _places(settings: Settings, dags: Path, ports: Ports, given: Mapping[str, str]) -> dict[str, str]:
    address = f"http://{LOOPBACK}:{ports.api}"
    without_proxy = ",".join(filter(None, [given.get("NO_PROXY"), LOOPBACK, "localhost"]))
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), given.get("PATH", os.defpath)]),
        "DEALWIRE_HOME": str(settings.home.absolute()),
        "NO_PROXY": without_proxy,
        "no_proxy": without_proxy,
        "AIRFLOW_HOME": str(airflow_home(settings)),
        "AIRFLOW__CORE__DAGS_FOLDER": str(dags),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{address}/execution/",
        "AIRFLOW__API__HOST": LOOPBACK,
        "AIRFLOW__API__PORT": str(ports.api),
        "AIRFLOW__API__BASE_URL": address,
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(ports.worker_logs),
        "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(ports.trigger_logs),
    }


def _free_from(first: int, taken: tuple[int, ...]) -> int:
    return next(port for port in range(first, 65536) if port not in taken and _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))  # the log servers bind every address
        except OSError:
            return False
        return True
