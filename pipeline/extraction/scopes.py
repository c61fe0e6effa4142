"""What is said beside an amount: that it is a bound or rough, a rate, the price of one share, the sum of all so far."""

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
# Of raising money: what all rounds together make, and no round by itself.
_ALL_ROUNDS = (
    r"\b(?:ha[sd]|have|[’']s)\s(?:\w+\s)?(?:raised|attracted|collected|secured|drawn|pulled in|taken in|brought in)\s"
)
_TOTAL_BEFORE = re.compile(
    rf"{_ALL_ROUNDS}(?:a\s)?total of\s(?:\w+\s){{0,2}}$"
    r"|\b(?:bring|tak|push|lift)\w*\s[^.\n]{0,30}\b(?:total|funding)\b[^.\n]{0,40}\sto\s(?:\w+\s){0,2}$"
)
_ALL_ROUNDS_BEFORE = re.compile(rf"{_ALL_ROUNDS}(?:\w+\s){{0,3}}$")
_SO_FAR = re.compile(r"(?P<between>[^.,;:\n]{0,40}?)\b(?:to date|so far|since it was (?:founded|started|set up))\b")
# "Its largest contract to date" is one contract.
_ONE_OF_ALL = re.compile(r"\b(?:\w+est|most|record|first|only|best|top)\b")
_ALTOGETHER = re.compile(r"[^.;:\n]{0,40}?\bin (?:total|all)\b")
_ROUND = re.compile(r"[^.\n]{0,40}\b(?:[Ss]eries [A-K]|[Ss]eed|rounds?)\b")


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


def is_running_total(text: str, start: int, end: int) -> bool:
    """Whether an amount sums up several happenings: "has raised $5m to date", "which brings the total to $9m"."""
    begin = max(0, start - 100)
    so_far = _SO_FAR.match(text, end)
    if so_far and not _ONE_OF_ALL.search(so_far["between"]):
        return True
    if _ALL_ROUNDS_BEFORE.search(text, begin, start) and _ALTOGETHER.match(text, end):
        return True
    return _TOTAL_BEFORE.search(text, begin, start) is not None and not _ROUND.match(text, end)
