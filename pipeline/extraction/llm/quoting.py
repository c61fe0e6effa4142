"""Where words that a model copied stand in the text: letter by letter, only white space may differ."""

import re
from collections.abc import Iterator

from pipeline.extraction.document import Sentence

Place = tuple[int, int]


def places_of(quote: str, text: str) -> Iterator[Place]:
    """Every place where the words stand as words of their own, in text order."""
    words = quote.split()
    if not words:
        return
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    for found in re.finditer(f"{before}{pattern}{after}", text):
        yield found.span()


def nearest(quote: str, text: str, sentence: Sentence) -> Place | None:
    """The place nearest to a sentence, best in it; None where the words do not stand in the text."""
    return min(places_of(quote, text), key=lambda place: _distance(place, sentence), default=None)


def _distance(place: Place, sentence: Sentence) -> int:
    """How many characters lie between; 0 inside the sentence."""
    return max(sentence.start - place[0], place[1] - sentence.end, 0)
