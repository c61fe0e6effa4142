"""An endpoint that is down is left alone for a while, so that not every article waits for it."""

import time
from collections.abc import Callable

from pipeline.extraction.llm.unanswered import Unanswered

FAILURES = 3
PAUSE_S = 60.0


class Patience:
    """After so many failures in a row nothing is asked for a minute; then one article tries again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._failures, self._until = clock, 0, 0.0

    def check(self) -> None:
        """Raises Unanswered while the endpoint is left alone."""
        if self._failures >= FAILURES and self._clock() < self._until:
            raise Unanswered(f"the endpoint failed {self._failures} times in a row and is left alone for a while")

    def told(self, *, down: bool) -> None:
        """Count a failure, or begin anew."""
        self._failures = self._failures + 1 if down else 0
        self._until = self._clock() + PAUSE_S
