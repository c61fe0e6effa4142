"""Every index that Dealwire knows, filled with one corpus."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from elasticsearch_server import Server, elasticsearch
from index_world import CORPUS
from server_parts import needed

from pipeline.index import Index, open_index
from pipeline.index.elasticsearch_roles import roles_for

SECURED = "guarded"  # the prefix that the secured node's roles are for
Place = Callable[[Path], str]


@pytest.fixture(scope="session")
def secured_node() -> Iterator[Server]:
    """An Elasticsearch with users and TLS."""
    with needed("ELASTICSEARCH WITH SECURITY"), elasticsearch(roles=roles_for(SECURED)) as server:
        yield server


@pytest.fixture(scope="session", params=["tantivy", "elasticsearch"])
def place(request: pytest.FixtureRequest) -> Place:
    """Makes the address of an empty index in a folder, for each kind of index."""
    if request.param == "tantivy":
        return lambda folder: f"tantivy:{folder / 'index'}"
    node: Server = request.getfixturevalue("plain_node")
    return lambda _: f"{node.url}?prefix=t{uuid4().hex}"


@pytest.fixture(scope="session")
def filled(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index that holds the corpus; tests only read it."""
    index = open_index(place(tmp_path_factory.mktemp("filled")))
    index.setup()
    index.write(CORPUS)
    yield index
    index.close()


@pytest.fixture
def address(place: Place, tmp_path: Path) -> str:
    """Where an empty index may be made."""
    return place(tmp_path)


@pytest.fixture
def empty(address: str) -> Iterator[Index]:
    """An index of its own for one test."""
    index = open_index(address)
    index.setup()
    yield index
    index.close()
