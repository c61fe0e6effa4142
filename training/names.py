"""Names replaced at random, so that nothing is learned from who is named."""

import random
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.extraction.learned.pseudonyms import PSEUDONYMS, NamePlace, replaced
from pipeline.extraction.learned.windows import Replacement

SWAPPED = 0.6
_WORD = re.compile(r"\b\w+\b")
_NAME_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
_PLAIN_WORD = re.compile(r"\b[a-z]{3,}\b")
_ONSETS = "b br ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ea io".split()
_CODAS = "n r l s m x th nd rk ll ss t".split()


class Names:
    """The words that only names are made of, over a corpus."""

    def __init__(self, articles: Iterable[dict[str, Any]]) -> None:
        plain: set[str] = set()
        words: set[str] = set()
        for article in articles:
            for text, _, _ in article["sentences"]:
                plain.update(_PLAIN_WORD.findall(text))
            words |= set(_named(article))
        self.words = sorted(w for w in words if w.casefold() not in plain)
        self._all = frozenset(self.words)

    def replaced(self, article: dict[str, Any], chance: random.Random) -> list[tuple[Replacement, ...]]:
        """What stands in place of names, by sentence: pseudonyms, at times other words for names not seen as such."""
        shuffled = {kind: chance.sample(all_, len(all_)) for kind, all_ in PSEUDONYMS.items()}
        seen = replaced((NamePlace(**name) for name in article["names"]), shuffled)
        new = {w: self._another(chance) for w in sorted(set(_named(article)) & self._all)}
        new |= {w.upper(): n.upper() for w, n in new.items()}
        if chance.random() >= SWAPPED:
            new = {}
        found = []
        for number, (text, _, _) in enumerate(article["sentences"]):
            here = seen.get(number, [])
            found.append(tuple(sorted([*here, *_swapped(text, new, here)], key=lambda r: r.start)))
        return found

    def _another(self, chance: random.Random) -> str:
        """A word of some other name, or one that never was."""
        if chance.random() < 0.5:
            return chance.choice(self.words)
        return "".join(
            chance.choice(part) for _ in range(chance.choice((1, 2))) for part in (_ONSETS, _VOWELS, _CODAS)
        ).capitalize()


def _swapped(text: str, new: dict[str, str], seen: list[Replacement]) -> Iterator[Replacement]:
    """Other words for those of names outside what is replaced already."""
    for found in _WORD.finditer(text):
        outside = not any(r.start < found.end() and found.start() < r.end for r in seen)
        if outside and found.group() in new:
            yield Replacement(found.start(), found.end(), new[found.group()])


def _named(article: dict[str, Any]) -> Iterable[str]:
    """The words of an article's parties."""
    for event in article["events"]:
        for party in event["parties"]:
            for form in (party["name"], *party["aliases"]):
                yield from _NAME_WORD.findall(form)
