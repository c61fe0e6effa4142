"""A cluster that is busy or hangs, which no real one is on demand: a server that answers as Elasticsearch does."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from index_world import event

from pipeline.errors import Unavailable
from pipeline.index import Access
from pipeline.index.elasticsearch import ElasticsearchIndex

NAMES = ("events", "articles", "alerts", "quarantine")
VERSIONED = {"mappings": {"_meta": {"version": 1}}}


class Answers(BaseHTTPRequestHandler):
    """Indices that are there, and a bulk that answers each item with the next of the statuses."""

    statuses: list[int]
    dropped: list[str]
    swapped = False
    delay = 0.0
    bulks = 0

    def do_GET(self) -> None:
        """A generation of each kind."""
        self._say({f"dealwire-{name}-v1-000001": {**VERSIONED, "aliases": {f"dealwire-{name}": {}}} for name in NAMES})

    def do_POST(self) -> None:
        """A refresh, or a bulk of one item."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        time.sleep(type(self).delay)
        type(self).swapped |= "_aliases" in self.path
        if "_bulk" not in self.path:
            self._say({})
            return
        type(self).bulks += 1
        action = json.loads(body.split(b"\n")[0])["index"]
        status = type(self).statuses.pop(0)
        error = {"error": {"type": "es_rejected_execution_exception", "reason": "busy"}} if status >= 300 else {}
        item = {"_index": action["_index"], "_id": action["_id"], "status": status, **error}
        self._say({"errors": status >= 300, "items": [{"index": item}]})

    def do_PUT(self) -> None:
        """The client writes a bulk by either verb."""
        self.do_POST()

    def do_DELETE(self) -> None:
        """A generation is dropped."""
        type(self).dropped.append(self.path)
        self._say({})

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def _say(self, body: object) -> None:
        answer = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[ElasticsearchIndex, type[Answers]]]:
    """An index before such a server, which waits little between its tries."""
    monkeypatch.setattr("pipeline.index.elasticsearch_bulk.FIRST_WAIT_SECONDS", 0.01)
    monkeypatch.setattr("pipeline.index.elasticsearch_client.TIMEOUT_SECONDS", 0.5)
    handler = type("Once", (Answers,), {"statuses": [], "dropped": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    index = ElasticsearchIndex(f"http://127.0.0.1:{server.server_port}", Access())
    yield index, handler
    index.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("busy", [429, 503])
def test_a_busy_cluster_is_asked_again_until_it_takes_the_document(cluster, busy):
    """With pauses that grow."""
    index, answers = cluster
    answers.statuses = [busy, busy, 201]
    assert [one.status for one in index.write([event("e1")])] == ["written"]
    assert answers.bulks == 3


def test_a_cluster_that_stays_busy_keeps_nobody_waiting_for_ever(cluster):
    """The backlog stays with the ledger, and no document is parked."""
    index, answers = cluster
    answers.statuses = [429] * 20
    with pytest.raises(Unavailable, match="too busy"):
        index.write([event("e1")])


def test_a_cluster_that_hangs_is_unavailable(cluster):
    """After its time-out."""
    index, answers = cluster
    answers.statuses = [201]
    answers.delay = 2.0
    with pytest.raises(Unavailable, match="does not answer"):
        index.write([event("e1")])


def test_a_rebuild_that_the_cluster_was_too_busy_for_is_no_rebuild(cluster):
    """The old index goes on answering: a new one that lacks documents would hide them for good."""
    index, answers = cluster
    answers.statuses = [429] * 20
    with pytest.raises(Unavailable, match="0 of 1"):
        index.rebuild([event("e1")])
    assert answers.dropped
    assert not answers.swapped
