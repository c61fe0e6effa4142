"""Seconds from a file's last byte in the inbox to its alert, in a real Airflow of its own; prints where they go."""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEALS = (
    ("Velmora", "Tarkin", "heat pumps"),
    ("Sarvane", "Kolmis", "tyres"),
    ("Quillon", "Rasvik", "vaccines"),
    ("Tulvar", "Ubrine", "drones"),
    ("Wexland", "Yarrick", "cranes"),
    ("Zandale", "Arquist", "batteries"),
    ("Brelmar", "Cindor", "cables"),
    ("Dolvane", "Ephram", "turbines"),
    ("Fenwright", "Gorlan", "sensors"),
    ("Hestrel", "Imbrook", "ferries"),
    ("Jasparo", "Kentigo", "heat pumps"),
    ("Lorvale", "Mirabank", "tyres"),
    ("Nostrand", "Ockley", "vaccines"),
    ("Pentavo", "Rudmere", "drones"),
    ("Silvagen", "Trovana", "cranes"),
    ("Umberto", "Vantrix", "batteries"),
    ("Wolmark", "Xandoria", "cables"),
    ("Yellico", "Zephora", "turbines"),
    ("Ambrell", "Bostwick", "sensors"),
    ("Cravelle", "Dunmore", "ferries"),
)
ARTICLE = """{one} and {two} form partnership to make {product}

{one} Ltd and {two} Inc announced a partnership on Monday. The two companies have signed an agreement under which \
{two} Inc will manufacture {product} for {one} Ltd.

"With {two} we bring {product} to more people," said Ann Marlow, chief executive of {one} Ltd.
"""


def main() -> None:
    """Drop twenty files one at a time and print the quantiles."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pause", type=float, default=3.0, help="seconds between an alert and the next file")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="dealwire-latency-") as folder, running(Path(folder)) as home:
        seconds = []
        for number, (one, two, product) in enumerate(DEALS, start=1):
            article = ARTICLE.format(one=one, two=two, product=product)
            seconds.append(latency(home, f"drop-{number}.txt", article))
            print(f"{number:3}  {seconds[-1]:5.1f} s", flush=True)
            time.sleep(chosen.pause)
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    print(f"p50 {statistics.median(seconds):.1f} s, p95 {p95:.1f} s, max {max(seconds):.1f} s")


def latency(home: Path, name: str, article: str) -> float:
    """Drop an article, wait for the alert that names it."""
    (home / "inbox" / name).write_text(article)
    dropped = time.monotonic()
    while time.monotonic() - dropped < 120:
        if name in sent(home):
            return time.monotonic() - dropped
        time.sleep(0.05)
    raise SystemExit(f"no alert for {name} within two minutes; see {home}")


def sent(home: Path) -> set[str]:
    """The articles that alerts were sent for."""
    path = home / "alerts.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return {json.loads(line)["alert"]["evidence_path"] for line in lines}


@contextmanager
def running(folder: Path) -> Iterator[Path]:
    """A home on which Airflow runs, past its sample articles."""
    home = folder / "var"
    with (folder / "screen").open("w") as screen:
        launcher = subprocess.Popen(
            [sys.executable, "-m", "pipeline.launcher"],
            env={**os.environ, "DEALWIRE_HOME": str(home)},
            stdout=screen,
            stderr=subprocess.STDOUT,
        )
    try:
        started = time.monotonic()
        while len(sent(home)) < 2:
            if launcher.poll() is not None or time.monotonic() - started > 300:
                raise SystemExit((folder / "screen").read_text())
            time.sleep(0.2)
        print(f"first start: two alerts after {time.monotonic() - started:.0f} s")
        time.sleep(10)
        yield home
    finally:
        launcher.send_signal(signal.SIGINT)
        launcher.wait(60)


if __name__ == "__main__":
    main()
