"""Datelines: "PUNE, 14 August - " before the first sentence, which tells where and when it was written, not what happened."""

import re

from pipeline.extraction.document import Sentence
from pipeline.extraction.sentences import is_point

_DATELINE = re.compile(
    r"(?:\([A-Z][\w .,/-]+\)\s?)?(?:[A-Z][\w .,/()’'&:@\[\]-]{2,130}?)(?:\([A-Za-z ]+\)\s?)?\s?(?:--|[–—:]|\s-\s|/[A-Z][\w ]+/\s?-{1,2}|-)\s"
)
_SHOUTED = re.compile(r"^[A-Z][A-Z .’'-]{2,}(?:\b|,)")
_WIRE = re.compile(r"\([A-Z][\w .&-]{1,40}\)\s*(?:--?|[–—])\s")
_REACH = 160


def dateline_span(text: str, sentences: tuple[Sentence, ...]) -> tuple[int, int]:
    """Start and end of the dateline, empty where the article has none."""
    lead = next((s for s in sentences if s.block == "lead" and not is_point(text, s.start)), None)
    if lead is None:
        return 0, 0
    opening = text[lead.start : lead.start + _REACH].split("\n", maxsplit=1)[0]
    wire = _WIRE.match(opening)
    if wire:
        return lead.start, lead.start + wire.end()
    found = _DATELINE.match(opening)
    if (
        found
        and found.group().count("(") == found.group().count(")")
        and (
            _SHOUTED.match(opening) or re.search(r"\b(?:19|20)\d\d\b|\b[A-Z][a-z]{2,8}\.?\s\d{1,2}\b|/", found.group())
        )
    ):
        return lead.start, lead.start + found.end()
    return 0, 0
