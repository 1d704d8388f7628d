"""Find the head of a sheet: which rows it takes, and which column is which.

The head may stand below title rows, after empty rows and columns, and in up to three rows with
merged group heads. Every place in the first rows is tried with every layout; the one that finds
most of the required columns wins, then the one that finds most columns at all, then the lowest
number of rows, then the highest place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from evenhand.sources.contract import Column, Contract, Layout, plain_head
from evenhand.sources.sheet import CellValue, Sheet

_SEARCHED: Final = 60
"""Rows in which a head may begin."""

_TALLEST: Final = 3

_MERGED: Final = 2_000
"""Merged areas that are looked at; they come in order, from the top."""

Plain: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a head is and what it says.

    Attributes:
        first: Its first row, from 1.
        last: Its last row.
        texts: What each column's head says as typed, by column number; only heads that say anything.
        mapped: The layout's column that each sheet column is, by column number.
        closed: Columns that the contract waives or does not use, by number: ``waived``, ``unused``.
    """

    layout: Layout
    first: int
    last: int
    texts: Mapping[int, str]
    mapped: Mapping[int, Column]
    closed: Mapping[int, str]

    def missing(self) -> tuple[str, ...]:
        """The required fields that no column has."""
        there = {column.field for column in self.mapped.values()}
        return tuple(name for name in self.layout.required_fields() if name not in there)

    def rank(self) -> tuple[int, int, int, int, int]:
        """What makes one head better than another, the best last."""
        fields = {column.field for column in self.mapped.values()}
        missing = len(self.missing())
        return (-missing, len(fields), len(self.closed), self.first - self.last, -self.first)


def find_head(sheet: Sheet, layouts: Iterable[Layout], contract: Contract) -> Head | None:
    """Find the best head of a sheet, or None when no row has two known heads, or one required."""
    plain = cache(plain_head)
    closed = {plain(head): "unused" for head in contract.unused}
    closed |= {plain(head): "waived" for head in contract.waived}
    known = [_Known(layout, closed, plain) for layout in layouts]
    best: Head | None = None
    for rows, options in _places(sheet, known):
        for layout in known:
            head = layout.held_against(rows, options)
            if _is_head(head) and (best is None or head.rank() > best.rank()):
                best = head
    return best and _with_merged_rows(best, sheet)


class _Known:
    """The heads that one layout knows, and what each of them is."""

    def __init__(self, layout: Layout, closed: Mapping[str, str], plain: Plain) -> None:
        self.layout = layout
        self.closed = closed
        self.plain = plain
        self.columns = {plain(s): column for column in layout.columns for s in column.spellings}

    def knows(self, text: str) -> bool:
        """Say whether a text is one of the heads."""
        return self.plain(text) in self.columns or self.plain(text) in self.closed

    def held_against(self, rows: tuple[int, int], options: Mapping[int, tuple[str, ...]]) -> Head:
        """Read a place as a head of this layout; the first option that is known counts."""
        mapped: dict[int, Column] = {}
        closed: dict[int, str] = {}
        for column, said in options.items():
            known = next((self.plain(option) for option in said if self.knows(option)), None)
            if known in self.columns:
                mapped[column] = self.columns[known]
            elif known is not None:
                closed[column] = self.closed[known]
        texts = {column: said[0] for column, said in options.items()}
        return Head(self.layout, *rows, texts, mapped, closed)


def _is_head(head: Head) -> bool:
    fields = {column.field for column in head.mapped.values()}
    return len(fields) >= 2 or bool(fields & set(head.layout.required_fields()))


def _places(
    sheet: Sheet, known: Sequence[_Known]
) -> Iterator[tuple[tuple[int, int], dict[int, tuple[str, ...]]]]:
    """Yield each place where a head may be, with what each column's head may say there."""
    searched = sheet.rows[:_SEARCHED]
    merged = _merged_cells(sheet)
    hopeful = {
        number
        for number, row in enumerate(searched, 1)
        if any(isinstance(cell, str) and any(k.knows(cell) for k in known) for cell in row)
    }
    for first in range(1, len(searched) + 1):
        for last in range(first, min(first + _TALLEST - 1, len(searched)) + 1):
            if last > first or first in hopeful:
                texts = [_texts(sheet, row, last, merged) for row in range(first, last + 1)]
                yield (first, last), _options(texts)


def _merged_cells(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell of a merged area near the top, the cell that holds the area's text."""
    return {
        (row, column): (first_row, first_column)
        for first_row, first_column, last_row, last_column in sheet.merged[:_MERGED]
        if first_row <= _SEARCHED
        for row in range(first_row, min(last_row, _SEARCHED) + 1)
        for column in range(first_column, min(last_column, sheet.width) + 1)
    }


def _texts(
    sheet: Sheet, row: int, last: int, merged: Mapping[tuple[int, int], tuple[int, int]]
) -> dict[int, str]:
    """What a row of a head says above each column; a merged or open group head says it for all."""
    said: dict[int, str] = {}
    group = ""
    for column in range(1, sheet.width + 1):
        top = merged.get((row, column))
        cell: CellValue = sheet.cell(*top) if top else sheet.cell(row, column)
        if isinstance(cell, str) and cell.strip():
            said[column] = cell
            group = cell
        elif row < last and group and top is None and _has_text(sheet.cell(row + 1, column)):
            said[column] = group
        else:
            group = ""
    return said


def _has_text(cell: CellValue) -> bool:
    return isinstance(cell, str) and bool(cell.strip())


def _options(rows: list[dict[int, str]]) -> dict[int, tuple[str, ...]]:
    """For each column what its head may say: all of it from top to bottom, or its lowest row."""
    options: dict[int, tuple[str, ...]] = {}
    for column in sorted(set().union(*rows)):
        parts = list(dict.fromkeys(row[column] for row in rows if column in row))
        options[column] = ("".join(parts), parts[-1]) if len(parts) > 1 else (parts[0],)
    return options


def _with_merged_rows(head: Head, sheet: Sheet) -> Head:
    """Let the head end where its lowest merged cell ends."""
    last = max(
        (
            low
            for top, _, low, _ in sheet.merged
            if head.first <= top <= head.last < low < head.first + _TALLEST
        ),
        default=head.last,
    )
    return Head(head.layout, head.first, last, head.texts, head.mapped, head.closed)
