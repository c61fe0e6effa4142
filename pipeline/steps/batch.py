"""The chain over files and folders, without Airflow: several processes read, one writes."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from pipeline.answers import Extracted
from pipeline.archive import Archive
from pipeline.errors import Misconfigured, Rejected
from pipeline.ingest import Ingested, ingest_file, refused
from pipeline.ledger import files
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.settings import Settings
from pipeline.steps.extractor import extractor_of
from pipeline.steps.ingest import repeated, store
from schemas.article import RawDocument
from schemas.outcome import Outcome, Reason

AHEAD = 4
STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Work:
    """A file to read: on disk, or given as bytes; `entry` is set once the ledger knows it."""

    name: str
    path: Path | None = None
    content: bytes | None = None
    entry: FileEntry | None = None


def named(paths: Iterable[str | Path]) -> Iterator[Work]:
    """The files of paths and folders, sorted within a folder; `-` is standard input. Raises Misconfigured."""
    for given in paths:
        if str(given) == STANDARD_INPUT:
            yield Work("stdin", content=sys.stdin.buffer.read())
            continue
        path = Path(given)
        if not path.exists():
            raise Misconfigured(f"{given}: no such file or folder")
        found = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        yield from (Work(str(p), path=p) for p in found if not p.name.startswith(".") and p.suffix != ".part")


def extract(paths: Iterable[str | Path], settings: Settings) -> Iterator[Extracted]:
    """What each document gives, in the order of the files."""
    for _, found in in_order(named(paths), settings):
        for one in found:
            yield Extracted(path=one.outcome.path, outcome=one.outcome, article=one.article, mentions=one.mentions)


def ingest_paths(
    ledger: Ledger, archive: Archive, settings: Settings, paths: Iterable[str | Path], run_id: str, *, backfill: bool
) -> Iterator[Outcome]:
    """Read files into the ledger; the originals stay where they are. Known bytes are not read again."""
    arrived = (arrive(ledger, archive, work, run_id, backfill=backfill) for work in named(paths))
    for work, found in in_order(arrived, settings, ledger):
        if work.entry:
            yield from store(ledger, work.entry, found)


def arrive(ledger: Ledger, archive: Archive, work: Work, run_id: str, *, backfill: bool) -> Work:
    """Archive a file and enter it in the ledger."""
    now = datetime.now(UTC)
    sha256, size = archive.keep(work.path) if work.path else archive.keep_bytes(work.content or b"")
    with ledger.writing() as connection:
        file_id = files.add_file(connection, sha256, work.name, size, now, run_id, backfill)
    return Work(work.name, archive.path(sha256), entry=FileEntry(file_id, sha256, work.name, size, now, backfill))


def in_order(
    works: Iterable[Work], settings: Settings, ledger: Ledger | None = None
) -> Iterator[tuple[Work, list[Ingested]]]:
    """What each file gives, in the order of the files, read by several processes; few are held at a time."""
    if settings.workers == 1:
        yield from ((work, known(ledger, work) or read_one(work, settings)) for work in works)
        return
    with ProcessPoolExecutor(settings.workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Work, list[Ingested] | Future[list[Ingested]]]] = deque()
        for work in works:
            waiting.append((work, known(ledger, work) or pool.submit(read_one, work, settings)))
            if len(waiting) > AHEAD * settings.workers:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _done(one: tuple[Work, list[Ingested] | Future[list[Ingested]]]) -> tuple[Work, list[Ingested]]:
    work, found = one
    return work, found.result() if isinstance(found, Future) else found


def known(ledger: Ledger | None, work: Work) -> list[Ingested]:
    """The outcome of bytes that came before; empty for new ones."""
    if ledger is None or work.entry is None:
        return []
    with ledger.reading() as connection:
        earlier = files.earlier_file(connection, work.entry.sha256, work.entry.file_id)
    return [repeated(work.entry, earlier)] if earlier else []


def read_one(work: Work, settings: Settings) -> list[Ingested]:
    """What one file gives; a file that is too large is refused without being read."""
    size = work.path.stat().st_size if work.path else len(work.content or b"")
    if size > settings.max_bytes:
        detail = f"{size:,} bytes, at most {settings.max_bytes:,} (DEALWIRE_MAX_BYTES)"
        return [refused(work.name, Rejected(Reason.TOO_LARGE, detail))]
    content = work.path.read_bytes() if work.path else work.content or b""
    received = work.entry.received_at if work.entry else datetime.now(UTC)
    raw = RawDocument(path=work.name, content=content, received_at=received)
    return ingest_file(raw, extractor_of(settings.extractor), settings.max_bytes)
