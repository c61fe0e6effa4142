"""The raw archive: the bytes of every file ever claimed, by their sha256."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from pipeline.errors import Unavailable

CHUNK = 1 << 20


class Archive:
    """Keeps bytes under the name of their digest; what is in it is whole. A full or broken disk raises Unavailable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> tuple[str, int]:
        """Copy a file in and return its sha256 and size in bytes; raises OSError where the file cannot be read.

        A crash leaves no half file under a digest.
        """
        with source.open("rb") as reader:
            return self._keep(_chunks(reader))

    def keep_bytes(self, content: bytes) -> tuple[str, int]:
        """Keep bytes that came from no file."""
        return self._keep([content])

    def path(self, sha256: str) -> Path:
        """Where the bytes of that digest are."""
        return self._folder / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of that digest; raises FileNotFoundError where they are not there."""
        return self.path(sha256).read_bytes()

    def _keep(self, content: Iterable[bytes]) -> tuple[str, int]:
        partial, digest, size = self._folder / f".{uuid4().hex}.part", hashlib.sha256(), 0
        try:
            with _border():
                self._folder.mkdir(parents=True, exist_ok=True)
                writer = partial.open("wb")
            with writer:
                for chunk in content:
                    digest.update(chunk)
                    size += len(chunk)
                    with _border():
                        writer.write(chunk)
                with _border():
                    _sync(writer)
            with _border():
                _settle(partial, self.path(digest.hexdigest()))
        finally:
            partial.unlink(missing_ok=True)
        return digest.hexdigest(), size


@contextmanager
def _border() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(f"the archive cannot be written: {error}") from error


def _chunks(reader: BinaryIO) -> Iterator[bytes]:
    while chunk := reader.read(CHUNK):
        yield chunk


def _sync(writer: BinaryIO) -> None:
    writer.flush()
    os.fsync(writer.fileno())


def _settle(partial: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    partial.replace(place)
    handle = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
