"""How an index is reached beyond its address."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Access:
    """An API key, or a user with a password, and the authority that signed the server's certificate."""

    api_key: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None
