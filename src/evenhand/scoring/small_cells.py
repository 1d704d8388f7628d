"""Hide small counts of tables, so that nobody can work them out from what is shown.

What it guards: a count of one to four is never shown; further counts are hidden until, for every
hidden one, some other tables exist that differ in it and would be shown exactly alike. All tables
are looked at together, because they share totals. What it does not do: it knows nothing of other
questions put to the same register; who asks about two days can subtract.

The rules: a count from 1 to 4 is hidden and marked ``<5``. Where a total is that small, all parts of
it are hidden and marked alike, the zeros too, unless its ``Sum`` shows them. Whatever else has to
be hidden is marked ``hidden`` and is 5 or more. A cell is safe when it can change by one, others
making up for it within these marks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

LEAST_SHOWN: Final = 5
"""Fewer than so many subjects are not shown."""

Name: TypeAlias = tuple[str, str, str]
"""A cell: table, row, column."""

Mark = Literal["", "<5", "hidden"]

_MOST_MOVED: Final = 16
_MOST_STEPS: Final = 600
_MOST_SUMS: Final = 200


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts; every reader knows that they add up.

    Attributes:
        zeros_shown: Whether zeros stand even under a total that is too small to be shown.
    """

    total: Name
    parts: tuple[Name, ...]
    zeros_shown: bool = False

    def cells(self) -> Iterator[tuple[Name, int]]:
        """Each cell with the sign that it has where the sum is brought to zero."""
        yield self.total, -1
        for part in self.parts:
            yield part, 1


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one cell: its count, or a mark in its place."""

    count: int | None
    mark: Mark = ""

    def __str__(self) -> str:
        """The count or the mark, as tables and files write it."""
        return self.mark or str(self.count)


def hide_small(cells: Mapping[Name, int], sums: Sequence[Sum]) -> dict[Name, Shown]:
    """Return what may be shown of each cell; the same cells give the same answer.

    Args:
        cells: Every count that a reader is to see, totals too.
        sums: How they add up, over all tables.
    """
    hiding = _Hiding(cells, sums)
    waiting = deque(hiding.hidden)
    while waiting:
        name = waiting.popleft()
        while not hiding.is_safe(name):
            other = hiding.next_to_hide(name)
            if other is None:
                break
            hiding.hidden[other] = (LEAST_SHOWN, None)
            waiting.append(other)
    return {name: hiding.shown(name) for name in cells}


class _Hiding:
    """Which cells are hidden so far, each with the counts that its mark allows."""

    def __init__(self, cells: Mapping[Name, int], sums: Sequence[Sum]) -> None:
        self._cells = cells
        self._sums = sums
        self._in: dict[Name, list[tuple[int, int]]] = {name: [] for name in cells}
        for number, one in enumerate(sums):
            for name, sign in one.cells():
                self._in[name].append((number, sign))
        self.hidden: dict[Name, tuple[int, int | None]] = {
            name: (1, LEAST_SHOWN - 1) for name, count in cells.items() if 0 < count < LEAST_SHOWN
        }
        self._hide_parts_of_small_totals()

    def _hide_parts_of_small_totals(self) -> None:
        """Hide what a small total is made of; a zero stays where its other total is seen to be zero."""
        sums = [one for one in self._sums if not one.zeros_shown]
        small = [one for one in sums if one.total in self.hidden]
        while small:
            parts = {part for one in small for part in one.parts if self._may_join(part)}
            fresh = {part for part in parts if self.hidden.get(part, (1, None))[0]}
            self.hidden |= dict.fromkeys(sorted(fresh), (0, LEAST_SHOWN - 1))
            small = [one for one in sums if one.total in self.hidden] if fresh else []

    def _may_join(self, part: Name) -> bool:
        return bool(self._cells[part]) or all(
            self._cells[total] or total in self.hidden
            for total in (self._sums[number].total for number, sign in self._in[part] if sign > 0)
        )

    def shown(self, name: Name) -> Shown:
        if name not in self.hidden:
            return Shown(self._cells[name])
        small = self._cells[name] < LEAST_SHOWN
        return Shown(None, "<5" if small else "hidden")

    def is_safe(self, name: Name) -> bool:
        """Say whether tables exist that differ in this cell and would be shown alike."""
        return any(
            self._fits(name, change) and _Search(self, self._in, self._sums).finds(name, change)
            for change in (1, -1)
        )

    def _fits(self, name: Name, change: int) -> bool:
        low, high = self.hidden[name]
        count = self._cells[name] + change
        return low <= count and (high is None or count <= high)

    def may_change(self, name: Name, change: int) -> bool:
        """Say whether a cell is hidden and its mark allows the change."""
        return name in self.hidden and self._fits(name, change)

    def next_to_hide(self, name: Name) -> Name | None:
        """The least count that opens a way around a cell.

        First where a sum has a single hidden cell, best where two such sums meet; otherwise in the
        nearest sum.
        """
        lonely: dict[Name, int] = {}
        nearest: list[Name] = []
        for number in self._connected(name):
            there = [cell for cell, _ in self._sums[number].cells()]
            open_ones = [
                cell
                for cell in there
                if cell not in self.hidden and self._cells[cell] >= LEAST_SHOWN
            ]
            nearest = nearest or open_ones
            if sum(cell in self.hidden for cell in there) == 1:
                for cell in open_ones:
                    lonely[cell] = lonely.get(cell, 0) + 1
        if lonely:
            return min(lonely, key=lambda cell: (-lonely[cell], self._cells[cell], cell))
        return min(nearest, key=lambda cell: (self._cells[cell], cell), default=None)

    def _connected(self, name: Name) -> Iterator[int]:
        """Sums that a cell reaches through hidden cells, the nearest first."""
        seen, near = {name}, deque([name])
        passed: set[int] = set()
        while near and len(passed) < _MOST_SUMS:
            for number, _ in self._in[near.popleft()]:
                if number not in passed:
                    passed.add(number)
                    yield number
                    beyond = [cell for cell, _ in self._sums[number].cells() if cell not in seen]
                    near += [cell for cell in beyond if cell in self.hidden]
                    seen.update(beyond)


class _Search:
    """Looks for changes by one that bring every sum back to zero, the fewest first."""

    def __init__(
        self, hiding: _Hiding, places: Mapping[Name, list[tuple[int, int]]], sums: Sequence[Sum]
    ) -> None:
        self._hiding = hiding
        self._in = places
        self._sums = sums
        self._off: dict[int, int] = {}
        self._moved: dict[Name, int] = {}
        self._steps = 0

    def finds(self, name: Name, change: int) -> bool:
        """Say whether a cell may change with others making up for it."""
        for most in range(1, _MOST_MOVED):
            self._steps = 0
            self._move(name, change)
            if self._mended(most):
                return True
            self._move(name, -change)
        return False

    def _mended(self, left: int) -> bool:
        if not self._off:
            return True
        self._steps += 1
        if sum(map(abs, self._off.values())) > left * 4 or not left or self._steps > _MOST_STEPS:
            return False
        number = min(self._off)
        for name, sign in self._sums[number].cells():
            change = -sign if self._off[number] > 0 else sign
            if name in self._moved or not self._hiding.may_change(name, change):
                continue
            self._move(name, change)
            if self._mended(left - 1):
                return True
            self._move(name, -change)
        return False

    def _move(self, name: Name, change: int) -> None:
        """Change a cell, or take its change back."""
        if name in self._moved:
            del self._moved[name]
        else:
            self._moved[name] = change
        for number, sign in self._in[name]:
            off = self._off.get(number, 0) + sign * change
            if off:
                self._off[number] = off
            else:
                self._off.pop(number, None)
