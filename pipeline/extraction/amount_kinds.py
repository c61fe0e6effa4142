"""What an amount counts: a price, a fine, a stake, jobs; told by the words around it."""

import re

_REACH = 70
_SENTENCE_END = re.compile(r"(?<=[a-z\d%”\"])[.!?]\s|\n")
_MONEY_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("fine", re.compile(r"\b(?:fine[ds]?|penalt(?:y|ies)|damages|settle\w*|compensation|forfeit\w*|sanction\w*)\b")),
    ("valuation", re.compile(r"\b(?:valuation|valu(?:ed|ing) (?:it|the|at)|market cap\w*|market value)\b")),
    (
        "revenue",
        re.compile(
            r"\b(?:revenues?|turnover|sales of|annual sales|profits?|earnings|earned|loss(?:es)?|income|ebitda)\b"
        ),
    ),
    ("debt", re.compile(r"\b(?:debts?|loans?|bonds?|borrow\w*|credit facilit\w+|liabilit\w+)\b")),
    ("funding", re.compile(r"\b(?:rais(?:e[ds]?|ing)|funding|financing|round|series [a-h]|seed|ipo|offering|grant)\b")),
    (
        "investment",
        re.compile(r"\b(?:invest\w*|spend\w*|spent|cost(?:s|ing)?|capital expenditure|capex|build\w*|outlay)\b"),
    ),
    (
        "deal_value",
        re.compile(
            r"\b(?:bought|buy\w*|acqui\w+|purchas\w*|takeover|bid|offer\w*|deal|contract|order|worth|valued|sale|sold|sell\w*|"
            r"pay\w*|paid|price|consideration|agreement|upfront|up front|milestones?|for)\b"
        ),
    ),
)
_STAKE = re.compile(
    r"\b(?:stakes?|interest|sharehold\w+|holding|owns?|owned|ownership|equity|shares|held|holds?|control\w*|capital)\b"
)
_CUTS = re.compile(
    r"\b(?:cut\w*|lay(?:ing)? off|laid off|layoffs?|redundan\w+|los(?:e|s|ing|ses)|lost|dismiss\w*|axe[ds]?|shed\w*|eliminat\w+|"
    r"let go|made redundant|sack\w*|clos\w+|strike|walk\w* out)\b"
)
_HIRES = re.compile(r"\b(?:hir\w+|creat\w+|recruit\w*|employ\w*|add\w*|work for|work in|jobs?|new)\b")


def kind_of(text: str, start: int, end: int, unit: str) -> str:
    """The kind of an amount from its unit and the words of its sentence near it."""
    before, after = _around(text, start, end)
    near = f"{before} {after}".casefold()
    if unit == "money":
        return _of_money(before.casefold(), after.casefold())
    if unit == "percent":
        return "stake" if _STAKE.search(near) else "other"
    if unit == "people":
        return "job_cuts" if _CUTS.search(near) else "jobs"
    if unit in ("sqft", "sqm", "hectares", "acres"):
        return "area"
    if unit in ("MW", "MWh", "GWh", "tonnes"):
        return "capacity"
    return "shares" if unit == "shares" else "count"


def _of_money(before: str, after: str) -> str:
    """The kind whose word stands nearest; the words before count first."""
    nearest = [(found.end(), kind) for kind, pattern in _MONEY_KINDS for found in pattern.finditer(before)]
    if nearest:
        return max(nearest)[1]
    later = [(found.start(), kind) for kind, pattern in _MONEY_KINDS for found in pattern.finditer(after)]
    return min(later)[1] if later else "other"


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same sentence before and after a span, as far as they are near."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH])[0]
    return before, after
