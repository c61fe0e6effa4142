"""What every reading process needs, loaded once in the process that they are forked from.

Importing this module is using it: it loads libraries, language model and word lists, and reads one article with them.
"""

import gc
from contextlib import suppress
from datetime import UTC, datetime

import trafilatura  # noqa: F401 - loading it is the use

from pipeline.errors import DealwireError
from pipeline.extraction.gazetteer import is_place
from pipeline.ingest import ingest_file
from pipeline.settings import read_settings
from pipeline.steps.extractor import offline_of
from schemas.article import RawDocument

SAMPLE = b"""Two makers form a partnership

PARIS, March 3, 2025 - Two makers of heat pumps said on Monday that they signed an agreement worth $20 million.
"""


def warm_up() -> None:
    """Read one article, so that what is loaded at first use is loaded; a wrong setting is for the tasks to report."""
    gc.disable()  # nothing of all this is garbage, and looking for some takes a third of the time
    is_place("Paris")
    raw = RawDocument(path="sample.txt", content=SAMPLE, received_at=datetime.now(UTC))
    with suppress(DealwireError):
        settings = read_settings()
        list(ingest_file(raw, offline_of(settings), settings.max_bytes))
    gc.freeze()
    gc.enable()


warm_up()
