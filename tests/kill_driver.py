"""Runs the chain again and again, each time killed one effect later, and tells what a second run then leaves.

A program of its own: it loads the language model once and forks. `kill_driver.py FOLDER` prints a JSON line a death.
"""

import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from app_world import NO_NEWS, OTHER, PACT, PACT_AGAIN, drop, opened, run  # noqa: E402
from sqlalchemy import Engine, event, func, select  # noqa: E402

from pipeline.extraction import EXTRACTORS  # noqa: E402
from pipeline.ledger import tables  # noqa: E402
from pipeline.steps import deliver  # noqa: E402
from pipeline.steps.extractor import OFFLINE  # noqa: E402

FILES = {
    "a_txt": PACT,
    "b_txt": PACT_AGAIN,
    "c_txt": OTHER,
    "d_txt": NO_NEWS,
    "e_txt": PACT,
    "f_json": '{"cut',
}


class Remembering:
    """The extractor, which reads each text once for all runs."""

    def __init__(self):
        self._inner, self._known = EXTRACTORS[OFFLINE](None), {}
        self.name_version = self._inner.name_version

    def extract(self, article):
        """What the inner extractor says of this article."""
        key = (article.article_id, article.path)
        if key not in self._known:
            self._known[key] = self._inner.extract(article)
        return self._known[key]


def kill_at(number):
    """Die before the effect of that number: a commit, or a change of the file system."""
    left = [number]

    def step(*_, **__):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "commit", step)
    for holder, name in ((Path, "unlink"), (Path, "replace"), (os, "fsync")):
        setattr(holder, name, _before(getattr(holder, name), step))


def _before(real, step):
    def made(*args, **more):
        step()
        return real(*args, **more)

    return made


def forked(work):
    """Do the work in a process of its own; whether it came to its end."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def whole_run(folder):
    """Drop nothing, take what waits, go the whole way; a lease of the dead has run out."""
    deliver.LEASE = timedelta(0)
    with opened(folder) as app:
        run(app)


def told(folder, number):
    """Print what the installation holds."""
    with opened(folder) as app, app.ledger.reading() as connection:
        kinds = connection.execute(select(tables.outcomes.c.path, tables.outcomes.c.kind)).all()
        stale = select(func.count()).where(tables.projections.c.number != tables.projections.c.written)
        keys = [json.loads(line)["key"] for line in (app.settings.home / "alerts.jsonl").read_text().splitlines()]
        said = {
            "death": number,
            "outcomes": sorted((path, kind) for path, kind in kinds),
            "articles": connection.scalar(select(func.count()).select_from(tables.articles)),
            "events": sorted((e.title, sorted(s.path for s in e.sources)) for e in app.events()),
            "alerts": sorted((a.title, a.kind, a.state) for a in app.alerts_list()),
            "deliveries": sorted(connection.scalars(select(tables.deliveries.c.state))),
            "sent": [len(keys), len(set(keys))],
            "due": [getattr(app.due(), name) for name in ("files", "mentions", "documents", "deliveries")],
            "unwritten": connection.scalar(stale),
            "indexed": sorted(kind for kind, _, _ in app.index.contents()),
            "inbox": app.waiting(),
            "quarantine": [one.path for one in app.quarantine_list()],
        }
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def main(folder):
    """From the first effect to the last, then once without a death."""
    made = Remembering()
    EXTRACTORS[OFFLINE] = lambda _: made
    reader = folder / "reader"
    reader.mkdir()
    with opened(reader) as app:
        drop(app, **FILES)
        run(app)
    number = 0
    while True:
        place = folder / str(number)
        place.mkdir()
        with opened(place) as app:
            app.setup()
            drop(app, **FILES)
        died = forked(lambda n=number, p=place: (kill_at(n), whole_run(p)))
        if forked(lambda p=place: whole_run(p)):
            sys.exit(f"the run after death {number} failed")
        forked(lambda n=number if died else -1, p=place: told(p, n))
        if not died:
            return
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
