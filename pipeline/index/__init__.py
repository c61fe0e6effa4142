"""The searchable projection of the ledger: one port, one query language, several indexes."""

from collections.abc import Callable

from pipeline.errors import Misconfigured
from pipeline.index.port import Index


def _tantivy(url: str) -> Index:
    from pipeline.index.tantivy import TantivyIndex  # noqa: PLC0415  # its library loads only where it is used

    return TantivyIndex(url.removeprefix("tantivy:"))


INDEXES: dict[str, Callable[[str], Index]] = {"tantivy": _tantivy}


def open_index(url: str) -> Index:
    """The index at `url` (`tantivy:PATH`), not yet touched; an unknown scheme raises Misconfigured."""
    scheme = url.partition(":")[0]
    if scheme not in INDEXES:
        raise Misconfigured(f"no index speaks {scheme!r}; set DEALWIRE_INDEX to one of {', '.join(sorted(INDEXES))}:…")
    return INDEXES[scheme](url)


__all__ = ["INDEXES", "Index", "open_index"]
