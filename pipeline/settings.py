"""Every setting, read from the environment (`DEALWIRE_…`) in this one place."""

import os
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from pipeline.errors import Misconfigured
from pipeline.extraction.llm.endpoint import Endpoint, OutputMode
from pipeline.index.access import Access

PREFIX = "DEALWIRE_"


class Settings(BaseSettings):
    """Where state lives, which parts are used and how much they take at once; sizes in bytes, times in seconds."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    home: Path = Field(
        default=Path("var"), description="Folder of all state: ledger, index, archive, inbox, quarantine."
    )
    ledger: str = Field(default="", repr=False, description="SQLAlchemy URL of the ledger; empty: SQLite in `home`.")
    index: str = Field(
        default="", repr=False, description="`tantivy:PATH` or `http(s)://host:9200`; empty: tantivy in `home`."
    )
    index_api_key: SecretStr = Field(default=SecretStr(""), description="Elasticsearch API key, encoded.")
    index_user: str = Field(default="", description="Elasticsearch user, where no key is set.")
    index_password: SecretStr = Field(default=SecretStr(""), description="The user's password.")
    index_ca: Path | None = Field(default=None, description="Certificate of the authority that signed the cluster's.")
    inbox: Path | None = Field(default=None, description="Watched folder; empty: `home`/inbox.")
    extractor: str = Field(default="learned", description="Name of the extractor.")
    weights: Path | None = Field(
        default=None, description="Folder of the learned extractor's weights; empty: those that ship."
    )
    llm_url: str = Field(
        default="", repr=False, description="OpenAI-compatible address, such as `http://host:8000/v1`."
    )
    llm_model: str = Field(default="", description="Name of the model there.")
    llm_key: SecretStr = Field(default=SecretStr(""), description="Its key, where it wants one.")
    llm_timeout_s: float = Field(default=60, gt=0, description="Longest wait for an answer about one article.")
    llm_tokens_per_article: int = Field(default=20_000, ge=1, description="Most tokens that one article may cost.")
    llm_tokens_per_day: int = Field(default=1_000_000, ge=0, description="Most tokens of a day (UTC).")
    llm_output: OutputMode = Field(default="native", description="How the answer's form is told there.")
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
        default_factory=dict, repr=False, description="Alert channels by name, as URLs; `file` exists always."
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

    @property
    def index_access(self) -> Access:
        """How the index is reached beyond its address."""
        key, password = self.index_api_key.get_secret_value(), self.index_password.get_secret_value()
        return Access(key, self.index_user, password, self.index_ca)

    @property
    def llm_endpoint(self) -> Endpoint:
        """Where a model is asked, and what that may cost."""
        return Endpoint(
            url=self.llm_url,
            model=self.llm_model,
            folder=self.home / "llm",
            key=self.llm_key.get_secret_value(),
            timeout_s=self.llm_timeout_s,
            tokens_per_article=self.llm_tokens_per_article,
            tokens_per_day=self.llm_tokens_per_day,
            output=self.llm_output,
        )

    def make_folders(self) -> list[Path]:
        """Make the folder of all state and the inbox; which of them were missing. Raises Misconfigured."""
        missing = [folder for folder in (self.home, self.inbox_folder) if not folder.exists()]
        for folder in missing:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                why = f"{folder} cannot be made ({error.strerror})"
                raise Misconfigured(f"{why}: set {PREFIX}HOME or {PREFIX}INBOX") from error
        return missing


def read_settings(**given: Any) -> Settings:
    """The settings of the environment, those `given` in their place; raises Misconfigured, which names the variable.

    `DEALWIRE_SECRETS` names a folder of files, each named after a variable in lower case, as Docker's secrets are.
    """
    try:
        return Settings(_secrets_dir=os.environ.get(f"{PREFIX}SECRETS") or None, **given)  # type: ignore[call-arg]
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{'_'.join(map(str, first['loc'])).upper()}"
        raise Misconfigured(f"{name}={first['input']!r}: {first['msg']}; mend or unset it") from error
    except SettingsError as error:
        raise Misconfigured(f'{error}; {PREFIX}CHANNELS is JSON such as {{"desk": "json://host/path"}}') from error
