"""The leaves of a query: words, phrases, wildcards and ranges, checked against the kind of their field."""

from datetime import datetime, timedelta
from typing import Any, Literal

from luqum import tree

from pipeline.index import bounds
from pipeline.index.fields import Field
from pipeline.index.nodes import Bound, Exact, Node, Pattern, Range, Similar, Words
from pipeline.index.tokens import lowered, words

Part = tuple[Literal["literal", "any", "one"], str]

_WANTED = {
    "date": "a day such as 2023-05-31, a month, a year, or now-7d",
    "instant": "a day or time such as 2023-05-31T10:00, or now-7d",
    "number": "a number",
}


def term_node(item: Any, field: Field, now: datetime) -> Node:
    """The node of a word, phrase, `word~1` or `"phrase"~2`; raises ValueError that says what the field takes."""
    if isinstance(item, tree.Fuzzy):
        return _similar(item, field)
    if isinstance(item, tree.Proximity):
        return _phrase(unescaped(item.term.value[1:-1]), field, slop=item.degree)
    quoted = isinstance(item, tree.Phrase)
    parts = _parts(item.value[1:-1] if quoted else item.value, wildcards=not quoted)
    if any(kind != "literal" for kind, _ in parts):
        return _pattern(parts, field)
    text = "".join(literal for _, literal in parts)
    if field.kind == "text":
        return _phrase(text, field, slop=0)
    if field.kind in ("keyword", "boolean"):
        return Exact(field, _exact(text, field))
    low, high = _span(text, field, now)
    return Range(field, low, high)


def range_node(item: Any, field: Field, now: datetime) -> Range:
    """The node of `[low TO high]`, `{low TO high}` or `>=low`; raises ValueError where the field has no order."""
    if field.kind in ("text", "keyword", "boolean"):
        raise ValueError(f"no ranges on {field.name}: it holds {field.kind} values, not dates or numbers")
    low = high = None
    include_low = include_high = True
    if isinstance(item, tree.Range):
        low, high = _side(item.low, field, now), _side(item.high, field, now)
        include_low, include_high = item.include_low, item.include_high
    elif isinstance(item, tree.From):
        low, include_low = _side(item.a, field, now), item.include
    else:
        high, include_high = _side(item.a, field, now), item.include
    bottom = low[0 if include_low else 1] if low else None
    top = high[1 if include_high else 0] if high else None
    if field.kind == "number":
        return Range(field, bottom, top, include_low or low is None, include_high or high is None)
    return _closed(field, bottom, top, include_low, include_high)


def unescaped(text: str) -> str:
    """`text` without its escaping backslashes."""
    return "".join(literal for _, literal in _parts(text, wildcards=False))


def _closed(field: Field, low: Any, high: Any, include_low: bool, include_high: bool) -> Range:
    step = timedelta(days=1) if field.kind == "date" else timedelta(microseconds=1)
    return Range(
        field, low + step if low and not include_low else low, high - step if high and not include_high else high
    )


def _side(item: Any, field: Field, now: datetime) -> tuple[Bound, Bound] | None:
    text = str(item).strip()
    if text == "*":
        return None
    return _span(unescaped(text[1:-1] if text.startswith('"') else text), field, now)


def _span(text: str, field: Field, now: datetime) -> tuple[Bound, Bound]:
    try:
        if field.kind == "date":
            return bounds.days(text, now)
        if field.kind == "instant":
            return bounds.instants(text, now)
        return bounds.number(text), bounds.number(text)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{field.name} takes {_WANTED[field.kind]}, not {text!r}") from error


def _exact(text: str, field: Field) -> str:
    value = lowered(text)
    if field.kind == "boolean" and value not in ("true", "false"):
        raise ValueError(f"{field.name} is true or false, not {text!r}")
    return value


def _phrase(text: str, field: Field, slop: int) -> Words:
    if field.kind != "text":
        raise ValueError(f"{field.name} holds whole values; ~ works on words only")
    found = words(text)
    if not found:
        raise ValueError(f"{text!r} holds no word to search for")
    return Words(field, found, slop)


def _similar(item: Any, field: Field) -> Similar:
    found = words(unescaped(item.term.value))
    if field.kind != "text" or len(found) != 1:
        raise ValueError("~ behind a word looks for similar words: it takes a single word of a text field")
    automatic = item.degree != int(item.degree)
    distance = min(2, len(found[0]) // 3) if automatic else int(item.degree)
    if not 0 <= distance <= 2:
        raise ValueError("at most two letters may differ: ~1 or ~2")
    return Similar(field, found[0], distance)


def _pattern(parts: list[Part], field: Field) -> Pattern:
    if field.kind not in ("text", "keyword"):
        raise ValueError(f"no wildcards on {field.name}: it takes {_WANTED.get(field.kind, 'true or false')}")
    if not any(kind == "literal" for kind, _ in parts):
        raise ValueError(f"only wildcards; {field.name}:* finds what has a value")
    return Pattern(field, tuple((kind, lowered(text)) for kind, text in parts))


def _parts(text: str, *, wildcards: bool = True) -> list[Part]:
    """Literal stretches and wildcards of `text`; a backslash makes the next character literal."""
    parts: list[Part] = []
    characters = iter(text)
    for character in characters:
        if wildcards and character in "*?":
            parts.append(("any" if character == "*" else "one", ""))
            continue
        literal = next(characters, "\\") if character == "\\" else character
        if parts and parts[-1][0] == "literal":
            parts[-1] = ("literal", parts[-1][1] + literal)
        else:
            parts.append(("literal", literal))
    return parts
