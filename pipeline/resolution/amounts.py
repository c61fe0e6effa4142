"""When two figures are the same figure."""

import re

from schemas.mention import Amount

LEAST = 0.02
LOOSE = 0.1
KINDRED = 2.0
_VAGUE = re.compile(
    r"\b(about|around|some|roughly|approximately|nearly|almost|over|more than|nearer|close to|a little)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def slack(amount: Amount) -> float:
    """How far the true figure may lie from the one told: half its last written digit, a tenth where told vaguely."""
    exact = abs(amount.value) * LEAST
    if amount.qualifier or _VAGUE.search(amount.text):
        return max(exact, abs(amount.value) * LOOSE)
    written = _DIGITS.search(amount.text)
    if not written or not amount.value:
        return exact
    digits = written.group().replace(",", "")
    shown = float(digits) if digits.count(".") < 2 else 0.0
    if not shown:
        return exact
    last = 10.0 ** -len(digits.partition(".")[2])
    return max(exact, 0.5 * last * abs(amount.value) / shown)


def agree(left: Amount, right: Amount) -> bool:
    """Whether two figures of one unit may be the same, given how coarsely each is told."""
    return abs(left.value - right.value) <= max(slack(left), slack(right)) * (1 + 1e-9)


def comparable(left: Amount, right: Amount) -> bool:
    """Whether two figures measure the same: one unit, kind and scope, and like magnitude where the kind is unknown."""
    if (left.unit, left.kind, left.scope) != (right.unit, right.kind, right.scope):
        return False
    small, large = sorted((abs(left.value), abs(right.value)))
    return left.kind != "other" or large <= KINDRED * small
