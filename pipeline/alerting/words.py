"""Comparing words as people mean them: without case and accents, whole words only."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case, accents and dots inside abbreviations."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(re.findall(r"\w+", re.sub(r"(?<=\w)\.(?=\w)", "", plain.casefold())))


def says(text: str, wanted: str) -> bool:
    """Whether the words of `wanted` stand in `text`, one after another."""
    words, sought = words_of(text), words_of(wanted)
    return bool(sought) and any(words[i : i + len(sought)] == sought for i in range(len(words) - len(sought) + 1))
