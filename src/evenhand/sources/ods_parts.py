"""Read an ods from its own content: values, formulas, hidden parts, merged areas, in one pass.

A row or cell may be written once and repeated a million times; repeats of nothing only move the
address, repeats of something are counted before they are made. Comments and tracked changes beside
the cells are no part of them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Final

from evenhand.sources.extent import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MARKED,
    MOST_ROWS,
    MOST_SHEETS,
    Flooded,
    refuse_extent,
    refuse_flood,
)
from evenhand.sources.grid import trimmed
from evenhand.sources.ods_cell import Cell, read_value
from evenhand.sources.reading_findings import CELLS_TOO_FAR, FLOODED, UNREADABLE
from evenhand.sources.refusal import refused
from evenhand.sources.safe_xml import OddXml, feed, local, parser
from evenhand.sources.sheet import CellValue, Sheet

_HIDDEN: Final = ("collapse", "filter")
_BESIDE: Final = frozenset(
    ("annotation", "tracked-changes", "shapes", "note", "dde-links", "forms", "ruby-text", "frame")
)
"""Elements whose text and cells are not those of the sheet."""


def read_ods(data: bytes, name: str) -> tuple[tuple[Sheet, ...], bool]:
    """Return the sheets of an ods that passed the guard, and whether its days count from 1904.

    Raises:
        DeliveryRefused: When its content makes no sense or spreads too far.
    """
    reading = _Reading()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open("content.xml") as content:
            parsing = parser(reading.start, reading.end)
            parsing.CharacterDataHandler = reading.text
            feed(parsing, content, lambda: reading.depth)
        refuse_extent(
            [(t.title, max(t.rows, default=0), t.width, t.filled) for t in reading.tables], name
        )
        return tuple(_sheet(table, name) for table in reading.tables), reading.date1904
    except Flooded:
        title = reading.tables[-1].title
        raise refused(FLOODED, name, sheet=title, allowed=f"{MOST_MARKED:,}") from None
    except _TooFar as far:
        read, allowed = f"> {MOST_CELLS:,}", f"{MOST_CELLS:,}"
        raise refused(CELLS_TOO_FAR, name, sheet=far, read=read, allowed=allowed) from None
    except (OddXml, KeyError, ValueError, OverflowError, zipfile.BadZipFile):
        raise refused(UNREADABLE, name) from None


class _TooFar(Exception):
    """A sheet, named, repeats cells beyond all measure."""


@dataclass(slots=True)
class _Table:
    """One sheet while it is read; rows that hold something by their number."""

    title: str
    hidden: bool
    rows: dict[int, dict[int, CellValue]] = field(default_factory=dict)
    width: int = 0
    filled: int = 0
    row: int = 0
    column: int = 0
    columns: int = 0
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


class _Reading:
    """Handlers of the parser, and what they have found."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self.date1904 = False
        self.depth = 0
        self._made = 0
        self._local = cache(local)
        self._beside = 0
        self._style = ""
        self._no_display: set[str] = set()
        self._no_size: set[str] = set()
        self._repeat = 1
        self._pending: list[tuple[int, int, Cell]] = []
        self._cell: Cell | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        name = self._local(tag)
        if self._beside or name in _BESIDE:
            self._beside += 1
            return
        if self._cell is not None:
            self._cell.start(name, attributes)
        elif handler := _STARTS.get(name):
            handler(self, {self._local(k): v for k, v in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self._beside:
            self._beside -= 1
            return
        name = self._local(tag)
        if name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
        elif self._cell is not None:
            self._cell.end(name)
        elif name == "table-row":
            self._end_row()

    def text(self, said: str) -> None:
        if self._cell is not None and not self._beside:
            self._cell.text(said)

    def start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("name", "")

    def start_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get("display") == "false":
            self._no_display.add(self._style)
        size = attributes.get("row-height", attributes.get("column-width", "1"))
        if not size.strip("0.cminptx"):
            self._no_size.add(self._style)

    def start_null_date(self, attributes: dict[str, str]) -> None:
        self.date1904 = attributes.get("date-value") == "1904-01-01"

    def start_table(self, attributes: dict[str, str]) -> None:
        if len(self.tables) >= MOST_SHEETS:
            raise OddXml("too many sheets")
        hidden = attributes.get("style-name", "") in self._no_display
        self.tables.append(_Table(attributes["name"], hidden))

    def start_column(self, attributes: dict[str, str]) -> None:
        table = self.tables[-1]
        count = _repeated(attributes, "number-columns-repeated")
        if self._is_hidden(attributes):
            table.hidden_columns.append((table.columns + 1, table.columns + count))
        table.columns += count

    def start_row(self, attributes: dict[str, str]) -> None:
        table = self.tables[-1]
        self._repeat = _repeated(attributes, "number-rows-repeated")
        table.column = 0
        if self._is_hidden(attributes):
            table.hidden_rows.append((table.row + 1, table.row + self._repeat))

    def start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = Cell(attributes, _repeated(attributes, "number-columns-repeated"))

    def _is_hidden(self, attributes: dict[str, str]) -> bool:
        return (
            attributes.get("visibility") in _HIDDEN
            or attributes.get("style-name", "") in self._no_size
        )

    def _end_cell(self, cell: Cell) -> None:
        table = self.tables[-1]
        first = table.column + 1
        table.column += cell.repeat
        self._cell = None
        if table.column > MOST_COLUMNS and cell.says_something:
            raise _TooFar(table.title)
        down, across = cell.spans
        if down > 1 or across > 1:
            top = table.row + 1
            refuse_flood(len(table.merged))
            table.merged.append((top, first, top + down - 1, first + across - 1))
        if cell.says_something:
            self._pending.append((first, table.column, cell))

    def _end_row(self) -> None:
        table = self.tables[-1]
        first = table.row + 1
        table.row += self._repeat
        wide = sum(last - start + 1 for start, last, _ in self._pending)
        self._made += wide * self._repeat
        if self._made > MOST_CELLS or (wide and table.row > MOST_ROWS):
            raise _TooFar(table.title)
        if self._pending:
            self._make_rows(table, first)
            self._pending.clear()

    def _make_rows(self, table: _Table, first: int) -> None:
        made: dict[int, CellValue] = {}
        for start, last, cell in self._pending:
            value = read_value(cell)
            made.update((column, value) for column in range(start, last + 1))
            down, across = range(first, table.row + 1), range(start, last + 1)
            for marked, there in ((table.errors, cell.is_error), (table.formulas, cell.formula)):
                if there:
                    refuse_flood(len(marked) + len(down) * len(across))
                    marked.update(product(down, across))
        for row in range(first, table.row + 1):
            table.rows[row] = made
        table.width = max(table.width, *made)
        table.filled += len(made) * self._repeat


_STARTS: Final = {
    "style": _Reading.start_style,
    "table-properties": _Reading.start_properties,
    "table-row-properties": _Reading.start_properties,
    "table-column-properties": _Reading.start_properties,
    "null-date": _Reading.start_null_date,
    "table": _Reading.start_table,
    "table-column": _Reading.start_column,
    "table-row": _Reading.start_row,
    "table-cell": _Reading.start_cell,
    "covered-table-cell": _Reading.start_cell,
}


def _repeated(attributes: dict[str, str], name: str) -> int:
    count = int(attributes.get(name, "1"))
    if not 0 < count <= 2**24:
        raise OddXml("repeated too often, or never")
    return count


def _sheet(table: _Table, name: str) -> Sheet:
    rows, width = trimmed(_dense(table), table.formulas | table.errors, name)
    return Sheet(
        table.title,
        rows,
        width,
        hidden=table.hidden,
        hidden_rows=frozenset(_within(table.hidden_rows, len(rows))),
        hidden_columns=frozenset(_within(table.hidden_columns, width)),
        formulas=frozenset(table.formulas),
        errors=frozenset(table.errors),
        merged=tuple(sorted(table.merged)),
    )


def _dense(table: _Table) -> Iterator[list[CellValue]]:
    nothing: dict[int, CellValue] = {}
    for row in range(1, max(table.rows, default=0) + 1):
        cells = table.rows.get(row, nothing)
        yield [cells.get(column) for column in range(1, table.width + 1)]


def _within(ranges: list[tuple[int, int]], most: int) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, min(last, most) + 1)
