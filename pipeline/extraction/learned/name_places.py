"""Where an article names companies, persons and cities: what the core reads pseudonyms for."""

from collections.abc import Iterable, Iterator

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Sentence
from pipeline.extraction.learned.pseudonyms import NamePlace
from pipeline.extraction.mentions import Cast, Named
from pipeline.extraction.name_words import GOVERNMENT_WORDS, INSTITUTIONS, is_legal_form
from pipeline.extraction.words import words

_TELLING = INSTITUTIONS | GOVERNMENT_WORDS | words("Capital Ventures Partners Equity Investments Securities Insurance")


def names_of(cast: Cast, sentences: Iterable[Sentence]) -> Iterator[NamePlace]:
    """The places where a company, person or city is named, in text order."""
    for sentence in sentences:
        for named in cast.in_sentence(sentence):
            if _is_replaced(named) and named.end <= sentence.end:
                start, end = named.start - sentence.start, named.end - sentence.start
                yield NamePlace(sentence.index, start, end, named.entity.entity_id, named.entity.kind, _told(named))


def _is_replaced(named: Named) -> bool:
    """Whether words only say who or which place is meant."""
    kind, name = named.entity.kind, named.entity.name
    if named.form not in ("name", "alias"):
        return False
    return kind in ("org", "person") or (kind == "place" and all(s.kind == "city" for s in gazetteer.spots(name)))


def _told(named: Named) -> str:
    """The words of a company's name that tell what it is."""
    if named.entity.kind != "org":
        return ""
    said = next(s.text for s in named.entity.surfaces if (s.start, s.end) == (named.start, named.end))
    return " ".join(w for w in said.split() if w in _TELLING and not is_legal_form(w))
