"""The chain over files and folders, without Airflow: several processes read, one writes."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from pipeline.answers import Extracted
from pipeline.archive import Archive
from pipeline.errors import Misconfigured
from pipeline.inbox import is_hidden, readable
from pipeline.ledger import files
from pipeline.ledger.articles import STANDARD_INPUT
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.settings import Settings
from pipeline.steps.ingest import claimed, fatal, repeated
from pipeline.steps.pool import Work, in_order
from pipeline.steps.record import make_ready, record
from schemas.outcome import Outcome

RECORDED_TOGETHER = 8


def named(paths: Iterable[str | Path]) -> Iterator[Work]:
    """The files of paths and folders, sorted within a folder, `-` being standard input; raises Misconfigured.

    Dotfiles and `*.part` in a folder are left out, as in the inbox; what is named itself is taken.
    """
    for given in paths:
        if str(given) == "-":
            yield Work(STANDARD_INPUT, content=sys.stdin.buffer.read())
            continue
        path = Path(given)
        if not path.exists():
            raise Misconfigured(f"{given}: no such file or folder")
        found = sorted(_visible(path)) if path.is_dir() else [path]
        yield from (Work(readable(one), path=one) for one in found)


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(map(is_hidden, path.relative_to(folder).parts)):
            yield path


def extract(paths: Iterable[str | Path], settings: Settings) -> Iterator[Extracted]:
    """What each document gives, in the order of the files."""
    for _, found in in_order(named(paths), settings):
        for one in found:
            yield Extracted(path=one.outcome.path, outcome=one.outcome, article=one.article, mentions=one.mentions)


def ingest_paths(
    ledger: Ledger, archive: Archive, settings: Settings, paths: Iterable[str | Path], run_id: str, *, backfill: bool
) -> Iterator[Outcome]:
    """Read files into the ledger; the originals stay where they are. Known bytes are not read again.

    What a run that was cut short had entered but not read is read now.
    """
    done = in_order(_arriving(ledger, archive, paths, run_id, backfill=backfill), settings)
    while some := list(islice(done, RECORDED_TOGETHER)):
        yield from (one.outcome for work, found in some if work.entry is None for one in found)
        yield from record(ledger, [(work.entry, found) for work, found in some if work.entry])


def _arriving(
    ledger: Ledger, archive: Archive, paths: Iterable[str | Path], run_id: str, *, backfill: bool
) -> Iterator[Work]:
    """The files as they are entered; what recording needs is loaded while the reading processes start."""
    make_ready()
    for given in named(paths):
        yield from arrive(ledger, archive, given, run_id, backfill=backfill)


def arrive(ledger: Ledger, archive: Archive, work: Work, run_id: str, *, backfill: bool) -> Iterator[Work]:
    """Archive a file and enter it in the ledger, behind entries of the same bytes that nobody finished."""
    now = datetime.now(UTC)
    try:
        sha256, size = archive.keep(work.path) if work.path else archive.keep_bytes(work.content or b"")
    except OSError as error:
        yield Work(work.name, known=(fatal(work.name, f"it cannot be read: {error.strerror}"),))
        return
    with ledger.exclusive() as connection:
        left = files.abandoned(connection, sha256, run_id)
        if not any(entry.path == work.name for entry in left):
            left.append(files.add_file(connection, sha256, work.name, size, now, run_id, backfill=backfill))
    yield from (_work(ledger, archive, entry) for entry in left)


def _work(ledger: Ledger, archive: Archive, entry: FileEntry) -> Work:
    state = claimed(ledger, entry.file_id)
    known = (repeated(entry, state.earlier),) if state.earlier else ()
    return Work(entry.path, archive.path(entry.sha256), entry=entry, done=state.done, known=known)
