"""Which words of a found document answer the query; the same for every index."""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.index.nodes import Boolean, Boosted, Node, Pattern, Similar, Words
from pipeline.index.port import Highlight
from pipeline.index.tokens import Token, tokens

Leaf = Words | Pattern | Similar

_WILDCARDS = {"any": ".*", "one": "."}


def highlights(node: Node, document: dict[str, Any]) -> tuple[Highlight, ...]:
    """The text values that hold what `node` asks for, with the places of the words; negated parts are left out."""
    leaves: dict[str, list[Leaf]] = {}
    for leaf in _leaves(node):
        leaves.setdefault(leaf.field.name, []).append(leaf)
    return tuple(
        Highlight(name, text, spans)
        for name, wanted in leaves.items()
        for text in _texts(document, name)
        if (spans := _spans(text, wanted))
    )


def asked_words(node: Node) -> list[str]:
    """The whole words that a query asks for."""
    return [word for leaf in _leaves(node) if isinstance(leaf, Words) for word in leaf.words]


def _leaves(node: Node) -> Iterator[Leaf]:
    if isinstance(node, Boolean):
        for child in (*node.must, *node.should):
            yield from _leaves(child)
    elif isinstance(node, Boosted):
        yield from _leaves(node.node)
    elif isinstance(node, (Words, Pattern, Similar)) and node.field.kind == "text":
        yield node


def _texts(document: dict[str, Any], name: str) -> list[str]:
    value = document.get(name) or []
    return [value] if isinstance(value, str) else list(value)


def _spans(text: str, leaves: list[Leaf]) -> tuple[tuple[int, int], ...]:
    found = list(tokens(text))
    spans = {span for leaf in leaves for span in _matches(found, leaf)}
    return tuple(sorted(spans))


def _matches(found: list[Token], leaf: Leaf) -> Iterator[tuple[int, int]]:
    if isinstance(leaf, Words) and not leaf.slop:
        size = len(leaf.words)
        for at in range(len(found) - size + 1):
            window = found[at : at + size]
            if tuple(token.word for token in window) == leaf.words:
                yield window[0].start, window[-1].end
        return
    for token in found:
        if _answers(token.word, leaf):
            yield token.start, token.end


def _answers(word: str, leaf: Leaf) -> bool:
    if isinstance(leaf, Words):
        return word in leaf.words
    if isinstance(leaf, Similar):
        return edits(word, leaf.word) <= leaf.distance
    pattern = "".join(_WILDCARDS.get(kind, re.escape(text)) for kind, text in leaf.parts)
    return re.fullmatch(pattern, word, re.DOTALL) is not None


def edits(left: str, right: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one word into the other."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
