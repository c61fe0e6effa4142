"""Every index that Dealwire knows, filled with one corpus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from index_world import CORPUS

from pipeline.index import INDEXES, Index, open_index

ADDRESSES: dict[str, Callable[[Path], str]] = {"tantivy": lambda folder: f"tantivy:{folder / 'index'}"}


@pytest.fixture(scope="session", params=sorted(INDEXES))
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index that holds the corpus; tests only read it."""
    index = open_index(ADDRESSES[request.param](tmp_path_factory.mktemp(request.param)))
    index.setup()
    index.write(CORPUS)
    yield index
    index.close()


@pytest.fixture(params=sorted(INDEXES))
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty index may be made."""
    return ADDRESSES[request.param](tmp_path)


@pytest.fixture
def empty(address: str) -> Iterator[Index]:
    """An index of its own for one test."""
    index = open_index(address)
    index.setup()
    yield index
    index.close()
