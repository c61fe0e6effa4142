"""Folding: names without case, accents, legal forms and punctuation, so that the same name is the same everywhere."""

import re
import unicodedata
from functools import lru_cache

from pipeline.extraction import gazetteer
from pipeline.extraction.name_words import GENERIC_NAME_WORDS, is_legal_form

_TOKEN = re.compile(r"\w+(?:[.&’'-]\w+)*\.?|&")


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without case, accents, stops and apostrophes."""
    plain = unicodedata.normalize("NFKD", word)
    return re.sub(r"[.’'®™]", "", "".join(c for c in plain if not unicodedata.combining(c))).casefold()


@lru_cache(maxsize=4096)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without article, country in brackets and legal forms at its end."""
    words = _TOKEN.findall(re.sub(r"\s\([^)]*\)", "", name))
    while len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and (is_legal_form(words[-1]) or words[-1] == "&"):
        words = words[:-1]
    return tuple(folded(w) for w in words)


def core_tokens(name: str) -> tuple[str, ...]:
    """The words of a company's name that also stay when it is called shortly: without Group, Holdings and the like."""
    tokens = name_tokens(name)
    while len(tokens) > 1 and tokens[-1] in ("group", "holdings", "holding", "companies", "international"):
        tokens = tokens[:-1]
    return tokens


_GENERIC = frozenset(w.casefold() for w in GENERIC_NAME_WORDS)


def is_distinctive(token: str) -> bool:
    """Whether a word can name one company alone: no place, no word that many companies bear."""
    return token not in _GENERIC and len(token) > 1 and not gazetteer.is_well_known(token.title())
