"""The taxonomy's phrase notation, compiled once, and found in text at little cost.

`word~` stands for all inflections, `a|b` for either, `_` for a space inside an alternative, `word?` may be missing,
`*` skips up to four words, `**` up to ten, `$name` is a word list.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"\w+(?:[-'&]\w+)*")
_GAP = r"(?:\s+[^\s;:!?]+){0,4}?"
_WIDE_GAP = r"(?:\s+[^\s;:!?]+){0,10}?"
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2011": "-", "\u2013": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """The same text, of the same length, with one kind of apostrophe, hyphen and space."""
    return text.translate(_PLAIN)


def inflections(word: str) -> list[str]:
    """The word with the regular endings of verbs and nouns."""
    stem = word.removesuffix("e")
    forms = {word, stem + "ing", stem + "ed", word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")}
    if re.search(r"[^aeiou]y$", word):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return sorted(forms)


def _alternatives(token: str, words: Mapping[str, str]) -> list[str]:
    """The plain phrases that one token of the notation stands for."""
    found: list[str] = []
    for part in token.split("|"):
        if part.startswith("$"):
            found += _alternatives(words[part[1:]], words)
        elif "~" in part:
            head, tail = part.split("~", 1)
            found += [form + tail.replace("_", " ") for form in inflections(head)]
        else:
            found.append(part.replace("_", " "))
    return found


def _pattern(alternatives: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first."""
    ordered = sorted(set(alternatives), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(p).replace(r"\ \*", _GAP).replace(r"\ ", r"\s+") for p in ordered) + r")(?!\w)"


class Expression:
    """The words with which a phrase may begin, and its regular expression, compiled when one of them is first met."""

    def __init__(self, anchors: frozenset[str], pattern: str) -> None:
        self.anchors = anchors
        self._pattern = pattern

    @cached_property
    def match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """`match(text, start, end)` of the compiled expression."""
        return re.compile(self._pattern, re.IGNORECASE).match


def expression_of(phrase: str, words: Mapping[str, str]) -> Expression:
    """The expression of a phrase of the notation; raises ValueError for one that begins with no word."""
    anchors: set[str] = set()
    pattern, open_start = "", True
    for token in phrase.casefold().split():
        if token in ("*", "**"):
            pattern += _GAP if token == "*" else _WIDE_GAP  # noqa: S105 - the notation's mark, no password
            continue
        alternatives = _alternatives(token.rstrip("?"), words)
        one, optional = _pattern(alternatives), token.endswith("?")
        if open_start:
            anchors |= {word.group() for word in map(_WORD.match, alternatives) if word}
            pattern += rf"(?:{one}\s+)?" if optional else one
            open_start = optional
        else:
            pattern += rf"(?:\s+{one})?" if optional else rf"\s+{one}"
    if not anchors:
        raise ValueError(f"{phrase!r} does not begin with a word")
    return Expression(frozenset(anchors), pattern)


@dataclass(frozen=True)
class Found(Generic[T]):
    """A phrase found at `start:end`, and what it means."""

    start: int
    end: int
    meaning: T


class Lexicon(Generic[T]):
    """Phrases with their meanings; only those that begin with a word of the text are tried on it."""

    def __init__(self, entries: Iterable[tuple[str, T]], words: Mapping[str, str] | None = None) -> None:
        self._by_anchor: dict[str, list[tuple[Expression, T]]] = {}
        for phrase, meaning in entries:
            expression = expression_of(phrase, words or {})
            for anchor in expression.anchors:
                self._by_anchor.setdefault(anchor, []).append((expression, meaning))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found[T]]:
        """Every phrase in `text[start:end]`, which must be plain, in the order of their first words."""
        stop = len(text) if end is None else end
        words, places = _words_in(text[start:stop])
        if self._by_anchor.keys().isdisjoint(words):
            return
        for place, word in places:
            for expression, meaning in self._by_anchor.get(word, ()):
                hit = expression.match(text, start + place, stop)
                if hit:
                    yield Found(hit.start(), hit.end(), meaning)


@lru_cache(maxsize=512)
def _words_in(said: str) -> tuple[frozenset[str], tuple[tuple[int, str], ...]]:
    """The words of a sentence, and each with its place; many lexicons look into one sentence, one after another."""
    places = tuple((word.start(), word.group().casefold()) for word in _WORD.finditer(said))
    return frozenset(word for _, word in places), places
