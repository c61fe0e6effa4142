"""What a person sees of a run: a line for what happens, in all no more than a screen."""

import time
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schemas.alert import Alert
from schemas.event import Event

SHOWN_EVENTS = 8
SHOWN_ALERTS = 5


class Screen:
    """Lines on a terminal or in a log."""

    def __init__(self, console: Console | None = None) -> None:
        """Write to `console`, standard output by default."""
        self._console = console or Console(highlight=False)
        self._started = time.monotonic()

    def say(self, line: str) -> None:
        """A line."""
        self._line(Text(line))

    def step(self, line: str) -> None:
        """A line with the seconds since the start."""
        self._line(Text.assemble((f"{time.monotonic() - self._started:5.0f} s  ", "dim"), line))

    def fresh(self, alerts: Sequence[Alert]) -> None:
        """Alerts as they come; of many at once the first few."""
        for alert in alerts[:SHOWN_ALERTS]:
            self._alert(alert)
        self._and_more(len(alerts) - SHOWN_ALERTS, "dealwire alerts list")

    def events(self, events: Sequence[Event]) -> None:
        """The events found, the first few of them."""
        self.say(f"{counted(len(events), 'event')} found")
        for event in events[:SHOWN_EVENTS]:
            about = f"  ({event.type}, {event.status}, {counted(len(event.sources), 'source')})"
            self._line(Text.assemble("  ", (event.title, "bold"), about))
        self._and_more(len(events) - SHOWN_EVENTS, "dealwire events")

    def alerts(self, alerts: Sequence[Alert]) -> None:
        """The alerts sent, latest first, the first few of them."""
        self.say(f"{counted(len(alerts), 'alert')} sent")
        self.fresh(alerts)

    def _alert(self, alert: Alert) -> None:
        clock = alert.created_at.astimezone().strftime("%H:%M:%S")
        self._line(Text.assemble((f"  {clock}  ", "dim"), (alert.title, "bold"), f"  [{alert.rule}]"))

    def _and_more(self, left: int, command: str) -> None:
        if left > 0:
            self.say(f"  and {left} more: {command}")

    def _line(self, text: Text) -> None:
        if self._console.is_terminal:
            self._console.print(text, no_wrap=True, overflow="ellipsis")
        else:
            self._console.print(text, soft_wrap=True)


def counted(number: int, thing: str) -> str:
    """So many things, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
