"""The searchable projection of the ledger: one port, one query language, several indexes."""

from collections.abc import Callable

from pipeline.errors import Misconfigured
from pipeline.index.access import Access
from pipeline.index.port import Index


def _tantivy(url: str, _access: Access) -> Index:
    from pipeline.index.tantivy import TantivyIndex  # noqa: PLC0415  # its library loads only where it is used

    return TantivyIndex(url.removeprefix("tantivy:"))


def _elasticsearch(url: str, access: Access) -> Index:
    from pipeline.index.elasticsearch import ElasticsearchIndex  # noqa: PLC0415  # its library loads where it is used

    return ElasticsearchIndex(url, access)


INDEXES: dict[str, Callable[[str, Access], Index]] = {
    "tantivy": _tantivy,
    "http": _elasticsearch,
    "https": _elasticsearch,
}


def open_index(url: str, access: Access | None = None) -> Index:
    """The index at `url` (`tantivy:PATH` or `http(s)://host:9200`), not yet touched; raises Misconfigured."""
    scheme = url.partition(":")[0]
    if scheme not in INDEXES:
        raise Misconfigured(f"no index speaks {scheme!r}; set DEALWIRE_INDEX to one of {', '.join(sorted(INDEXES))}:…")
    return INDEXES[scheme](url, access or Access())


__all__ = ["INDEXES", "Access", "Index", "open_index"]
