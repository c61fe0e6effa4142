"""What all tests share: builders beside this file, and the checkout's tools, can be imported by name."""

import os
import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from elasticsearch_server import Server, elasticsearch  # noqa: E402 - found by the path above
from postgres_server import postgres  # noqa: E402
from server_parts import needed  # noqa: E402


def pytest_addoption(parser):
    """`make golden` rewrites the golden files instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def postgres_url():
    """A PostgreSQL of our own, or the one that the environment names."""
    with needed("POSTGRESQL"), postgres() as url:
        yield url


@pytest.fixture(scope="session")
def plain_node():
    """An Elasticsearch without security: the one that the environment names, else one of our own."""
    if named := os.environ.get("DEALWIRE_TEST_ELASTICSEARCH"):
        yield Server(named)
        return
    with needed("ELASTICSEARCH"), elasticsearch() as server:
        yield server
