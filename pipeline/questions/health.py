"""How the installation is: what is left to do, what failed, what is missing."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from pipeline.alerting.rules import Rules
from pipeline.answers import Check, Gauge, Summary
from pipeline.errors import DealwireError, Unavailable
from pipeline.ledger import backlog, components, files, outbox, quarantine
from pipeline.steps.consolidate import Consolidated
from pipeline.steps.deliver import Delivered
from pipeline.steps.extractor import LLM, extractor_of, presence
from pipeline.steps.project import Projected
from schemas.outcome import Outcome
from schemas.taxonomy import load_taxonomy

if TYPE_CHECKING:
    from pipeline.app import Dealwire

T = TypeVar("T")


@dataclass(frozen=True)
class Due:
    """What is left to do."""

    files: int
    mentions: int
    documents: int
    deliveries: int


class Health:
    """Questions about the installation, and the last steps of work that no run does."""

    def __init__(self, app: "Dealwire") -> None:
        self._app = app

    def due(self) -> Due:
        """What could be done now."""
        with self._app.ledger.reading() as connection:
            return Due(
                files=files.count_unfinished(connection),
                mentions=components.count_waiting(connection),
                documents=backlog.count_backlog(connection),
                deliveries=outbox.count_due(connection, datetime.now(UTC)),
            )

    def finish(self) -> tuple[Consolidated, Projected, Delivered]:
        """Consolidate, then one attempt each at index and channels; what they do not take stays in the ledger."""
        try:
            done = self._app.consolidate()
        except ExceptionGroup:  # some mentions could not be made events: what the others made is indexed and told
            self._drain()
            raise
        return done, *self._drain()

    def _drain(self) -> tuple[Projected, Delivered]:
        return self._attempt(self._app.project, Projected()), self._attempt(self._app.deliver, Delivered())

    def _attempt(self, step: Callable[[], T], otherwise: T) -> T:
        try:
            return step()
        except Unavailable:  # the backlog says so, in `summary` and in `gauges`
            return otherwise

    def summary(self, outcomes: Sequence[Outcome], started: datetime) -> Summary:
        """Finish an ingest and say what it did."""
        done, projected, delivered = self.finish()
        due = self.due()
        kinds = Counter(f"{one.kind}({one.reason})" if one.reason else str(one.kind) for one in outcomes)
        return Summary(
            documents=len(outcomes),
            outcomes=dict(kinds.most_common()),
            mentions=sum(one.mentions for one in outcomes),
            events_new=done.events_new,
            events_changed=done.events_changed,
            alerts=done.alerts,
            sent=delivered.sent,
            parked=delivered.parked,
            unsent=due.deliveries,
            unindexed=max(due.documents, projected.left),
            seconds=(datetime.now(UTC) - started).total_seconds(),
        )

    def gauges(self) -> list[Gauge]:
        """Backlog, freshness and failures; unhealthy where somebody should look."""
        due = self.due()
        with self._app.ledger.reading() as connection:
            outcomes, kept = files.outcome_counts(connection), quarantine.counts(connection)
            latest, states = files.latest_arrival(connection), outbox.count_deliveries(connection)
            refused = backlog.count_parked(connection)
        parked = states.get("parked", 0)
        return [
            Gauge(name="documents", value=_listed(outcomes)),
            Gauge(name="last arrival", value=f"{latest:%Y-%m-%d %H:%M:%S} UTC" if latest else "none yet"),
            Gauge(name="waiting in the inbox", value=str(self._app.waiting())),
            Gauge(name="claimed without outcome", value=str(due.files)),
            Gauge(name="mentions to consolidate", value=str(due.mentions)),
            Gauge(name="documents to index", value=str(due.documents)),
            Gauge(name="documents the index refused", value=str(refused), healthy=not refused),
            Gauge(name="deliveries", value=_listed(states), healthy=not parked),
            Gauge(name="quarantine", value=_listed(kept), healthy=not kept.get("failed")),
        ]

    def setup(self) -> list[Check]:
        """Create folders, ledger and index where they are missing."""
        made = self._app.settings.make_folders()
        revision = self._app.ledger.check()
        rebuilt = 0 if self._app.index.is_current() else self._app.rebuild_index()
        return [
            Check(name="folders", ok=True, detail=f"made {', '.join(map(str, made))}" if made else "were there"),
            Check(name="ledger", ok=True, detail=f"schema {revision}"),
            Check(name="index", ok=True, detail=_index_told(self._app.index.about(), rebuilt)),
            Check(name="alert rules", ok=True, detail=_named(self._app.written_rules())),
        ]

    def checks(self) -> list[Check]:
        """Try every part; a failed one says what to do."""
        tries: dict[str, Callable[[], str]] = {
            "state": lambda: str(self._app.settings.home.absolute()),
            "ledger": lambda: f"schema {self._app.ledger.check()}",
            "index": lambda: f"{self._app.search(size=1).total} documents; {self._app.index.about()}",
            "taxonomy": lambda: load_taxonomy().version,
            "alert rules": lambda: _named(self._app.rules),
            "channels": lambda: ", ".join(self._app.channels),
            "extractor": lambda: extractor_of(self._app.settings).name_version,
        }
        if self._app.settings.extractor == LLM:
            tries["llm endpoint"] = lambda: presence(self._app.settings)
        return [_check(name, look) for name, look in tries.items()]


def _named(rules: Rules) -> str:
    return ", ".join(rule.name for rule in rules)


def _index_told(about: str, rebuilt: int) -> str:
    return f"{about}; {rebuilt} documents written in this version's form" if rebuilt else about


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=look())
    except DealwireError as error:
        return Check(name=name, ok=False, detail=type(error).__name__, fix=str(error))


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "none"
