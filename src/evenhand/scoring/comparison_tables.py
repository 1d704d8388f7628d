"""A comparison as tables that may be shown: counts only, small ones hidden over all tables at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.schemes.scheme import NOT_GRADED, Scheme
from evenhand.scoring.compare import (
    Comparison,
    Direction,
    direction_of,
    every_step,
    ladder,
)
from evenhand.scoring.small_cells import Name, Shown, Sum, hide_small

TOTAL: Final = "(total)"
MOVED: Final = "moved"
CHANGED: Final = "changed"
NO_DISTRICT: Final = "(none)"
"""The row of subjects whose register names no district."""

DIRECTIONS: Final[tuple[Direction, ...]] = ("better", "worse", "otherwise", "same")
MOVES: Final[tuple[Direction, ...]] = DIRECTIONS[:3]
FATES: Final = ("old", "new", "stays", "appears", "vanishes")

_ALL: Final[Name] = ("grades", TOTAL, TOTAL)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: names of rows and columns, and what is shown where they meet."""

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Shown]

    def at(self, row: str, column: str) -> Shown:
        """What is shown in one cell."""
        return self.cells[row, column]

    def lines(self) -> Iterator[dict[str, Json]]:
        """Each cell as a canonical value; ``count`` is null where a mark stands."""
        for row in self.rows:
            for column in self.columns:
                shown = self.at(row, column)
                yield {
                    "table": self.name,
                    "row": row,
                    "column": column,
                    "count": shown.count,
                    "mark": shown.mark,
                }


@dataclass(frozen=True, slots=True)
class _Layout:
    """The rows and columns of a table, before anything is hidden."""

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    def names(self) -> Iterator[Name]:
        for row in self.rows:
            for column in self.columns:
                yield self.name, row, column


def tables_of(comparison: Comparison) -> dict[str, Table]:
    """Return every table of a comparison, in the order in which they are read.

    ``grades``: old grades in rows, new ones in columns. ``moves``: subjects by direction. ``causes``:
    those who move by the part that moves them, and for how many its points change at all.
    ``kinds``, ``districts``: subjects by direction. ``points``: subjects by change of points.
    ``lists``: proposals by what becomes of them.
    """
    layouts = _layouts(comparison)
    cells = {name: 0 for layout in layouts for name in layout.names()}
    cells |= _counts(comparison)
    shown = hide_small(cells, list(_sums(layouts, comparison)))
    return {
        layout.name: Table(
            layout.name,
            layout.rows,
            layout.columns,
            {(row, column): shown[name, row, column] for name, row, column in layout.names()},
        )
        for layout in layouts
    }


def labels(scheme: Scheme, found: Sequence[str]) -> tuple[str, ...]:
    """Grades in the order of a table: bands from the best, what records give directly, none."""
    statuses = (direct.grade for direct in scheme.direct if direct.grade is not None)
    names = dict.fromkeys((*ladder(scheme), *statuses, *sorted(found)))
    names.pop(NOT_GRADED, None)
    return (*names, NOT_GRADED)


def _layouts(comparison: Comparison) -> tuple[_Layout, ...]:
    old = labels(comparison.old, [before for before, _ in comparison.grades])
    new = labels(comparison.new, [after for _, after in comparison.grades])
    causes = {part for part, _ in comparison.causes} | set(comparison.touched)
    lists = dict.fromkeys(
        rule.list for scheme in (comparison.old, comparison.new) for rule in scheme.lists
    )
    by_way = (*DIRECTIONS, TOTAL)
    return (
        _Layout("grades", (*old, TOTAL), (*new, TOTAL)),
        _Layout("moves", (TOTAL,), (*MOVES, MOVED, "same")),
        _Layout("causes", tuple(sorted(causes)), (*MOVES, TOTAL, CHANGED)),
        _Layout("kinds", tuple(sorted({kind for kind, _ in comparison.kinds})), by_way),
        _Layout("districts", _districts(comparison), by_way),
        _Layout("points", every_step(), ("subjects",)),
        _Layout("lists", tuple(lists), FATES),
    )


