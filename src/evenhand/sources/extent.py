"""How far the cells of a workbook may reach, decided before anything makes a grid of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from evenhand.sources.reading_findings import CELLS_TOO_FAR
from evenhand.sources.refusal import refused

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
MOST_CELLS: Final = 12_000_000
"""Cells that all sheets together may spread over, empty ones between them counted too."""
SPARSEST: Final = 50
"""A sheet of over ``_LARGE`` cells must have filled one in so many."""
MOST_SHEETS: Final = 200
LONGEST_CELL: Final = 65_535
"""Characters of one cell; Excel itself stops at 32,767."""

MOST_MARKED: Final = 100_000
"""Formulas, errors and merged areas that one sheet may have, each kind by itself."""

_LARGE: Final = 2_000_000


class Flooded(ValueError):
    """A sheet holds more formulas, errors or merged areas than anybody could look at."""


def refuse_flood(count: int) -> None:
    """Stop collecting marked cells of one kind when they are too many.

    Raises:
        Flooded: When they are.
    """
    if count > MOST_MARKED:
        raise Flooded


def refuse_extent(sheets: Iterable[tuple[str, int, int, int]], name: str) -> None:
    """Refuse a workbook whose sheets, as (title, rows, columns, filled cells), reach too far.

    Raises:
        DeliveryRefused: Naming the sheet and its extent.
    """
    total = 0
    for title, rows, columns, filled in sheets:
        area = rows * columns
        total += area
        sparse = area > _LARGE and filled * SPARSEST < area
        if total > MOST_CELLS or sparse or rows > MOST_ROWS or columns > MOST_COLUMNS:
            read = f"{rows:,} × {columns:,}"
            raise refused(CELLS_TOO_FAR, name, sheet=title, read=read, allowed=f"{MOST_CELLS:,}")
