"""What only a cluster can do: refuse, block, be migrated, know its users."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch
from elasticsearch_server import PASSWORD, USER, Server
from index_world import CORPUS, event
from server_parts import free_port

from pipeline.errors import Misconfigured, Unavailable
from pipeline.index import Access, open_index
from pipeline.index.elasticsearch import ElasticsearchIndex

SECURED = "guarded"
NOBODYS = "no-key-of-this-cluster"


@pytest.fixture
def prefix() -> str:
    """Names that no other test uses."""
    return f"t{uuid4().hex}"


@pytest.fixture
def index(plain_node: Server, prefix: str) -> Iterator[ElasticsearchIndex]:
    """An empty index on a plain node."""
    made = ElasticsearchIndex(f"{plain_node.url}?prefix={prefix}", Access())
    made.setup()
    yield made
    made.close()


@pytest.fixture
def client(plain_node: Server) -> Iterator[Elasticsearch]:
    """The cluster's operator."""
    made = Elasticsearch(plain_node.url)
    yield made
    made.close()


def statuses(index: ElasticsearchIndex, *projections) -> list[str]:
    """What became of each, in the order of their ids."""
    return [one.status for one in sorted(index.write(list(projections)), key=lambda one: one.id)]


def test_a_field_that_the_mapping_does_not_know_is_rejected_with_the_reason(index):
    """The others are written: a bulk answers 200 while items failed."""
    results = {one.id: one for one in index.write([event("bad", surprise=1), event("good", sources=1)])}
    assert results["good"].status == "written"
    assert results["bad"].status == "rejected"
    assert "surprise" in results["bad"].detail


def test_a_read_only_index_is_unavailable_until_it_is_opened(index, client, prefix):
    """A full disk closes it: no document is to blame, the backlog stays."""
    index.write([event("e1")])
    for block in ("index.blocks.read_only_allow_delete", "index.blocks.read_only"):
        client.indices.put_settings(index=f"{prefix}-events", settings={block: True})
        with pytest.raises(Unavailable, match="backlog stays"):
            index.write([event("e2")])
        client.indices.put_settings(index=f"{prefix}-events", settings={block: False})
    assert statuses(index, event("e2")) == ["written"]


def test_a_cluster_that_does_not_answer_is_unavailable():
    """Searching and writing alike."""
    index = open_index(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(Unavailable, match="does not answer"):
        index.write([event("e1")])
    with pytest.raises(Unavailable, match="does not answer"):
        index.search()


def test_a_mapping_of_another_version_is_answered_from_until_it_is_migrated(index, client, prefix, plain_node):
    """Writers wait, searches go on, and setup's rebuild swaps the new generation in."""
    index.write(list(CORPUS))
    client.indices.put_mapping(index=f"{prefix}-events", meta={"version": 0})
    fresh = ElasticsearchIndex(f"{plain_node.url}?prefix={prefix}", Access())
    assert not fresh.is_current()
    with pytest.raises(Unavailable, match="dealwire setup"):
        fresh.write([event("e9")])
    assert fresh.search("type:partnership").total == 3
    assert fresh.rebuild(iter(CORPUS)).documents == len(CORPUS)
    assert fresh.is_current()
    assert fresh.search("type:partnership").total == 3
    assert statuses(fresh, event("e9")) == ["written"]
    assert len(client.indices.get(index=f"{prefix}-events-v*").body) == 1


def test_kibana_s_bar_takes_the_same_query_strings(index, client, prefix):
    """Where a query needs no rendering of ours, Elasticsearch's own parser gives the same events."""
    index.write(list(CORPUS))
    for query in (
        "type:partnership AND party:zorvane",
        "announced:[2023-05-01 TO *]",
        "conflict:true",
        "status:rumoured OR type:acquisition",
        'title:"wi-fi unit"',
        "sources:>=2",
        "party:zorv*",
        "NOT type:partnership",
        "acquirer:malley",
        "company:Kelmot",
    ):
        found = client.search(index=f"{prefix}-events", q=query, size=50, default_operator="OR").body["hits"]["hits"]
        ours = index.search(query, kind="event", size=50).hits
        assert {row["_id"] for row in found} == {hit.id for hit in ours}, query


def test_every_document_says_when_it_was_written_and_old_dates_hide_nothing(index, client, prefix):
    """A rule that looks at the last minutes sees an event of last year that came in just now."""
    index.write([event("late", type="partnership", announced=["2020-01-02"])])
    recent = {"range": {"ingested": {"gte": "now-5m"}}}
    assert client.search(index=f"{prefix}-events", query=recent).body["hits"]["total"]["value"] == 1


def opened(node: Server, prefix: str = SECURED, **access) -> ElasticsearchIndex:
    """The index as somebody reaches it."""
    return ElasticsearchIndex(f"{node.url}?prefix={prefix}", Access(ca=node.ca, **access))


def test_the_printed_roles_are_enough_for_their_work_and_for_no_other(secured_node):
    """Setup creates, the writer writes and reads, the reader reads; neither reaches another index or deletes."""
    setup, writer, reader = (
        opened(secured_node, user=f"{SECURED}_{role}", password=PASSWORD) for role in ("setup", "writer", "reader")
    )
    setup.setup()
    assert statuses(writer, *CORPUS[:1], event("e2")) == ["written"] * 2
    assert setup.rebuild(iter(CORPUS)).documents == len(CORPUS)
    assert reader.search("type:partnership").total == writer.search("type:partnership").total == 3
    assert len(list(reader.contents())) == len(CORPUS)
    with pytest.raises(Misconfigured, match="print-role"):
        reader.write([event("e3")])
    for forbidden in (writer, reader):
        with pytest.raises(Misconfigured, match="print-role"):
            forbidden.rebuild(iter(CORPUS))
    with pytest.raises(Misconfigured, match="print-role"):
        opened(secured_node, "other", user=f"{SECURED}_writer", password=PASSWORD).setup()


def test_a_wrong_key_is_our_fault_and_stands_in_no_message(secured_node):
    """The operator reads what to do, and no secret."""
    for access in ({"api_key": NOBODYS}, {"user": USER, "password": NOBODYS}):
        index = opened(secured_node, **access)
        with pytest.raises(Misconfigured, match="refuses this key or user") as refused:
            index.setup()
        assert NOBODYS not in f"{refused.value}{refused.value.__cause__!r}{index!r}{Access(**access)!r}"


def test_a_certificate_of_an_unknown_authority_is_refused_with_what_to_set(secured_node, prefix):
    """Nobody is talked to in the clear by mistake."""
    index = ElasticsearchIndex(f"{secured_node.url}?prefix={prefix}", Access(user=USER, password=PASSWORD))
    with pytest.raises(Misconfigured, match="DEALWIRE_INDEX_CA"):
        index.setup()


def test_a_user_with_a_password_may_stand_in_for_a_key(secured_node):
    """Over TLS with the authority that is set."""
    index = opened(secured_node, user=USER, password=PASSWORD)
    assert statuses(index, event("e1")) == ["written"]


def test_a_user_may_stand_in_the_address(secured_node):
    """As in many tools' URLs."""
    host = secured_node.url.removeprefix("https://")
    index = ElasticsearchIndex(f"https://{USER}:{PASSWORD}@{host}?prefix={SECURED}", Access(ca=secured_node.ca))
    assert statuses(index, event("e7")) == ["written"]
