"""Ingest: claimed files become articles, mentions and outcomes in the ledger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.archive import Archive
from pipeline.errors import Rejected
from pipeline.extraction import Extractor
from pipeline.ingest import Ingested, ingest_file, refused
from pipeline.ledger import files, quarantine
from pipeline.ledger.files import FileEntry
from pipeline.ledger.store import Ledger
from pipeline.steps.record import record, recorded
from schemas.article import RawDocument
from schemas.outcome import Outcome, OutcomeKind, Reason

ATTEMPTS = 5


def ingest_batch(
    ledger: Ledger, archive: Archive, extractor: Extractor, max_bytes: int, file_ids: Sequence[str]
) -> Iterator[Outcome]:
    """The outcomes of the files, those that an earlier attempt recorded too.

    A file whose reading ended `ATTEMPTS` processes is not read again: it would keep its batch from ever ending.
    """
    for file_id in file_ids:
        work = claimed(ledger, file_id)
        if work.finished:
            yield from recorded(ledger, file_id)
        elif work.entry.attempts >= ATTEMPTS:
            yield from record(
                ledger, [(work.entry, [fatal(work.entry.path, f"{ATTEMPTS} processes that read it died")])]
            )
        elif work.earlier is not None:
            yield from record(ledger, [(work.entry, [repeated(work.entry, work.earlier)])])
        else:
            with ledger.writing() as connection:
                files.begin(connection, file_id)
            found = read_file(archive, extractor, max_bytes, work.entry, work.wanted)
            yield from record(ledger, [(work.entry, found)])


@dataclass(frozen=True)
class Claimed:
    """What the ledger knows of a claimed file before it is read: `done` and `again` are paths of its documents."""

    entry: FileEntry
    finished: bool
    earlier: FileEntry | None
    done: frozenset[str]
    again: frozenset[str] | None

    def wanted(self, path: str) -> bool:
        """Whether the document of that path is to be read: it is not done, and of a replay it is one that failed."""
        replayed = self.again is None or path in self.again or self.entry.path in self.again
        return replayed and path not in self.done


def claimed(ledger: Ledger, file_id: str) -> Claimed:
    """Look a file up; known bytes are read again only where somebody replays them."""
    with ledger.reading() as connection:
        entry = files.file_entry(connection, file_id)
        return Claimed(
            entry=entry,
            finished=files.is_finished(connection, file_id),
            earlier=None if entry.replays else files.earlier_file(connection, entry.sha256, file_id),
            done=frozenset(outcome.path for outcome in files.outcomes_of(connection, [file_id])),
            again=quarantine.replaying(connection, entry.replays) if entry.replays else None,
        )


def repeated(entry: FileEntry, earlier: FileEntry) -> Ingested:
    """The outcome of bytes that came before."""
    detail = f"same bytes as {earlier.path}, received {earlier.received_at:%Y-%m-%d %H:%M:%S} UTC"
    return Ingested(Outcome(path=entry.path, kind=OutcomeKind.DUPLICATE, detail=detail))


def fatal(path: str, detail: str) -> Ingested:
    """The outcome of a file that could not be read at all, through no reason that a reader knows."""
    return Ingested(Outcome(path=path, kind=OutcomeKind.REJECTED, reason=Reason.FAILED, detail=detail))


def read_file(
    archive: Archive, extractor: Extractor, max_bytes: int, entry: FileEntry, wanted: Callable[[str], bool]
) -> Iterator[Ingested]:
    """What the wanted documents of a file give; a file that is too large is refused without being read."""
    if entry.size > max_bytes:
        error = Rejected(Reason.TOO_LARGE, f"{entry.size:,} bytes, at most {max_bytes:,} (DEALWIRE_MAX_BYTES)")
        yield refused(entry.path, error)
        return
    try:
        content = archive.read(entry.sha256)
    except FileNotFoundError:
        yield fatal(entry.path, f"its bytes are no longer in the archive ({entry.sha256})")
        return
    raw = RawDocument(path=entry.path, content=content, received_at=entry.received_at)
    yield from ingest_file(raw, extractor, max_bytes, wanted)
