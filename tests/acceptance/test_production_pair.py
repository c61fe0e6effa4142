"""The chain on Postgres and Elasticsearch: the same events, and a cluster that goes away delays nothing but itself."""

from pathlib import Path
from uuid import uuid4

import pytest
from app_world import OTHER, PACT, drop, run, sent
from elasticsearch import Elasticsearch
from elasticsearch_server import elasticsearch
from ledger_world import ledger_url
from seed_chain import SEEDS
from server_parts import free_port, needed, own_folder

from pipeline.app import Dealwire, open_app
from pipeline.errors import Unavailable
from pipeline.settings import Settings


def installed(folder: Path, server: str, index: str) -> Dealwire:
    """An installation on these two servers."""
    ledger = ledger_url(folder / "state", server)
    return open_app(Settings(home=folder / "home", ledger=ledger, index=index, workers=1, settle_seconds=0))


def in_ledger(app: Dealwire) -> set[tuple[str, str]]:
    """Kind and id of every event and alert that the ledger holds."""
    return {("event", event.event_id) for event in app.events()} | {
        ("alert", one.alert_id) for one in app.alerts_list()
    }


def in_index(app: Dealwire) -> set[tuple[str, str]]:
    """Kind and id of every event and alert that the index holds."""
    return {(kind, name) for kind, name, _ in app.index.contents() if kind in ("event", "alert")}


def test_the_seeds_are_two_partnerships_out_of_elasticsearch(postgres_url, plain_node, tmp_path):
    """Found by what an analyst types, and alerted twice."""
    with installed(tmp_path, postgres_url, f"{plain_node.url}?prefix=t{uuid4().hex}") as app:
        app.setup()
        assert app.ingest([SEEDS]).alerts == 2
        found = app.search("type:partnership AND news:true AND party:xiaomi", kind="event").hits
        assert sorted(hit.document["sources"] for hit in found) == [2, 4]
        assert app.search("announced:[2023-05-31 TO *] AND conflict:true", kind="event").total == 1
        assert in_index(app) == in_ledger(app)
        assert all(check.ok for check in app.doctor())


def test_setup_migrates_an_index_of_another_version_and_loses_nothing(postgres_url, plain_node, tmp_path):
    """Projection waits meanwhile, with its backlog kept; searches are answered before, during and after."""
    prefix = f"t{uuid4().hex}"
    address = f"{plain_node.url}?prefix={prefix}"
    with installed(tmp_path, postgres_url, address) as app:
        app.setup()
        app.ingest([SEEDS])
    with Elasticsearch(plain_node.url) as client:
        client.indices.put_mapping(index=f"{prefix}-events", meta={"version": 0})
    with installed(tmp_path, postgres_url, address) as app:
        drop(app, a_txt=PACT)
        with pytest.raises(Unavailable, match="dealwire setup"):
            run(app)
        assert app.search("party:xiaomi AND news:true", kind="event").total >= 2
        (told,) = (check.detail for check in app.setup() if check.name == "index")
        assert "written in this version's form" in told
        assert app.project().left == 0
        assert in_index(app) == in_ledger(app)
        assert app.search("party:morvik", kind="event").total == 1


@pytest.mark.slow
def test_a_cluster_that_stops_halfway_delays_its_own_backlog_and_nothing_else(postgres_url, tmp_path):
    """The alert goes out meanwhile; when the cluster is back it takes what it missed."""
    port = free_port()
    with own_folder() as folder, installed(tmp_path, postgres_url, f"http://127.0.0.1:{port}") as app:
        with needed("ELASTICSEARCH"), elasticsearch(port=port, folder=folder):
            drop(app, a_txt=PACT)
            run(app)
        drop(app, b_txt=OTHER)
        with pytest.raises(Unavailable):
            run(app)
        app.deliver()
        assert len(sent(app)) == 2
        assert app.due().documents > 0
        assert "documents to index" in {gauge.name for gauge in app.status() if gauge.value != "0"}
        with elasticsearch(port=port, folder=folder):
            assert app.project().left == 0
            assert in_index(app) == in_ledger(app)
            assert app.search("tarvos", kind="event").total == 1
