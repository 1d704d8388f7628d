"""Working days as data, and deadlines in them.

A calendar says which weekdays are rest days, and for each year that was published which other days
rest and which rest days are worked in exchange. A year without a published calendar is read twice:
for a subject no day counts that may turn out to be a rest day, so that the deadline comes later
than under any calendar that may still be published; for an authority every day counts, so that its
deadline comes sooner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.kernel.text import Text

Reading = Literal["subject", "authority"]
"""For whom a deadline runs."""

MonthDay = tuple[int, int]

_LONGEST_REST = 400
"""Days in a row without a working day after which a calendar is taken for wrong."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one jurisdiction.

    Attributes:
        calendar: Its name, such as ``china``.
        title: What people call it.
        weekend: Weekdays that rest, Monday is 0.
        published: Years whose rest days and shifted working days are known.
        rest: Rest days of these years beside the weekend.
        work: Weekend days of these years that are worked in exchange.
        may_rest: First and last month days, both inclusive, of the times of any year in which rest
            days may fall; consulted only for a year that was not published.
    """

    calendar: str
    title: Text
    weekend: frozenset[int]
    published: frozenset[int]
    rest: frozenset[Day]
    work: frozenset[Day]
    may_rest: tuple[tuple[MonthDay, MonthDay], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a calendar that contradicts itself.

        Raises:
            ValueError: When a day is both rest and work, lies in a year that was not published, or
                is said to be what its weekday makes it anyway.
        """
        if both := sorted(self.rest & self.work):
            raise ValueError(f"{both[0]} is both a rest day and a working day")
        for of in sorted(self.rest | self.work):
            if of.year not in self.published:
                raise ValueError(f"{of} lies in a year that was not published")
        for of in sorted(self.work):
            if of.weekday() not in self.weekend:
                raise ValueError(f"{of} is a working day without being shifted")


def working_day(calendar: Calendar, day: Day, for_whom: Reading = "subject") -> bool:
    """Say whether a day is a working day."""
    if day.year in calendar.published:
        if day in calendar.work:
            return True
        return day.weekday() not in calendar.weekend and day not in calendar.rest
    if for_whom == "authority":
        return True
    month_day = (day.month, day.day)
    may_rest = any(first <= month_day <= last for first, last in calendar.may_rest)
    return day.weekday() not in calendar.weekend and not may_rest


def add_working_days(calendar: Calendar, day: Day, n: int, for_whom: Reading = "subject") -> Day:
    """Return the last day of a deadline of ``n`` working days that begins to run after ``day``.

    With ``n`` 0 it is the day itself, working day or not.

    Raises:
        ValueError: When ``n`` is negative, or the calendar has no working day for over a year.
    """
    if n < 0:
        raise ValueError("a deadline does not run backwards")
    for _ in range(n):
        day = first_working_day(calendar, day + ONE_DAY, for_whom)
    return day


def first_working_day(calendar: Calendar, day: Day, for_whom: Reading = "subject") -> Day:
    """Return the first working day on or after a day.

    A subject's deadline that ends on a rest day ends on this day instead (Civil Code of the PRC,
    Art. 203; BGB § 193).

    Raises:
        ValueError: When the calendar has no working day for over a year.
    """
    for _ in range(_LONGEST_REST):
        if working_day(calendar, day, for_whom):
            return day
        day += ONE_DAY
    raise ValueError(f"the calendar {calendar.calendar} has no working day before {day}")


def working_days_between(
    calendar: Calendar, start: Day, end: Day, for_whom: Reading = "subject"
) -> int:
    """Count the working days after ``start`` up to and including ``end``.

    Raises:
        ValueError: When ``end`` lies before ``start``.
    """
    if end < start:
        raise ValueError(f"{start} to {end} runs backwards")
    days = (start + count * ONE_DAY for count in range(1, (end - start).days + 1))
    return sum(working_day(calendar, of, for_whom) for of in days)
