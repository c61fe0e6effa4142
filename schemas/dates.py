"""Partial dates: as precise as known, never more."""

import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator

_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def checked_partial(value: str) -> str:
    """Return `value` where it is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar; else raise ValueError."""
    if not _PARTIAL.fullmatch(value):
        raise ValueError(f"{value!r} is no partial date: write YYYY, YYYY-MM or YYYY-MM-DD")
    date.fromisoformat((value + "-01-01")[:10])
    return value


PartialDate = Annotated[str, AfterValidator(checked_partial)]


def first_day(value: PartialDate) -> date:
    """The first day that a partial date covers."""
    return date.fromisoformat((value + "-01-01")[:10])


def last_day(value: PartialDate) -> date:
    """The last day that a partial date covers."""
    start = first_day(value)
    if len(value) == 10:
        return start
    months = 12 if len(value) == 4 else start.month
    year, month = (start.year, months + 1) if months < 12 else (start.year + 1, 1)
    return date(year, month, 1) - timedelta(days=1)


def contains(outer: PartialDate, inner: PartialDate) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    return first_day(outer) <= first_day(inner) and last_day(inner) <= last_day(outer)
