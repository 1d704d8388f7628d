"""Turn the cells that a reader gives into the rows of a sheet: dense, trimmed, with plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from evenhand.sources.extent import LONGEST_CELL
from evenhand.sources.reading_findings import CELL_TOO_LONG
from evenhand.sources.refusal import refused
from evenhand.sources.sheet import CellValue

_EXACT: Final = 2**53
"""Above it a spreadsheet's number is no longer a whole number exactly."""


class _TooLong(Exception):
    """A cell holds more characters than any spreadsheet does."""


def cell_value(value: object) -> CellValue:
    """Return a reader's cell as the file stores it: an empty text is no cell, 42.0 is 42."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= _EXACT else value
    if isinstance(value, bool | int | dt.date | dt.time | dt.timedelta) or value is None:
        return value
    if isinstance(value, str):
        if len(value) > LONGEST_CELL:
            raise _TooLong
        return value or None
    raise TypeError(type(value).__name__)


def trimmed(
    rows: Iterable[Sequence[object]], keep: Collection[tuple[int, int]], name: str
) -> tuple[tuple[tuple[CellValue, ...], ...], int]:
    """Leave out trailing empty rows and columns; return the rows, all of one width, and the width.

    Args:
        rows: From the first row and first column on.
        keep: Addresses that stay within the sheet though they show nothing, such as formulas.
        name: The file, for a refusal.

    Raises:
        DeliveryRefused: When a cell holds more characters than any spreadsheet does.
    """
    made: list[tuple[CellValue, ...]] = []
    width = max((column for _, column in keep), default=0)
    last = max((row for row, _ in keep), default=0)
    try:
        for number, row in enumerate(rows, start=1):
            values = _values(row)
            filled = len(values)
            while filled and values[filled - 1] is None:
                filled -= 1
            if filled:
                last = number if number > last else last
                width = filled if filled > width else width
            made.append(values)
    except _TooLong:
        raise refused(CELL_TOO_LONG, name, allowed=f"{LONGEST_CELL:,}") from None
    made = [*made[:last], *[()] * (last - len(made))]
    return tuple(row if len(row) == width else _fitted(row, width) for row in made), width


def _values(row: Sequence[object]) -> tuple[CellValue, ...]:
    """Take the commonest cells, short texts, by the shortest way."""
    return tuple(
        [
            (value or None)
            if type(value) is str and len(value) <= LONGEST_CELL
            else cell_value(value)
            for value in row
        ]
    )


def _fitted(row: tuple[CellValue, ...], width: int) -> tuple[CellValue, ...]:
    return (*row[:width], *[None] * (width - len(row)))
