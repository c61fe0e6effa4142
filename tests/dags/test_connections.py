"""Connections fill what the environment leaves open, and a secret in one shows nowhere."""

import json

import pytest
from airflow.sdk import Connection

from pipeline.airflow_connections import CHANNELS, INDEX, LEDGER, LLM, with_connections
from pipeline.errors import Misconfigured
from pipeline.settings import read_settings

SECRET = "hunter2-of-the-tests"
CLUSTER = Connection(
    conn_id=INDEX,
    conn_type="elasticsearch",
    schema="https",
    host="search.example.org",
    login="writer",
    password=SECRET,
    extra=json.dumps({"ca": "/etc/ca.crt", "prefix": "news"}),
)
DATABASE = Connection(
    conn_id=LEDGER, conn_type="postgres", host="db", login="dealwire", password=SECRET, schema="ledger", port=5433
)
DESK = Connection(conn_id=CHANNELS, conn_type="generic", extra=json.dumps({"desk": f"mailto://u:{SECRET}@mail/x"}))

MODEL = Connection(
    conn_id=LLM,
    conn_type="http",
    schema="https",
    host="models.example.org",
    password=SECRET,
    extra=json.dumps({"model": "small"}),
)


def settings(*connections: Connection, **given):
    """The settings where Airflow knows these connections."""
    return with_connections(read_settings(**given), {one.conn_id: one for one in connections}.get)


def test_a_cluster_s_connection_gives_address_user_and_authority() -> None:
    """As the fields of Airflow's form say."""
    found = settings(CLUSTER)
    assert found.index_url == "https://search.example.org:9200?prefix=news"
    assert (found.index_access.user, found.index_access.password) == ("writer", SECRET)
    assert str(found.index_access.ca) == "/etc/ca.crt"


def test_a_database_s_connection_gives_a_url_for_sqlalchemy() -> None:
    """With the driver that Dealwire is tested with."""
    assert settings(DATABASE).ledger_url == f"postgresql+psycopg://dealwire:{SECRET}@db:5433/ledger"


def test_channels_are_the_extra_of_their_connection() -> None:
    """One URL a name."""
    assert settings(DESK).channels == {"desk": f"mailto://u:{SECRET}@mail/x"}


def test_a_model_s_connection_chooses_it_and_says_where_it_is() -> None:
    """Its key is the password."""
    found = settings(MODEL)
    assert found.extractor == "llm"
    assert (found.llm_url, found.llm_model) == ("https://models.example.org/v1", "small")
    assert found.llm_endpoint.key == SECRET


def test_an_extractor_that_the_environment_names_reads_beside_a_model_s_connection() -> None:
    """One that asks the model takes its address from there."""
    assert settings(MODEL, extractor="rules").llm_url == ""
    assert settings(MODEL, extractor="llm").llm_url == "https://models.example.org/v1"


def test_what_the_environment_sets_stands() -> None:
    """A connection of the same thing is not asked for."""
    found = settings(DATABASE, CLUSTER, ledger="sqlite:///here.db")
    assert found.ledger_url == "sqlite:///here.db"
    assert found.index_url.startswith("https://search.example.org")


def test_a_connection_that_names_no_user_leaves_the_environment_s_key() -> None:
    """What it does not say, it does not take away."""
    bare = Connection(conn_id=INDEX, conn_type="elasticsearch", schema="https", host="search.example.org")
    found = settings(bare, index_api_key=SECRET, index_ca="/etc/own.crt")
    assert found.index_access.api_key == SECRET
    assert str(found.index_access.ca) == "/etc/own.crt"


def test_without_connections_the_settings_are_the_same_object() -> None:
    """Nothing is made anew for who uses none."""
    known = read_settings()
    assert with_connections(known, lambda _: None) is known


@pytest.mark.parametrize(
    "wrong",
    [
        Connection(conn_id=INDEX, conn_type="http"),
        Connection(conn_id=LEDGER, conn_type="mysql", host="db"),
        Connection(conn_id=CHANNELS, conn_type="generic"),
        Connection(conn_id=LLM, conn_type="http", host="models.example.org"),
        Connection(conn_id=LLM, conn_type="http", extra='{"model": "small"}'),
        Connection(conn_id=CHANNELS, conn_type="generic", extra='{"desk": 5}'),
    ],
)
def test_a_connection_that_says_too_little_is_named(wrong: Connection) -> None:
    """The operator reads which one to mend."""
    with pytest.raises(Misconfigured, match=str(wrong.conn_id)):
        settings(wrong)


def test_no_secret_shows_where_settings_are_printed() -> None:
    """In a log, an error or a rendered template."""
    assert SECRET not in repr(settings(CLUSTER, DATABASE, DESK, MODEL))
