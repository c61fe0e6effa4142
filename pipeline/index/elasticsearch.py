"""The index of an installation with a cluster: Elasticsearch 9, an alias for each kind of document."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Unpack

from pipeline.errors import Unavailable
from pipeline.index.access import Access
from pipeline.index.elasticsearch_bulk import write_all
from pipeline.index.elasticsearch_client import connect, translated
from pipeline.index.elasticsearch_layout import Layout
from pipeline.index.elasticsearch_roles import roles_for
from pipeline.index.elasticsearch_schema import FILES, alias_of
from pipeline.index.elasticsearch_search import answer
from pipeline.index.port import Asked, Hits, ItemResult, Kind, Projection, Rebuilt
from pipeline.index.request import Request

_PAGE = 1000
_KEEP_ALIVE = "2m"


class ElasticsearchIndex:
    """Documents behind aliases; versions are the ledger's numbers, so that an older state never wins."""

    def __init__(self, url: str, access: Access) -> None:
        """Name the cluster; nothing is asked of it before the first use."""
        self._client, self._prefix = connect(url, access)
        self._layout = Layout(self._client, self._prefix)
        self._fits = False

    def setup(self) -> None:
        """Create templates, indices and aliases that are missing; a second call changes nothing."""
        self._layout.make_missing()

    def is_current(self) -> bool:
        """Whether the mappings are those that this version writes."""
        return self._layout.is_current()

    def about(self) -> str:
        """Where it is, and how it ranks."""
        ranking = "with" if self._stemmed else "without"
        return f"{self._prefix}-* in Elasticsearch, ranking {ranking} English word forms"

    def roles(self) -> dict[str, Any]:
        """The least privileges of its users, as Elasticsearch's role API takes them."""
        return roles_for(self._prefix)

    def write(self, projections: Sequence[Projection], *, more: bool = False) -> list[ItemResult]:
        """Take over what is newer; raises Unavailable where the cluster takes nothing, or waits to be migrated."""
        if not projections:
            return []
        if not self._fits:
            self.setup()
            self._fits = self.is_current()
        if not self._fits:
            raise Unavailable("index: made by another version of Dealwire; `dealwire setup` migrates it")
        found = list(write_all(self._client, projections, self._alias, require_alias=True))
        if not found:
            raise Unavailable("index: the cluster is too busy, read-only or full; the backlog stays")
        if not more:
            with translated():
                self._client.indices.refresh(index=[self._alias(kind) for kind in FILES])
        return found

    def rebuild(self, projections: Iterable[Projection]) -> Rebuilt:
        """Fill new generations while the old ones answer, then swap all at one moment."""
        fresh = {kind: self._layout.create(kind, answers=False) for kind in FILES}
        try:
            results = self._filled(projections, fresh)
            self._layout.swap(fresh)
        except BaseException:
            self._layout.drop(fresh.values())
            raise
        held = {(one.kind, one.id) for one in results if one.status == "written"}
        return Rebuilt(len(held), tuple(one for one in results if one.status == "rejected"))

    def _filled(self, projections: Iterable[Projection], fresh: dict[Kind, str]) -> list[ItemResult]:
        """Write all of them; raises Unavailable where one was not decided on, as nobody would write it later."""
        given = _Counted(projections)
        results = list(write_all(self._client, given, fresh.__getitem__))
        if len(results) < given.count:
            raise Unavailable(f"index: the cluster took {len(results)} of {given.count}; the old index stays")
        with translated():
            self._client.indices.refresh(index=list(fresh.values()))
        return results

    def search(self, query: str | None = None, **asked: Unpack[Asked]) -> Hits:
        """The documents that `query` asks for."""
        request = Request(query, **asked)
        names = [self._alias(kind) for kind in request.kinds]
        return answer(self._client, names, request, stemmed=self._stemmed)

    def contents(self) -> Iterator[tuple[Kind, str, int]]:
        """Kind, id and number of every document held, tombstones included, in the order of kind and id."""
        for kind, generation in sorted(self._layout.standing().items()):
            yield from sorted(self._held(kind, generation.name))

    def _held(self, kind: Kind, name: str) -> Iterator[tuple[Kind, str, int]]:
        with translated():
            pit = self._client.open_point_in_time(index=name, keep_alive=_KEEP_ALIVE).body["id"]
            after: list[str] | None = None
            while True:
                more = {"search_after": after} if after else {}
                page = self._client.search(
                    pit={"id": pit, "keep_alive": _KEEP_ALIVE},
                    size=_PAGE,
                    sort=[{"key": "asc"}],
                    version=True,
                    source=False,
                    **more,  # type: ignore[arg-type]
                ).body["hits"]["hits"]
                yield from ((kind, row["_id"], int(row["_version"])) for row in page)
                if len(page) < _PAGE:
                    break
                after = page[-1]["sort"]
            self._client.close_point_in_time(id=pit)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _alias(self, kind: Kind) -> str:
        return alias_of(kind, self._prefix)

    @cached_property
    def _stemmed(self) -> bool:
        return self._layout.stems()


class _Counted:
    """Projections that say afterwards how many they were."""

    def __init__(self, projections: Iterable[Projection]) -> None:
        self._projections = projections
        self.count = 0

    def __iter__(self) -> Iterator[Projection]:
        for projection in self._projections:
            self.count += 1
            yield projection
