"""`make bench-projection`: 20,000 events from a ledger into Elasticsearch, beside a bare bulk of the same documents.

`DEALWIRE_TEST_ELASTICSEARCH=http://host:9200` names the cluster; without it a node is started as the tests do.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk
from synthetic import write_articles

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from elasticsearch_server import elasticsearch

from pipeline.app import Dealwire, open_app
from pipeline.index.elasticsearch_layout import Layout
from pipeline.index.elasticsearch_schema import source_of
from pipeline.index.port import Projection
from pipeline.ledger import backlog, events
from pipeline.settings import Settings
from pipeline.steps.project import projections

EVENTS = 20_000
LEAST = 0.8
AT_ONCE = 500
WARMING = 20_000


@contextmanager
def cluster() -> Iterator[str]:
    """The cluster that the environment names, else one of our own."""
    if named := os.environ.get("DEALWIRE_TEST_ELASTICSEARCH"):
        yield named
        return
    with elasticsearch() as server:
        yield server.url


def fill(app: Dealwire, scratch: Path) -> None:
    """Put copies of real events into the ledger, all of them to be projected."""
    app.ingest([write_articles(scratch / "articles")])
    app.project()
    made, now = app.events(), datetime.now(UTC)
    for start in range(0, EVENTS, AT_ONCE):
        with app.ledger.writing() as connection:
            for number in range(start, start + AT_ONCE):
                event = made[number % len(made)].model_copy(update={"event_id": uuid4().hex})
                events.write_event(connection, event, 10_000 + number, now)
                backlog.changed(connection, "event", event.event_id)


def bare(client: Elasticsearch, name: str, projections: list[Projection]) -> float:
    """Seconds of `streaming_bulk` alone, over documents that are made beforehand, and a refresh."""
    now = datetime.now(UTC)
    actions: list[dict[str, Any]] = [
        {"_index": name, "_id": one.id, "_source": source_of(one, now)} for one in projections
    ]
    started = time.monotonic()
    for _ in streaming_bulk(client, actions):
        pass
    client.indices.refresh(index=name)
    return time.monotonic() - started


def drained(app: Dealwire) -> float:
    """Seconds in which `project` empties the backlog."""
    started = time.monotonic()
    while app.project().left:
        pass
    return time.monotonic() - started


def main() -> None:
    """Measure both in one run and print the verdict."""
    with cluster() as url, tempfile.TemporaryDirectory(prefix="dealwire-bench-") as temporary:
        prefix = f"bench{uuid4().hex[:8]}"
        settings = Settings(home=Path(temporary) / "home", index=f"{url}?prefix={prefix}")
        with open_app(settings) as app, Elasticsearch(url) as client:
            app.setup()
            fill(app, Path(temporary))
            with app.ledger.reading() as connection:
                made = projections(connection, backlog.backlog(connection, EVENTS))
            gc.freeze()  # the documents kept for the yardstick slow nobody's garbage collection
            layout = Layout(client, f"{prefix}-bare")
            bare(client, layout.create("event", answers=False), made[:WARMING])
            ours = drained(app)
            plain = bare(client, layout.create("event", answers=False), made)
            client.indices.delete(index=list(client.indices.get(index=f"{prefix}-*").body))
    for name, seconds in (("streaming_bulk", plain), ("dealwire project", ours)):
        print(f"{name:16} {EVENTS / seconds:7.0f} documents/s  {seconds:6.1f} s")
    print(f"at least {LEAST} of a bare bulk: {'yes' if ours * LEAST <= plain else 'NO'} ({plain / ours:.2f})")


if __name__ == "__main__":
    main()
