"""No count under five is shown, and none that is hidden can be worked out from what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.scoring.small_cells import LEAST_SHOWN, Name, Shown, Sum, hide_small


def table(name: str, rows: Sequence[Sequence[int]]) -> tuple[dict[Name, int], list[Sum]]:
    """A table with its totals."""
    cells: dict[Name, int] = {}
    wide, tall = len(rows[0]), len(rows)
    for i, row in enumerate(rows):
        cells |= {(name, f"r{i}", f"c{j}"): count for j, count in enumerate(row)}
        cells[name, f"r{i}", "total"] = sum(row)
    for j in range(wide):
        cells[name, "total", f"c{j}"] = sum(row[j] for row in rows)
    cells["all", "total", "total"] = sum(map(sum, rows))
    sums = [
        Sum((name, f"r{i}", "total"), tuple((name, f"r{i}", f"c{j}") for j in range(wide)))
        for i in range(tall)
    ]
    sums += [
        Sum((name, "total", f"c{j}"), tuple((name, f"r{i}", f"c{j}") for i in range(tall)))
        for j in range(wide)
    ]
    whole = ("all", "total", "total")
    sums.append(Sum(whole, tuple((name, f"r{i}", "total") for i in range(tall))))
    sums.append(Sum(whole, tuple((name, "total", f"c{j}") for j in range(wide))))
    return cells, sums


def worked_out(shown: Mapping[Name, Shown], sums: Sequence[Sum]) -> Iterator[Name]:
    """The hidden cells that have one possible count: what somebody with a solver finds out."""
    unknown = {name: z3.Int(str(name)) for name in shown}
    solver = z3.Solver()
    small_totals = {one.total for one in sums if shown[one.total].mark == "<5"}
    in_small = {
        part
        for one in sums
        if one.total in small_totals and not one.zeros_shown
        for part in one.parts
    }
    for name, cell in shown.items():
        count = unknown[name]
        if not cell.mark:
            solver.add(count == cell.count)
        elif cell.mark == "<5":
            solver.add(count >= (0 if name in in_small else 1), count < LEAST_SHOWN)
        else:
            solver.add(count >= LEAST_SHOWN)
    for one in sums:
        solver.add(unknown[one.total] == z3.Sum([unknown[part] for part in one.parts]))
    assert solver.check() == z3.sat
    model = solver.model()
    for name, cell in shown.items():
        if cell.mark:
            solver.push()
            solver.add(unknown[name] != model[unknown[name]])
            if solver.check() == z3.unsat:
                yield name
            solver.pop()


COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 40), st.integers(0, 5000))


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    wide = draw(st.integers(2, 5))
    return draw(st.lists(st.lists(COUNTS, min_size=wide, max_size=wide), min_size=1, max_size=5))


@settings(max_examples=120, deadline=None)
@given(tables())
def test_no_hidden_cell_can_be_worked_out(rows: list[list[int]]) -> None:
    cells, sums = table("t", rows)
    shown = hide_small(cells, sums)
    assert not [name for name in cells if shown[name].count in range(1, LEAST_SHOWN)]
    assert all(cell.count in (None, cells[name]) for name, cell in shown.items())
    if sum(map(sum, rows)) > 0:
        assert list(worked_out(shown, sums)) == []


@settings(max_examples=40, deadline=None)
@given(tables(), tables(), st.data())
def test_nor_by_laying_two_tables_of_the_same_subjects_side_by_side(
    first: list[list[int]], second: list[list[int]], data: st.DataObject
) -> None:
    """The columns of both tables are the same totals."""
    wide = min(len(first[0]), len(second[0]))
    one = [row[:wide] for row in first]
    columns = [sum(row[j] for row in one) for j in range(wide)]
    split = [data.draw(st.integers(0, count)) for count in columns]
    other = [split, [count - part for count, part in zip(columns, split, strict=True)]]
    cells, sums = table("t", one)
    more, more_sums = table("u", other)
    for j in range(wide):
        more_sums = [
            Sum(("t", "total", f"c{j}"), s.parts) if s.total == ("u", "total", f"c{j}") else s
            for s in more_sums
            if ("u", "total", "c0") not in s.parts
        ]
        more.pop(("u", "total", f"c{j}"))
    cells, sums = cells | more, [*sums, *more_sums]
    if sum(columns):
        assert list(worked_out(hide_small(cells, sums), sums)) == []


def test_large_counts_and_zeros_are_shown() -> None:
    cells, sums = table("t", [[9120, 0], [0, 14006]])
    shown = hide_small(cells, sums)
    assert {name: cell.count for name, cell in shown.items()} == cells


def test_a_small_count_takes_three_others_with_it() -> None:
    cells, sums = table("t", [[900, 3, 40], [70, 800, 60], [55, 66, 700]])
    shown = hide_small(cells, sums)
    assert str(shown["t", "r0", "c1"]) == "<5"
    hidden = {name[1:] for name, cell in shown.items() if cell.mark == "hidden"}
    assert hidden == {("r0", "c2"), ("r1", "c1"), ("r1", "c2")}


def test_four_that_make_eight_are_told_by_their_total_and_so_one_more_is_hidden() -> None:
    """Two cells of at most four that add up to eight are four each."""
    cells, sums = table("t", [[4, 4, 30], [30, 30, 30]])
    shown = hide_small(cells, sums)
    assert sum(cell.mark == "hidden" for cell in shown.values()) > 2
    assert list(worked_out(shown, sums)) == []


def test_of_a_small_total_not_even_the_zeros_are_shown() -> None:
    cells, sums = table("t", [[3, 0, 0], [50, 60, 70], [50, 60, 70]])
    shown = hide_small(cells, sums)
    row = [str(shown["t", "r0", column]) for column in ("c0", "c1", "c2", "total")]
    assert row == ["<5", "<5", "<5", "<5"]


def test_where_zeros_say_nothing_they_stand_under_a_small_total() -> None:
    cells = {("lists", "a", name): n for name, n in (("old", 3), ("stays", 3), ("vanishes", 0))}
    parts = (("lists", "a", "stays"), ("lists", "a", "vanishes"))
    sums = [Sum(("lists", "a", "old"), parts, zeros_shown=True)]
    shown = hide_small(cells, sums)
    assert [str(shown[name]) for name in cells] == ["<5", "<5", "0"]
    assert list(worked_out(shown, sums)) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_register_of_so_few_shows_nothing(count: int) -> None:
    cells, sums = table("t", [[count, 0], [0, 0]])
    assert {cell.count for cell in hide_small(cells, sums).values()} == {None}


def test_a_solver_finds_what_is_hidden_by_itself() -> None:
    """The test above would see it: one hidden cell in a row with a total."""
    cells, sums = table("t", [[900, 3, 40], [70, 800, 60]])
    naive = {
        name: Shown(None, "<5") if 0 < count < LEAST_SHOWN else Shown(count)
        for name, count in cells.items()
    }
    assert list(worked_out(naive, sums)) == [("t", "r0", "c1")]
