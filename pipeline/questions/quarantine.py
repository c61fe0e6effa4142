"""Quarantine: documents that could not be used, their replay and their discarding."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline.answers import Quarantined
from pipeline.archive import Archive
from pipeline.errors import Misconfigured
from pipeline.ledger import backlog, files, quarantine
from pipeline.ledger.quarantine import Quarantined as Kept
from pipeline.ledger.store import Ledger


class Quarantine:
    """Questions about documents in quarantine; they are named by their id or the beginning of it."""

    def __init__(self, ledger: Ledger, archive: Archive) -> None:
        self._ledger, self._archive = ledger, archive

    def all(self) -> list[Quarantined]:
        """What is in quarantine, latest first."""
        with self._ledger.reading() as connection:
            return [
                self._shown(kept, files.file_entry(connection, kept.file_id).size)
                for kept in quarantine.kept(connection)
            ]

    def one(self, key: str) -> Quarantined:
        """One document; raises Misconfigured where there is none or more than one."""
        with self._ledger.reading() as connection:
            kept = self._kept(key)
            return self._shown(kept, files.file_entry(connection, kept.file_id).size)

    def release(self, keys: Sequence[str]) -> list[str]:
        """Enter the files of these documents in the ledger anew, to have just these read; the entries' ids."""
        found = [self._kept(key) for key in keys]
        with self._ledger.writing() as connection:
            for kept in found:
                quarantine.leave(connection, kept.quarantine_id, "replaying")
                backlog.changed(connection, "quarantine", kept.quarantine_id)
            file_ids = dict.fromkeys(kept.file_id for kept in found)
            return [files.add_replay(connection, file_id, datetime.now(UTC)).file_id for file_id in file_ids]

    def discard(self, keys: Sequence[str]) -> int:
        """Take documents out of quarantine for good."""
        found = [self._kept(key) for key in keys]
        with self._ledger.writing() as connection:
            for kept in found:
                quarantine.leave(connection, kept.quarantine_id, "discarded")
                backlog.changed(connection, "quarantine", kept.quarantine_id)
        return len(found)

    def _kept(self, key: str) -> Kept:
        with self._ledger.reading() as connection:
            found = quarantine.kept(connection, key)
        if len(found) != 1:
            raise Misconfigured(
                f"{len(found)} documents in quarantine begin with {key!r}; see `dealwire quarantine list`"
            )
        return found[0]

    def _shown(self, kept: Kept, size: int) -> Quarantined:
        return Quarantined(
            file_id=kept.quarantine_id,
            path=kept.path,
            reason=kept.reason,
            detail="\n".join(filter(None, (kept.detail, kept.traceback))),
            size=size,
            arrived_at=kept.at,
            kept_at=str(self._archive.path(kept.sha256)),
        )
