"""Evidence: the exact words that a value was read from."""

from typing import Literal, Self

from schemas.record import Record

Space = Literal["text", "raw"]


class Evidence(Record):
    """`space[start:end] == text`; offsets count characters of the clean text, or of the decoded raw document."""

    text: str
    start: int
    end: int
    space: Space = "text"

    @classmethod
    def cut(cls, source: str, start: int, end: int, space: Space = "text") -> Self:
        """The evidence that stands at `source[start:end]`; an empty or outlying span raises ValueError."""
        if not 0 <= start < end <= len(source):
            raise ValueError(f"no span [{start}:{end}] in a text of {len(source)} characters")
        return cls(text=source[start:end], start=start, end=end, space=space)

    def holds(self, source: str) -> bool:
        """Whether these words stand in `source` where this evidence says."""
        return bool(self.text) and source[self.start : self.end] == self.text
