"""The composition root: settings become the application; only this module picks implementations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Self, Unpack
from uuid import uuid4

from pipeline import __version__
from pipeline.alerting.channels import Channel, open_channels
from pipeline.alerting.rules import Rules, load_rules, rule_files
from pipeline.answers import Change, Check, Explanation, Extracted, Gauge, Quarantined, Review, Step, Summary
from pipeline.archive import Archive
from pipeline.inbox import settled
from pipeline.index import Index, open_index
from pipeline.index.port import Asked, Hits
from pipeline.ledger.store import Ledger
from pipeline.questions.alerts import Alerts
from pipeline.questions.events import Events
from pipeline.questions.health import Due, Health
from pipeline.questions.quarantine import Quarantine
from pipeline.questions.reprocess import reprocess
from pipeline.questions.reviews import Reviews
from pipeline.questions.trace import trace
from pipeline.settings import Settings, read_settings
from pipeline.shelf import arrange
from pipeline.steps.batch import extract, ingest_paths
from pipeline.steps.claim import Batch, claim
from pipeline.steps.consolidate import Consolidated, consolidate
from pipeline.steps.deliver import Delivered, deliver, revive
from pipeline.steps.extractor import extractor_of
from pipeline.steps.ingest import ingest_batch
from pipeline.steps.project import Projected, project, rebuild
from schemas.alert import Alert, Silence
from schemas.article import Article
from schemas.event import Event, Versions
from schemas.outcome import Outcome, OutcomeKind
from schemas.taxonomy import load_taxonomy

OWN_RULES = Path("config/alert_rules")


class Dealwire:
    """The application: the steps of a run, each of which may run twice and change nothing, and answers to questions.

    Every method raises Unavailable where ledger or index do not answer, and Misconfigured where a setting is wrong.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._open = ExitStack()
        self._archive = Archive(settings.home / "archive")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    # Parts, made when they are first needed

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, its tables made or migrated."""
        ledger = Ledger(self.settings.ledger_url)
        self._open.callback(ledger.close)
        ledger.setup()
        return ledger

    @cached_property
    def index(self) -> Index:
        """The index, created where it is missing."""
        index = open_index(self.settings.index_url, self.settings.index_access)
        self._open.callback(index.close)
        index.setup()
        return index

    @cached_property
    def rules(self) -> Rules:
        """The alert rules: of the folder that is set, else of ./config/alert_rules, else the packaged ones."""
        rules = self.written_rules()
        rules.check_channels(self.channels)
        return rules

    def written_rules(self) -> Rules:
        """The rules as they are written; their channels may be Airflow's to know, so they are not looked for."""
        own = OWN_RULES if OWN_RULES.is_dir() and rule_files(OWN_RULES) else None
        return load_rules(self.settings.rules or own)

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """The alert channels by name; `file` is always there."""
        return open_channels({"file": f"file:{self.settings.home / 'alerts.jsonl'}", **self.settings.channels})

    @cached_property
    def versions(self) -> Versions:
        """What code and data make the events."""
        return Versions(pipeline=__version__, taxonomy=load_taxonomy().version, rules=self.rules.version)

    # Steps

    def claim(self, run_id: str) -> list[Batch]:
        """Take settled files out of the inbox, and what earlier runs left unfinished, cut into batches."""
        return claim(self.ledger, self._archive, self.settings, run_id)

    def ingest_batch(self, files: Sequence[str]) -> list[Outcome]:
        """Read, clean and extract claimed files; one outcome a document, those recorded before included."""
        extractor = extractor_of(self.settings)
        outcomes = list(ingest_batch(self.ledger, self._archive, extractor, self.settings.max_bytes, files))
        self._shelve(outcomes)
        return outcomes

    def consolidate(self) -> Consolidated:
        """Make events of the mentions that wait, and raise alerts."""
        return consolidate(self.ledger, self.rules, self.versions)

    def project(self) -> Projected:
        """Write what changed to the index."""
        return project(self.ledger, lambda: self.index)

    def deliver(self, *, mended: bool = False) -> Delivered:
        """Send the alerts that are due; with `mended` also those that wait for another try or were parked."""
        if mended:
            revive(self.ledger)
        return deliver(self.ledger, self.channels)

    def waiting(self) -> int:
        """How many files in the inbox could be claimed now."""
        return len(settled(self.settings.inbox_folder, self.settings.settle_seconds))

    # The whole chain, without Airflow

    def ingest(
        self,
        paths: Iterable[str | Path],
        on_outcome: Callable[[Outcome], None] | None = None,
        *,
        backfill: bool = False,
    ) -> Summary:
        """Take files and folders the whole way; with `backfill` alerts are recorded but suppressed."""
        started = datetime.now(UTC)
        run_id = f"cli-{uuid4().hex[:12]}"
        told = ingest_paths(self.ledger, self._archive, self.settings, paths, run_id, backfill=backfill)
        outcomes = []
        for outcome in told:
            outcomes.append(outcome)
            if on_outcome:
                on_outcome(outcome)
        self._shelve(outcomes)
        return Health(self).summary(outcomes, started)

    def extract(self, paths: Iterable[str | Path]) -> Iterator[Extracted]:
        """Extract without keeping anything, in the order of the files."""
        return extract(paths, self.settings)

    # Questions

    def events(self, query: str | None = None, limit: int | None = None) -> list[Event]:
        """Events that a query finds, or all of them, latest first."""
        return Events(self.ledger, lambda: self.index).found(query, limit)

    def event(self, key: str) -> Event:
        """The event of an id or of an unambiguous beginning of one, redirects followed."""
        return Events(self.ledger, lambda: self.index).one(key)

    def linked(self, event: Event) -> list[Event]:
        """The events that name this one as related, such as the plant that is part of a deal."""
        return Events(self.ledger, lambda: self.index).linked(event)

    def articles(self, article_ids: Sequence[str]) -> list[Article]:
        """The articles of these ids."""
        return Events(self.ledger, lambda: self.index).articles(article_ids)

    def raw_text(self, article_id: str) -> str:
        """The decoded raw document of an article, to which `raw` evidence refers."""
        return Events(self.ledger, lambda: self.index).raw_text(article_id, self._archive, self.settings.max_bytes)

    def raw_bytes(self, sha256: str) -> bytes:
        """Archived bytes by their digest."""
        return self._archive.read(sha256)

    def explain(self, key: str) -> Explanation:
        """Why an event's mentions are together."""
        return Events(self.ledger, lambda: self.index).explained(key)

    def search(self, query: str | None = None, **asked: Unpack[Asked]) -> Hits:
        """Search the index, see `pipeline.index.port.Index.search`."""
        return self.index.search(query, **asked)

    def trace(self, key: str) -> list[Step]:
        """The timeline of a document, an article or an event."""
        return trace(self.ledger, key)

    def alerts_list(self) -> list[Alert]:
        """All alerts, latest first."""
        return Alerts(self.ledger).all()

    def alerts_test(self, rule: str, since: timedelta | datetime) -> list[Alert]:
        """What a rule would have said of the events since then."""
        return Alerts(self.ledger).rehearsed(self.rules.named(rule), since)

    def alerts_ack(self, alert_id: str) -> Alert:
        """Mark an alert as seen."""
        return Alerts(self.ledger).acknowledge(alert_id)

    def alerts_silence(
        self, rule: str | None, event_id: str | None, until: datetime | None, reason: str, author: str
    ) -> Silence:
        """Hold back alerts of a rule, of an event, or of both at once."""
        named = self.rules.named(rule).name if rule else None
        event = self.event(event_id).event_id if event_id else None
        return Alerts(self.ledger).silence(named, event, until, reason, author)

    def quarantine_list(self) -> list[Quarantined]:
        """What is in quarantine, latest first."""
        return Quarantine(self.ledger, self._archive).all()

    def quarantine_show(self, file_id: str) -> Quarantined:
        """One document in quarantine."""
        return Quarantine(self.ledger, self._archive).one(file_id)

    def quarantine_replay(self, file_ids: Sequence[str]) -> list[Outcome]:
        """Ingest documents in quarantine anew, the whole way."""
        kept = Quarantine(self.ledger, self._archive)
        outcomes = self.ingest_batch(kept.release(file_ids))
        self._shelve()
        Health(self).finish()
        return outcomes

    def quarantine_discard(self, file_ids: Sequence[str]) -> int:
        """Take documents out of quarantine for good; their bytes stay in the archive."""
        discarded = Quarantine(self.ledger, self._archive).discard(file_ids)
        self._shelve()
        return discarded

    def _shelve(self, outcomes: Sequence[Outcome] | None = None) -> None:
        """Let the quarantine folder show what is in quarantine, where outcomes may have changed that."""
        if outcomes is None or any(one.kind is OutcomeKind.REJECTED for one in outcomes):
            arrange(self.settings.home / "quarantine", Quarantine(self.ledger, self._archive).all())

    def review_list(self) -> list[Review]:
        """Pairs of mentions that may be one event, nearest first."""
        return Reviews(self.ledger).all()

    def review_decide(self, left: str, right: str, *, same: bool, author: str = "") -> None:
        """Keep a person's word on two mentions or events, and let the events follow it."""
        Reviews(self.ledger).decide(left, right, same=same, author=author)
        Health(self).finish()

    def review_undo(self, left: str, right: str) -> None:
        """Take a person's word back."""
        Reviews(self.ledger).undo(left, right)
        Health(self).finish()

    def reprocess(self, query: str | None = None, *, dry_run: bool = False) -> list[Change]:
        """Extract archived articles anew; what it does, or with `dry_run` would do, to the events. Alerts nobody."""
        return reprocess(self, query, dry_run=dry_run)

    # Operation

    def setup(self) -> list[Check]:
        """Create what is missing; a second call changes nothing."""
        return Health(self).setup()

    def roles(self) -> dict[str, Any]:
        """The least privileges that the index's users need, by name; the index is not asked."""
        return open_index(self.settings.index_url, self.settings.index_access).roles()

    def rebuild_index(self) -> int:
        """Make the index anew from the ledger."""
        return rebuild(self.ledger, self.index)

    def due(self) -> Due:
        """What is left to do: files without outcome, documents to index, deliveries to send."""
        return Health(self).due()

    def status(self) -> list[Gauge]:
        """Backlog, freshness and failures."""
        return Health(self).gauges()

    def doctor(self) -> list[Check]:
        """Check every part of the installation."""
        return Health(self).checks()


def open_app(settings: Settings | None = None, **overrides: Any) -> Dealwire:
    """The application for the settings, by default those of the environment; parts open when they are first used."""
    return Dealwire(settings or read_settings(**overrides))
