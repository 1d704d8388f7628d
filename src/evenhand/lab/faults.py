"""What goes wrong in the worksheets of the model city, how often, and what has to come of it.

The kinds follow what importers of real double-publicity data work around (``docs/reference/
model-city.md`` lists them with their numbers). Each fault is planted in a line about which nothing
else was planted, one to a line, and its cell is written down: ``City.truth["faults"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, overload

from evenhand.kernel.canonical import Json
from evenhand.kernel.findings import letters
from evenhand.lab.chance import Chance
from evenhand.lab.sheets import Cell, File, Line, Page

Outcome = Literal[
    "read",  # read as meant; at most noted
    "warned",  # stored, with a warning
    "waits",  # stored; its identity waits for a person
    "held",
    "refused",  # no row of data, a repeat, or what may not be kept
    "stopped",  # the whole file
    "not read",  # in a column that is waived by name
]

Write = Callable[[Chance, Cell], Cell]


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault at one place; a fault of a whole line has no key, one of a file no line."""

    file: File
    page: Page
    line: Line | None = None
    key: str = ""


@dataclass(slots=True)
class Faults:
    """Every fault that was planted, by name, and what has to come of each."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    planted: dict[str, list[Planted]] = field(default_factory=dict)

    def note(self, fault: str, outcome: Outcome, at: Planted) -> None:
        """Write one fault down and close its line to others."""
        self.outcomes[fault] = outcome
        self.planted.setdefault(fault, []).append(at)
        if at.line is not None:
            at.line.fault = fault

    def truth(self) -> dict[str, Json]:
        """Say everything that was planted, with the cell of each as a spreadsheet says it."""
        rows = _Rows()
        return {
            fault: {
                "expects": self.outcomes[fault],
                "count": len(places),
                "cells": [[p.file.name, p.page.sheet, rows.address(p)] for p in places],
            }
            for fault, places in sorted(self.planted.items())
        }


class _Rows:
    """Row numbers of lines, once no more lines are put in."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, int]] = {}

    def address(self, at: Planted) -> str:
        if at.line is None:
            return ""
        rows = self._rows.get(id(at.page))
        if rows is None:
            start = len(at.page.above) + 1
            rows = {id(line): start + index for index, line in enumerate(at.page.lines)}
            self._rows[id(at.page)] = rows
        column = letters(at.page.column(at.key)) if at.key else ""
        return f"{column}{rows[id(at.line)]}"


@dataclass(frozen=True, slots=True)
class CellFault:
    """A fault of one cell.

    Attributes:
        key: The column in which it stands.
        per_thousand: Of the open lines of the pages that have the column; at least one.
        write: Spoils what a clerk should have typed.
        fits: Lines that can have it at all, by the cell's value.
        sources: What a source's name has to contain; any of them.
    """

    fault: str
    outcome: Outcome
    key: str
    per_thousand: float
    write: Write
    fits: Callable[[Cell], bool] = lambda value: value is not None
    sources: tuple[str, ...] = ("penalties",)


class OpenCells(Sequence[Planted]):
    """The cells of a column in which a fault may be planted, in the order of the files.

    A sequence of tens of thousands of which a few are drawn: only those become objects.
    """

    def __init__(
        self,
        files: Sequence[File],
        key: str,
        sources: tuple[str, ...],
        fits: Callable[[Cell], bool] = lambda _: True,
    ) -> None:
        self._key = key
        self._pages: list[tuple[int, File, Page, list[Line]]] = []
        self._size = 0
        for file in files:
            if any(part in file.source for part in sources):
                for page in file.pages:
                    if key in page.keys:
                        self._add(file, page, fits)

    def _add(self, file: File, page: Page, fits: Callable[[Cell], bool]) -> None:
        index = page.keys.index(self._key)
        lines = [line for line in page.lines if line.open and fits(line.cells[index])]
        self._pages.append((self._size, file, page, lines))
        self._size += len(lines)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Planted: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Planted]: ...

    def __getitem__(self, index: int | slice) -> Planted | Sequence[Planted]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._size))]
        for start, file, page, lines in self._pages:
            if 0 <= index - start < len(lines):
                return Planted(file, page, lines[index - start], self._key)
        raise IndexError(index)


def plant_cells(
    faults: Faults, seed: int, files: Sequence[File], kinds: Sequence[CellFault]
) -> None:
    """Plant faults of single cells; a column that no line has gets none."""
    for fault in kinds:
        chance = Chance(seed, f"fault {fault.fault} {fault.key}")
        places = OpenCells(files, fault.key, fault.sources, fault.fits)
        wanted = max(min(len(places), 1), int(len(places) * fault.per_thousand / 1000))
        for place in chance.sample(places, wanted):
            assert place.line is not None
            spoiled = fault.write(chance, place.page.get(place.line, fault.key))
            place.page.set(place.line, fault.key, spoiled)
            faults.note(fault.fault, fault.outcome, place)
