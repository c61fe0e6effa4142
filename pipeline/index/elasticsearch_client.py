"""The connection to Elasticsearch; its errors become ours here."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, unquote, urlsplit

from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    OrjsonSerializer,
    SSLError,
    TransportError,
)

from pipeline.errors import Misconfigured, Unavailable
from pipeline.index.access import Access

PREFIX = "dealwire"
TIMEOUT_SECONDS = 30
BUSY = frozenset({429, 500, 502, 503, 504})


def connect(url: str, access: Access) -> tuple[Elasticsearch, str]:
    """A client for `http(s)://host:9200`, and the prefix of its index names, `?prefix=…` in the URL.

    Nothing is asked of the cluster yet. Raises Misconfigured for an address that cannot be one.
    """
    parts = urlsplit(url)
    if not parts.hostname:
        raise Misconfigured(f"DEALWIRE_INDEX={url}: write http://host:9200 or https://host:9200")
    prefix = parse_qs(parts.query).get("prefix", [PREFIX])[0]
    port = parts.port or (443 if parts.scheme == "https" else 9200)
    login = _login(access, parts.username, parts.password)
    node = f"{parts.scheme}://{parts.hostname}:{port}{parts.path.rstrip('/')}"
    client = Elasticsearch(
        node,
        request_timeout=TIMEOUT_SECONDS,
        max_retries=0,
        serializer=OrjsonSerializer(),  # half of the client's time goes into JSON
        **login,  # type: ignore[arg-type]
    )
    return client, prefix


def _login(access: Access, user: str | None, password: str | None) -> dict[str, object]:
    """A key before a user, and both before what stands in the address."""
    login: dict[str, object] = {}
    if access.api_key:
        login["api_key"] = access.api_key
    elif access.user or user:
        written = unquote(user or ""), unquote(password or "")
        login["basic_auth"] = (access.user, access.password) if access.user else written
    if access.ca:
        if not access.ca.is_file():
            raise Misconfigured(f"DEALWIRE_INDEX_CA={access.ca}: no such file")
        login["ca_certs"] = str(access.ca)
    return login


@contextmanager
def translated() -> Iterator[None]:
    """A cluster that does not answer is Unavailable, a key, certificate or request that it refuses Misconfigured."""
    try:
        yield
    except (AuthenticationException, AuthorizationException) as error:
        why = f"index: the cluster refuses this key or user ({error.status_code})"
        raise Misconfigured(f"{why}: {reason_of(error)}; `dealwire setup --print-role` shows the roles") from error
    except SSLError as error:
        raise Misconfigured(f"index: {error.message}; set DEALWIRE_INDEX_CA to the authority's file") from error
    except TransportError as error:
        raise Unavailable(f"index: the cluster does not answer ({type(error).__name__})") from error
    except NotFoundError as error:
        raise Misconfigured(f"index: {reason_of(error)}; `dealwire setup` makes what is missing") from error
    except ApiError as error:
        if error.status_code in BUSY:
            raise Unavailable(f"index: {reason_of(error)}") from error
        raise Misconfigured(f"index: {reason_of(error)}") from error


def reason_of(error: ApiError) -> str:
    """What the cluster said, without the request."""
    body = error.body if isinstance(error.body, dict) else {}
    said = body.get("error")
    return str(said.get("reason") or error.message) if isinstance(said, dict) else str(error.message)
