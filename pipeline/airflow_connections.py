"""Settings from Airflow's connections, so that addresses and secrets may come from any secrets backend.

What the environment sets stands; a connection fills what it leaves open.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from airflow.sdk import Connection
from airflow.sdk.exceptions import AirflowNotFoundException
from sqlalchemy import URL

from pipeline.errors import Misconfigured
from pipeline.settings import Settings

INDEX, LEDGER, CHANNELS = "dealwire_elasticsearch", "dealwire_ledger", "dealwire_channels"
LLM = "dealwire_llm"
DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}

Given = dict[str, Any]


def known(conn_id: str) -> Connection | None:
    """The connection of that id, None where there is none; for use in a task."""
    try:
        found: Connection = Connection.get(conn_id)
    except AirflowNotFoundException:
        return None
    return found


def with_connections(settings: Settings, get: Callable[[str], Connection | None] = known) -> Settings:
    """The settings with what connections add; raises Misconfigured for a connection that says too little."""
    found: Given = {}
    if not settings.index and (connection := get(INDEX)):
        found |= index_settings(connection)
    if not settings.ledger and (connection := get(LEDGER)):
        found |= ledger_settings(connection)
    if not settings.channels and (connection := get(CHANNELS)):
        found["channels"] = channel_settings(connection)
    if not settings.llm_url and _may_ask(settings) and (connection := get(LLM)):
        found |= {"extractor": "llm", **llm_settings(connection)}
    return Settings.model_validate(settings.model_dump() | found) if found else settings


def _may_ask(settings: Settings) -> bool:
    """Whether the environment wants the extractor that asks a model, or leaves open which one reads."""
    return settings.extractor == "llm" or "extractor" not in settings.model_fields_set


def index_settings(connection: Connection) -> Given:
    """Host, port and schema (`https`); login and password, or `api_key` in extra, beside `ca` and `prefix`."""
    if not connection.host:
        raise Misconfigured(f"connection {connection.conn_id}: it names no host")
    extra = connection.extra_dejson
    query = f"?{urlencode({'prefix': extra['prefix']})}" if extra.get("prefix") else ""
    told = {
        "index": f"{connection.schema or 'http'}://{connection.host}:{connection.port or 9200}{query}",
        "index_user": connection.login,
        "index_password": connection.password,
        "index_api_key": extra.get("api_key"),
        "index_ca": extra.get("ca"),
    }
    return {name: value for name, value in told.items() if value}


def ledger_settings(connection: Connection) -> Given:
    """A Postgres connection; what stands in extra goes into the URL's query (`sslmode`)."""
    driver = DRIVERS.get(connection.conn_type or "")
    if driver is None or not connection.host:
        raise Misconfigured(f"connection {connection.conn_id}: make it one of type postgres, with a host")
    url = URL.create(
        driver,
        username=connection.login,
        password=connection.password,
        host=connection.host,
        port=connection.port,
        database=connection.schema,
        query={name: str(value) for name, value in connection.extra_dejson.items()},
    )
    return {"ledger": url.render_as_string(hide_password=False)}


def channel_settings(connection: Connection) -> dict[str, str]:
    """Alert channels: extra is a JSON object of URLs by name."""
    channels = connection.extra_dejson
    if not channels or not all(isinstance(url, str) for url in channels.values()):
        raise Misconfigured(f'connection {connection.conn_id}: write channels into extra, {{"desk": "mailto://…"}}')
    return dict(channels)


def llm_settings(connection: Connection) -> Given:
    """Host, port and schema (`https`), the key as password; in extra `model`, and `path` where that is not /v1.

    That the connection exists chooses the extractor, unless DEALWIRE_EXTRACTOR names another.
    """
    extra = connection.extra_dejson
    if not connection.host or not extra.get("model"):
        raise Misconfigured(f'connection {connection.conn_id}: it names no host, or no {{"model": "…"}} in extra')
    port = f":{connection.port}" if connection.port else ""
    told = {
        "llm_url": f"{connection.schema or 'http'}://{connection.host}{port}{extra.get('path', '/v1')}",
        "llm_key": connection.password,
        "llm_model": extra["model"],
    }
    return {name: value for name, value in told.items() if value}
