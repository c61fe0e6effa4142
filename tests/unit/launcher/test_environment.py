"""The environment of our Airflow: one home, the loopback address, free ports."""

import socket
from pathlib import Path

from pipeline.launcher.environment import Ports, airflow_environment, free_ports
from pipeline.settings import Settings

PORTS = Ports(api=18080, worker_logs=18793, trigger_logs=18794)


def environment(tmp_path: Path, **given: str) -> dict[str, str]:
    """The environment for a home in `tmp_path`."""
    return airflow_environment(Settings(home=tmp_path / "var"), tmp_path / "dags", PORTS, given)


def test_everything_lives_below_the_home(tmp_path):
    """Airflow's home and the pipeline's are one folder, named absolutely, as tasks run elsewhere."""
    made = environment(tmp_path)
    assert made["DEALWIRE_HOME"] == str(tmp_path / "var")
    assert made["AIRFLOW_HOME"] == str(tmp_path / "var" / "airflow")


def test_port_base_url_and_execution_api_agree(tmp_path):
    """Workers and browsers are sent to the port that was chosen, on the loopback address."""
    made = environment(tmp_path)
    assert made["AIRFLOW__API__HOST"] == "127.0.0.1"
    assert made["AIRFLOW__API__PORT"] == "18080"
    assert made["AIRFLOW__API__BASE_URL"] == "http://127.0.0.1:18080"
    assert made["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"] == "http://127.0.0.1:18080/execution/"


def test_no_proxy_stands_between_the_parts(tmp_path):
    """A proxy of the machine is not asked for the loopback address, and keeps its own exceptions."""
    made = environment(tmp_path, NO_PROXY="internal.example")
    assert made["NO_PROXY"] == made["no_proxy"] == "internal.example,127.0.0.1,localhost"


def test_tuning_can_be_overruled_places_cannot(tmp_path):
    """Who sets a tuning knows why; a home of another Airflow in the environment must not be touched."""
    made = environment(tmp_path, AIRFLOW__CORE__PARALLELISM="9", AIRFLOW_HOME="/elsewhere")
    assert made["AIRFLOW__CORE__PARALLELISM"] == "9"
    assert made["AIRFLOW_HOME"] == str(tmp_path / "var" / "airflow")


def test_taken_ports_are_passed_over():
    """A port that somebody listens on is not chosen, and the three differ."""
    with socket.socket() as taken:
        # As servers do: an earlier server's closing connections do not keep its port.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("", free_ports().api))
        taken.listen()
        ports = free_ports()
        assert taken.getsockname()[1] not in {ports.api, ports.worker_logs, ports.trigger_logs}
        assert len({ports.api, ports.worker_logs, ports.trigger_logs}) == 3
