"""The noun Fact: one document of one authority about one subject, before anybody types it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from evenhand.kernel.periods import Day
from evenhand.lab.chance import Chance

DAY_ONE: Final = Day(2025, 1, 6)
"""The schemes are published; nothing from before counts against anyone."""

FIRST: Final = Day(2025, 1, 7)
LAST: Final = Day(2026, 2, 27)
EARLIEST: Final = Day(2024, 3, 1)

Value: TypeAlias = str | int | bool | Day


@dataclass(frozen=True, slots=True)
class Fact:
    """One document about one subject of the model city.

    Attributes:
        record: Record type of the catalogue.
        authority: Who issued the document.
        subject: Place of the subject among its kind in the city.
        reported: Day on which the authority entered it.
        fields: Values of the record type's fields; amounts in whole yuan.
        ends: Last day on which it is valid.
        plan: Why it is there, for what was planted on purpose, such as ``three of a kind``; faults
            are never planted in such a row.
    """

    record: str
    authority: str
    subject: int
    document: str
    decided_on: Day
    reported: Day
    article: str = ""
    fields: tuple[tuple[str, Value], ...] = ()
    ends: Day | None = None
    plan: str = ""

    def value(self, field: str) -> Value | None:
        """Return one field's value, or None."""
        return dict(self.fields).get(field)


class Numbers:
    """Document numbers of one city: each authority counts through a year."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, int], int] = {}

    def next(self, form: str, on: Day) -> str:
        """Return the next number of a form, such as ``临税罚〔{year}〕{n:04d}号``."""
        key = (form, on.year)
        self._last[key] = self._last.get(key, 0) + 1
        return form.format(year=on.year, n=self._last[key])


def usual_day(chance: Chance) -> Day:
    """Draw a day of a document: 8 in 100 lie before the register began."""
    if chance.happens(80):
        return chance.working_day(EARLIEST, DAY_ONE)
    return chance.working_day(FIRST, LAST)


def reported_after(chance: Chance, decided_on: Day) -> Day:
    """Draw the day of reporting: mostly within 7 working days, 12 in 100 later."""
    last = Day(2026, 3, 1)
    later = chance.between(12, 40) if chance.happens(120) else chance.between(0, 8)
    return min(last, Day.fromordinal(decided_on.toordinal() + later))
