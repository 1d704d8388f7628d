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


def cell_value(value: object) -> CellValue:
    """Return a reader's cell as the file stores it: an empty text is no cell, 42.0 is 42."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= _EXACT else value
    if isinstance(value, bool | int | dt.date | dt.time | dt.timedelta) or value is None:
        return value
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
    for number, row in enumerate(rows, start=1):
        values = tuple([_plain(value) for value in row])
        filled = len(values)
        while filled and values[filled - 1] is None:
            filled -= 1
        if filled:
            last = max(last, number)
            width = max(width, filled)
            if any(isinstance(v, str) and len(v) > LONGEST_CELL for v in values):
                raise refused(CELL_TOO_LONG, name, allowed=f"{LONGEST_CELL:,}")
        made.append(values)
    made = [*made[:last], *[()] * (last - len(made))]
    return tuple((*row[:width], *[None] * (width - len(row))) for row in made), width


def _plain(value: object) -> CellValue:
    """Take the commonest cells by the shortest way."""
    if value.__class__ is str:
        return value or None
    return cell_value(value)
