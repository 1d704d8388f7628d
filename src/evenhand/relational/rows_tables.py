"""Small tables of a plan as rows: those that question after question shares are turned to rows once.

A running process asks about one subject after the other on the same day; the tables of days, factors
and ages are then the same, and larger than what is asked about. The questions themselves are not kept:
they say whom somebody asked about.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import pyarrow as pa

Row: TypeAlias = tuple[Any, ...]
Rows: TypeAlias = Sequence[Row]
Index: TypeAlias = Mapping[Row, Sequence[Row]]

_AT_MOST: Final = 64
_ABOUT_SOMEBODY: Final = "questions"


class SmallTable(list[Row]):
    """Rows with the indexes that joins made over them."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self.indexes: dict[Callable[[Row], Row], Index] = {}


class KeptTables:
    """The small tables that were asked for last; safe where several threads ask."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], tuple[pa.Table, SmallTable]] = OrderedDict()
        self._lock = threading.Lock()

    def rows(self, name: str, table: pa.Table) -> Rows:
        """The rows of a table; of one that is the same as before, the same rows."""
        if name == _ABOUT_SOMEBODY:
            return SmallTable(rows_of(table))
        key = (name, *table.schema.names, str(table.num_rows))
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or not kept[0].equals(table):
            kept = table, SmallTable(rows_of(table))
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            if len(self._kept) > _AT_MOST:
                self._kept.popitem(last=False)
        return kept[1]


def rows_of(table: pa.Table) -> Rows:
    """The rows of a table as tuples."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def indexed(rows: Rows, key: Callable[[Row], Row]) -> Index:
    """The rows by their key, those without a whole key left out: nothing equals what is not there."""
    if isinstance(rows, SmallTable) and key in rows.indexes:
        return rows.indexes[key]
    found: dict[Row, list[Row]] = {}
    for row in rows:
        value = key(row)
        if None not in value:
            found.setdefault(value, []).append(row)
    if isinstance(rows, SmallTable):
        rows.indexes[key] = found
    return found
