"""Files in the inbox become articles, events, search hits and alerts."""

from collections import Counter
from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, AssetOrTimeSchedule, CronTriggerTimetable, TriggerRule, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException
from dealwire_steps import ALERTS, ARTICLES, CORES, EVENTS, INBOX, SEARCH, TASK_DEFAULTS, log, note, opened

from pipeline.errors import Unavailable

ABOUT = """
**A file dropped in the inbox becomes articles, events, search hits and alerts.**

A run starts when the inbox rings (`InboxTrigger`), and once a minute in case a ring was lost. It takes what lies in the
inbox, not what the ring named; with nothing there it ends after `claim`.

| task | does | when it fails |
|---|---|---|
| `claim` | takes settled files into the archive and cuts them into batches | the files stay in the inbox |
| `ingest_batch` | reads, cleans, extracts; one log line a file | the other batches go on, the run turns red |
| `consolidate` | merges mentions into events and raises alerts | the next run does what is left |
| `project`, `deliver` | one bounded try to write the index, to send the alerts | skipped; `drain_outboxes` does it |
| `outcome` | says what came in; red when a task before it failed | |
| `more` | rings for the next run while files wait, else skips itself | the clock starts the next run |
"""

with DAG(
    dag_id="ingest_articles",
    description="Inbox files to articles, events, search hits and alerts",
    doc_md=ABOUT,
    schedule=AssetOrTimeSchedule(assets=[INBOX], timetable=CronTriggerTimetable("* * * * *", timezone="UTC")),
    catchup=False,
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["dealwire", "ingest"],
) as ingest_articles:

    @task.short_circuit(
        inlets=[INBOX], doc_md="Takes settled files out of the inbox; ends the run when there are none."
    )
    def claim() -> list[dict[str, Any]]:
        """The run's batches, an empty one where only mentions of an earlier run wait; none end the run."""
        with opened() as app:
            batches = app.claim(get_current_context()["run_id"])
            left = 0 if batches else app.due().mentions
        for batch in batches:
            log.info("batch of %d: %s", len(batch.files), batch.label)
        if left:
            log.info("no new files; %d mentions of an earlier run wait to be consolidated", left)
            return [{"label": "earlier mentions", "files": []}]
        return [{"label": batch.label, "files": list(batch.files)} for batch in batches]

    @task(
        outlets=[ARTICLES],
        max_active_tis_per_dagrun=CORES,
        map_index_template="{{ task.op_kwargs['batch']['label'] }}",
        doc_md="Reads, cleans and extracts one batch; its log says for every file what became of it.",
    )
    def ingest_batch(batch: dict[str, Any]) -> dict[str, int]:
        """How many files of the batch ended in which way."""
        with opened() as app:
            outcomes = app.ingest_batch(batch["files"])
        kinds = [f"{o.kind}({o.reason})" if o.reason else str(o.kind) for o in outcomes]
        for outcome, kind in zip(outcomes, kinds, strict=True):
            log.info("%s: %s, mentions: %d. %s", outcome.path, kind, outcome.mentions, outcome.detail)
        return note(ARTICLES, **Counter(kinds))

    @task(
        outlets=[EVENTS],
        trigger_rule=TriggerRule.ALL_DONE,
        doc_md="Merges what the articles say into events and raises alerts; runs even when a batch failed.",
    )
    def consolidate() -> dict[str, int]:
        """What changed in the ledger."""
        with opened() as app:
            done = app.consolidate()
        return note(
            EVENTS,
            mentions=done.mentions,
            events_new=done.events_new,
            events_changed=done.events_changed,
            alerts=done.alerts,
        )

    @task(
        outlets=[SEARCH],
        retries=1,
        execution_timeout=timedelta(minutes=2),
        doc_md="Brings the search index up to date: one bounded try, `drain_outboxes` does the rest.",
    )
    def project() -> dict[str, int]:
        """How many documents were written and how many are left."""
        try:
            with opened() as app:
                done = app.project()
        except Unavailable as error:
            raise AirflowSkipException(f"index unavailable, left to drain_outboxes: {error}") from error
        return note(SEARCH, written=done.written, left=done.left)

    @task(
        outlets=[ALERTS],
        retries=1,
        execution_timeout=timedelta(minutes=2),
        doc_md="Sends the alerts: one bounded try, `drain_outboxes` does the rest.",
    )
    def deliver() -> dict[str, int]:
        """How many deliveries were sent, parked and are left."""
        try:
            with opened() as app:
                done = app.deliver()
        except Unavailable as error:
            raise AirflowSkipException(f"channels unavailable, left to drain_outboxes: {error}") from error
        return note(ALERTS, sent=done.sent, parked=done.parked, left=done.left)

    @task(
        trigger_rule=TriggerRule.ALL_DONE,
        retries=1,
        doc_md="Says what came in. The tasks before it let others go on when they fail, so it is the one to turn red.",
    )
    def outcome() -> dict[str, int]:
        """How many files of the run ended in which way."""
        context = get_current_context()
        counts: Counter[str] = Counter()
        for batch in context["ti"].xcom_pull(task_ids="ingest_batch") or []:
            counts.update(batch)
        log.info("came in: %s", ", ".join(f"{number} {kind}" for kind, number in counts.most_common()) or "nothing")
        run_id = context["run_id"]
        states = context["ti"].get_task_states(dag_id="ingest_articles", run_ids=[run_id])[run_id]
        if failed := sorted(name for name, state in states.items() if state in {"failed", "upstream_failed"}):
            raise AirflowFailException(f"failed: {', '.join(failed)}; clear them to try again")
        return dict(counts)

    @task(
        outlets=[INBOX],
        trigger_rule=TriggerRule.ALL_DONE,
        retries=1,
        doc_md="Rings for another run while files wait in the inbox; skips itself when none do.",
    )
    def more() -> dict[str, int]:
        """How many files wait; a run that claimed nothing never rings, or a broken `claim` would ring forever."""
        with opened() as app:
            waiting = app.waiting()
        if not waiting or not get_current_context()["ti"].xcom_pull(task_ids="claim"):
            raise AirflowSkipException("no file waits")
        return note(INBOX, files=waiting)

    consolidated = consolidate()
    attempts = [project(), deliver()]
    ingest_batch.expand(batch=claim()) >> consolidated >> attempts
    for leaf in (outcome(), more()):
        attempts >> leaf
