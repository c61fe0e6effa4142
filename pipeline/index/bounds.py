"""Dates, instants and numbers as a query writes them."""

import math
import re
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from schemas.dates import checked_partial, first_day, last_day

_NOW = re.compile(r"now((?:[+-]\d{1,4}[yMwdhm])*)")
_STEP = re.compile(r"([+-]\d+)([yMwdhm])")
_UNITS = {
    "y": relativedelta(years=1),
    "M": relativedelta(months=1),
    "w": relativedelta(weeks=1),
    "d": relativedelta(days=1),
    "h": relativedelta(hours=1),
    "m": relativedelta(minutes=1),
}
_SECOND = timedelta(microseconds=1)


def days(text: str, now: datetime) -> tuple[date, date]:
    """First and last day that `text` covers: a year, a month, a day, or `now-7d`; else ValueError."""
    if relative := _relative(text, now):
        return relative.date(), relative.date()
    value = checked_partial(text)
    return first_day(value), last_day(value)


def instants(text: str, now: datetime) -> tuple[datetime, datetime]:
    """First and last microsecond (UTC) that `text` covers; else ValueError."""
    if relative := _relative(text, now):
        return relative, relative
    if "T" in text:
        moment = datetime.fromisoformat(text)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return moment, moment + _precision(text) - _SECOND
    low, high = days(text, now)
    return datetime.combine(low, time.min, UTC), datetime.combine(high, time.max, UTC)


def _precision(text: str) -> timedelta:
    clock = re.split(r"[Z+-]", text.partition("T")[2])[0]
    if "." in clock:
        return _SECOND
    return {2: timedelta(hours=1), 5: timedelta(minutes=1)}.get(len(clock), timedelta(seconds=1))


def _relative(text: str, now: datetime) -> datetime | None:
    match = _NOW.fullmatch(text)
    if not match:
        return None
    try:
        for amount, unit in _STEP.findall(match[1]):
            now += int(amount) * _UNITS[unit]
    except (OverflowError, ValueError) as error:
        raise ValueError(f"{text!r} lies outside the calendar") from error
    return now


def number(text: str) -> float:
    """A finite number, digits possibly grouped by underscores as in 1_000_000; else ValueError."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is no number")
    return value