def _districts(comparison: Comparison) -> tuple[str, ...]:
    names = {district for district, _ in comparison.districts}
    return (
        *sorted(name for name in names if name is not None),
        *((NO_DISTRICT,) if None in names else ()),
    )


def _counts(of: Comparison) -> dict[Name, int]:
    """Every count of every table, totals too."""
    cells: dict[Name, int] = {_ALL: of.subjects}

    def add(table: str, row: str, columns: Sequence[str], count: int) -> None:
        for column in columns:
            cells[table, row, column] = cells.get((table, row, column), 0) + count

    for (before, after), count in of.grades.items():
        add("grades", before, (after, TOTAL), count)
        add("grades", TOTAL, (after,), count)
    for (kind, way), count in of.kinds.items():
        add("kinds", kind, (way, TOTAL), count)
        add("moves", TOTAL, (way,) if way == "same" else (way, MOVED), count)
    for (district, way), count in of.districts.items():
        add("districts", district or NO_DISTRICT, (way, TOTAL), count)
    for (part, way), count in of.causes.items():
        add("causes", part, (way, TOTAL), count)
    for part, count in of.touched.items():
        add("causes", part, (CHANGED,), count)
    for step, count in of.points.items():
        add("points", step, ("subjects",), count)
    for (name, fate), count in of.lists.items():
        add("lists", name, (fate,), count)
        add("lists", name, ("old",) if fate != "appears" else (), count)
        add("lists", name, ("new",) if fate != "vanishes" else (), count)
    return cells


def _sums(layouts: Sequence[_Layout], of: Comparison) -> Iterator[Sum]:
    """How the cells of all tables add up."""
    at = {layout.name: layout for layout in layouts}
    grades = at["grades"]
    for row in grades.rows:
        yield _across("grades", row, grades.columns[:-1])
    for column in grades.columns:
        yield _down(("grades", TOTAL, column), "grades", grades.rows[:-1], column)
    for way in DIRECTIONS:
        yield Sum(("moves", TOTAL, way), tuple(_of_direction(grades, of, way)))
    yield Sum(("moves", TOTAL, MOVED), tuple(("moves", TOTAL, way) for way in MOVES))
    yield Sum(_ALL, (("moves", TOTAL, MOVED), ("moves", TOTAL, "same")))
    for name in ("kinds", "districts"):
        for row in at[name].rows:
            yield _across(name, row, DIRECTIONS)
        for way in DIRECTIONS:
            yield _down(("moves", TOTAL, way), name, at[name].rows, way)
        yield _down(_ALL, name, at[name].rows, TOTAL)
    for row in at["causes"].rows:
        yield _across("causes", row, MOVES)
    for way in MOVES:
        yield _down(("moves", TOTAL, way), "causes", at["causes"].rows, way)
    yield _down(("moves", TOTAL, MOVED), "causes", at["causes"].rows, TOTAL)
    yield _down(_ALL, "points", at["points"].rows, "subjects")
    for row in at["lists"].rows:
        for whole, part in (("old", "vanishes"), ("new", "appears")):
            parts = (("lists", row, "stays"), ("lists", row, part))
            yield Sum(("lists", row, whole), parts, zeros_shown=True)


def _across(table: str, row: str, columns: Sequence[str]) -> Sum:
    return Sum((table, row, TOTAL), tuple((table, row, column) for column in columns))


def _down(total: Name, table: str, rows: Sequence[str], column: str) -> Sum:
    return Sum(total, tuple((table, row, column) for row in rows))


def _of_direction(grades: _Layout, of: Comparison, way: Direction) -> Iterator[Name]:
    for before in grades.rows[:-1]:
        for after in grades.columns[:-1]:
            if direction_of(of.old, of.new, before, after) == way:
                yield "grades", before, after
