"""Noticing arrivals in a folder, whatever its file system can or cannot tell."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

from pipeline.inbox import settled

TICK_SECONDS = 0.5
REARM_SECONDS = 5.0

Signature = tuple[Path, int, int, int]


async def arrivals(folder: Path, settle_seconds: float) -> AsyncIterator[list[Path]]:
    """Groups of files that settled since the group before; never what had settled when the watch began.

    Notifications only wake it up. What arrived is told by comparing, so nothing depends on their kind or number.
    """
    seen = await asyncio.to_thread(_signatures, folder, settle_seconds)
    async for _ in wakes(folder):
        now = await asyncio.to_thread(_signatures, folder, settle_seconds)
        if changed := sorted({path for path, *_ in now - seen}):
            yield changed
        seen = now


async def wakes(folder: Path) -> AsyncIterator[None]:
    """A wake-up right after a change below `folder`, and at least one every half second.

    The regular ones serve file systems that send no notifications, and show when the folder itself was replaced: a
    watch holds the folder it was armed with, not the name, so it goes deaf and must be armed anew.
    """
    while True:
        try:
            async for _ in _notifications(folder):
                yield
        except OSError:  # no such folder at the moment, or no watch to be had: look regularly instead
            async for _ in _ticks():
                yield


async def _notifications(folder: Path) -> AsyncIterator[None]:
    armed = _inode(folder)
    tick = int(TICK_SECONDS * 1000)
    async for _ in awatch(folder, watch_filter=None, debounce=200, rust_timeout=tick, yield_on_timeout=True):
        yield
        if _inode(folder) != armed:
            return


async def _ticks() -> AsyncIterator[None]:
    for _ in range(int(REARM_SECONDS / TICK_SECONDS)):
        await asyncio.sleep(TICK_SECONDS)
        yield


def _inode(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return None


def _signatures(folder: Path, settle_seconds: float) -> frozenset[Signature]:
    """The settled files, each with what tells a new or rewritten one from one seen before."""
    return frozenset(filter(None, map(_signature, settled(folder, settle_seconds))))


def _signature(path: Path) -> Signature | None:
    try:
        stat = path.stat()
    except FileNotFoundError:  # claimed meanwhile
        return None
    return path, stat.st_ino, stat.st_size, stat.st_ctime_ns
