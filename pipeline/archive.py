"""The raw archive: the bytes of every file ever claimed, by their sha256."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 20


class Archive:
    """Keeps bytes under the name of their digest; what is in it is whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> tuple[str, int]:
        """Copy a file in and return its sha256 and size in bytes; a crash leaves no half file under a digest."""
        partial = self._folder / f".{os.getpid()}-{source.name[-80:]}.part"
        partial.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as reader, partial.open("wb") as writer:
            while chunk := reader.read(CHUNK):
                digest.update(chunk)
                writer.write(chunk)
            _sync(writer)
            size = writer.tell()
        name = digest.hexdigest()
        self._settle(partial, self.path(name))
        return name, size

    def keep_bytes(self, content: bytes) -> tuple[str, int]:
        """Keep bytes that came from no file."""
        name = hashlib.sha256(content).hexdigest()
        partial = self._folder / f".{os.getpid()}-{name}.part"
        partial.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as writer:
            writer.write(content)
            _sync(writer)
        self._settle(partial, self.path(name))
        return name, len(content)

    def path(self, sha256: str) -> Path:
        """Where the bytes of that digest are."""
        return self._folder / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of that digest; raises FileNotFoundError where they were never kept."""
        return self.path(sha256).read_bytes()

    def _settle(self, partial: Path, place: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        partial.replace(place)
        handle = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sync(writer: BinaryIO) -> None:
    writer.flush()
    os.fsync(writer.fileno())


def copy_out(archive: Archive, sha256: str, place: Path) -> None:
    """Copy archived bytes to a place that people look at, such as the quarantine."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(archive.path(sha256), place)
