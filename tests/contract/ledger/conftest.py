"""Every database that a ledger may stand on."""

import pytest
from ledger_world import ledger_url


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def server(request: pytest.FixtureRequest) -> str:
    """The server's URL, nothing for SQLite."""
    return request.getfixturevalue("postgres_url") if request.param == "postgres" else ""


@pytest.fixture
def url(server: str, tmp_path) -> str:
    """A database that holds no table yet."""
    return ledger_url(tmp_path / "state", server)
