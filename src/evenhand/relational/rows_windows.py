"""Windows over a list of rows: places, ranks, what lies before, sums of a partition."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any, Final, TypeAlias

from evenhand.relational.rows_terms import NoPlan, Said

Value: TypeAlias = Callable[[Any], Any]


def windowed(
    said: Sequence[Any], value: Callable[[Said], Value]
) -> Callable[[Sequence[Any]], list[Any]]:
    """What a window says beside each row.

    Args:
        said: Its name, its argument, the terms of its partition, its order (each term, and whether it
            goes up), and whether it is of the rows before.
        value: Turns a term to a function of a row.

    Raises:
        NoPlan: When there is no such window.
    """
    name, argument, groups, order, before = said
    if name not in _WINDOWS:
        raise NoPlan(str(name))
    back = 0
    if name == "lag":
        argument, back = argument
    of = value(argument) if argument is not None else None
    keys = [value(one) for one in groups]
    orders = [(value(one), bool(up)) for one, up in order]
    within = _WINDOWS[name]

    def beside(rows: Sequence[Any]) -> list[Any]:
        parts: dict[Any, list[int]] = {}
        for at, row in enumerate(rows):
            parts.setdefault(tuple(key(row) for key in keys), []).append(at)
        found: list[Any] = [None] * len(rows)
        for part in parts.values():
            for key, up in reversed(orders):
                part.sort(key=lambda at: key(rows[at]), reverse=not up)
            values = [of(rows[at]) if of else None for at in part]
            ties = [tuple(key(rows[at]) for key, _ in orders) for at in part]
            for at, told in zip(part, within(values, ties, (back, before)), strict=True):
                found[at] = told
        return found

    return beside


_How: TypeAlias = tuple[int, bool]


def _places(values: list[Any], _ties: list[Any], _how: _How) -> list[Any]:
    return list(range(len(values)))


def _ranks(_values: list[Any], ties: list[Any], _how: _How) -> list[Any]:
    """How many rows come before, equal ones alike."""
    first: dict[Any, int] = {}
    return [first.setdefault(tie, at) for at, tie in enumerate(ties)]


def _lags(values: list[Any], _ties: list[Any], how: _How) -> list[Any]:
    return [None] * min(how[0], len(values)) + values[: max(len(values) - how[0], 0)]


def _of_values(add: Callable[[Any, Any], Any]) -> Callable[[list[Any], list[Any], _How], list[Any]]:
    def found(values: list[Any], _ties: list[Any], how: _How) -> list[Any]:
        if not how[1]:
            there = [value for value in values if value is not None]
            return [reduce(add, there) if there else None] * len(values)
        told: list[Any] = []
        so_far = None
        for value in values:
            told.append(so_far)
            if value is not None:
                so_far = value if so_far is None else add(so_far, value)
        return told

    return found


_WINDOWS: Final[Mapping[str, Callable[[list[Any], list[Any], _How], list[Any]]]] = {
    "place": _places,
    "rank": _ranks,
    "lag": _lags,
    "sum": _of_values(lambda one, other: one + other),
    "max": _of_values(max),
    "min": _of_values(min),
}
