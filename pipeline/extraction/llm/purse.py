"""What a day's questions may cost, counted over all processes."""

import fcntl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pipeline.extraction.llm.unanswered import Unanswered


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


class Purse:
    """Tokens of a day (UTC); they are taken before a question is asked, so that a crash never makes a day cheaper."""

    def __init__(self, folder: Path, per_day: int, today: Callable[[], str] = _today) -> None:
        self._folder, self._per_day, self._today = folder, per_day, today

    def take(self, tokens: int) -> str:
        """Take tokens and return the day that pays; raises Unanswered where it has not as many left."""
        day = self._today()
        spent = self._change(day, tokens)
        if spent > self._per_day:
            self._change(day, -tokens)
            left = max(self._per_day - spent + tokens, 0)
            raise Unanswered(f"{tokens:,} tokens may be needed, {left:,} of the day's {self._per_day:,} are left")
        return day

    def give_back(self, day: str, tokens: int) -> None:
        """Return what was taken and not needed."""
        self._change(day, -tokens)

    def spent(self) -> int:
        """What today has cost so far."""
        return self._change(self._today(), 0)

    def _change(self, day: str, by: int) -> int:
        """Change a day's number and return the new one; of a fixed width, so that no crash leaves half of one."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / day).open("a+b") as opened, (self._folder / day).open("r+b") as file:
                fcntl.flock(opened, fcntl.LOCK_EX)
                spent = int(file.read() or 0) + by
                file.seek(0)
                file.write(f"{spent:020d}".encode())
                file.flush()
        except (OSError, ValueError) as error:
            raise Unanswered(f"what is spent cannot be counted in {self._folder}: {error}") from error
        return spent
