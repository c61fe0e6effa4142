"""Processes that read files: one that dies takes no other file with it."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Self

from pipeline.errors import Misconfigured, Rejected
from pipeline.ingest import Ingested, ingest_file, refused
from pipeline.ledger.files import FileEntry
from pipeline.processes import executor_of, start_server
from pipeline.settings import Settings
from pipeline.steps.extractor import extractor_of
from pipeline.steps.ingest import fatal
from schemas.article import RawDocument
from schemas.outcome import Reason

AHEAD = 8
# The first submission waits until the processes can be forked; meanwhile files can be entered.
ENTERED_EARLY = 100


@dataclass(frozen=True)
class Work:
    """A file to read: on disk, or given as bytes; `entry` is set once the ledger knows it.

    `done` are paths of documents that need no reading, `known` is what needs none at all.
    """

    name: str
    path: Path | None = None
    content: bytes | None = field(default=None, repr=False)
    entry: FileEntry | None = None
    done: frozenset[str] = frozenset()
    known: tuple[Ingested, ...] = ()


Done = tuple[Work, list[Ingested]]


def in_order(works: Iterable[Work], settings: Settings) -> Iterator[Done]:
    """What each file gives, in the order of the files, read by several processes; few are held at a time."""
    if settings.workers == 1:
        yield from ((work, list(work.known) or read_one(work, settings)) for work in works)
        return
    start_server(settings.workers)
    with Pool(settings) as pool:
        waiting: deque[tuple[Work, Future[list[Ingested]] | None]] = deque()
        coming = iter(works)
        early = list(islice(coming, ENTERED_EARLY))
        for work in chain(early, coming):
            waiting.append((work, None if work.known else pool.submit(work)))
            if len(waiting) > AHEAD * settings.workers:
                yield pool.result(*waiting.popleft())
        while waiting:
            yield pool.result(*waiting.popleft())


class Pool:
    """Reading processes, started anew where they die; a file that kills its own process twice is given up."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._many, self._single = executor_of(settings.workers), executor_of(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pool in (self._many, self._single):
            pool.shutdown(cancel_futures=True)

    def submit(self, work: Work) -> Future[list[Ingested]]:
        """Have a file read."""
        try:
            return self._many.submit(read_one, work, self._settings)
        except BrokenProcessPool:
            self._many = executor_of(self._settings.workers)
            return self._many.submit(read_one, work, self._settings)

    def result(self, work: Work, future: Future[list[Ingested]] | None) -> Done:
        """What a file gives; after a process died, each file that was with it is read again in a process of its own."""
        if future is None:
            return work, list(work.known)
        try:
            return work, future.result()
        except BrokenProcessPool:
            return work, self._alone(work)

    def _alone(self, work: Work) -> list[Ingested]:
        try:
            return self._single.submit(read_one, work, self._settings).result()
        except BrokenProcessPool:
            self._single = executor_of(1)
            self._check()
            return [fatal(work.name, "the process that read it died: it ran out of memory, or a library failed")]

    def _check(self) -> None:
        try:
            self._single.submit(ready, self._settings).result()
        except BrokenProcessPool as error:
            raise Misconfigured("reading processes die as they start: set DEALWIRE_WORKERS=1 to see why") from error


def ready(settings: Settings) -> str:
    """The extractor that a process reads with, once it can."""
    return extractor_of(settings).name_version


def read_one(work: Work, settings: Settings) -> list[Ingested]:
    """What one file gives; one that is too large is refused without being read."""
    try:
        size = work.path.stat().st_size if work.path else len(work.content or b"")
        if size > settings.max_bytes:
            detail = f"{size:,} bytes, at most {settings.max_bytes:,} (DEALWIRE_MAX_BYTES)"
            return [refused(work.name, Rejected(Reason.TOO_LARGE, detail))]
        content = work.path.read_bytes() if work.path else work.content or b""
    except OSError as error:
        return [fatal(work.name, f"it cannot be read: {error.strerror}")]
    received = work.entry.received_at if work.entry else datetime.now(UTC)
    raw = RawDocument(path=work.name, content=content, received_at=received)
    extractor = extractor_of(settings)
    return list(ingest_file(raw, extractor, settings.max_bytes, lambda path: path not in work.done))
