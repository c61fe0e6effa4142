"""Every setting, read from the environment (`DEALWIRE_…`) in this one place."""

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where state lives, which parts are used and how much they take at once; sizes in bytes, times in seconds."""

    model_config = SettingsConfigDict(env_prefix="DEALWIRE_", frozen=True, extra="forbid", env_ignore_empty=True)

    home: Path = Field(
        default=Path("var"), description="Folder of all state: ledger, index, archive, inbox, quarantine."
    )
    ledger: str = Field(default="", description="SQLAlchemy URL of the ledger; empty: SQLite in `home`.")
    index: str = Field(default="", description="`tantivy:PATH` or `http(s)://host:9200`; empty: tantivy in `home`.")
    inbox: Path | None = Field(default=None, description="Watched folder; empty: `home`/inbox.")
    extractor: str = Field(default="rules", description="Name of the extractor.")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="Processes of `dealwire ingest`."
    )
    run_files: int = Field(default=500, ge=1, description="Most files one run claims.")
    batch_files: int = Field(default=50, ge=1, description="Most files one mapped task takes.")
    settle_seconds: float = Field(default=1.0, ge=0, description="A file must have kept size and time this long.")
    max_bytes: int = Field(default=50_000_000, ge=1, description="Larger documents are rejected, packed or unpacked.")
    rules: Path | None = Field(
        default=None, description="Folder of alert rules; empty: ./config/alert_rules or the defaults."
    )
    channels: dict[str, str] = Field(
        default_factory=dict, description="Alert channels by name, as URLs; `file` exists always."
    )

    @property
    def inbox_folder(self) -> Path:
        """The watched folder."""
        return self.inbox or self.home / "inbox"

    @property
    def ledger_url(self) -> str:
        """The ledger's SQLAlchemy URL."""
        return self.ledger or f"sqlite:///{self.home / 'ledger.db'}"

    @property
    def index_url(self) -> str:
        """The index's address."""
        return self.index or f"tantivy:{self.home / 'index'}"
