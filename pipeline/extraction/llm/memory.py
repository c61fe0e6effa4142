"""Answers by what was asked, so that the same article is paid for once."""

import hashlib
import logging
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError

from pipeline.extraction.llm.form import Answer

log = logging.getLogger(__name__)


class Memory:
    """One file an answer, named after the digest of model, prompt version and text; the folder may go at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, *asked: str) -> Answer | None:
        """The answer that was given to this."""
        try:
            return Answer.model_validate_json(self._path(asked).read_bytes())
        except (OSError, ValidationError):
            return None

    def keep(self, answer: Answer, *asked: str) -> None:
        """Keep an answer; where it cannot be written, the next one is paid for again."""
        path = self._path(asked)
        partial = path.with_name(f".{uuid4().hex}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(answer.model_dump_json(), encoding="utf-8")
            partial.replace(path)
        except OSError as error:
            log.warning("an answer cannot be kept in %s: %s", self._folder, error)

    def _path(self, asked: tuple[str, ...]) -> Path:
        digest = hashlib.sha256("\0".join(asked).encode()).hexdigest()
        return self._folder / digest[:2] / f"{digest}.json"
