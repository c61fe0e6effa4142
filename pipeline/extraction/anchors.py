"""Anchors: what "May 29", "last month" or "Wednesday" mean, seen from the day an article was published."""

from dataclasses import dataclass
from datetime import date, timedelta

from schemas.dates import PartialDate, first_day

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_HALF_A_YEAR = 183


def month_number(word: str) -> int:
    """The number of a month from its name or abbreviation."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.casefold()[:3]))


def weekday_number(word: str) -> int:
    """The number of a weekday from its name or abbreviation, 0 for Monday."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.casefold()[:3]))


def on_day(year: int, month: int, day: int) -> PartialDate | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True)
class Anchor:
    """The time from which relative dates are seen: a day, month or year; nothing is resolved beyond what it knows."""

    published: PartialDate | None

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return first_day(self.published) if self.published and len(self.published) == 10 else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of publication, where known."""
        if not self.published or len(self.published) < 7:
            return None
        return int(self.published[:4]), int(self.published[5:7])

    @property
    def year(self) -> int | None:
        """The year of publication, where known."""
        return int(self.published[:4]) if self.published else None

    def days_away(self, days: int) -> PartialDate | None:
        """The day so many days after publication."""
        return (self.day + timedelta(days=days)).isoformat() if self.day else None

    def months_away(self, months: int) -> PartialDate | None:
        """The month so many months after that of publication."""
        if self.month is None:
            return None
        count = self.month[0] * 12 + self.month[1] - 1 + months
        return f"{count // 12:04d}-{count % 12 + 1:02d}"

    def years_away(self, years: int) -> PartialDate | None:
        """The year so many years after that of publication."""
        return f"{self.year + years:04d}" if self.year else None

    def week_away(self, weeks: int) -> PartialDate | None:
        """The month in which a week lies, or its year; nothing where it spans two years."""
        if self.day is None:
            return None
        monday = self.day - timedelta(days=self.day.weekday()) + timedelta(weeks=weeks)
        return _common(monday, monday + timedelta(days=6))

    def weekday(self, number: int, *, ahead: bool, passed_week: bool = False) -> PartialDate | None:
        """The latest such weekday, publication's own included, or the next one where it lies ahead."""
        if self.day is None:
            return None
        back = (self.day.weekday() - number) % 7
        if ahead:
            return self.days_away(7 - back if back else 7)
        return self.days_away(-7 if passed_week and back == 0 else -back)

    def month_day(self, month: int, day: int, *, ahead: bool) -> PartialDate | None:
        """A day that is told without its year: the nearest one to publication, in the direction that the text gives."""
        if self.month is None:
            return None
        seen = self.day or date(*self.month, 28 if not ahead else 1)
        years = [seen.year - 1, seen.year, seen.year + 1]
        days = [date.fromisoformat(d) for d in (on_day(y, month, day) for y in years) if d]
        fitting = [d for d in days if (d >= seen if ahead else (d - seen).days <= _HALF_A_YEAR)] or days
        return min(fitting, key=lambda d: abs((d - seen).days)).isoformat() if fitting else None

    def month_of_year(self, month: int, *, ahead: bool) -> PartialDate | None:
        """A month that is told without its year: the latest that has begun, or the next that has not ended."""
        if self.month is None:
            return None
        year, now = self.month
        if ahead:
            return f"{year if month >= now else year + 1:04d}-{month:02d}"
        return f"{year if month <= now else year - 1:04d}-{month:02d}"

    def season(self, name: str, which: int) -> PartialDate | None:
        """The year of the last (-1), this (0) or next (1) season of that name."""
        if self.month is None:
            return None
        year, now = self.month
        start = _SEASON_STARTS[name]
        if which < 0:
            return f"{year if now > start + 2 else year - 1:04d}"
        return f"{year if which == 0 or now < start else year + 1:04d}"


def _common(start: date, end: date) -> PartialDate | None:
    """The smallest partial date that covers both days."""
    if start.year != end.year:
        return None
    return f"{start:%Y-%m}" if start.month == end.month else f"{start:%Y}"
