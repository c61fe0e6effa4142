"""What of an article the core looks at: which sentences it reads, what it is asked about them, and what lies near."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.extraction.learned.labels import TELLINGS, TYPES
from pipeline.extraction.learned.windows import Sentence, Window

# How many sentences are read whatever they say; longer articles tell little without a trigger phrase.
_OPENING = 8
# At which chance that a sentence tells a type a question is put; a trigger phrase of the type needs less.
_LEAST_TOLD, _LEAST_HINTED = 0.25, 0.05
_NOTHING = TELLINGS.index("none")
# What a question about a sentence looks at: so many sentences on either side, and the headline.
_NEAR = 2


def read_of(sentences: Sequence[Sentence], hinted: Collection[int]) -> list[Sentence]:
    """The opening; behind it, the sentences whose numbers are `hinted`, and their neighbours."""
    wanted = {near for number in hinted for near in (number - 1, number, number + 1)}
    return [s for s in sentences if s.number < _OPENING or s.number in wanted]


def asked(window: Window, told: NDArray[np.float32], also: Collection[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The pieces and types worth a question, by number, in order.

    `told` holds, for each piece and type, the chance of each telling; `also` the sentences and types that phrases speak
    for.
    """
    for slot in range(window.first, len(window.pieces)):
        for kind, name in enumerate(TYPES):
            is_hinted = (window.pieces[slot].sentence.number, name) in also
            if 1 - told[slot, kind, _NOTHING] > (_LEAST_HINTED if is_hinted else _LEAST_TOLD):
                yield slot, kind


def rows_near(slots: NDArray[np.int64], slot: int, *, has_headline: bool) -> NDArray[np.int64]:
    """The rows of a window that a question about one of its pieces looks at, in order."""
    headline = (slots == 0) & has_headline
    return np.flatnonzero(headline | (slots == -1) | (np.abs(slots - slot) <= _NEAR))
