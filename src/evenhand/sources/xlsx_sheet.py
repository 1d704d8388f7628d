"""Stream one worksheet of an xlsx: extent, formulas, errors, hidden rows and columns, merged areas.

Formulas are found however they are written (single, shared, array, data table), and rows and columns
that a height or width of zero hides as well as those marked hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, Final

from evenhand.sources.extent import refuse_flood
from evenhand.sources.safe_xml import OddXml, feed, local, parser

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""

_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE: Final = ("1", "true", "on")


@dataclass(slots=True)
class SheetFacts:
    """What one worksheet's part says beside its values; rows and columns from 1.

    Attributes:
        rows: The last row that has a cell, empty ones that are only formatted included.
        cells: How many cells there are.
        shared: How many of them show a shared text.
        hidden_columns: Ranges, first and last.
        formula_areas: Areas that one array formula or data table fills.
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    shared: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    formula_areas: list[Area] = field(default_factory=list)
    errors: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)


def read_sheet(part: IO[bytes]) -> SheetFacts:
    """Stream a worksheet's part.

    Raises:
        OddXml: When it makes no sense.
        Flooded: When it holds too many formulas, errors or merged areas.
    """
    scan = _Scan()
    parsing = parser(scan.start, scan.ends.append)
    feed(parsing, part, scan.depth)
    scan.check()
    facts = scan.facts
    filled = 0
    for top, left, bottom, right in facts.formula_areas:
        down = min(bottom, facts.rows) - top + 1
        across = min(right, facts.columns) - left + 1
        filled += max(down, 0) * max(across, 0)
        refuse_flood(len(facts.formulas) + filled)
    return facts


def shared_text(part: IO[bytes], lengths: list[int]) -> int:
    """Add up the lengths of the shared texts that a worksheet shows.

    Raises:
        OddXml: When it shows one that there is not.
    """
    total = 0
    inside = False
    digits: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if local(tag) == "c":
            inside = attributes.get("t") == "s"
        elif inside and local(tag) == "v":
            parsing.CharacterDataHandler = digits.append

    def end(tag: str) -> None:
        nonlocal total
        if inside and local(tag) == "v":
            parsing.CharacterDataHandler = None
            index = "".join(digits).strip()
            digits.clear()
            if not index.isdigit() or int(index) >= len(lengths):
                raise OddXml("no such text")
            total += lengths[int(index)]

    parsing = parser(start, end)
    feed(parsing, part)
    return total


class _Scan:
    """The handler of start tags; ``ends`` collects end tags, which only count."""

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self.ends: list[str] = []
        self._opened = 0
        self._closed = 0
        self._names: dict[str, str] = {}
        self._columns: dict[str, int] = {}
        self._row = 0
        self._said = ""
        self._column = 0

    def depth(self) -> int:
        """Count open elements; asked at the end of each piece, when all else is checked too."""
        self.check()
        self._closed += len(self.ends)
        self.ends.clear()
        return self._opened - self._closed

    def check(self) -> None:
        """Refuse a flood of what is collected."""
        facts = self.facts
        for count in (len(facts.formulas), len(facts.errors), len(facts.merged)):
            refuse_flood(count)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._opened += 1
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = local(tag)
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "t", "is", "r"):
            return
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula(attributes)
        else:
            self._rare(name, attributes)

    def _start_row(self, attributes: dict[str, str]) -> None:
        said = attributes.get("r")
        self._row = self._row + 1 if said is None else _whole(said)
        self._said = str(self._row)
        self._column = 0
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self.facts.hidden_rows.add(self._row)

    def _cell(self, attributes: dict[str, str]) -> None:
        facts = self.facts
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        elif reference.endswith(self._said) and (
            column := self._columns.get(reference[: -len(self._said)])
        ):
            self._column = column
        else:
            self._address(reference)
        facts.cells += 1
        facts.columns = max(facts.columns, self._column)
        facts.rows = max(facts.rows, self._row)
        kind = attributes.get("t")
        if kind == "s":
            facts.shared += 1
        elif kind == "e":
            facts.errors.add((self._row, self._column))

    def _address(self, reference: str) -> None:
        row, column = _cell(reference)
        if str(row) == self._said:
            self._columns[reference[: -len(self._said)]] = column
        self._row, self._said, self._column = row, str(row), column

    def _formula(self, attributes: dict[str, str]) -> None:
        self.facts.formulas.add((self._row, self._column))
        if attributes.get("t") in ("array", "dataTable") and (area := attributes.get("ref")):
            self.facts.formula_areas.append(area_of(area))

    def _rare(self, name: str, attributes: dict[str, str]) -> None:
        if name == "mergeCell":
            self.facts.merged.append(area_of(attributes["ref"]))
        elif name == "col" and (
            attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width"))
        ):
            first, last = _whole(attributes["min"]), _whole(attributes["max"])
            self.facts.hidden_columns.append((first, last))


def _cell(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if not found or found[2].startswith("0"):
        raise OddXml(f"no cell {reference}")
    return int(found[2]), column_number(found[1])


def area_of(reference: str) -> Area:
    """Turn ``A1:C4`` into its first row, first column, last row and last column.

    Raises:
        OddXml: When it is no area.
    """
    first, _, last = reference.partition(":")
    return (*_cell(first), *_cell(last or first))


def column_number(letters: str) -> int:
    """Turn a column's letters into its number; A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _whole(said: str) -> int:
    if not said.isascii() or not said.isdigit() or not 0 < int(said[:8]) < 10_000_000:
        raise OddXml(f"no row or column {said[:20]}")
    return int(said)


def _is_zero(said: str | None) -> bool:
    return said is not None and re.fullmatch(r"0+(\.0*)?", said) is not None
