"""Claim: files leave the inbox for the archive and the ledger."""

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from pipeline.archive import Archive
from pipeline.errors import Misconfigured
from pipeline.inbox import fingerprint, readable, settled
from pipeline.ledger import files
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Batch:
    """Files that one task takes; `label` tells an operator which."""

    label: str
    files: tuple[str, ...]


def claim(ledger: Ledger, archive: Archive, settings: Settings, run_id: str) -> list[Batch]:
    """Take at most `run_files` settled files, oldest first, besides those that an earlier run left unfinished."""
    with ledger.reading() as connection:
        entries = files.unfinished(connection, settings.run_files)
    known = {(entry.sha256, entry.path): entry.received_at for entry in entries}
    for path in settled(settings.inbox_folder, settings.settle_seconds)[: settings.run_files - len(entries)]:
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise Misconfigured(f"{path.parent} is not writable, and claimed files must leave it: mend its permissions")
        entry = take(ledger, archive, path, readable(path.relative_to(settings.inbox_folder)), run_id, known)
        if entry is not None:
            entries.append(entry)
    return batches(entries, settings.batch_files)


def take(
    ledger: Ledger, archive: Archive, path: Path, name: str, run_id: str, known: Mapping[tuple[str, str], datetime]
) -> FileEntry | None:
    """Archive a file, enter it in the ledger, remove it; None where there is nothing to enter.

    That is where it is gone, cannot be read, changed while it was read (the next claim takes it), or was entered
    before a crash: it has lain there since, while the same file dropped again is newer than that entry.
    """
    received_at, seen = datetime.now(UTC), fingerprint(path)
    if seen is None:
        return None
    try:
        sha256, size = archive.keep(path)
    except OSError as error:
        log.warning("%s stays in the inbox, as it cannot be read: %s", name, error)
        return None
    if fingerprint(path) != seen:
        return None
    entry, entered_at = None, known.get((sha256, name))
    if entered_at is None or seen.changed_ns > entered_at.timestamp() * 1e9:
        with ledger.writing() as connection:
            entry = files.add_file(connection, sha256, name, size, received_at, run_id)
    if fingerprint(path) == seen:
        path.unlink(missing_ok=True)
    return entry


def batches(entries: Sequence[FileEntry], size: int) -> list[Batch]:
    """Cut files into batches of at most `size`."""
    parts = [entries[i : i + size] for i in range(0, len(entries), size)]
    return [Batch(label(part), tuple(entry.file_id for entry in part)) for part in parts]


def label(part: Sequence[FileEntry]) -> str:
    """The name of the file, or how many there are with the first and the last name."""
    names = [PurePath(entry.path).name for entry in part]
    return names[0] if len(names) == 1 else f"{len(names)} files: {names[0]} … {names[-1]}"
