"""Prints, as JSON, what Airflow finds in the DAG folder; run apart, as Airflow reads its settings when imported."""

import json
import socket
import sys
import time
from pathlib import Path


def no_network(*_: object) -> None:
    """Stand in for every connection."""
    raise AssertionError("a DAG file used the network while it was parsed")


socket.socket.connect = no_network  # type: ignore[assignment, method-assign]
socket.getaddrinfo = no_network  # type: ignore[assignment]

from airflow.dag_processing.dagbag import BundleDagBag  # noqa: E402
from airflow.serialization.serialized_objects import DagSerialization  # noqa: E402

started = time.monotonic()
folder = Path(sys.argv[1])
bag = BundleDagBag(folder, bundle_path=folder, bundle_name="dags-folder", known_pools={"default_pool"})
seconds = time.monotonic() - started
dags = {
    dag.dag_id: {
        "arrows": {task.task_id: sorted(task.downstream_task_ids) for task in dag.tasks},
        "all_done": sorted(task.task_id for task in dag.tasks if task.trigger_rule == "all_done"),
        "outlets": {asset.name: task.task_id for task in dag.tasks for asset in task.outlets},
        "documented": all(thing.doc_md for thing in [dag, *dag.tasks]),
        "owners": dag.owner,
        "tags": sorted(dag.tags),
        "max_active_runs": dag.max_active_runs,
        "catchup": dag.catchup,
        "pools": sorted({task.pool for task in dag.tasks}),
        "retries": {task.task_id: task.retries for task in dag.tasks},
        "serialized": bool(DagSerialization.to_dict(dag)),
    }
    for dag in bag.dags.values()
}
heavy = sorted({"spacy", "trafilatura", "tantivy", "apprise", "sklearn"} & set(sys.modules))
print(json.dumps({"errors": bag.import_errors, "dags": dags, "seconds": seconds, "heavy": heavy}))  # noqa: T201
