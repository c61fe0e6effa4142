"""Authorities that are named by their country or city: "Kenyan authorities", "Brazil's central bank"."""

import re
from collections.abc import Iterator

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Sentence
from pipeline.extraction.naming import Name

_BODY = (
    r"(?:(?:[a-z]+[\s-]){0,3}?(?:government|authorities|authority|regulators?|watchdog|police|customs|prosecutors?|court|"
    r"ministry|parliament|central bank|supervisor|ministers|lawmakers|tax office|competition commission)(?:\sof\s[a-z]+)?)"
)
_OWNED = re.compile(r"\b(?P<owner>[A-Z][\w.]+(?:\s[A-Z][\w]+)?)(?P<genitive>[’']s?)?\s(?P<body>" + _BODY + r")\b")


def find_authorities(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Name]:
    """The authorities that the text names by where they rule."""
    for sentence in sentences:
        for found in _OWNED.finditer(text, sentence.start, sentence.end):
            owner = _owner(found["owner"])
            if owner:
                start = found.start() + len(found["owner"]) - len(owner)
                yield Name(start, found.end(), text[start : found.end()], sentence.index)


def _owner(said: str) -> str:
    """The country, city or nationality at the end of the words, if any."""
    for part in (said, said.rsplit(maxsplit=1)[-1]):
        if gazetteer.is_nationality(part) or gazetteer.is_well_known(part):
            return part
    return ""
