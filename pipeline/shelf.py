"""The quarantine folder: rejected bytes where a person looks for them, the reason beside; the ledger is the truth."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from pipeline.answers import Quarantined

REASON = ".reason.txt"
LONGEST = 80


def arrange(folder: Path, kept: Iterable[Quarantined]) -> None:
    """Make the folder show exactly these: of each a link into the archive, and a text that says why."""
    wanted = {f"{one.file_id}-{PurePath(one.path).name[-LONGEST:]}": one for one in kept}
    folder.mkdir(parents=True, exist_ok=True)
    for path in list(folder.iterdir()):
        if path.name.removesuffix(REASON) not in wanted:
            path.unlink(missing_ok=True)
    for name, one in wanted.items():
        reason = folder / f"{name}{REASON}"
        if not reason.exists():
            _link(folder / name, Path(one.kept_at))
            partial = folder / f".{name}.part"
            partial.write_text(f"{one.path}: {one.reason}\n{one.detail}\n", encoding="utf-8")
            partial.replace(reason)


def _link(place: Path, target: Path) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to(os.path.relpath(target.absolute(), place.parent.absolute()))
