"""What leaves the inbox, and what stays there."""

import logging
import os
from pathlib import Path

import pytest
from app_world import drop, opened

from pipeline.archive import Archive
from pipeline.errors import Misconfigured, Unavailable
from pipeline.inbox import settled


@pytest.fixture
def app(tmp_path):
    """A fresh installation that takes three files a run, two a batch."""
    with opened(tmp_path, run_files=3, batch_files=2) as made:
        made.setup()
        yield made


def paths(app, batches):
    """The names of the claimed files, by batch."""
    from pipeline.ledger import files  # noqa: PLC0415

    with app.ledger.reading() as connection:
        return [[files.file_entry(connection, one).path for one in batch.files] for batch in batches]


def test_a_run_takes_at_most_its_number_of_files_oldest_first(app):
    """The rest waits for the next run."""
    for number in range(5):
        drop(app, **{f"n{number}_txt": f"text {number}"})
    assert paths(app, app.claim("one")) == [["n0.txt", "n1.txt"], ["n2.txt"]]
    assert app.waiting() == 2


def test_what_an_earlier_run_left_counts_among_the_files_of_a_run(app):
    """Three unfinished ones leave no room for new ones."""
    for number in range(4):
        drop(app, **{f"n{number}_txt": f"text {number}"})
    first = app.claim("one")
    assert app.claim("two") == first
    for batch in first:
        app.ingest_batch(batch.files)
    assert paths(app, app.claim("three")) == [["n3.txt"]]


def test_a_batch_is_labelled_by_its_first_and_last_file(app):
    """One file by its own name."""
    drop(app, a_txt="1", b_txt="2", c_txt="3")
    assert [batch.label for batch in app.claim("one")] == ["2 files: a.txt … b.txt", "c.txt"]


def test_a_file_in_a_folder_is_named_with_it(app):
    """Folders inside the inbox count, hidden ones do not."""
    for folder in ("wire", ".cache"):
        (app.settings.inbox_folder / folder).mkdir()
        (app.settings.inbox_folder / folder / "a.txt").write_text("text")
    assert paths(app, app.claim("one")) == [["wire/a.txt"]]


def test_what_is_no_file_never_settles(tmp_path):
    """A pipe would be read for ever; a link to nothing is nothing."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert settled(tmp_path, 0) == []


def test_a_file_that_changes_while_it_is_read_is_left_for_the_next_claim(app, monkeypatch):
    """What was written meanwhile is not deleted unread."""
    drop(app, a_txt="first")
    path, real = app.settings.inbox_folder / "a.txt", Archive.keep

    def keep(archive, source):
        kept = real(archive, source)
        path.write_text("first and second")
        return kept

    with monkeypatch.context() as patch:
        patch.setattr(Archive, "keep", keep)
        assert app.claim("one") == []
    assert path.read_text() == "first and second"
    assert len(app.claim("two")) == 1


def test_a_file_that_cannot_be_read_holds_up_no_other(app, monkeypatch, caplog):
    """It stays in the inbox, and the log says why."""
    drop(app, a_txt="one", b_txt="two")
    real = Path.open

    def opening(path, *args, **more):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(Path, "open", opening)
    log = logging.getLogger("pipeline.steps.claim")
    monkeypatch.setattr(log, "disabled", False)  # Airflow, imported by other tests, disables loggers it does not know
    monkeypatch.setattr(log, "handlers", [caplog.handler])
    assert paths(app, app.claim("one")) == [["b.txt"]]
    assert app.waiting() == 1
    assert "a.txt stays in the inbox" in caplog.text


def test_a_name_that_is_no_text_is_taken_under_a_readable_one(app):
    """Bytes that are no UTF-8 are shown as such, and stop nothing."""
    (app.settings.inbox_folder / os.fsdecode(b"caf\xe9.txt")).write_text("text")
    assert paths(app, app.claim("one")) == [["caf\N{REPLACEMENT CHARACTER}.txt"]]


def test_a_name_as_long_as_names_may_be_is_taken(app):
    """What the archive writes meanwhile has a short one."""
    (app.settings.inbox_folder / ("😀" * 62 + ".txt")).write_text("text")
    assert len(app.claim("one")) == 1


def test_an_inbox_that_files_cannot_leave_is_told_as_such(app, monkeypatch):
    """Else every run would take the same file again."""
    drop(app, a_txt="text")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(Misconfigured, match="not writable"):
        app.claim("one")


def test_a_full_disk_is_a_service_that_does_not_answer(tmp_path, monkeypatch):
    """The file stays where it is, nothing half written is left."""
    source = tmp_path / "a.txt"
    source.write_text("text")
    archive = Archive(tmp_path / "archive")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="No space"):
        archive.keep(source)
    assert source.exists()
    assert list((tmp_path / "archive").iterdir()) == []
