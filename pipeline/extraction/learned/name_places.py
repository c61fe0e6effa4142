"""Where an article names companies, persons and cities: what the core reads pseudonyms for."""

import re
from collections.abc import Iterable, Iterator

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Sentence
from pipeline.extraction.learned.pseudonyms import NamePlace
from pipeline.extraction.mentions import Cast, Named
from pipeline.extraction.name_words import GOVERNMENT_WORDS, INSTITUTIONS, is_legal_form
from pipeline.extraction.words import words

_HANDLE = re.compile(r"(?<!\w)@\w+")
_BASED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?(?=-(?:based|headquartered)\b)")
_TELLING = INSTITUTIONS | GOVERNMENT_WORDS | words("Capital Ventures Partners Equity Investments Securities Insurance")


def names_of(cast: Cast, sentences: Iterable[Sentence], text: str) -> Iterator[NamePlace]:
    """The places where a company, person or city is named, or stands behind a handle, in text order."""
    for sentence in sentences:
        found = [*_named(cast, sentence), *_unnamed(sentence, text)]
        end = 0
        for name in sorted(found, key=lambda n: (n.start, -n.end)):
            if name.start >= end:
                yield name
                end = name.end


def _named(cast: Cast, sentence: Sentence) -> Iterator[NamePlace]:
    """The names of a sentence that only say who or which place is meant."""
    for named in cast.in_sentence(sentence):
        if _is_replaced(named) and named.end <= sentence.end:
            start, end = named.start - sentence.start, named.end - sentence.start
            yield NamePlace(sentence.index, start, end, named.entity.entity_id, named.entity.kind, _told(named))


def _unnamed(sentence: Sentence, text: str) -> Iterator[NamePlace]:
    """Handles, and cities in "Lyon-based", which name nobody for the reader of events."""
    said = text[sentence.start : sentence.end]
    for handle in _HANDLE.finditer(said):
        yield NamePlace(sentence.index, handle.start(), handle.end(), "handle", "handle", "")
    for home in _BASED.finditer(said):
        if _is_city(home.group()):
            yield NamePlace(sentence.index, home.start(), home.end(), f"place:{home.group().casefold()}", "place", "")


def _is_replaced(named: Named) -> bool:
    """Whether words only say who or which place is meant."""
    kind, name = named.entity.kind, named.entity.name
    if named.form not in ("name", "alias"):
        return False
    return kind in ("org", "person") or (kind == "place" and _is_city(name))


def _is_city(name: str) -> bool:
    """Whether a name is that of a city and of no state or country."""
    return gazetteer.is_place(name) and all(s.kind == "city" for s in gazetteer.spots(name))


def _told(named: Named) -> str:
    """The words of a company's name that tell what it is."""
    if named.entity.kind != "org":
        return ""
    said = next(s.text for s in named.entity.surfaces if (s.start, s.end) == (named.start, named.end))
    return " ".join(w for w in said.split() if w in _TELLING and not is_legal_form(w))
