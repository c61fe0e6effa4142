"""The progress bar of an ingest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.console.operation import outcome_name
from pipeline.console.output import messages
from schemas.outcome import Outcome, OutcomeKind


@contextmanager
def progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """A bar on stderr that each outcome moves; rejections are named as they come, also where there is no terminal."""
    console = messages()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=40),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    with bar:
        task = bar.add_task("ingesting", total=total)
        done = 0

        def moved(outcome: Outcome) -> None:
            nonlocal done
            done += 1
            bar.update(task, completed=done, total=max(total, done))
            if outcome.kind is OutcomeKind.REJECTED:
                detail = f": {outcome.detail}" if outcome.detail else ""
                console.print(f"{outcome.path}: {outcome_name(outcome)}{detail}", markup=False)

        yield moved
