"""The file channel: one JSON line an alert."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.errors import Misconfigured, Unavailable
from schemas.alert import Alert
from schemas.event import Event

SHOWN = {"type", "subtype", "status", "parties", "places", "dates", "amounts", "products"}


class FileChannel:
    """`file:PATH`: appends `{"key", "alert", "event"}`; a key that the file has is not written again.

    Safe with several writers and after a crash: a line that was cut off is removed before the next one is written.
    """

    def __init__(self, url: str) -> None:
        path = url.partition(":")[2]
        if not path:
            raise Misconfigured("name a file: file:PATH")
        self._path = Path(path.removeprefix("//"))
        self._keys: set[str] = set()
        self._read_to = 0

    def send(self, alert: Alert, event: Event, key: str) -> None:
        """Append the alert unless its key is there; it is on disk when this returns."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                self._read_keys(file)
                if key not in self._keys:
                    self._append(file, _line(alert, event, key))
        except OSError as error:
            raise Unavailable(f"cannot write {self._path}: {error.strerror}") from error

    def _read_keys(self, file: BinaryIO) -> None:
        """Learn the keys written since the last look, by whomever, and cut off a line that has no end."""
        if os.fstat(file.fileno()).st_size < self._read_to:
            self._keys, self._read_to = set(), 0
        file.seek(self._read_to)
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(self._read_to)
                break
            self._read_to += len(line)
            self._keys.update(_key_of(line))

    def _append(self, file: BinaryIO, line: bytes) -> None:
        file.seek(0, os.SEEK_END)
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _key_of(line: bytes) -> set[str]:
    """The key of a line; none of a line that is not ours."""
    try:
        said: Any = json.loads(line)
    except ValueError:
        return set()
    return {said["key"]} if isinstance(said, dict) and isinstance(said.get("key"), str) else set()


def _line(alert: Alert, event: Event, key: str) -> bytes:
    said = {
        "key": key,
        "alert": alert.model_dump(mode="json"),
        "event": event.model_dump(mode="json", include=SHOWN),
    }
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"
