"""The inbox: which files in it are whole and may be taken."""

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Fingerprint(NamedTuple):
    """What changes when a file is written or replaced; `changed_ns` also when it is moved."""

    inode: int
    size: int
    modified_ns: int
    changed_ns: int


def settled(folder: Path, settle_seconds: float) -> list[Path]:
    """Files below the folder that have not changed for so long, oldest first; dotfiles and `*.part` never count.

    A file's time is its latest of content, name and attributes, so one moved in counts from its arrival.
    """
    newest = time.time() - settle_seconds
    found = sorted((changed, path) for path, changed in _files(folder) if changed <= newest)
    return [path for _, path in found]


def is_hidden(name: str) -> bool:
    """Whether a file of this name is not meant to be taken: it is a dotfile, or still being written."""
    return name.startswith(".") or name.endswith(".part")


def fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint of a file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return Fingerprint(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def readable(path: Path) -> str:
    """The name as text that any database takes, also where its bytes are none."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _files(folder: Path) -> Iterator[tuple[Path, float]]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(root) / name for name in names if not is_hidden(name)):
            try:
                found = path.stat()
            except FileNotFoundError:  # taken or moved meanwhile
                continue
            if stat.S_ISREG(found.st_mode):
                yield path, max(found.st_mtime if found.st_mtime <= time.time() else 0.0, found.st_ctime)
