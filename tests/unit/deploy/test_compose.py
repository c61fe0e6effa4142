"""docker-compose.yml keeps its promises, and plain processes run the same services with the same settings."""

import json
import os
import re
import subprocess
import sys
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from jsonschema.validators import validator_for
from server_parts import MissingError, needed

from deploy.stack.compose import COMPOSE, ROOT, read_environment, read_services
from deploy.stack.elasticsearch import _configure
from deploy.stack.places import CODE, LEFT_OUT, LOOPBACK, PORTS, SECRETS, Places, find_places
from deploy.stack.process import plain_environment
from deploy.stack.runners import FOREIGN, launch_ours
from deploy.stack.stack import Stack, names_of
from pipeline.settings import Settings

SERVICES = read_services()
OURS = [name for name, service in SERVICES.items() if service.ours]
ALL = pytest.mark.parametrize("name", SERVICES)
PINNED = re.compile(r":\d+\.\d+\.?\d*(-[a-z]+)*$")
SECRET_NAME = re.compile(r"PASSWORD|SECRET|TOKEN|_KEY|CONN|BROKER_URL|RESULT_BACKEND")


@pytest.fixture
def places(tmp_path) -> Places:
    """Places below a folder of the test."""
    return find_places(tmp_path, SERVICES)


def in_container(value: str, places: Places, process: str) -> str:
    """A translated setting, translated back."""
    value = value.replace(str(places.own(process)), "/tmp").replace(str(ROOT), CODE)
    value = value.replace(str(places.folder(SECRETS)), SECRETS)
    for path in sorted(places.mounts, key=len):
        if not path.startswith(SECRETS):
            value = value.replace(str(places.folder(path)), path)
    return value


def test_the_file_follows_the_compose_specification():
    """The specification's own JSON schema finds nothing wrong."""
    with needed("docker-compose.yml"):
        if not find_spec("check_jsonschema"):
            raise MissingError("the package check-jsonschema, which ships the schema, is not installed")
    files = resources.files("check_jsonschema.builtin_schemas")
    schema = json.loads((files / "vendor" / "compose-spec.json").read_text(encoding="utf-8"))
    said = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    assert [error.message for error in validator_for(schema)(schema).iter_errors(said)] == []


@ALL
def test_every_service_is_checked(name):
    """A health check says whether it works."""
    assert SERVICES[name].check[0] in {"CMD", "CMD-SHELL"}


@ALL
def test_every_service_is_limited(name):
    """It cannot take the whole machine."""
    assert {"cpus", "memory"} <= set(SERVICES[name].limits)


@ALL
def test_every_image_is_pinned(name):
    """It is ours, or names an exact version."""
    assert PINNED.search(SERVICES[name].image)


