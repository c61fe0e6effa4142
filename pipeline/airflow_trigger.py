"""The inbox's doorbell: an Airflow trigger that fires when files have arrived and settled.

It lives in the installed package because Airflow's triggerer loads no DAG folder.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from airflow.triggers.base import BaseEventTrigger, TriggerEvent

from pipeline.watching import arrivals


class InboxTrigger(BaseEventTrigger):
    """Fires once for every group of files that was added to or modified in `folder` and has settled.

    What lay there when the watch began never fires, so a trigger that starts again repeats nothing; the DAG's clock
    picks such files up.
    """

    def __init__(self, folder: str, settle_seconds: float = 1.0) -> None:
        """Watch `folder` and the folders in it; a file has settled when it kept size and time `settle_seconds`."""
        super().__init__()  # type: ignore[no-untyped-call]  # Airflow annotates no trigger
        self.folder = folder
        self.settle_seconds = settle_seconds

    def serialize(self) -> tuple[str, dict[str, Any]]:
        """Where Airflow finds this class and how it makes it again."""
        return f"{__name__}.{type(self).__name__}", {"folder": self.folder, "settle_seconds": self.settle_seconds}

    async def run(self) -> AsyncIterator[TriggerEvent]:
        """One event a group: how many files, and the first one's name for people who read the event."""
        async for files in arrivals(Path(self.folder), self.settle_seconds):
            yield TriggerEvent({"files": len(files), "first": files[0].name})
