"""Files and their outcomes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, func, select, update

from pipeline.ledger.tables import files, outcomes
from schemas.outcome import Outcome, OutcomeKind, Reason

REPLAY = "replay:"
LEAST_OF_AN_ID = 6


@dataclass(frozen=True)
class FileEntry:
    """A claimed file: its bytes are in the archive under `sha256`; `size` in bytes, `attempts` at reading it so far."""

    file_id: str
    sha256: str
    path: str
    size: int
    received_at: datetime
    run_id: str = ""
    backfill: bool = False
    attempts: int = 0

    @property
    def replays(self) -> str | None:
        """The id of the file that is read again with this entry."""
        return self.run_id.removeprefix(REPLAY) if self.run_id.startswith(REPLAY) else None


def add_file(
    connection: Connection,
    sha256: str,
    path: str,
    size: int,
    received_at: datetime,
    run_id: str,
    *,
    backfill: bool = False,
) -> FileEntry:
    """Record a claimed file."""
    entry = FileEntry(uuid4().hex, sha256, path, size, received_at, run_id, backfill)
    connection.execute(files.insert().values(asdict(entry)))
    return entry


def add_replay(connection: Connection, file_id: str, at: datetime) -> FileEntry:
    """Enter a file anew, so that its rejected documents are read again."""
    old = file_entry(connection, file_id)
    return add_file(connection, old.sha256, old.path, old.size, at, f"{REPLAY}{file_id}", backfill=old.backfill)


def earlier_file(connection: Connection, sha256: str, file_id: str) -> FileEntry | None:
    """The first other file of the same bytes that was or will be read, if any; rejected bytes may be tried again."""
    mine = select(files.c.received_at).where(files.c.file_id == file_id).scalar_subquery()
    used = select(outcomes.c.file_id).where(outcomes.c.kind != OutcomeKind.REJECTED)
    found = connection.execute(
        select(files)
        .where(files.c.sha256 == sha256, files.c.file_id != file_id)
        .where(files.c.finished_at.is_(None) | files.c.file_id.in_(used))
        .where((files.c.received_at < mine) | ((files.c.received_at == mine) & (files.c.file_id < file_id)))
        .order_by(files.c.received_at, files.c.file_id)
        .limit(1)
    ).first()
    return _entry(found) if found else None


def unfinished(connection: Connection, limit: int) -> list[FileEntry]:
    """Files without an outcome, oldest first."""
    query = select(files).where(files.c.finished_at.is_(None)).order_by(files.c.received_at, files.c.file_id)
    return [_entry(row) for row in connection.execute(query.limit(limit))]


def abandoned(connection: Connection, sha256: str, run_id: str) -> list[FileEntry]:
    """Files of these bytes that another run entered and has not finished, replays aside."""
    query = select(files).where(files.c.sha256 == sha256, files.c.finished_at.is_(None), files.c.run_id != run_id)
    query = query.where(~files.c.run_id.startswith(REPLAY))
    return [_entry(row) for row in connection.execute(query.order_by(files.c.received_at, files.c.file_id))]


def begin(connection: Connection, file_id: str) -> None:
    """Count an attempt at reading the file, before it is read: the attempt may end this process."""
    connection.execute(update(files).where(files.c.file_id == file_id).values(attempts=files.c.attempts + 1))


def file_entry(connection: Connection, file_id: str) -> FileEntry:
    """The file of that id; raises NoResultFound."""
    return _entry(connection.execute(select(files).where(files.c.file_id == file_id)).one())


def is_finished(connection: Connection, file_id: str) -> bool:
    """Whether the file has its outcomes."""
    return bool(connection.execute(select(files.c.finished_at).where(files.c.file_id == file_id)).scalar_one_or_none())


def add_outcome(connection: Connection, file_id: str, outcome: Outcome, at: datetime) -> None:
    """Record how a document of a file ended."""
    connection.execute(outcomes.insert().values(file_id=file_id, at=at, **outcome.model_dump(mode="json")))


def finish(connection: Connection, file_id: str, at: datetime) -> None:
    """Record that all documents of a file have their outcome."""
    connection.execute(update(files).where(files.c.file_id == file_id).values(finished_at=at))


def outcomes_of(connection: Connection, file_ids: Sequence[str]) -> list[Outcome]:
    """The outcomes of files, in the order in which they were recorded."""
    query = select(outcomes).where(outcomes.c.file_id.in_(file_ids)).order_by(outcomes.c.number)
    return [outcome_of(row) for row in connection.execute(query)]


def outcome_of(row: Row[Any]) -> Outcome:
    """An outcome as the ledger keeps it."""
    return Outcome(
        path=row.path,
        kind=OutcomeKind(row.kind),
        reason=Reason(row.reason) if row.reason else None,
        detail=row.detail,
        article_id=row.article_id,
        mentions=row.mentions,
    )


def arrivals(connection: Connection, key: str) -> list[tuple[datetime, FileEntry, Outcome]]:
    """Each time a document came in under this path or one that ends so, or as an article whose id begins so."""
    same = (outcomes.c.path == key) | outcomes.c.path.endswith("/" + key, autoescape=True)
    if len(key) >= LEAST_OF_AN_ID:
        same |= outcomes.c.article_id.startswith(key, autoescape=True)
    found = connection.execute(select(outcomes).where(same).order_by(outcomes.c.number)).all()
    return [(row.at, file_entry(connection, row.file_id), outcome_of(row)) for row in found]


def count_unfinished(connection: Connection) -> int:
    """How many claimed files have no outcome yet."""
    return connection.scalar(select(func.count()).where(files.c.finished_at.is_(None))) or 0


def latest_arrival(connection: Connection) -> datetime | None:
    """When the latest file was received."""
    return connection.execute(select(files.c.received_at).order_by(files.c.received_at.desc())).scalars().first()


def outcome_counts(connection: Connection) -> dict[str, int]:
    """How many documents ended in which way."""
    query = select(outcomes.c.kind, func.count()).group_by(outcomes.c.kind).order_by(outcomes.c.kind)
    return dict(connection.execute(query).all())


def _entry(row: Row[Any]) -> FileEntry:
    return FileEntry(**{name: value for name, value in row._asdict().items() if name != "finished_at"})
