"""The command line before an application that answers from hand-made records."""

# ruff: noqa: D102, ARG002  # the fake has the methods of the application, documented there

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from event_world import FIRST, FIRST_TEXT, NOW, PACT, SECOND, cut
from typer.testing import CliRunner, Result

from pipeline.answers import Change, Check, Explanation, Extracted, Gauge, Quarantined, Review, Step, Summary
from pipeline.cli import app
from pipeline.errors import Misconfigured, Unavailable
from pipeline.index.documents import event_document
from pipeline.index.port import Highlight, Hit, Hits
from pipeline.index.query import parse_query
from schemas.alert import Alert, Silence
from schemas.event import Edge
from schemas.mention import EventMention
from schemas.outcome import Outcome, OutcomeKind, Reason

EDGE = Edge(
    left="m1",
    right="m2",
    judgement="same",
    score=0.91,
    threshold=0.6,
    features={"parties": 0.5, "days": -0.1},
    why="same pair",
)
MENTION = EventMention(
    mention_id="m1",
    article_id="a1",
    type="partnership",
    status="agreed",
    salience="headline",
    confidence=0.9,
    trigger=cut(FIRST_TEXT, "entered into an agreement"),
    evidence=cut(FIRST_TEXT, "entered into an agreement"),
    parties=PACT.parties,
    extractor="rules@1",
)
ALERT = Alert(
    alert_id="al1",
    rule="new-partnerships",
    event_id=PACT.event_id,
    revision=1,
    kind="new",
    title=PACT.title,
    summary="s",
    evidence=PACT.sources[0].evidence,
    evidence_path="pact.txt",
    why="new",
    created_at=NOW,
)
OUTCOMES = (
    Outcome(path="pact.txt", kind=OutcomeKind.INDEXED, article_id="a1", mentions=1),
    Outcome(path="empty.txt", kind=OutcomeKind.REJECTED, reason=Reason.EMPTY, detail="no text"),
)
QUARANTINED = Quarantined(
    file_id="f1", path="empty.txt", reason="empty", size=0, arrived_at=NOW, kept_at="quarantine/f1"
)


@dataclass(frozen=True)
class Delivered:
    """What a delivery run did."""

    sent: int
    parked: int
    left: int


class FakeDealwire:
    """Answers as the application does, and remembers what it was asked to change."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.documents = OUTCOMES
        self.checks = (Check(name="ledger", ok=True, detail="sqlite"),)
        self.delivered = Delivered(1, 0, 0)

    def ingest(self, paths, on_outcome: Callable[[Outcome], None] | None = None, backfill: bool = False) -> Summary:
        self.asked.append(("ingest", tuple(paths), backfill))
        for outcome in self.documents:
            if on_outcome:
                on_outcome(outcome)
        names = [f"{o.kind}({o.reason})" if o.reason else str(o.kind) for o in self.documents]
        return Summary(
            documents=len(names), outcomes={name: names.count(name) for name in names}, alerts=1, unindexed=2
        )

    def extract(self, paths) -> Iterator[Extracted]:
        yield Extracted(path="pact.txt", outcome=OUTCOMES[0], article=FIRST, mentions=(MENTION,))
        yield Extracted(path="empty.txt", outcome=OUTCOMES[1])

    def events(self, query, limit):
        parse_query(query)
        return [] if query == "nothing" else [PACT][:limit]

    def event(self, key: str):
        if not PACT.event_id.startswith(key):
            raise Misconfigured(f"no event {key}; `dealwire events`\nlists them")
        return PACT

    def linked(self, event):
        """No other event names one of these."""
        return []

    def articles(self, ids):
        return [article for article in (FIRST, SECOND) if article.article_id in ids]

    def explain(self, key: str):
        return Explanation(event=self.event(key), edges=(EDGE,))

    def search(self, query, **options) -> Hits:
        self.asked.append(("search", query, options))
        if query == "nothing":
            return Hits(total=0)
        mark = Highlight("text", "made in Oslo from August", ((8, 12),))
        hit = Hit("event", PACT.event_id, 1.0, event_document(PACT.model_dump(mode="json")), (1.0, "event/x"), (mark,))
        return Hits(total=7, hits=(hit,), facets={name: {"partnership": 7} for name in options["facets"]})

    def trace(self, key: str):
        return [Step(at=NOW, step="arrived", detail="1,024 bytes", key="f1")]

    def alerts_list(self):
        return [ALERT]

    def alerts_test(self, rule: str, since: timedelta):
        self.asked.append(("test", rule, since))
        return [ALERT]

    def deliver(self, *, mended=False):
        self.asked.append(("deliver", mended))
        return self.delivered

    def alerts_ack(self, key: str):
        return ALERT.model_copy(update={"state": "acked"})

    def alerts_silence(self, rule, event_id, until, reason, author):
        self.asked.append(("silence", rule, event_id, until, reason, author))
        return Silence(silence_id="s1", rule=rule, event_id=event_id, until=until, reason=reason, created_at=NOW)

    def quarantine_list(self):
        return [QUARANTINED]

    def quarantine_show(self, key: str):
        return QUARANTINED

    def quarantine_replay(self, keys):
        return OUTCOMES[:1]

    def quarantine_discard(self, keys):
        return len(keys)

    def review_list(self):
        return [Review(left=MENTION, right=MENTION, left_path="pact.txt", right_path="denial.md", edge=EDGE)]

    def review_decide(self, left: str, right: str, *, same: bool, author: str) -> None:
        self.asked.append(("decide", left, right, same, author))

    def review_undo(self, left: str, right: str) -> None:
        self.asked.append(("undo", left, right))

    def reprocess(self, query, *, dry_run: bool):
        self.asked.append(("reprocess", query, dry_run))
        return [Change(change="changed", event_id=PACT.event_id, title=PACT.title, fields=("status",))]

    def setup(self):
        return self.checks

    def roles(self):
        return {"dealwire_reader": {"cluster": [], "indices": []}}

    def rebuild_index(self) -> int:
        raise Unavailable("index: another process is writing; the backlog stays")

    def status(self):
        return [Gauge(name="inbox", value="0 files"), Gauge(name="backlog", value="9 documents", healthy=False)]

    def doctor(self):
        return self.checks


@pytest.fixture
def dealwire(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeDealwire:
    """The application behind every command of this test; the working folder holds `pact.txt`."""
    fake = FakeDealwire()

    @contextmanager
    def opened(**_options: Any) -> Iterator[FakeDealwire]:
        yield fake

    for module in ("cli", "console.alerts", "console.quarantine", "console.review"):
        monkeypatch.setattr(f"pipeline.{module}.opened", opened)
    monkeypatch.chdir(tmp_path)
    Path("pact.txt").write_text(FIRST_TEXT)
    return fake


@pytest.fixture
def run(dealwire: FakeDealwire) -> Callable[..., Result]:  # noqa: ARG001  # stands behind the command
    """Runs one command line as from a shell without a terminal."""
    return lambda *arguments, **options: CliRunner().invoke(app, [str(part) for part in arguments], **options)
