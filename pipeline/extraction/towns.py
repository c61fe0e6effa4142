"""Towns that are told with their state, "Paris, Texas": one place, and not the largest town of that name."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extraction import gazetteer


class Town(NamedTuple):
    """A town with its state: its full name, where that ends in the text, and what the gazetteer knows of the town."""

    name: str
    end: int
    spot: gazetteer.Spot


def town_at(start: int, end: int, text: str) -> Town | None:
    """The town whose name stands at `start:end` where its state follows; what is shouted has postal codes for words."""
    state = _state().match(text, end)
    if state is None or text[start:end].isupper():
        return None
    spot = gazetteer.town_in(text[start:end], gazetteer.states()[state[1]])
    return spot and Town(text[start : state.end()], state.end(), spot)


@lru_cache(maxsize=1)
def _state() -> re.Pattern[str]:
    """A state behind a comma, the longest name first."""
    names = sorted(gazetteer.states(), key=len, reverse=True)
    return re.compile(rf",\s({'|'.join(map(re.escape, names))})(?!\w)")
