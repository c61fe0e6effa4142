"""The inbox watch: it rings for what changed and settled, never for what merely exists."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import watching
from pipeline.watching import arrivals

SETTLE = 0.2
Act = Callable[[Path], None]


def rung(folder: Path, act: Act, seconds: float = 0.9) -> list[str]:
    """The names that rang while `act` worked on the folder and `seconds` after."""
    names: list[str] = []

    async def watch() -> None:
        async for files in arrivals(folder, SETTLE):
            names.extend(file.name for file in files)

    async def run() -> None:
        watcher = asyncio.create_task(watch())
        await asyncio.sleep(0.3)
        await asyncio.to_thread(act, folder)
        await asyncio.sleep(seconds)
        watcher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watcher

    asyncio.run(run())
    return names


def nothing(folder: Path) -> None:
    """Leave the folder alone."""


def drop(folder: Path) -> None:
    """Put one file there."""
    (folder / "new.txt").write_text("news")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Look often, so that the tests are short."""
    monkeypatch.setattr(watching, "TICK_SECONDS", 0.1)
    monkeypatch.setattr(watching, "REARM_SECONDS", 0.3)


@pytest.fixture
def inbox(tmp_path) -> Path:
    """An empty inbox."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_a_new_file_rings_once(inbox):
    """A file rings when it has settled and then no more, however long it lies there."""
    assert rung(inbox, drop, seconds=1.5) == ["new.txt"]


def test_existence_never_rings(inbox):
    """What lay in the inbox before the watch began does not ring."""
    (inbox / "old.txt").write_text("known")
    time.sleep(2 * SETTLE)
    assert rung(inbox, nothing) == []


def test_a_modified_file_rings_again(inbox):
    """Other bytes under the same name are another arrival."""

    def rewrite(folder: Path) -> None:
        drop(folder)
        time.sleep(0.8)
        (folder / "new.txt").write_text("corrected")

    assert rung(inbox, rewrite) == ["new.txt", "new.txt"]


def test_a_growing_file_rings_after_its_last_byte(inbox):
    """While a file grows nothing rings; when it has settled it rings once."""
    early: list[bool] = []

    def grow(folder: Path) -> None:
        with (folder / "big.txt").open("w") as file:
            for _ in range(12):
                file.write("line\n")
                file.flush()
                time.sleep(0.08)
        early.extend(watching.settled(folder, SETTLE))

    assert rung(inbox, grow) == ["big.txt"]
    assert early == []


@pytest.mark.parametrize("name", [".hidden.txt", "half.txt.part", ".folder/inside.txt"])
def test_hidden_and_partial_files_never_ring(inbox, name):
    """Dotfiles, files in dot folders and `.part` files are still somebody else's."""

    def put(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("not yet")

    assert rung(inbox, put) == []


def test_a_renamed_part_rings_under_its_final_name(inbox):
    """Writing as `.part` and renaming is the safe way to deliver."""

    def deliver(folder: Path) -> None:
        part = folder / "whole.txt.part"
        part.write_text("all of it")
        part.rename(folder / "whole.txt")

    assert rung(inbox, deliver) == ["whole.txt"]


def test_folders_inside_the_inbox_count(inbox):
    """A folder dropped whole rings for the files in it."""

    def put(folder: Path) -> None:
        (folder / "agency" / "today").mkdir(parents=True)
        (folder / "agency" / "today" / "deep.txt").write_text("news")

    assert rung(inbox, put) == ["deep.txt"]


def test_a_burst_rings_for_every_file(inbox):
    """Three hundred files are all rung for, in a few groups."""

    def burst(folder: Path) -> None:
        for number in range(300):
            (folder / f"{number}.txt").write_text("news")

    assert sorted(rung(inbox, burst)) == sorted(f"{number}.txt" for number in range(300))


def test_a_replaced_folder_is_armed_anew(inbox):
    """A watch on a folder that was moved away and made again hears what comes into the new one."""

    def replace(folder: Path) -> None:
        folder.rename(folder.with_name("gone"))
        folder.mkdir()
        time.sleep(0.6)
        drop(folder)

    assert rung(inbox, replace) == ["new.txt"]


def test_a_missing_folder_is_waited_for(tmp_path):
    """An inbox that appears later is watched from then on."""

    def make(folder: Path) -> None:
        folder.mkdir()
        drop(folder)

    assert rung(tmp_path / "later", make) == ["new.txt"]


def test_silence_of_the_file_system_is_made_up_by_looking(inbox, monkeypatch):
    """Where notifications do not work (`OSError` when armed) the folder is looked at regularly."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no watches left")

    monkeypatch.setattr(watching, "awatch", refuse)
    assert rung(inbox, drop) == ["new.txt"]
