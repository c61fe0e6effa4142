"""What all tasks share, loaded once in the process that Airflow forks its workers from (`mp_forkserver_preload`).

Importing this module is using it: it loads libraries, language model and word lists, and reads one article with them.
Code that was preloaded changes with a restart of the scheduler.
"""

import gc
from contextlib import suppress
from datetime import UTC, datetime

import airflow.executors.local_executor
import airflow.sdk.execution_time.supervisor
import airflow.sdk.execution_time.task_runner  # noqa: F401 - loading it is the use

import pipeline.airflow_trigger
import pipeline.app  # noqa: F401 - loading it is the use
from pipeline.errors import DealwireError
from pipeline.ingest import ingest_file
from pipeline.settings import Settings
from pipeline.steps.extractor import extractor_of
from schemas.article import RawDocument

SAMPLE = b"""Two makers form a partnership

PARIS, March 3, 2025 - Two makers of heat pumps said on Monday that they signed an agreement worth $20 million.
"""


def warm_up(settings: Settings) -> None:
    """Read one article, so that what is loaded at first use is loaded; a wrong setting is for the tasks to report."""
    raw = RawDocument(path="sample.txt", content=SAMPLE, received_at=datetime.now(UTC))
    with suppress(DealwireError):
        list(ingest_file(raw, extractor_of(settings.extractor), settings.max_bytes))
    gc.freeze()


warm_up(Settings())
