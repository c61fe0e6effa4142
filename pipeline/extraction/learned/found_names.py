"""Names that the core reads as one where the article was seen to name two: "Bank of Oslund", "Tarvik and Kestova Ltd"."""

import re
from collections.abc import Iterator

from pipeline.extraction.document import Entity, EntityKind, Surface
from pipeline.extraction.folding import core_tokens, name_tokens
from pipeline.extraction.learned.tags import Tags
from pipeline.extraction.mentions import Named
from pipeline.extraction.reading import Reading

Run = tuple[int, int]
_SURE = 0.6
_LINK = re.compile(r"\s*(?:of|and|the|for|&|,|\.|’s|'s|de|in|on|\s)+\s*")


def runs_of(tags: Tags, roles: frozenset[str]) -> list[Run]:
    """Where the core reads one name."""
    return list(tags.runs(roles, _SURE))


def joined_names(runs: list[Run], named: list[Named], reading: Reading) -> Iterator[Named]:
    """The names, those that the core reads as one made one."""
    at = 0
    while at < len(named):
        last = at
        while last + 1 < len(named) and _is_one(named[last], named[last + 1], runs, reading.text):
            last += 1
        yield named[at] if last == at else _one(named[at], named[last], reading.text)
        at = last + 1


def _is_one(left: Named, right: Named, runs: list[Run], text: str) -> bool:
    """Whether one run of a role reaches over both names and what links them."""
    within = any(start <= left.start and right.end <= end + 1 for start, end in runs)
    return within and _LINK.fullmatch(text[left.end : right.start]) is not None


def _one(first: Named, last: Named, text: str) -> Named:
    """The name from the first to the last of its parts."""
    name = text[first.start : last.end]
    kind: EntityKind = "person" if first.entity.kind == last.entity.kind == "person" else "org"
    tokens = core_tokens(name) if kind == "org" else name_tokens(name)
    surface = Surface(first.start, last.end, name, "name")
    return Named(first.start, last.end, "name", Entity(f"{kind}:{' '.join(tokens)}", kind, name, (), (surface,)))
