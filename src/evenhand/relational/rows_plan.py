"""A plan of rows: relations one after the other, each a function over lists of rows.

The text is what ``schemes.passes.writing_rows`` writes. Its relations, each ``[word, …]``:

- ``table``, name, columns: a table that is given;
- ``project``, place, terms, windows: other columns of each row;
- ``filter``, place, terms, windows: the rows for which every term is true;
- ``group``, place, terms, what is summed, terms: one row for each group of values;
- ``join``, place, links, terms: each link ``inner`` or ``left``, a place, how many
  columns are there, pairs of terms that are equal;
- ``union``, place, place: all rows of both.

A text is turned to functions once; what it can name is in ``rows_terms.NAMES`` and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

from evenhand.relational.rows_tables import Row, Rows, indexed
from evenhand.relational.rows_terms import (
    NAMES,
    NoPlan,
    Said,
    Terms,
    column_of_joined,
    column_of_row,
)
from evenhand.relational.rows_windows import windowed

Step: TypeAlias = Callable[..., Any]

FORM: Final = "evenhand/rows-plan/1"
_INNER, _LEFT = "inner", "left"


@dataclass(frozen=True)
class RowsPlan:
    """The relations of one plan, in order; the last one is the answer.

    Attributes:
        tables: Name and columns of each table that it reads.
    """

    tables: tuple[tuple[str, tuple[str, ...]], ...]
    relations: tuple[Callable[[list[Rows], Mapping[str, Rows]], Rows], ...]

    def answer(self, tables: Mapping[str, Rows]) -> Rows:
        """The rows of the last relation; ``tables`` have the columns that the plan names."""
        made: list[Rows] = []
        for relation in self.relations:
            made.append(relation(made, tables))
        return made[-1]


@lru_cache(maxsize=64)
def read_plan(text: str) -> RowsPlan:
    """Turn the text of a plan to functions.

    Raises:
        NoPlan: When it is no plan of rows.
    """
    try:
        said = json.loads(text)
        if said["form"] != FORM:
            raise NoPlan(str(said["form"]))
        named = [tuple(one[1:]) for one in said["relations"] if one[0] == "table"]
        tables = tuple((str(name), tuple(map(str, columns))) for name, columns in named)
        made = tuple(_MADE[one[0]](*one[1:]) for one in said["relations"])
    except NoPlan:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, SyntaxError) as fault:
        raise NoPlan(f"{type(fault).__name__}: {fault}") from None
    if not made:
        raise NoPlan("relations")
    return RowsPlan(tables, made)


def _table(name: str, columns: Sequence[str]) -> Step:
    del columns
    return lambda _made, tables: tables[name]


def _union(one: int, other: int) -> Step:
    return lambda made, _tables: [*made[one], *made[other]]


def _project(place: int, terms: Sequence[Said], windows: Sequence[Said]) -> Step:
    source = Terms(column_of_row)
    row = _row(source.source(term) for term in terms)
    if not windows:
        each = _function(
            "rows", f"    out = []\n    for r in rows:\n        out.append({row})\n    return out"
        )
        return lambda made, _tables: each(made[place])
    with_windows = _function(
        "rows, beside",
        f"    out = []\n    for r, w in zip(rows, beside):\n        out.append({row})\n    return out",
    )
    every = [windowed(window, _value) for window in windows]

    def project(made: list[Rows], _tables: Mapping[str, Rows]) -> Rows:
        rows = made[place]
        beside = zip(*(window(rows) for window in every), strict=True)
        found: Rows = with_windows(rows, beside)
        return found

    return project


def _filter(place: int, terms: Sequence[Said], windows: Sequence[Said]) -> Step:
    if windows:
        raise NoPlan("a filter looks at one row")
    source = Terms(column_of_row)
    kept = " and ".join(f"{source.source(term)} is True" for term in terms)
    each = _function(
        "rows",
        f"    out = []\n    for r in rows:\n        if {kept}:\n            out.append(r)\n    return out",
    )
    return lambda made, _tables: each(made[place])


def _group(
    place: int, groups: Sequence[Said], summed: Sequence[Said], outs: Sequence[Said]
) -> Step:
    key = _value_of(groups)
    values = [(_SUMS[str(name)], _value(term)) for name, term in summed]
    source = Terms(column_of_row)
    out = _function("s", f"    return {_row(source.source(term) for term in outs)}")

    def group(made: list[Rows], _tables: Mapping[str, Rows]) -> Rows:
        found: dict[Row, list[Row]] = {} if groups else {(): []}
        for row in made[place]:
            found.setdefault(key(row), []).append(row)
        return [
            (*named, *out([total(value(row) for row in rows) for total, value in values]))
            for named, rows in found.items()
        ]

    return group


def _join(first: int, links: Sequence[Said], terms: Sequence[Said]) -> Step:
    joined = [_link(at, *link) for at, link in enumerate(links, 1)]
    source = Terms(column_of_joined)
    row = _row(source.source(term) for term in terms)
    names = ", ".join(f"j{at}" for at in range(len(links) + 1))
    each = _function("rows", f"    return [{row} for ({names},) in rows]")

    def join(made: list[Rows], _tables: Mapping[str, Rows]) -> Rows:
        rows: Any = [(row,) for row in made[first]]
        for link in joined:
            rows = link(made, rows)
        found: Rows = each(rows)
        return found

    return join


def _link(at: int, how: str, place: int, width: int, pairs: Sequence[Said]) -> Step:
    """Join one more relation to rows that are tuples of rows; nothing equals what is not there."""
    if how not in (_INNER, _LEFT) or not pairs:
        raise NoPlan(str(how))
    lefts, rights = Terms(column_of_joined), Terms(lambda said: column_of_row(said[:2]))
    names = ", ".join(f"j{n}" for n in range(at))
    left = _function(
        "rows", f"    ({names},) = rows\n    return {_row(lefts.source(p[0]) for p in pairs)}"
    )
    right = _function("r", f"    return {_row(rights.source(p[1]) for p in pairs)}")

    none: list[Row] = [(None,) * width] if how == _LEFT else []

    def link(made: list[Rows], rows: list[tuple[Row, ...]]) -> list[tuple[Row, ...]]:
        there = indexed(made[place], right)
        return [(*row, other) for row in rows for other in there.get(left(row), none)]

    return link


def _sum(values: Any) -> int | None:
    there = [value for value in values if value is not None]
    return sum(there) if there else None


def _max(values: Any) -> Any:
    return max((value for value in values if value is not None), default=None)


def _min(values: Any) -> Any:
    return min((value for value in values if value is not None), default=None)


_SUMS: Final[Mapping[str, Callable[[Any], Any]]] = {"sum": _sum, "max": _max, "min": _min}


def _row(terms: Any) -> str:
    return "(" + "".join(f"{term}, " for term in terms) + ")"


def _value(term: Said) -> Callable[[Row], Any]:
    return _function("r", f"    return {Terms(column_of_row).source(term)}")


def _value_of(terms: Sequence[Said]) -> Callable[[Row], Row]:
    source = Terms(column_of_row)
    return _function("r", f"    return {_row(source.source(term) for term in terms)}")


def _function(arguments: str, body: str) -> Callable[..., Any]:
    """A function with a body whose every name is this package's own."""
    there: dict[str, Any] = {}
    exec(compile(f"def made({arguments}):\n{body}\n", "<plan of rows>", "exec"), dict(NAMES), there)  # noqa: S102
    found: Callable[..., Any] = there["made"]
    return found


_MADE: Final[Mapping[str, Callable[..., Step]]] = {
    "table": _table, "project": _project, "filter": _filter, "group": _group, "join": _join,
    "union": _union,
}  # fmt: skip
