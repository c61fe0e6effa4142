"""The wheel alone, outside the checkout and without Airflow, is the command line with everything it needs."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy so that the checkout stays clean."""
    source, built = tmp_path_factory.mktemp("source") / "dealwire", tmp_path_factory.mktemp("dist")
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source)
    for name in ("pipeline", "schemas"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)], cwd=source, check=True
    )
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """A folder to work in, and the environment of a fresh installation that sees our dependencies but not Airflow."""
    place = tmp_path_factory.mktemp("elsewhere")
    venv.create(place / "env", with_pip=False, symlinks=True)
    python = place / "env" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = place / "env" / "lib" / version / "site-packages"
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    blocker = place / "without"
    blocker.mkdir()
    (blocker / "airflow.py").write_text("raise ImportError('Airflow is not installed here')\n", encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("DEALWIRE_", "AIRFLOW_"))}
    return place, {**plain, "PYTHONPATH": str(blocker), "DEALWIRE_HOME": str(place / "home"), "DEALWIRE_WORKERS": "1"}


def run(elsewhere, *arguments):
    """What a command of the fresh installation prints."""
    place, environment = elsewhere
    done = subprocess.run(
        [place / "env" / "bin" / arguments[0], *arguments[1:]],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_taxonomy_rules_migrations_and_type_marks_travel(wheel):
    """Data that the code reads at run time is in the wheel; tests, tools and samples are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"schemas/taxonomy/{path.name}" for path in (ROOT / "schemas" / "taxonomy").glob("*.yaml")} <= names
    assert "pipeline/alerting/rules/new_partnerships.yaml" in names
    assert {"pipeline/py.typed", "schemas/py.typed"} <= names
    assert [name for name in names if name.startswith("pipeline/ledger/migrations/versions/")]
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"pipeline", "schemas", "dealwire"}


def test_what_runs_is_the_wheel_and_not_the_checkout(elsewhere):
    """Otherwise the other tests here prove nothing."""
    place, _ = elsewhere
    found = run(elsewhere, "python", "-c", "import pipeline, schemas; print(pipeline.__file__, schemas.__file__)")
    assert all(path.startswith(str(place)) for path in found.split())


def test_the_command_explains_itself(elsewhere):
    """`dealwire --help` works where only the wheel is."""
    assert "ingest" in run(elsewhere, "dealwire", "--help")


def test_the_seeds_become_events_and_alerts_outside_the_checkout(elsewhere):
    """The whole chain with nothing but the package: migrations make the ledger, the default rule alerts."""
    place, _ = elsewhere
    shutil.copytree(ROOT / "seeds", place / "seeds")
    run(elsewhere, "dealwire", "ingest", "seeds")
    events = [json.loads(line) for line in run(elsewhere, "dealwire", "events", "--format", "jsonl").splitlines()]
    assert "partnership" in {event["type"] for event in events}
    alerts = (place / "home" / "alerts.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["alert"]["rule"] for line in alerts} == {"new partnership announcements"}
