"""The chain over files and folders, by several processes."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from app_world import NO_NEWS, OTHER, PACT, opened, sent, settings

from pipeline.errors import Misconfigured
from pipeline.ledger import files
from pipeline.steps import batch, pool
from pipeline.steps.batch import named

FORKED = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def write(folder, **texts):
    """Files of these names, a name's last `_` standing for the dot."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / ".".join(name.rsplit("_", 1))).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_gives_its_visible_files_and_a_name_gives_itself(tmp_path):
    """Hidden ones are left out as in the inbox, unless somebody names them."""
    folder = write(tmp_path / "in", b_txt="b", a_txt="a", c_part="c")
    for hidden in (".git", "deep"):
        write(folder / hidden, d_txt="d")
    (folder / ".e.txt").write_text("e")
    names = [os.path.relpath(work.name, folder) for work in named([folder])]
    assert names == ["a.txt", "b.txt", "deep/d.txt"]
    assert [work.path for work in named([folder / ".e.txt"])] == [folder / ".e.txt"]


def test_a_name_that_is_not_there_is_told_before_anything_is_read(tmp_path):
    """And by its name."""
    with pytest.raises(Misconfigured, match="nothing"):
        list(named([tmp_path / "nothing"]))


def entering_only(works, _):
    """Enter files, as an ingest does that is killed before it reads one."""
    list(works)
    return iter(())


def test_what_a_killed_ingest_had_entered_is_read_by_the_next(tmp_path, monkeypatch):
    """The bytes are known, but nobody has read them: they are no duplicate."""
    folder = write(tmp_path / "in", a_txt=PACT)
    with opened(tmp_path) as app:
        with monkeypatch.context() as patch:
            patch.setattr(batch, "in_order", entering_only)
            app.ingest([folder])
        assert app.due().files == 1
        assert app.ingest([folder]).outcomes == {"indexed": 1}
        assert app.due().files == 0
        assert len(sent(app)) == 1


def test_what_was_entered_under_another_name_is_read_before_its_duplicate(tmp_path, monkeypatch):
    """Both have their outcome."""
    folder = write(tmp_path / "in", a_txt=PACT)
    with opened(tmp_path) as app:
        with monkeypatch.context() as patch:
            patch.setattr(batch, "in_order", entering_only)
            app.ingest([folder / "a.txt"])
        (folder / "a.txt").rename(folder / "b.txt")
        assert app.ingest([folder]).outcomes == {"indexed": 1, "duplicate": 1}


def dying_on_oats(work, given):
    """Read a file; one about Morvik Foods ends the process."""
    if work.path and "Morvik" in work.path.read_text(encoding="utf-8"):
        os.kill(os.getpid(), signal.SIGKILL)
    return REAL(work, given)


def never_ready(_):
    """Die as this process starts."""
    os.kill(os.getpid(), signal.SIGKILL)


REAL = pool.read_one


@pytest.fixture
def forking(monkeypatch):
    """Reading processes that share this one's patches."""
    made = lambda workers: ProcessPoolExecutor(workers, mp_context=get_context("fork"))  # noqa: E731
    monkeypatch.setattr(pool, "executor_of", made)


@FORKED
@pytest.mark.usefixtures("forking")
def test_a_file_that_kills_its_process_takes_no_other_with_it(tmp_path, monkeypatch):
    """It is kept as failed, the others are read, in their order."""
    monkeypatch.setattr(pool, "read_one", dying_on_oats)
    texts = {f"n{number}_txt": f"{NO_NEWS}\n\nNumber {number}." for number in range(6)}
    folder = write(tmp_path / "in", m_txt=PACT, **texts)
    with opened(tmp_path, workers=2) as app:
        told = []
        summary = app.ingest([folder], on_outcome=told.append)
        assert summary.outcomes == {"no_event": 6, "rejected(failed)": 1}
        assert [Path(one.path).name for one in told] == sorted(one.name for one in folder.iterdir())
        assert "died" in app.quarantine_list()[0].detail


@FORKED
@pytest.mark.usefixtures("forking")
def test_processes_that_cannot_start_are_no_fault_of_the_files(tmp_path, monkeypatch):
    """The files stay to be read once the installation is mended."""
    monkeypatch.setattr(pool, "read_one", dying_on_oats)
    monkeypatch.setattr(pool, "ready", never_ready)
    folder = write(tmp_path / "in", m_txt=PACT)
    with opened(tmp_path, workers=2) as app:
        with pytest.raises(Misconfigured, match="DEALWIRE_WORKERS"):
            app.ingest([folder])
        assert app.due().files == 1


def test_extract_keeps_nothing_and_follows_the_order_of_the_names(tmp_path):
    """Also by two processes, and where a file vanishes."""
    folder = write(tmp_path / "in", a_txt=PACT, b_txt=NO_NEWS, c_txt="", d_txt=OTHER)
    given = [folder / name for name in ("d.txt", "c.txt", "b.txt", "a.txt")]
    with opened(tmp_path, workers=2) as app:
        rows = [(Path(row.path).name, str(row.outcome.kind), len(row.mentions)) for row in app.extract(given)]
    assert rows == [
        ("d.txt", "indexed", 1),
        ("c.txt", "rejected", 0),
        ("b.txt", "no_event", 0),
        ("a.txt", "indexed", 1),
    ]
    assert not (settings(tmp_path).home / "archive").exists()


def test_a_file_that_vanishes_is_an_outcome(tmp_path, monkeypatch):
    """There are no bytes to keep, but it is told."""
    folder = write(tmp_path / "in", a_txt=PACT, b_txt=NO_NEWS)
    works = list(named([folder]))
    (folder / "a.txt").unlink()
    monkeypatch.setattr(batch, "named", lambda _: iter(works))
    with opened(tmp_path) as app:
        assert app.ingest([folder]).outcomes == {"rejected(failed)": 1, "no_event": 1}
        with app.ledger.reading() as connection:
            assert files.count_unfinished(connection) == 0
