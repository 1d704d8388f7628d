"""Windows and what age leaves of points, by plain calendar arithmetic: the references' own."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from benchmarks.workload.factors import AS_OF, FACTORS, Row


def months_back(day: dt.date, months: int) -> dt.date:
    """The same day so many months before, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def opens(row: Row) -> dt.date:
    """The last day that no longer counts."""
    return months_back(AS_OF, row.months)


def weight(row: Row, age: int) -> tuple[int, int]:
    """What an age in days leaves: so many of so many parts."""
    if row.fade == "linear":
        length = (AS_OF - opens(row)).days
        return length - age, length
    if row.fade == "half_life":
        half = (AS_OF - months_back(AS_OF, row.half_life)).days
        with localcontext() as context:
            context.prec = 50
            left = Decimal(2) ** (Decimal(-age) / Decimal(half)) * 1_000_000
            return int(left.to_integral_value(ROUND_HALF_EVEN)), 1_000_000
    return 1, 1


def weights() -> list[tuple[int, int, int, int]]:
    """Factor, age, parts, of parts: for each factor and each day of its window."""
    return [
        (number, age, *weight(row, age))
        for number, row in enumerate(FACTORS)
        for age in range((AS_OF - opens(row)).days)
    ]
