"""One file to articles and mentions: the one place where exceptions become outcomes."""

import hashlib
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.cleaning import clean
from pipeline.errors import DealwireError, Rejected
from pipeline.extraction import Extractor
from pipeline.readers import read
from pipeline.readers.document import Document, Unreadable
from schemas.article import Article, RawDocument
from schemas.mention import EventMention
from schemas.outcome import Outcome, OutcomeKind, Reason

LANGUAGES = ("en",)
# Time and memory of a language model grow faster than its text; news tells what happened at its beginning.
LONGEST_READ = 100_000


@dataclass(frozen=True)
class Ingested:
    """What one document gave; a rejected one may still show its article.

    `trouble` is the traceback of an error that nobody foresaw.
    """

    outcome: Outcome
    article: Article | None = None
    mentions: tuple[EventMention, ...] = ()
    dropped: int = 0
    trouble: str | None = None


def ingest_file(
    raw: RawDocument, extractor: Extractor, max_bytes: int, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[Ingested]:
    """Read, clean and extract each document of a file that is wanted by its path; a bad one stops no other.

    Unavailable, Misconfigured and MemoryError are faults of the surroundings, not of the document: they are raised.
    """
    path = raw.path
    documents = read(raw, max_bytes)
    while True:
        try:
            document = next(documents, None)
        except Exception as error:  # noqa: BLE001 - here exceptions become outcomes
            yield refused(path, error)
            return
        if document is None:
            return
        path = document.path
        if wanted(path):
            yield _document(document, raw, extractor)


def _document(document: Document | Unreadable, raw: RawDocument, extractor: Extractor) -> Ingested:
    if isinstance(document, Unreadable):
        return refused(document.path, document.error)
    try:
        article = clean(document, article_id_of(document, raw), raw.received_at)
        if article.language.split("-")[0] not in LANGUAGES:
            return _foreign(article)
        extraction = extractor.extract(beginning(article))
    except Exception as error:  # noqa: BLE001 - here exceptions become outcomes
        return refused(document.path, error)
    kind = OutcomeKind.INDEXED if extraction.mentions else OutcomeKind.NO_EVENT
    dropped = sum(extraction.dropped.values())
    notes = [
        f"{dropped} values without evidence dropped" if dropped else "",
        f"events looked for in the first {LONGEST_READ:,} characters" if len(article.text) > LONGEST_READ else "",
        *extraction.notes,
    ]
    outcome = Outcome(
        path=article.path,
        kind=kind,
        detail="; ".join(filter(None, notes)),
        article_id=article.article_id,
        mentions=len(extraction.mentions),
    )
    return Ingested(outcome, article, extraction.mentions, dropped)


def beginning(article: Article) -> Article:
    """The article, or of a very long one the beginning, in which evidence stands at the same place."""
    if len(article.text) <= LONGEST_READ:
        return article
    cut = article.text.rfind("\n", 0, LONGEST_READ)
    return article.model_copy(update={"text": article.text[: cut if cut > 0 else LONGEST_READ]})


def _foreign(article: Article) -> Ingested:
    detail = f"written in {article.language}; extraction reads {', '.join(LANGUAGES)}"
    reason = Reason.UNSUPPORTED_LANGUAGE
    return Ingested(Outcome(path=article.path, kind=OutcomeKind.REJECTED, reason=reason, detail=detail), article)


def article_id_of(document: Document, raw: RawDocument) -> str:
    """Made from the sha256 of the bytes: of the file, or of the line where a file holds many documents."""
    content = raw.content if document.path == raw.path else document.raw.encode()
    return hashlib.sha256(content).hexdigest()[:16]


def refused(path: str, error: Exception) -> Ingested:
    """The outcome of a document that could not be used; errors that are not its own are raised again."""
    if isinstance(error, Rejected):
        return Ingested(Outcome(path=path, kind=OutcomeKind.REJECTED, reason=error.reason, detail=error.detail))
    if isinstance(error, DealwireError | MemoryError):
        raise error
    detail = f"{type(error).__name__}: {error}"
    outcome = Outcome(path=path, kind=OutcomeKind.REJECTED, reason=Reason.FAILED, detail=detail)
    return Ingested(outcome, trouble="".join(traceback.format_exception(error)))
