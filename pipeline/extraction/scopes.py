"""What is said beside an amount: that it is a bound or rough, a rate, the price of one share."""

import re

PER_SHARE = r"[\s-]?(?:a|per|each|(?:in cash )?for each)[\s-](?:ordinary\s|common\s|preferred\s|new\s)?share\b|/share\b"
_QUALIFIER = re.compile(
    r"\b(?P<word>about|around|approximately|roughly|some|nearly|almost|up to|as much as|as many as|at least|more than|over|"
    r"less than|under|fewer than|just over|just under|close to|an estimated|estimated|at most|a minimum of|a maximum of|nearer|"
    r"in excess of|upwards of|between|from|circa|a further|another|an additional|at around)\s(?:a\s)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(PER_SHARE)
_SCOPE = re.compile(
    r"\s(?P<scope>(?:a|per|each|every)\s(?:year|month|week|day|night|annum|quarter|hour)|annually|yearly|monthly|daily|each|apiece)\b"
)


def qualifier_before(text: str, start: int) -> str | None:
    """The word before an amount that makes it rough or a bound."""
    found = _QUALIFIER.search(text, max(0, start - 30), start)
    return found["word"].casefold() if found else None


def scope_after(text: str, end: int) -> tuple[str | None, bool]:
    """What an amount is counted by ("a year"), and whether it is the price of one share."""
    if _SHARE.match(text, end):
        return "per share", True
    found = _SCOPE.match(text, end)
    return (found["scope"], False) if found else (None, False)
