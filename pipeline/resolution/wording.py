"""Words as features: stems, designators and the words that announce another event."""

import re
from functools import lru_cache

from pipeline.resolution.names import folded

STOP = frozenset(
    """a an and are as at be been but by for from had has have he her his if in into is it its more new not of on or
    our over said say says she than that the their them they this to under was we were which who will with would up
    out also about after before during between both per via us""".split()
)
# Words that say how or in what form, not about what: alone they make no two things alike.
FORMS = frozenset(
    """joint venture partnership agreement collaboration contract deal bid offer stake share integration project program
    programme report edition version series model platform service solution system product line application industry
    market global annual international digital online next generation software technology equipment tool app""".split()
)
_OPENING = re.compile(r"^.{0,130}?\s(?:--|–|—|-)\s+|^\W*\w+")
_PROPER = re.compile(r"(?<![\w@])(?:[A-Z][\w&.-]*\w|[a-z]{1,3}[A-Z]\w+|[A-Z])(?!\w)")
_TITLED = 0.6
_SERIES = re.compile(
    r"\b(series|round|phase|plant|line|unit|stage|block|tranche)\s+([A-Z]\d?|[IVX]+|\d{1,3})\b", re.IGNORECASE
)
_STANDARD = re.compile(r"\b(ISO|IEC|EN|DIN|ASTM|IATF|AS)(?:/IEC)?[\s-](\d{3,6})\b")
ANOTHER = re.compile(
    r"\b(another|separate|second|further|additional)\s+([\w-]+\s+){0,3}?(memorandum|contract|order|deal|agreement|"
    r"partnership|pact|accord|alliance|tie-up|venture|plant|factory|site|round|stake|purchase|takeover|suit|lawsuit|"
    r"recall|project|phase)s?\b",
    re.IGNORECASE,
)
RENEWAL = re.compile(r"\b(renew\w*|extend\w*|extension|prolong\w*|expand\w*|go on|longer than)\b", re.IGNORECASE)


def stem(word: str) -> str:
    """A word without its plural ending."""
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + put
    return word


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry meaning."""
    return frozenset(stem(word) for word in re.findall(r"\w+", folded(text)) if word not in STOP)


@lru_cache(maxsize=65536)
def proper(text: str) -> frozenset[str]:
    """The stems of capitalised words behind a dateline or the first word; none of a text that writes all words so."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else ""
    found = _PROPER.findall(rest)
    return content(" ".join(found)) if len(found) < _TITLED * len(rest.split()) else frozenset()


@lru_cache(maxsize=65536)
def designators(text: str) -> frozenset[str]:
    """By what one of a series is called: letters and numbers such as the D of "Series D", and numbers of standards."""
    found = _SERIES.findall(text) + _STANDARD.findall(text)
    return frozenset(f"{what.casefold()} {mark.casefold()}" for what, mark in found)


def telling(words: frozenset[str]) -> frozenset[str]:
    """The words that say about what, without forms and bare years; all of them where nothing else is left."""
    return frozenset(word for word in words if word not in FORMS and not re.fullmatch(r"(19|20)\d\d", word)) or words


def is_form(words: frozenset[str]) -> bool:
    """Whether they say nothing about what: "software" may be any thing that others name."""
    return words <= FORMS


def _alike(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) >= 4 and long.endswith(short))


def share(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set's words that the other has too; a compound counts as its last part."""
    if not left or not right:
        return 0.0
    small, large = sorted((left, right), key=len)
    exact = small & large
    rest = sum(any(_alike(word, other) for other in large) for word in small - exact)
    return (len(exact) + 0.8 * rest) / len(small)
