"""The inbox: which files in it are whole and may be taken."""

import os
import time
from collections.abc import Iterator
from pathlib import Path


def settled(folder: Path, settle_seconds: float) -> list[Path]:
    """Files below the folder that have not changed for so long, oldest first; dotfiles and `*.part` never count.

    A file's time is its latest of content, name and attributes, so one moved in counts from its arrival.
    """
    newest = time.time() - settle_seconds
    found = sorted((changed, path) for path, changed in _files(folder) if changed <= newest)
    return [path for _, path in found]


def _files(folder: Path) -> Iterator[tuple[Path, float]]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root) / name
            if name.startswith(".") or name.endswith(".part"):
                continue
            try:
                stat = path.stat()
            except FileNotFoundError:  # taken or moved meanwhile
                continue
            yield path, max(stat.st_mtime if stat.st_mtime <= time.time() else 0.0, stat.st_ctime)
