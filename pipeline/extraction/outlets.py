"""Outlets: papers and agencies that only hear and report what others do, and take no part in it."""

import re
from collections.abc import Mapping, Sequence

from pipeline.extraction.naming import Name

_BEFORE, _AFTER = 60, 40
_HEARS = re.compile(
    r"\b(?:told|tells|telling|(?:interview\w*|spoke|speaking|sat down|sits down) (?:with|by|to)|revealed to|"
    r"(?:seen|reviewed|obtained|reported|quoted) by)\s(?:the\s)?$"
)
_JOINED = re.compile(r"\bjoined\s(?:[A-Z][\w.’'-]+\s){1,3}(?:from|of|at)\s$")
_TALKS = re.compile(r"\sto\s(?:announce|discuss|talk|share|explain|provide|speak)\b")
_REPORTS = re.compile(r"\s(?:has |had )?(?:first )?report(?:ed|s)(?: (?:earlier|on \w+day|last \w+))?[.,]")


def outlets_among(forms: Mapping[str, Sequence[Name]], text: str) -> frozenset[str]:
    """The names that stand nowhere but where an outlet does; what shortens a longer name is none."""
    heard = [form for form, names in forms.items() if all(_is_heard(name, text) for name in names)]
    return frozenset(form for form in heard if not any(form in other and form != other for other in forms))


def _is_heard(name: Name, text: str) -> bool:
    """Whether a name is told, or reports; who is told to do something is no outlet."""
    before, after = text[max(0, name.start - _BEFORE) : name.start], text[name.end : name.end + _AFTER]
    hears = _HEARS.search(before) is not None and not after.startswith(" to ")
    asks = _JOINED.search(before) is not None and _TALKS.match(after) is not None
    return hears or asks or _REPORTS.match(after) is not None
