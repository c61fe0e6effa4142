"""How the processing of one document ended."""

from enum import StrEnum

from schemas.record import Record


class OutcomeKind(StrEnum):
    """The end of a document; every document gets exactly one."""

    INDEXED = "indexed"
    DUPLICATE = "duplicate"
    REVISION = "revision"
    NO_EVENT = "no_event"
    REJECTED = "rejected"


class Reason(StrEnum):
    """Why a document was rejected."""

    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    BROKEN_ARCHIVE = "broken_archive"
    BROKEN_JSON = "broken_json"
    BROKEN_XML = "broken_xml"
    NOT_NEWS = "not_news"
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    FAILED = "failed"


class Outcome(Record):
    """What became of one document: `path` is the file name given at ingest (`file#line` in a JSON-lines file)."""

    path: str
    kind: OutcomeKind
    reason: Reason | None = None
    detail: str = ""
    article_id: str | None = None
    mentions: int = 0
