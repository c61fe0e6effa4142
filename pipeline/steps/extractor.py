"""The extractor of a process: made once, as it loads a language model."""

from functools import lru_cache

from pipeline.errors import Misconfigured
from pipeline.extraction import EXTRACTORS, Extractor


@lru_cache(maxsize=1)
def extractor_of(name: str) -> Extractor:
    """The extractor of that name; an unknown name raises Misconfigured."""
    if name not in EXTRACTORS:
        raise Misconfigured(f"no extractor {name!r}: set DEALWIRE_EXTRACTOR to one of {', '.join(sorted(EXTRACTORS))}")
    return EXTRACTORS[name]()
