"""The embedded index: tantivy in a folder, one writer at a time."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias, Unpack

import tantivy as engine

from pipeline.errors import Misconfigured, Unavailable
from pipeline.index import tantivy_search
from pipeline.index.port import Asked, Hits, ItemResult, Kind, Projection, Rebuilt, key_of
from pipeline.index.request import Request
from pipeline.index.tantivy_schema import make_schema, source_of, tantivy_document

Writer: TypeAlias = engine.IndexWriter

_HEAP = 30_000_000  # bytes a writer buffers before it flushes a segment; small, as each write commits
_BUSY = "LockBusy"


class TantivyIndex:
    """An index below `folder`: `current` points at the generation that answers, so that a rebuild swaps at once."""

    def __init__(self, folder: str | Path) -> None:
        """Name the place; nothing is touched before the first use."""
        self._folder = Path(folder)
        self._schema = make_schema()
        self._open: tuple[str, engine.Index] | None = None

    def setup(self) -> None:
        """Create what is missing; a second call changes nothing."""
        if self._generation() is None:
            self._begin()

    def is_current(self) -> bool:
        """Whether the files hold the fields that this version writes."""
        try:
            return self._generation() is None or self._index() is not None
        except Misconfigured:
            return False

    def about(self) -> str:
        """Where it is, and how it ranks."""
        return f"tantivy in {self._folder}, ranking without English word forms"

    def roles(self) -> dict[str, Any]:
        """None: who may read the folder may search."""
        return {}

    def write(self, projections: Sequence[Projection], *, more: bool = False) -> list[ItemResult]:  # noqa: ARG002 - the port's
        """Take over each projection that is newer than what is held; one commit for all."""
        if not projections:
            return []
        self.setup()
        index = self._index()
        with _writer(index) as writer:
            index.reload()
            results = [_put(writer, projection, held) for projection, held in _with_held(index, projections)]
        index.reload()
        return results

    def rebuild(self, projections: Iterable[Projection]) -> Rebuilt:
        """Fill a new generation while the old one answers, then swap; other writers wait meanwhile."""
        self.setup()
        old = self._generation() or ""
        with _writer(self._index(checked=False)):
            name = self._create(int(old.rpartition("-")[2]) + 1)
            fresh = engine.Index(self._schema, str(self._folder / name))
            with _writer(fresh) as writer:
                count = _fill(writer, projections)
            self._point_at(name)
        shutil.rmtree(self._folder / old, ignore_errors=True)
        return Rebuilt(count)

    def search(self, query: str | None = None, **asked: Unpack[Asked]) -> Hits:
        """The documents that `query` asks for; nothing is found before the first write."""
        request = Request(query, **asked)
        if self._generation() is None:
            return Hits(total=0)
        index = self._index()
        index.reload()
        return tantivy_search.answer(index.searcher(), self._schema, request)

    def contents(self) -> Iterator[tuple[Kind, str, int]]:
        """Kind, id and number of every document held, tombstones included, in the order of their keys."""
        if self._generation() is None:
            return
        index = self._index()
        index.reload()
        searcher = index.searcher()
        found = searcher.search(engine.Query.all_query(), limit=max(1, searcher.num_docs), count=False)
        rows = [source_of(searcher.doc(address)) for _, address in found.hits]
        yield from sorted((row["kind"], row["id"], row["number"]) for row in rows)

    def close(self) -> None:
        """Let go of the files."""
        self._open = None

    def _generation(self) -> str | None:
        try:
            return (self._folder / "current").readlink().name
        except OSError:
            return None

    def _begin(self) -> None:
        """Make the first generation; where processes begin at once, the first one's stands and the others use it."""
        first, made = self._folder / "generation-1", self._folder / f"new-{os.getpid()}"
        with _translated():
            made.mkdir(parents=True, exist_ok=True)
            engine.Index(self._schema, str(made))
            try:
                made.rename(first)
            except OSError:
                shutil.rmtree(made)
            with suppress(FileExistsError):
                (self._folder / "current").symlink_to(first.name)

    def _create(self, number: int) -> str:
        name = f"generation-{number}"
        shutil.rmtree(self._folder / name, ignore_errors=True)
        with _translated():
            (self._folder / name).mkdir(parents=True)
            engine.Index(self._schema, str(self._folder / name))
        return name

    def _point_at(self, name: str) -> None:
        link = self._folder / f"current.new-{os.getpid()}"
        with _translated():
            link.unlink(missing_ok=True)
            link.symlink_to(name)
            link.replace(self._folder / "current")

    def _index(self, *, checked: bool = True) -> engine.Index:
        """The generation in use; another process may have swapped it since the last call."""
        name = self._generation() or ""
        if self._open is None or self._open[0] != name:
            path = str(self._folder / name)
            with _translated():
                self._open = (name, engine.Index(self._schema, path) if checked else engine.Index.open(path))
        return self._open[1]


@contextmanager
def _translated() -> Iterator[None]:
    """Foreign errors become ours."""
    try:
        yield
    except OSError as error:
        raise Unavailable(f"index: {error}") from error
    except ValueError as error:
        if _BUSY in str(error):
            raise Unavailable("index: another process is writing; the backlog stays") from error
        raise Misconfigured(f"index: {error}; `dealwire rebuild-index` makes it anew from the ledger") from error


@contextmanager
def _writer(index: engine.Index) -> Iterator[Writer]:
    """The one writer; commits at the end, writes nothing after an error, and always frees the lock."""
    with _translated():
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        try:
            yield writer
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()


def _fill(writer: Writer, projections: Iterable[Projection]) -> int:
    """Add the newest projection of each document, one at a time; how many documents there are."""
    held: dict[str, int] = {}
    for projection in projections:
        key = key_of(projection.kind, projection.id)
        if _put(writer, projection, held.get(key, 0)).status == "written":
            held[key] = projection.number
    return len(held)


def _with_held(index: engine.Index, projections: Sequence[Projection]) -> Iterator[tuple[Projection, int]]:
    """Each projection with the newest number that the index holds once those before it are written; 0 for none."""
    keys = [key_of(projection.kind, projection.id) for projection in projections]
    searcher = index.searcher()
    query = engine.Query.term_set_query(index.schema, "key", sorted(set(keys)))
    found = searcher.search(query, limit=len(keys), count=False)
    sources = [source_of(searcher.doc(address)) for _, address in found.hits]
    held = {key_of(source["kind"], source["id"]): source["number"] for source in sources}
    for key, projection in zip(keys, projections, strict=True):
        yield projection, held.get(key, 0)
        held[key] = max(held.get(key, 0), projection.number)


def _put(writer: Writer, projection: Projection, held: int) -> ItemResult:
    if projection.number <= held:
        return ItemResult(projection.kind, projection.id, projection.number, "stale", f"holds {held}")
    writer.delete_documents_by_term("key", key_of(projection.kind, projection.id))
    writer.add_document(tantivy_document(projection))
    return ItemResult(projection.kind, projection.id, projection.number, "written")
