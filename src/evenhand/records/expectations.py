"""Hold a delivery against what its source expects of itself, and count how full its rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.periods import Day
from evenhand.records.row_reading import RowReading
from evenhand.records.statement import Filling
from evenhand.sources.delivery import Delivery
from evenhand.sources.match_findings import FEW_FILLED, FEW_ROWS, MANY_ROWS


def shortfalls(delivery: Delivery, rows: Sequence[RowReading]) -> Iterator[Finding]:
    """Warn where a delivery has fewer or more rows, or fewer filled cells, than is usual."""
    expects = delivery.contract.expects
    place = Place(delivery.workbook.name)
    count = len(rows)
    if expects.rows_at_least is not None and count < expects.rows_at_least:
        yield found(FEW_ROWS, place, read=count, allowed=expects.rows_at_least)
    if expects.rows_at_most is not None and count > expects.rows_at_most:
        yield found(MANY_ROWS, place, read=count, allowed=expects.rows_at_most)
    filled = Counter(field for row in rows for field in row.filled)
    for field, least in expects.filled.items():
        share = filled[field] * 10_000 // count if count else 10_000
        if share < least:
            yield found(
                FEW_FILLED, place, field=field, read=_percent(share), allowed=_percent(least)
            )


def filling(rows: Sequence[RowReading], today: Day) -> Filling:
    """Count required and given items, and pair each day of decision with its day of entry."""
    required = given = 0
    for row in rows:
        needed = row.made.layout.required_fields()
        required += len(needed)
        given += len(row.filled.intersection(needed))
    entered = []
    for row in rows:
        if row.decided_on is not None and row.decided_on <= today:
            said = row.reported
            usable = said is not None and row.decided_on <= said <= today
            entered.append((row.decided_on, said if said is not None and usable else today))
    return Filling(len(rows), required, given, tuple(entered))


def _percent(ten_thousandths: int) -> str:
    whole, rest = divmod(ten_thousandths, 100)
    return f"{whole}.{rest:02d} %" if rest else f"{whole} %"
