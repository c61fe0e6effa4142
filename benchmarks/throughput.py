"""`make bench`: articles a second and peak memory of the whole chain, beside the floor script, in one run."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil
from synthetic import write_articles

HERE = Path(__file__).resolve().parent
DEV = HERE.parents[1] / "shared" / "eval" / "dev" / "articles"
LIMIT_MB = 700


class Run(NamedTuple):
    """One measured command."""

    seconds: float
    peak_mb: float


def watched(arguments: list[str], log: Path, **environment: str) -> Run:
    """Run a command to its end; its peak is that of its largest process."""
    started, peak = time.monotonic(), 0.0
    with log.open("wb") as out:
        running = psutil.Popen(
            arguments, cwd=HERE.parent, env={**os.environ, **environment}, stdout=out, stderr=subprocess.STDOUT
        )
        while running.poll() is None:
            peak = max(peak, largest(running))
            time.sleep(0.1)
    seconds = time.monotonic() - started
    if running.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Run(seconds, peak)


def largest(process: psutil.Process) -> float:
    """Resident megabytes of the largest process of a tree."""
    sizes = [0.0]
    try:
        tree = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        tree = []
    for one in tree:
        try:
            sizes.append(one.memory_info().rss / 1e6)
        except psutil.NoSuchProcess:
            continue
    return max(sizes)


def main() -> None:
    """Measure floor and chain on the same articles with the same number of processes, and print the verdict."""
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="dealwire-bench-") as temporary:
        scratch = Path(temporary)
        folder = DEV if DEV.is_dir() else write_articles(scratch / "articles")
        count = sum(path.is_file() for path in folder.rglob("*"))
        print(f"{count} articles {'of ../shared/eval/dev' if folder == DEV else '(synthetic)'}, {workers} processes")
        floor = watched([sys.executable, str(HERE / "floor.py"), str(folder), str(workers)], scratch / "floor.log")
        ours = watched(
            [sys.executable, "-m", "pipeline", "ingest", str(folder)],
            scratch / "ours.log",
            DEALWIRE_HOME=str(scratch / "home"),
            DEALWIRE_WORKERS=str(workers),
        )
    for name, run in (("floor", floor), ("dealwire ingest", ours)):
        print(f"{name:16} {count / run.seconds:6.1f} articles/s  {run.seconds:6.1f} s  {run.peak_mb:5.0f} MB a process")
    print(f"not slower than the floor: {'yes' if ours.seconds <= floor.seconds else 'NO'}")
    print(f"at most {LIMIT_MB} MB a process: {'yes' if ours.peak_mb <= LIMIT_MB else 'NO'}")


if __name__ == "__main__":
    main()
