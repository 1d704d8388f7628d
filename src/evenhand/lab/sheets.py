"""The nouns of a worksheet before it is written: files, pages, lines and what their cells hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from evenhand.lab.facts import Fact


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes, and the value that is stored beside it."""

    formula: str
    shown: int


Cell: TypeAlias = str | int | float | dt.date | Formula | None
"""What a clerk left in a cell; a date is a real date cell, everything else as it stands."""

FileFormat = Literal["xlsx", "csv-gb18030", "csv-utf-8-sig", "tsv-utf-16"]


@dataclass(slots=True, eq=False)
class Line:
    """One row below the head: its cells, and the fact that it says, if it says one."""

    cells: list[Cell]
    fact: Fact | None = None
    hidden: bool = False
    fault: str = ""

    @property
    def open(self) -> bool:
        """Say whether a fault may be planted here: a fact, planted for nothing else, without one."""
        return self.fact is not None and not self.fault and not self.fact.plan


@dataclass(slots=True, eq=False)
class Page:
    """One sheet of a file.

    Attributes:
        keys: What each column is for, such as ``uscc``; the same word in every layout.
        above: Rows above the lines: titles, notes, and the head itself as the last.
        merged: Merged areas as (first row, first column, last row, last column), from 1.
        hidden_columns: Columns from 1.
    """

    sheet: str
    keys: tuple[str, ...]
    above: list[list[Cell]]
    lines: list[Line]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)

    def column(self, key: str) -> int:
        """Return the first column (from 1) of a key.

        Raises:
            ValueError: When the page has none.
        """
        return self.keys.index(key) + 1

    def set(self, line: Line, key: str, value: Cell) -> None:
        """Put a value into one cell of a line."""
        line.cells[self.keys.index(key)] = value

    def get(self, line: Line, key: str) -> Cell:
        """Return one cell of a line."""
        return line.cells[self.keys.index(key)]


@dataclass(slots=True, eq=False)
class File:
    """One file as an authority sends it; the files of a source are delivered in their order."""

    source: str
    name: str
    format: FileFormat
    pages: list[Page]
