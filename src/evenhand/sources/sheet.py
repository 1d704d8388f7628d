"""The nouns of a workbook that was read: sheets of cells with their addresses.

Whatever the format, a cell's row and column are those that a person sees in the file, counted
from 1; leading empty rows and columns are never dropped.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from evenhand.kernel.findings import Finding

CellValue: TypeAlias = (
    str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
)
"""What the file stores. A float is a spreadsheet's number; it becomes a decimal before it counts."""

Format = Literal["xlsx", "xls", "ods", "csv", "tsv"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a dense grid of cells, and what the file says about it.

    Attributes:
        rows: ``rows[r - 1][c - 1]`` is the cell in row r, column c; None for an empty one. Every
            row has ``width`` cells. Trailing empty rows and columns are left out.
        formulas: Addresses (row, column) of cells that hold a formula.
        errors: Addresses of cells that hold a spreadsheet error such as ``#REF!``.
        merged: Merged areas as (first row, first column, last row, last column).
        checked: What was looked for; for xls, hidden parts and formulas are not, and the receipt says so.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    width: int
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    checked: bool = True

    def cell(self, row: int, column: int) -> CellValue:
        """Return one cell by its address; None outside the sheet."""
        if 1 <= row <= len(self.rows) and 1 <= column <= self.width:
            return self.rows[row - 1][column - 1]
        return None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that passed the guard and was read whole.

    Attributes:
        encoding: For csv and tsv: ``utf-8``, ``utf-8-sig``, ``utf-16`` or ``gb18030``; else empty.
        date1904: True when serial days count from 1904.
        findings: What was noticed about the file as a whole.
    """

    name: str
    format: Format
    digest: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    date1904: bool = False
    findings: tuple[Finding, ...] = field(default=())
