"""Where a model is asked, and what that may cost."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

OutputMode = Literal["native", "tool", "prompted"]


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible address (`http(s)://host/v1`), its model, limits in seconds and tokens, and our folder.

    `output` is how the endpoint is told the answer's form: as its response format, as a tool, or in words alone.
    """

    url: str = field(repr=False)
    model: str
    folder: Path
    key: str = field(default="", repr=False)
    timeout_s: float = 60.0
    tokens_per_article: int = 20_000
    tokens_per_day: int = 1_000_000
    output: OutputMode = "native"
