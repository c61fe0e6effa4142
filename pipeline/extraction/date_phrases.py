"""Date phrases: the expressions in which news tells when, each with what it means seen from an anchor."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extraction.anchors import Anchor, month_number, on_day, weekday_number
from schemas.dates import PartialDate

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBER) + r")"
_PART = (
    r"(?:(?:the\s)?(?:early|late|mid|middle|end|start|beginning|first half|second half|close|turn)"
    r"(?:\sof|\sin)?[\s-]+(?:the\s)?)?"
)


_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}


@dataclass(frozen=True)
class Reading:
    """What a phrase means: its value where the anchor gives one, its weekday, and whether it must lie ahead or back."""

    value: PartialDate | None
    weekday: int | None = None
    ahead: bool | None = None


Resolver = Callable[[re.Match[str], Anchor, bool], Reading | None]


def _full(found: re.Match[str], _anchor: Anchor, _ahead: bool) -> Reading | None:
    """Day, month and year."""
    value = on_day(int(found["year"]), month_number(found["month"]), int(found["day"]))
    return Reading(value) if value else None


def _iso(found: re.Match[str], _anchor: Anchor, _ahead: bool) -> Reading | None:
    """A date in figures, year first."""
    value = on_day(int(found["year"]), int(found["number"]), int(found["day"]))
    return Reading(value) if value else None


def _day_month(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading | None:
    """Day and month without a year."""
    month, day = month_number(found["month"]), int(found["day"])
    if on_day(2024, month, day) is None:
        return None
    return Reading(anchor.month_day(month, day, ahead=ahead))


def _month_year(found: re.Match[str], _anchor: Anchor, _ahead: bool) -> Reading:
    """Month and year."""
    return Reading(f"{found['year']}-{month_number(found['month']):02d}")


def _month_alone(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading:
    """A month without a year."""
    which = (found["which"] or "").casefold().split()[-1:]
    ahead = (ahead or which == ["next"]) and which != ["last"]
    month = month_number(found["month"])
    value = anchor.month_of_year(month, ahead=ahead)
    if which == ["last"] and anchor.month and anchor.month[1] == month:
        value = f"{anchor.month[0] - 1:04d}-{month:02d}"
    return Reading(value, ahead=ahead or None)


def _month_relative(found: re.Match[str], anchor: Anchor, _ahead: bool) -> Reading:
    """A month of last, this or next year."""
    years = _WHICH[found["which"]]
    year = anchor.years_away(years)
    return Reading(f"{year}-{month_number(found['month']):02d}" if year else None, ahead=True if years > 0 else None)


def _christmas(_found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading:
    """December, the last or the next."""
    return Reading(anchor.month_of_year(12, ahead=ahead), ahead=ahead or None)


def _weekend(_found: re.Match[str], anchor: Anchor, _ahead: bool) -> Reading:
    """The month of the weekend gone by."""
    sunday = anchor.weekday(6, ahead=False)
    return Reading(sunday[:7] if sunday else None)


def _year(found: re.Match[str], _anchor: Anchor, _ahead: bool) -> Reading:
    """A year, or a part of it."""
    return Reading(found["year"])


def _short_year(found: re.Match[str], _anchor: Anchor, _ahead: bool) -> Reading:
    """A fiscal year by its last two figures."""
    return Reading(f"20{found['short']}")


def _quarter(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading:
    """A quarter or half: its year is all that a partial date can hold."""
    which = (found["which"] or "").casefold()
    if found["year"]:
        return Reading(found["year"])
    value = anchor.years_away({"last": -1, "next": 1}.get(which, 0))
    return Reading(value, ahead=(ahead or which == "next") or None)


def _today(found: re.Match[str], anchor: Anchor, _ahead: bool) -> Reading:
    """The day of publication and its neighbours."""
    word = found.group().casefold()
    days = -1 if "yesterday" in word or word.startswith("last") else 1 if "tomorrow" in word else 0
    return Reading(anchor.days_away(days), ahead=True if days > 0 else None)


def _relative(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading:
    """Last, this or next week, month, year or season."""
    which, unit = _WHICH[found["which"].casefold()], found["unit"].casefold()
    if unit == "week":
        value = anchor.week_away(which)
    elif unit == "month":
        value = anchor.months_away(which)
    elif unit == "year":
        value = anchor.years_away(which)
    else:
        value = anchor.season(unit, which)
    return Reading(value, ahead=True if which > 0 or (which == 0 and ahead) else None)


def _ago(found: re.Match[str], anchor: Anchor, _ahead: bool) -> Reading:
    """So many weeks, months or years ago."""
    count, unit = _counted(found["count"]), found["unit"].casefold()
    if unit == "day":
        return Reading(anchor.days_away(-count) if count <= 3 else _month_of(anchor.days_away(-count)))
    if unit == "week":
        return Reading(_month_of(anchor.days_away(-7 * count)))
    return Reading(anchor.months_away(-count) if unit == "month" else anchor.years_away(-count))


def _in_future(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading | None:
    """In, or within, so many weeks, months or years: a span, whose end the anchor gives to the year at best."""
    if not ahead:
        return None
    count, unit = _counted(found["count"]), found["unit"].casefold()
    months = {"day": 0, "week": 0, "month": count, "year": count * 12}[unit]
    value = anchor.months_away(months)
    return Reading(value[:4] if value and found["lead"].casefold() == "in" else None, ahead=True)


def _year_end(found: re.Match[str], anchor: Anchor, _ahead: bool) -> Reading:
    """The end of this or the next year."""
    years = 1 if "next" in found.group().casefold() else 0
    return Reading(anchor.years_away(years), ahead=True)


def _weekday(found: re.Match[str], anchor: Anchor, ahead: bool) -> Reading:
    """A weekday: the latest one, or the next where the text looks ahead."""
    which = (found["which"] or "").casefold()
    ahead = (ahead or which in ("next", "coming")) and which not in ("last", "past")
    number = weekday_number(found["weekday"])
    value = anchor.weekday(number, ahead=ahead, passed_week=which == "last")
    return Reading(value, weekday=number, ahead=ahead or None)


def _counted(word: str) -> int:
    """The number that a word or figure means."""
    return int(word) if word.isdigit() else _NUMBER[word.casefold()]


def _month_of(value: PartialDate | None) -> PartialDate | None:
    """The month of a day."""
    return value[:7] if value else None


_BEFORE_MONTH = r"\b(?i:in|by|since|until|till|from|during|through|to|before|after|of|for|and|between)\s"
_BEFORE_YEAR = (
    r"\b(?i:in|since|by|from|until|till|during|through|to|before|after|between|for|and|back in|as of|around|fiscal|year|"
    r"financial year|FY|spring|summer|autumn|fall|winter|end of|start of|beginning of|half of|part of|early|late|mid|"
    r"middle of|quarter of|close of|months of|the)(?:\sof|\sin)?[\s-]"
)
_NO_COUNT = (
    r"\b(?![-–/]\d|\s(?:[a-z]*\s)?"
    r"(?:people|employees|jobs|shares|units|stores|megawatts|MW|tonnes|square|workers|staff|homes|rooms|vehicles))"
)
_ORDINAL = r"(?:first|second|third|fourth|final|1st|2nd|3rd|4th)"
_WIDE_PART = r"(?:(?:earlier|later|early|late|mid|in|end of|by the end of|the end of|sometime)\s)?"
_SEASON = r"spring|summer|autumn|fall|winter"
_UNIT = r"(?P<unit>day|week|month|year)"
_NOT_ON = r"(?!\s?\d|\s[A-Z])\b"
_YEARS_END = (
    r"\b(?:[Bb]y\s|[Bb]efore\s)?(?:the\s)?"
    r"(?:end\sof\sthe\s(?:next\s)?(?:calendar\s)?year|year[\s-]end|end\sof\snext\syear)\b"
)
_LAST_THIS_NEXT = (
    rf"\b{_WIDE_PART}(?:the\s)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|coming|previous)\s"
    rf"(?:calendar\s|fiscal\s|financial\s)?(?P<unit>week|month|year|{_SEASON})\b(?![’']s?\s(?:earnings|results))"
)
_QUARTER = (
    rf"\b(?:Q[1-4]|H[12]|[1-4]Q|(?i:{_ORDINAL})[\s-](?:fiscal\s)?(?:quarter|half))"
    rf"\s(?:of\s)?(?:the\s)?(?:fiscal\s(?:year\s)?)?(?:{_YEAR}|(?P<which>last|this|next)\syear)"
)

_SPECS: tuple[tuple[str, Resolver], ...] = (
    (rf"(?:{_WEEKDAY},?\s)?(?P<month>{_MONTH})\s{_DAY},?\s(?:of\s)?{_YEAR}\b", _full),
    (rf"(?:{_WEEKDAY},?\s(?:the\s)?)?\b{_DAY}\s(?:of\s)?(?P<month>{_MONTH}),?\s(?:of\s)?{_YEAR}\b", _full),
    (rf"\b{_YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
    (rf"(?:{_WEEKDAY},?\s)?\b(?P<month>{_MONTH})\s{_DAY}\b(?!,?\s?\d)", _day_month),
    (rf"(?:{_WEEKDAY},?\s(?:the\s)?)?\b{_DAY}\s(?:of\s)?(?P<month>{_MONTH})\b", _day_month),
    (rf"{_PART}\b(?P<month>{_MONTH}),?\s(?:of\s)?{_YEAR}\b", _month_year),
    (rf"{_PART}\b(?P<month>{_MONTH}),?\s(?:of\s)?(?P<which>last|this|next)\syear\b", _month_relative),
    (
        rf"{_BEFORE_MONTH}{_PART}(?P<which>last\s|next\s|this\s|(?=[A-Z])){_PART}(?P<month>{_MONTH}){_NOT_ON}",
        _month_alone,
    ),
    (rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<month>{_MONTH})\b", _month_alone),
    (rf"\b(?i:(?:early|late)\s(?:in\s)?|mid-)(?P<which>)(?P<month>{_MONTH})\b", _month_alone),
    (r"\b(?:before|at|by|around|after|over|until)\s(?P<which>)(?P<month>Christmas)\b", _christmas),
    (rf"{_BEFORE_YEAR}{_YEAR}{_NO_COUNT}", _year),
    (rf"\b{_YEAR}(?=,?\s(?:annual|agreement|deal|merger|acquisition|contract|ipo)\b)", _year),
    (r"\bFY\s?[’']?(?P<short>\d\d)\b", _short_year),
    (_QUARTER, _quarter),
    (
        rf"\b(?i:in|during|by|for)\s(?:the\s)?(?P<which>)(?P<year>){_ORDINAL}[\s-](?:quarter|half)\b(?!\s(?:of|in))",
        _quarter,
    ),
    (r"\b(?:(?:earlier|later)\s)?(?i:today|tonight|this\s(?:morning|afternoon|evening))\b", _today),
    (r"\b(?i:yesterday|tomorrow|last\snight)\b", _today),
    (r"\b(?:at|over|during)\sthe\sweekend\b|\b(?:last|this\spast)\sweekend\b", _weekend),
    (_LAST_THIS_NEXT, _relative),
    (rf"\b(?:(?:about|almost|nearly|more than|over)\s)?(?i:{_COUNT})\s{_UNIT}s?\s(?:ago|earlier)\b", _ago),
    (rf"\b(?P<lead>[Ii]n|[Ww]ithin)\s(?:the\snext\s)?{_COUNT}\s{_UNIT}s?(?:[’']\stime)?\b", _in_future),
    (_YEARS_END, _year_end),
    (rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|past)\s)?(?P<weekday>{_WEEKDAY})\b", _weekday),
)

PHRASES: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple((re.compile(p), resolve) for p, resolve in _SPECS)
