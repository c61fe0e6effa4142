"""The ledger's tables; migrations in `migrations/` make them, a test holds the two equal."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept as UTC and given back aware of it by every database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store the moment in UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - see above
        """Give the moment its zone back."""
        return value.replace(tzinfo=UTC) if value else None


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _record() -> Column[Any]:
    return Column("record", JSON, nullable=False)


files = Table(
    "files",
    metadata,
    Column("file_id", String(32), primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("path", Text, nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("run_id", Text, nullable=False, index=True),
    Column("backfill", Boolean, nullable=False, default=False),
    Column("attempts", Integer, nullable=False, default=0, server_default="0"),
    Column("finished_at", UtcDateTime, index=True),
)
outcomes = Table(
    "outcomes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("file_id", ForeignKey("files.file_id"), nullable=False, index=True),
    Column("path", Text, nullable=False, index=True),
    Column("kind", String(20), nullable=False, index=True),
    Column("reason", String(40)),
    Column("detail", Text, nullable=False),
    Column("article_id", String(40), index=True),
    Column("mentions", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
quarantine = Table(
    "quarantine",
    metadata,
    Column("quarantine_id", String(40), primary_key=True),
    Column("file_id", ForeignKey("files.file_id"), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("reason", String(40), nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("traceback", Text),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(12), nullable=False, index=True),
)
articles = Table(
    "articles",
    metadata,
    Column("article_id", String(40), primary_key=True),
    Column("file_id", ForeignKey("files.file_id"), nullable=False),
    Column("path", Text, nullable=False, index=True),
    Column("url", Text, index=True),
    Column("withdrawn", Boolean, nullable=False, default=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("signature", JSON, nullable=False),
    _record(),
)
bands = Table(
    "bands",
    metadata,
    Column("band", String(64), primary_key=True),
    Column("article_id", ForeignKey("articles.article_id"), primary_key=True),
)
copies = Table(
    "copies",
    metadata,
    Column("left", ForeignKey("articles.article_id"), primary_key=True),
    Column("right", ForeignKey("articles.article_id"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
)
mentions = Table(
    "mentions",
    metadata,
    Column("mention_id", String(64), primary_key=True),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("event_id", String(40), index=True),
    Column("consolidated_at", UtcDateTime, index=True),
    Column("quiet", Boolean, nullable=False, default=False, server_default=false()),
    Column("withdrawn", Boolean, nullable=False, default=False),
    _record(),
)
mention_keys = Table(
    "mention_keys",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("mention_id", ForeignKey("mentions.mention_id"), primary_key=True, index=True),
)
events = Table(
    "events",
    metadata,
    Column("event_id", String(40), primary_key=True),
    Column("minted", Integer, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("merged_into", String(40)),
    Column("updated_at", UtcDateTime, nullable=False, index=True),
    _record(),
)
revisions = Table(
    "revisions",
    metadata,
    Column("event_id", ForeignKey("events.event_id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    _record(),
)
edges = Table(
    "edges",
    metadata,
    Column("left", String(64), primary_key=True),
    Column("right", String(64), primary_key=True, index=True),
    Column("judgement", String(10), nullable=False, index=True),
    Column("score", Float, nullable=False),
    _record(),
)
verdicts = Table(
    "verdicts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("left", String(64), nullable=False),
    Column("right", String(64), nullable=False),
    Column("same", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
)
alerts = Table(
    "alerts",
    metadata,
    Column("alert_id", String(64), primary_key=True),
    Column("event_id", ForeignKey("events.event_id"), nullable=False, index=True),
    Column("state", String(12), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    _record(),
)
deliveries = Table(
    "deliveries",
    metadata,
    Column("alert_id", ForeignKey("alerts.alert_id"), primary_key=True),
    Column("channel", String(80), primary_key=True),
    Column("state", String(10), nullable=False, index=True),
    Column("leased_until", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt_at", UtcDateTime, index=True),
    Column("last_error", Text),
    Column("sent_at", UtcDateTime),
)
projections = Table(
    "projections",
    metadata,
    Column("kind", String(12), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("written", Integer, nullable=False, default=0),
    Column("parked", Text),
    Index("ix_projections_backlog", "number", "written"),
)
silences = Table(
    "silences",
    metadata,
    Column("silence_id", String(40), primary_key=True),
    Column("rule", Text),
    Column("event_id", String(40)),
    Column("until", UtcDateTime),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)
