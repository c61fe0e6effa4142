"""Claim: files leave the inbox for the archive and the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from pipeline.archive import Archive
from pipeline.inbox import settled
from pipeline.ledger import files
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.settings import Settings


@dataclass(frozen=True)
class Batch:
    """Files that one task takes; `label` tells an operator which."""

    label: str
    files: tuple[str, ...]


def claim(ledger: Ledger, archive: Archive, settings: Settings, run_id: str) -> list[Batch]:
    """Take at most `run_files` settled files, oldest first, besides those that an earlier run left unfinished."""
    with ledger.reading() as connection:
        entries = files.unfinished(connection, settings.run_files)
    known = {(entry.sha256, entry.path) for entry in entries}
    for path in settled(settings.inbox_folder, settings.settle_seconds)[: settings.run_files - len(entries)]:
        entry = take(ledger, archive, path, path.relative_to(settings.inbox_folder).as_posix(), run_id, known)
        path.unlink(missing_ok=True)
        if entry is not None:
            entries.append(entry)
    return batches(entries, settings.batch_files)


def take(
    ledger: Ledger, archive: Archive, path: Path, name: str, run_id: str, known: set[tuple[str, str]]
) -> FileEntry | None:
    """Archive a file and enter it in the ledger; None where it is gone, or was entered before a crash."""
    received_at = datetime.now(UTC)
    try:
        sha256, size = archive.keep(path)
    except FileNotFoundError:
        return None
    if (sha256, name) in known:
        return None
    with ledger.writing() as connection:
        file_id = files.add_file(connection, sha256, name, size, received_at, run_id, backfill=False)
    return FileEntry(file_id, sha256, name, size, received_at, backfill=False)


def batches(entries: Sequence[FileEntry], size: int) -> list[Batch]:
    """Cut files into batches of at most `size`."""
    parts = [entries[i : i + size] for i in range(0, len(entries), size)]
    return [Batch(label(part), tuple(entry.file_id for entry in part)) for part in parts]


def label(part: Sequence[FileEntry]) -> str:
    """The name of the file, or how many there are with the first and the last name."""
    names = [PurePath(entry.path).name for entry in part]
    return names[0] if len(names) == 1 else f"{len(names)} files: {names[0]} … {names[-1]}"
