"""The port that every channel implements."""

from typing import Protocol

from schemas.alert import Alert
from schemas.event import Event


class Channel(Protocol):
    """Tells someone outside of an alert."""

    def send(self, alert: Alert, event: Event, key: str) -> None:
        """Send it under `key`, by which a receiver can drop a repeat; raises Unavailable where it did not go out."""
        ...
