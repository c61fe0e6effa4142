"""Documents that could not be used, until somebody replays or discards them; their bytes are in the archive."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from pipeline.ledger.engine import upsert
from pipeline.ledger.files import FileEntry
from pipeline.ledger.tables import quarantine
from schemas.outcome import Outcome

LISTED = ("kept", "replaying")


@dataclass(frozen=True)
class Quarantined:
    """A document in quarantine; `state` is kept, replaying, replayed or discarded."""

    quarantine_id: str
    file_id: str
    path: str
    sha256: str
    reason: str
    detail: str
    traceback: str | None
    at: datetime
    state: str


def add(connection: Connection, entry: FileEntry, outcome: Outcome, trouble: str | None, at: datetime) -> str:
    """Keep a document with its reason; its id."""
    name = hashlib.sha256(f"{entry.file_id}\x1f{outcome.path}".encode()).hexdigest()[:12]
    upsert(
        connection,
        quarantine,
        {
            "quarantine_id": name,
            "file_id": entry.file_id,
            "path": outcome.path,
            "sha256": entry.sha256,
            "reason": str(outcome.reason),
            "detail": outcome.detail,
            "traceback": trouble,
            "at": at,
            "state": "kept",
        },
    )
    return name


def kept(connection: Connection, prefix: str = "") -> list[Quarantined]:
    """What is in quarantine, latest first; only ids that start with `prefix`. A replay cut short has not left it."""
    query = select(quarantine).where(quarantine.c.state.in_(LISTED))
    query = query.order_by(quarantine.c.at.desc(), quarantine.c.path)
    if prefix:
        query = query.where(quarantine.c.quarantine_id.startswith(prefix, autoescape=True))
    return [Quarantined(**row) for row in connection.execute(query).mappings()]


def leave(connection: Connection, quarantine_id: str, state: str) -> None:
    """Record that a document is being replayed, or was discarded."""
    connection.execute(update(quarantine).where(quarantine.c.quarantine_id == quarantine_id).values(state=state))


def replaying(connection: Connection, file_id: str) -> frozenset[str]:
    """The paths of a file's documents that are to be read again."""
    query = select(quarantine.c.path).where(quarantine.c.file_id == file_id, quarantine.c.state == "replaying")
    return frozenset(connection.scalars(query))


def replayed(connection: Connection, file_id: str) -> list[str]:
    """Record that a file's documents have been read again; their ids."""
    these = (quarantine.c.file_id == file_id) & (quarantine.c.state == "replaying")
    ids = list(connection.scalars(select(quarantine.c.quarantine_id).where(these)))
    connection.execute(update(quarantine).where(these).values(state="replayed"))
    return ids


def counts(connection: Connection) -> dict[str, int]:
    """How many documents are in quarantine, by reason."""
    query = (
        select(quarantine.c.reason, func.count()).where(quarantine.c.state.in_(LISTED)).group_by(quarantine.c.reason)
    )
    return dict(connection.execute(query.order_by(quarantine.c.reason)).all())
