"""The DAG folder as Airflow reads it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

INGEST = {
    "claim": ["ingest_batch"],
    "ingest_batch": ["consolidate"],
    "consolidate": ["deliver", "project"],
    "project": ["more", "outcome"],
    "deliver": ["more", "outcome"],
    "outcome": [],
    "more": [],
}
DRAIN = {"due": ["deliver", "project"], "project": [], "deliver": []}


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict:
    """What a fresh Airflow without network finds in `dags/`."""
    home = tmp_path_factory.mktemp("airflow")
    environment = {**os.environ, "AIRFLOW_HOME": str(home), "DEALWIRE_HOME": str(home / "var")}
    reader = Path(__file__).with_name("read_dags.py")
    done = subprocess.run(
        [sys.executable, reader, ROOT / "dags"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_dag_parses_without_errors_or_network(found):
    """No import error, though every connection would fail."""
    assert found["errors"] == {}


def test_dag_files_import_nothing_heavy(found):
    """DAG files are parsed all the time, so what does the work is imported inside tasks."""
    assert found["heavy"] == []
    assert found["seconds"] < 1


def test_the_arrows_are_those_of_the_design(found):
    """Task ids and arrows, as operators and the design know them."""
    assert {dag_id: dag["arrows"] for dag_id, dag in found["dags"].items()} == {
        "ingest_articles": INGEST,
        "drain_outboxes": DRAIN,
    }


def test_a_failed_batch_stops_no_later_task(found):
    """What follows the batches runs whatever became of them; `outcome` and `more` are leaves."""
    assert found["dags"]["ingest_articles"]["all_done"] == ["consolidate", "more", "outcome"]


def test_only_more_writes_the_inbox_asset(found):
    """Each success of a task with the inbox as outlet starts a run, so there is one, and it skips itself."""
    writers = {dag_id: dag["outlets"].get("dealwire_inbox") for dag_id, dag in found["dags"].items()}
    assert writers == {"ingest_articles": "more", "drain_outboxes": None}


def test_tasks_wait_in_no_pool_that_may_be_missing(found):
    """A task that names a missing pool never starts."""
    assert {pool for dag in found["dags"].values() for pool in dag["pools"]} == {"default_pool"}


def test_a_killed_worker_gets_another_try(found):
    """No retry policy is asked when a worker is killed, so each ingest task has a retry of its own."""
    assert min(found["dags"]["ingest_articles"]["retries"].values()) >= 1


def test_runs_do_not_pile_up(found):
    """One run at a time and no catching up after a pause."""
    assert {(dag["max_active_runs"], dag["catchup"]) for dag in found["dags"].values()} == {(1, False)}


def test_operators_can_read_it(found):
    """Every DAG and task has a text, every DAG an owner and tags; all of it can be stored by Airflow."""
    for dag in found["dags"].values():
        assert dag["documented"]
        assert dag["serialized"]
        assert dag["owners"] == "dealwire"
        assert "dealwire" in dag["tags"]
