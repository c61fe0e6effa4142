"""What both DAGs share: how their tasks are retried, the assets they touch, and how a task opens the pipeline."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from airflow.sdk import Asset, AssetWatcher, ExceptionRetryPolicy, RetryRule, get_current_context
from airflow.sdk.definitions.retry_policy import RetryAction

from pipeline.airflow_trigger import InboxTrigger
from pipeline.errors import Misconfigured, Rejected, Unavailable
from pipeline.settings import read_settings

if TYPE_CHECKING:
    from pipeline.app import Dealwire

log = logging.getLogger("dealwire")

SETTINGS = read_settings()
FOLDER = SETTINGS.inbox_folder.absolute()
CORES = os.cpu_count() or 1

# Only the watcher and `more` write INBOX: each success of a task with an outlet rings, and INBOX starts runs.
INBOX = Asset(
    name="dealwire_inbox",
    uri=FOLDER.as_uri(),
    group="dealwire",
    watchers=[
        AssetWatcher(
            name="inbox_folder",
            trigger=InboxTrigger(folder=str(FOLDER), settle_seconds=SETTINGS.settle_seconds),
        )
    ],
)
ARTICLES = Asset(name="dealwire_articles", uri="dealwire://ledger/articles", group="dealwire")
EVENTS = Asset(name="dealwire_events", uri="dealwire://ledger/events", group="dealwire")
SEARCH = Asset(name="dealwire_search", uri="dealwire://index", group="dealwire")
ALERTS = Asset(name="dealwire_alerts", uri="dealwire://alerts", group="dealwire")

RETRY_BY_KIND = ExceptionRetryPolicy(
    rules=[
        RetryRule(exception=[Rejected, Misconfigured], action=RetryAction.FAIL, reason="another try cannot help"),
        RetryRule(exception=Unavailable, action=RetryAction.RETRY, reason="a service does not answer now"),
    ]
)
TASK_DEFAULTS: dict[str, Any] = {
    "owner": "dealwire",
    "retries": 3,  # also what brings back the task of a killed worker, which asks no policy
    "retry_delay": timedelta(seconds=5),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=1),
    "retry_policy": RETRY_BY_KIND,
    "execution_timeout": timedelta(minutes=15),
}


@contextmanager
def opened() -> Iterator["Dealwire"]:
    """The pipeline as environment and connections configure it, closed when the task is done."""
    from pipeline.airflow_connections import with_connections  # noqa: PLC0415 - DAG files are parsed all the time
    from pipeline.app import open_app  # noqa: PLC0415 - heavy

    with open_app(with_connections(SETTINGS)) as app:
        yield app


def note(asset: Asset, **counts: int) -> dict[str, int]:
    """The counts, also written to the task's log and shown at the asset's event in the UI."""
    log.info(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items()) or "nothing")
    get_current_context()["outlet_events"][asset].extra.update(counts)
    return counts
