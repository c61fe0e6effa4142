"""A ledger filled by hand-made reports, as if they had been read: no language model, no files."""

from datetime import UTC, datetime

from ledger_world import ledger_url
from resolution_world import report

from pipeline.alerting.rules import load_rules
from pipeline.ingest import Ingested
from pipeline.ledger import events, files, outbox
from pipeline.ledger.store import Ledger
from pipeline.steps.consolidate import consolidate
from pipeline.steps.record import record
from schemas.article import Article
from schemas.event import Versions
from schemas.outcome import Outcome, OutcomeKind

VERSIONS = Versions(pipeline="1", taxonomy="1", rules="1")
PAIR = ["Morvik Foods", "Lintara Dairy"]


class Desk:
    """A ledger and the steps on it."""

    def __init__(self, folder):
        self.ledger = Ledger(ledger_url(folder))
        self.ledger.setup()
        self.rules = load_rules(None)

    def arrive(self, *reports, url=None, backfill=False):
        """Record an article of that many mentions."""
        first = reports[0]
        article = Article(
            article_id=first.article_id,
            path=first.path,
            url=url,
            text=f"{first.article_id}: {first.mention.evidence.text}",
            publisher=first.publisher,
            published=first.published,
        )
        kind = OutcomeKind.INDEXED
        outcome = Outcome(path=article.path, kind=kind, article_id=article.article_id, mentions=len(reports))
        with self.ledger.writing() as connection:
            entry = files.add_file(
                connection, article.article_id, article.path, 1, datetime.now(UTC), "run", backfill=backfill
            )
        found = Ingested(outcome, article, tuple(one.mention for one in reports))
        return list(record(self.ledger, [(entry, [found])]))

    def consolidate(self):
        """Make events of what waits."""
        return consolidate(self.ledger, self.rules, VERSIONS)

    def events(self):
        """The events that stand, oldest first."""
        with self.ledger.reading() as connection:
            return events.standing_events(connection)[::-1]

    def alerts(self):
        """Kind and state of every alert, oldest first."""
        with self.ledger.reading() as connection:
            return [(alert.kind, alert.state) for alert in outbox.alerts_of(connection)]


def deal(article, parties=PAIR, **fields):
    """What one article tells of a deal over oat milk in Oslo."""
    given = {"products": ["oat milk"], "places": ["Oslo"], "day": "2024-05-02", **fields}
    return report(article, parties, **given)
