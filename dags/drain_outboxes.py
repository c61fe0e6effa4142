"""The two outboxes are emptied: documents the index lacks, alerts not yet sent."""

from datetime import timedelta

from airflow.sdk import DAG, CronTriggerTimetable, task
from dealwire_steps import ALERTS, SEARCH, TASK_DEFAULTS, log, note, opened

ABOUT = """
**Empties what `ingest_articles` left behind: documents the index lacks, alerts not yet sent.**

Every minute `due` looks into the ledger; mostly nothing is due and the run ends there. `project` turns red while the
index does not answer, `deliver` while no channel can be tried; the next minute tries again, and nothing is lost.
"""

with DAG(
    dag_id="drain_outboxes",
    description="Index and alert backlogs, once a minute",
    doc_md=ABOUT,
    schedule=CronTriggerTimetable("* * * * *", timezone="UTC"),
    catchup=False,
    max_active_runs=1,
    # The next minute is the retry.
    default_args={**TASK_DEFAULTS, "retries": 0, "execution_timeout": timedelta(minutes=5)},
    tags=["dealwire", "outbox"],
) as drain_outboxes:

    @task.short_circuit(doc_md="Ends the run when nothing is due.")
    def due() -> bool:
        """Whether a document or a delivery is due."""
        with opened() as app:
            backlog = app.due()
        log.info("due: %d documents, %d deliveries", backlog.documents, backlog.deliveries)
        return bool(backlog.documents or backlog.deliveries)

    @task(outlets=[SEARCH], doc_md="Writes documents the index lacks.")
    def project() -> dict[str, int]:
        """How many documents were written and how many are left."""
        with opened() as app:
            done = app.project()
        return note(SEARCH, written=done.written, left=done.left)

    @task(outlets=[ALERTS], doc_md="Sends alerts that are due; a channel that refuses waits, and is parked in the end.")
    def deliver() -> dict[str, int]:
        """How many deliveries were sent, parked and are left."""
        with opened() as app:
            done = app.deliver()
        return note(ALERTS, sent=done.sent, parked=done.parked, left=done.left)

    due() >> [project(), deliver()]
