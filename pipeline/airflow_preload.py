"""What all tasks share, loaded once in the process that Airflow forks its workers from (`mp_forkserver_preload`).

Importing this module is using it. Code that was preloaded changes with a restart of the scheduler.
"""

import airflow.executors.local_executor
import airflow.sdk.execution_time.supervisor
import airflow.sdk.execution_time.task_runner  # noqa: F401 - loading it is the use

import pipeline.airflow_trigger
import pipeline.app
import pipeline.preload  # noqa: F401 - loading it is the use
