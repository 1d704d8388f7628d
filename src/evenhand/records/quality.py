"""How good a source's deliveries are: load, completeness, timeliness, silence.

Shares are whole ten-thousandths, so that no rounding depends on who prints them. Of a residents'
source every processed row counts as loaded: the figures must not tell who had consented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.calendars import Calendar, add_working_days
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.records.statement import Admission
from evenhand.sources.contract import Contract

TIMELY_WITHIN: Final = 7
"""Working days after the decision within which a row is timely (the double-publicity rule)."""

_WHOLE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of one or several deliveries.

    Attributes:
        rows: Rows of data.
        loaded: Rows that were stored, or processed where the source is about residents.
        required: Items that had to be there: required columns times rows.
        given: Items that were.
        dated: Rows with a day of decision.
        timely: Rows entered within 7 working days of it.
    """

    rows: int = 0
    loaded: int = 0
    required: int = 0
    given: int = 0
    dated: int = 0
    timely: int = 0

    def load(self) -> int | None:
        """Share of rows that were loaded, in ten-thousandths; None without rows."""
        return _share(self.loaded, self.rows)

    def completeness(self) -> int | None:
        """Share of required items that were given."""
        return _share(self.given, self.required)

    def timeliness(self) -> int | None:
        """Share of dated rows that were timely."""
        return _share(self.timely, self.dated)

    def __add__(self, other: Quality) -> Quality:
        return Quality(
            self.rows + other.rows,
            self.loaded + other.loaded,
            self.required + other.required,
            self.given + other.given,
            self.dated + other.dated,
            self.timely + other.timely,
        )

    def said(self) -> Json:
        """Say counts and shares as a canonical value."""
        return {
            "rows": self.rows,
            "loaded": self.loaded,
            "required": self.required,
            "given": self.given,
            "dated": self.dated,
            "timely": self.timely,
            "load": self.load(),
            "completeness": self.completeness(),
            "timeliness": self.timeliness(),
        }


def measure(admission: Admission, contract: Contract, calendar: Calendar) -> Quality:
    """Measure one delivery by the working days of the jurisdiction."""
    data = [fate for fate in admission.fates if fate.reason not in ("header", "note", "blank")]
    about_residents = contract.about_residents
    loaded = [f for f in data if f.fate == "stored" or (about_residents and f.reason == "not_kept")]
    filling = admission.filling
    lasted = Counter(filling.entered)
    late_from = {
        decided: add_working_days(calendar, decided, TIMELY_WITHIN + 1, "authority")
        for decided in {decided for decided, _ in lasted}
    }
    timely = sum(
        times for (decided, entered), times in lasted.items() if entered < late_from[decided]
    )
    return Quality(
        rows=filling.rows,
        loaded=len(loaded),
        required=filling.required,
        given=filling.given,
        dated=len(filling.entered),
        timely=timely,
    )


def together(measured: Iterable[Quality]) -> Quality:
    """Add up the figures of several deliveries of one source."""
    return sum(measured, Quality())


def silent_since(contract: Contract, last: Day, today: Day) -> Day | None:
    """Return the day since which a source is overdue, or None while it is not.

    Args:
        contract: The source.
        last: Day of its last delivery, or of its addition to the register.
        today: The register's day.
    """
    due = contract.grace.after(contract.every.after(last))
    return due + ONE_DAY if today > due else None


def _share(part: int, whole: int) -> int | None:
    return part * _WHOLE // whole if whole else None
