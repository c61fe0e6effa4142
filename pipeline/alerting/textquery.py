"""The free-text condition of a rule: words, "phrases", AND, OR, NOT and parentheses over what an event says."""

from collections.abc import Sequence
from functools import lru_cache

from luqum.exceptions import ParseError
from luqum.parser import parser
from luqum.tree import AndOperation, Group, Item, Not, OrOperation, Phrase, Prohibit, UnknownOperation, Word

from pipeline.alerting.words import says
from schemas.event import Event

_OPERATIONS = (AndOperation, OrOperation, UnknownOperation)


def checked_query(query: str) -> str:
    """Return `query` where it can be evaluated; else raise ValueError that says what to write instead."""
    _check(_parsed(query))
    return query


def answers(query: str, event: Event) -> bool:
    """Whether what the event says satisfies the query."""
    return _holds(_parsed(query), texts_of(event))


def texts_of(event: Event) -> tuple[str, ...]:
    """What an event says: title, names, places, products, quotes and the sentences it was read from."""
    return (
        event.title,
        *(name for party in event.parties for name in (party.name, *party.aliases, party.via or "")),
        *(place.name for place in event.places),
        *(product.name for product in event.products),
        *(quote.text for quote in event.quotes),
        *(source.evidence.text for source in event.sources),
    )


@lru_cache(maxsize=1024)
def _parsed(query: str) -> Item:
    try:
        return parser.parse(query)
    except ParseError as error:
        raise ValueError(f"{query!r} is no query: {error}") from error


def _check(node: Item) -> None:
    if isinstance(node, Word) and any(mark in node.value for mark in "*?"):
        raise ValueError(f"{node.value!r}: a rule's query takes whole words, no wildcards")
    if not isinstance(node, (*_OPERATIONS, Group, Not, Prohibit, Word, Phrase)):
        raise ValueError(  # noqa: TRY004  # pydantic turns it into the field's error
            f"{str(node).strip()!r}: a rule's query takes words, phrases, AND, OR, NOT and parentheses"
        )
    inner = {type(child) for child in node.children}
    if isinstance(node, _OPERATIONS) and inner & set(_OPERATIONS):
        raise ValueError("AND beside OR needs parentheses")
    for child in node.children:
        _check(child)


def _holds(node: Item, texts: Sequence[str]) -> bool:
    if isinstance(node, (Word, Phrase)):
        return any(says(text, node.value.strip('"')) for text in texts)
    holds = [_holds(child, texts) for child in node.children]
    if isinstance(node, (Not, Prohibit)):
        return not any(holds)
    return any(holds) if isinstance(node, OrOperation) else all(holds)
