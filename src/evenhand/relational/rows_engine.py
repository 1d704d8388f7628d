"""The engine of a few rows: the same plans as the databases, answered without one.

For a question about one subject in a running process: planning alone costs a database more than such a
question may take. It is no engine for many: it answers row by row, in Python. What holds it to the others
is the one test body for all engines (``tests/engines``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX, SCORED
from evenhand.relational.duckdb import Sources, other_type
from evenhand.relational.engine import ARROW, Query
from evenhand.relational.rows_plan import RowsPlan, read_plan
from evenhand.relational.rows_tables import KeptTables, Rows
from evenhand.relational.rows_terms import NoPlan, TooLarge
from evenhand.relational.rows_view import records_of

_KEPT: Final = KeptTables()
_MADE: Final = ("superseded", "doubt_from", "doubt_until", "replaced")
_RECORDS: Final = "records"
_SAID: Final = {"int64": "BIGINT", "string": "VARCHAR", "date": "DATE", "bool": "BOOLEAN"}


class RowsEngine:
    """Runs plans over rows in memory; keeps the protocol ``Engine``.

    Args:
        sources: Rows in memory, and what people found of them.

    Raises:
        ValueError: When files are named.
    """

    def __init__(self, sources: Sources) -> None:
        self.hold(sources)

    @property
    def dialect(self) -> str:
        """The form of plan that it reads."""
        return "rows"

    @property
    def at_once(self) -> int | None:
        """It takes all questions together."""
        return None

    def hold(self, sources: Sources) -> None:
        """Answer about these rows from now on, and about no others.

        Raises:
            ValueError: When files are named.
        """
        if sources.scored:
            raise ValueError("rows in memory are held, and no files")
        rows = sources.rows if sources.rows is not None else pa.schema(SCORED).empty_table()
        self._schema = rows.schema
        found = sources.judgements, sources.doubts, sources.withdrawn
        self._records = records_of(rows.to_pylist(), *found)
        self._shown: dict[tuple[str, ...], Rows] = {}

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one plan over the records and the given tables, and cast to what it promises.

        Raises:
            EvenhandError: When the text is no plan of rows.
            RegisterDamaged: When a field has another type in the evidence than the plan takes it
                for, or a sum does not fit 64 bits.
        """
        self._refuse_other_types(query)
        try:
            plan = read_plan(query.sql)
            rows = plan.answer(self._tables(plan, tables))
            return _answered(query, rows)
        except NoPlan as fault:
            raise _no_plan(str(fault)) from fault
        except (TooLarge, OverflowError, TypeError, pa.ArrowException) as fault:
            raise _unreadable(fault) from fault

    def _tables(self, plan: RowsPlan, given: Mapping[str, pa.Table]) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for name, columns in plan.tables:
            if name == _RECORDS:
                found[name] = self._records_with(columns)
            elif name in given:
                found[name] = _KEPT.rows(name, given[name].select(list(columns)))
            else:
                raise NoPlan(name)
        return found

    def _records_with(self, columns: tuple[str, ...]) -> Rows:
        if columns not in self._shown:
            known = {*self._schema.names, *_MADE}
            lacking = [c for c in columns if c not in known and not c.startswith(FIELD_PREFIX)]
            if lacking:
                raise NoPlan(lacking[0])
            self._shown[columns] = [
                tuple([row.get(name) for name in columns]) for row in self._records
            ]
        return self._shown[columns]

    def _refuse_other_types(self, query: Query) -> None:
        for name, kind in query.fields:
            if kind == "any" or name not in self._schema.names:
                continue
            there = self._schema.field(name).type
            if there != ARROW[kind]:
                said = next((said for of, said in _SAID.items() if ARROW[of] == there), str(there))
                raise other_type(name, said, _SAID[kind])


def _answered(query: Query, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    schema = query.schema()
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def _no_plan(said: str) -> EvenhandError:
    return EvenhandError(
        Text(
            zh=f"引擎只运行按行写成的计算方案；这不是（{said}）。",
            en=f"The engine runs plans that are written for rows; this is none ({said}).",
        )
    )


def _unreadable(fault: Exception) -> RegisterDamaged:
    said = str(fault).split("\n", maxsplit=1)[0]
    return RegisterDamaged(
        Text(zh=f"引擎无法读取登记册：{said}", en=f"The engine cannot read the register: {said}")
    )
