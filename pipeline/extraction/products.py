"""Products: what is made, sold or launched, as short noun phrases in the text's words."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from pipeline.extraction.document import Entity
from pipeline.extraction.words import words
from schemas.evidence import Evidence
from schemas.mention import Product

_VERBS = words(
    """make makes made making produce produces produced producing manufacture manufactures manufactured manufacturing
    assemble assembles assembled assembling supply supplies supplied supplying sell sells sold selling launch launches
    launched launching unveil unveils unveiled unveiling introduce introduces introduced introducing build builds built
    building develop develops developed developing export exports exported exporting distribute distributes distributed
    distributing deliver delivers delivered delivering offer offers offered license licenses licensed release releases
    released releasing recall recalls recalled market markets marketed commercialize commercialise"""
)
_ACTS = words(
    """production assembly manufacture manufacturing supply distribution sale sales launch development export exports
    delivery rollout release recall shipments range line maker manufacturer supplier"""
)
_NOT = words(
    """it they them which that what who this these those plans plan announcement decision statement jobs production
    partnership agreement deal contract venture company companies firm plant factory facility facilities unit money use
    access services million billion one some part progress investment investments statements sales percent"""
)
_MOST_WORDS = 6
_LEADING = frozenset({"DET", "PRON", "PUNCT", "SPACE", "ADP", "CCONJ"})


def find_products(doc: Doc, entities: Sequence[Entity]) -> tuple[Product, ...]:
    """The products that the text speaks of, in its order, each where it stands."""
    names = {s.start: s.end for e in entities if e.kind != "product" for s in e.surfaces if s.form in ("name", "alias")}
    found = []
    for chunk in doc.noun_chunks:
        if _is_made(chunk.root):
            span = _core(chunk, names)
            if span is not None:
                start, end = span
                found.append(Product(name=doc.text[start:end], evidence=Evidence.cut(doc.text, start, end)))
    return tuple(found)


def _is_made(root: Token) -> bool:
    """Whether somebody makes or sells it, or its making is spoken of."""
    first = next(iter(_heads(root)), root)
    head = first.head
    if first.dep_ in ("dobj", "obj", "nsubjpass") and head.lower_ in _VERBS:
        return True
    return first.dep_ == "pobj" and head.lower_ in ("of", "for") and head.head.lower_ in (_ACTS | _VERBS)


def _heads(root: Token) -> Iterator[Token]:
    """The first member of the enumeration that a word belongs to."""
    while root.dep_ == "conj":
        root = root.head
    yield root


def _core(chunk: Span, names: dict[int, int]) -> tuple[int, int] | None:
    """The phrase without article, figures and what is a name alone; None where nothing of a product is left."""
    tokens = [token for token in chunk if not token.is_space]
    while tokens and (tokens[0].pos_ in _LEADING or tokens[0].ent_type_ in ("CARDINAL", "DATE", "MONEY", "PERCENT")):
        tokens = tokens[1:]
    if not tokens or len(tokens) > _MOST_WORDS or tokens[-1].lower_ in _NOT or tokens[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return None if names.get(start, -1) >= end else (start, end)
