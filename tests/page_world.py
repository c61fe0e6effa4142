"""The analyst's page of the hand-made event, as text."""

import io

from event_world import FIRST, PACT, SECOND
from rich.console import Console

from pipeline.console.event_page import event_page


def page_of(event=PACT, articles=(FIRST, SECOND), *, colour: bool) -> str:
    """What `dealwire show` prints in 100 columns, without blanks at the ends of lines."""
    out = io.StringIO()
    system = "standard" if colour else None
    console = Console(file=out, width=100, force_terminal=colour, highlight=False, color_system=system)
    console.print(event_page(event, articles, colour=colour))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())
