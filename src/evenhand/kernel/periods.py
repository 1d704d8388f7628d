"""Half-open days, and the two clocks: when it held, when we learned it.

Files and pages say the last day on which something holds; the kernel stores the day after. A
window of N months back from a day is (day - N months, day], clamped to the end of a month.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text

Day = dt.date
Moment = dt.datetime
"""A moment always carries UTC; ``moment`` makes and checks one."""

ONE_DAY = dt.timedelta(days=1)


def day(text: str) -> Day:
    """Read an ISO day, ``2026-03-14``.

    Raises:
        BadInput: When the text is no such day.
    """
    try:
        if len(text) != 10:
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadInput(
            Text(
                zh=f"“{text}”不是日期。请写年-月-日，例如 2026-03-14。",
                en=f'"{text}" is not a day. Write year-month-day, for example 2026-03-14.',
            )
        ) from None


def moment(text: str) -> Moment:
    """Read an ISO moment with its zone, ``2026-03-14T09:00:00Z``, and turn it to UTC.

    Raises:
        BadInput: When the text is no moment or has no zone.
    """
    try:
        read = dt.datetime.fromisoformat(text)
        if read.tzinfo is None:
            raise ValueError
        return read.astimezone(dt.UTC)
    except ValueError:
        raise BadInput(
            Text(
                zh=f"“{text}”不是带时区的时刻，例如 2026-03-14T09:00:00Z。",
                en=f'"{text}" is not a moment with a zone, for example 2026-03-14T09:00:00Z.',
            )
        ) from None


def said(at: Moment) -> str:
    """Print a moment in UTC to the microsecond, ``2026-03-14T09:00:00.000000Z``."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def microseconds(at: Moment) -> int:
    """Count a moment's microseconds since 1970 in UTC, exactly, for the relational engines."""
    since = at - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def months_before(of: Day, months: int) -> Day:
    """Go back a number of months, clamped to the end of the month (31 March - 1 is 28 February)."""
    return months_after(of, -months)


def months_after(of: Day, months: int) -> Day:
    """Go forward a number of months, clamped to the end of the month."""
    index = of.year * 12 + of.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(of.day, last))


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as people say it: ``24 months``, ``15 days``, ``7 working days``, ``2 years``."""

    count: int
    unit: str

    _form = re.compile(r"(\d{1,4}) (day|month|year|working day)s?")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a span.

        Raises:
            BadInput: When the text is none.
        """
        read = cls._form.fullmatch(text)
        if not read:
            raise BadInput(
                Text(
                    zh=f"“{text}”不是期限。请写例如 24 months 或 15 days。",
                    en=f'"{text}" is not a length of time. Write for example "24 months" or "15 days".',
                )
            )
        return cls(int(read[1]), read[2])

    @property
    def months(self) -> int:
        """The span in months.

        Raises:
            ValueError: When it is in days.
        """
        if self.unit not in ("month", "year"):
            raise ValueError(f"{self} is not in months")
        return self.count * (12 if self.unit == "year" else 1)

    def after(self, of: Day) -> Day:
        """The day on which the span has run, counted from a day; working days need a calendar.

        Raises:
            ValueError: When the span is in working days.
        """
        if self.unit == "working day":
            raise ValueError("working days need a calendar")
        return of + self.count * ONE_DAY if self.unit == "day" else months_after(of, self.months)

    def before(self, of: Day) -> Day:
        """The day before which, exclusively, a window back from ``of`` begins to count.

        Raises:
            ValueError: When the span is in working days.
        """
        if self.unit == "working day":
            raise ValueError("working days need a calendar")
        return of - self.count * ONE_DAY if self.unit == "day" else months_before(of, self.months)

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``start`` up to, not including, ``stop``; without ``stop`` for ever."""

    start: Day
    stop: Day | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts.

        Raises:
            ValueError: When it does.
        """
        if self.stop is not None and self.stop < self.start:
            raise ValueError(f"{self.start} to {self.stop} runs backwards")

    @classmethod
    def through(cls, first: Day, last: Day | None) -> Self:
        """Make a period of its first and its last day, as files and pages say it."""
        return cls(first, None if last is None else last + ONE_DAY)

    @property
    def last(self) -> Day | None:
        """The last day on which it holds, as files and pages say it."""
        return None if self.stop is None else self.stop - ONE_DAY

    def __contains__(self, of: object) -> bool:
        return (
            isinstance(of, dt.date) and self.start <= of and (self.stop is None or of < self.stop)
        )

    def overlaps(self, other: Days) -> bool:
        """Say whether the two have a day in common; an empty period has none with any."""
        first = max(self.start, other.start)
        return all(period.stop is None or first < period.stop for period in (self, other))


@dataclass(frozen=True, slots=True, order=True)
class Clocks:
    """The two clocks of a question: the day asked about, and how much was known.

    Attributes:
        as_of: What was true on this day.
        known_at: By what the register had recorded up to and including this moment.
    """

    as_of: Day
    known_at: Moment