def test_our_image_is_pinned():
    """What it stands on is an exact version, and every package has a hash."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert PINNED.search(re.search(r"^FROM (\S+)$", dockerfile, re.MULTILINE)[1])
    assert "--require-hashes" in dockerfile
    assert "\nUSER dealwire" in dockerfile


@ALL
def test_ports_are_published_on_loopback_alone(name):
    """Nobody else on the network reaches a service."""
    assert all(port.startswith(f"{LOOPBACK}:") for port in SERVICES[name].ports)


@ALL
def test_no_secret_stands_in_a_variable(name):
    """What could be a secret names the file that holds it."""
    for variable, value in SERVICES[name].environment.items():
        if SECRET_NAME.search(variable.upper()) and variable != "SERVER_PUBLICBASEURL":
            assert f"{SECRETS}" in value or value in {"true", "false", "admin:admin"}, variable
        assert not re.search(r"//[^/]*:[^/]*@", value), variable


def test_only_setup_sees_the_secrets_of_all():
    """Every other service has its own folder and no other."""
    for name, service in SERVICES.items():
        seen = {path.removeprefix(f"{SECRETS}/") for path in service.mounts.values() if path.startswith(SECRETS)}
        if name != "setup":
            assert seen == ({"ours"} if service.ours else {name})
    assert len([path for path in SERVICES["setup"].mounts.values() if path.startswith(SECRETS)]) == 5


def test_services_wait_for_what_they_need():
    """Servers wait for their secrets, Airflow for all that setup makes."""
    assert next(iter(SERVICES)) == "setup"
    for name in ("postgres", "redis", "elasticsearch"):
        assert SERVICES[name].after == {"setup": "service_healthy"}
    for name in OURS[1:]:
        assert SERVICES[name].after["setup"] == "service_completed_successfully"


def test_the_environment_file_sets_what_exists():
    """Each of our variables is a setting."""
    given = [name for name in read_environment(ROOT / "deploy" / "stack.env") if name.startswith("DEALWIRE_")]
    assert {name.removeprefix("DEALWIRE_").lower() for name in given} <= {*Settings.model_fields, "secrets"}


def test_both_ways_start_the_same_services(places):
    """Kibana alone is left out where no Docker runs, and every other service has its runner."""
    assert LEFT_OUT == ("kibana",)
    assert {name for name in SERVICES if name not in FOREIGN and name not in OURS} == set(LEFT_OUT)
    stack = Stack(SERVICES, places, print)
    assert [*stack._services, *LEFT_OUT] == sorted([*SERVICES], key=lambda name: name in LEFT_OUT)


def test_both_ways_start_two_workers():
    """The replicas of the file are processes here."""
    assert names_of(SERVICES["worker"]) == ["worker-1", "worker-2"]


@pytest.mark.parametrize("name", OURS)
def test_our_services_have_the_same_settings_both_ways(name, places):
    """Addresses and folders are those of this machine; all else is equal, and only what a process lacks is added."""
    service, process = SERVICES[name], names_of(SERVICES[name])[0]
    here = launch_ours(service, places, process).environment
    added = {"PATH", "NO_PROXY", "no_proxy", "TMPDIR", "STACK_WORKER", "STACK_OWNERS"}
    assert set(here) - added == set(service.environment) - added
    for variable, value in service.environment.items():
        if variable not in added:
            back = in_container(here[variable], places, process)
            assert as_addressed(back, places) == as_addressed(value, places), variable


def as_addressed(value: str, places: Places) -> str:
    """A setting with every way to name a service made one, and those that are left out made empty."""
    if any(f"//{name}:" in value for name in LEFT_OUT):
        return ""
    for name, port in PORTS.items():
        value = re.sub(rf"({name}|localhost|{LOOPBACK}):({port}|{places.ports[name]})\b", name, value)
    if value == str(places.ports["api-server"]):
        return str(PORTS["api-server"])
    return value.replace("0.0.0.0", LOOPBACK)


def test_elasticsearch_has_the_same_settings_both_ways(places, tmp_path):
    """Its file here holds the variables of the container, and besides ports and folders nothing else."""
    (tmp_path / "program" / "config").mkdir(parents=True)
    _configure(SERVICES["elasticsearch"], places, "elasticsearch", tmp_path / "program")
    here = yaml.safe_load((places.own("elasticsearch") / "config" / "elasticsearch.yml").read_text())
    there = {k: v for k, v in SERVICES["elasticsearch"].environment.items() if "." in k} | {"http.host": LOOPBACK}
    assert {key: value for key, value in here.items() if key in there} == there
    assert set(here) - set(there) == {"http.port", "transport.port", "path.data", "path.logs"}


def test_a_taken_port_is_passed_over(tmp_path):
    """The next free one is used, and its services are told."""
    busy = Places(tmp_path, {}, {**PORTS, "elasticsearch": 9201, "api-server": 8081})
    assert busy.text("https://elasticsearch:9200", "worker-1") == f"https://{LOOPBACK}:9201"
    assert busy.setting("AIRFLOW__API__PORT", "8080", "api-server") == "8081"
    assert busy.setting("AIRFLOW__API__BASE_URL", "http://localhost:8080", "api-server") == f"http://{LOOPBACK}:8081"


def test_a_checkout_below_tmp_is_not_taken_for_a_containers_tmp(tmp_path, monkeypatch):
    """Each folder of a value is translated once."""
    monkeypatch.setattr("deploy.stack.places.ROOT", Path("/tmp/checkout"))
    where = Places(tmp_path, {}, PORTS)
    assert where.text(f"{CODE}/dags", "worker-1") == "/tmp/checkout/dags"
    assert where.text("/tmp/worker.pid", "worker-1") == f"{tmp_path}/run/worker-1/worker.pid"


def test_the_callers_settings_do_not_leak_in(monkeypatch):
    """Everything our services are told stands in the files."""
    monkeypatch.setenv("DEALWIRE_INDEX", "tantivy:elsewhere")
    monkeypatch.setenv("AIRFLOW__CORE__EXECUTOR", "LocalExecutor")
    assert not [name for name in plain_environment() if name.startswith(("DEALWIRE_", "AIRFLOW"))]


def test_a_health_check_loads_nothing():
    """It runs every few seconds in every container."""
    show = "import sys; before = set(sys.modules); import deploy.stack.health; print(*(set(sys.modules) - before))"
    asked = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True, cwd=ROOT)
    foreign = {name.partition(".")[0] for name in asked.stdout.split()} - set(sys.stdlib_module_names)
    assert foreign <= {"deploy"}


def test_setup_is_healthy_when_secrets_are_there(tmp_path):
    """Servers start on that word."""
    environment = {**os.environ, "STACK_SECRETS": str(tmp_path)}
    ask = [sys.executable, "-m", "deploy.stack.health", "setup"]
    assert subprocess.run(ask, env=environment, cwd=ROOT, check=False).returncode == 1
    (tmp_path / "ours").mkdir()
    Path(tmp_path / "ours" / "ready").touch()
    assert subprocess.run(ask, env=environment, cwd=ROOT, check=False).returncode == 0
