"""An engine that stays open while the rows that it answers about change.

For a running process that asks about some thousands of subjects at a time: opening an engine costs as
much as such a question. Rows are read where they lie in memory, and none is copied into the database.
Each question is planned anew: a plan that DuckDB prepared once keeps what it concluded from the values of
rows that are gone (ADR 20).
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from evenhand.relational.columns import SCORED
from evenhand.relational.duckdb import (
    DuckDBEngine,
    Limits,
    Sources,
    damaged,
    other_type,
    small_tables,
)
from evenhand.relational.view import superseded


class KeptEngine(DuckDBEngine):
    """Runs plans over whatever rows it was last given; keeps the protocol ``Engine``."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._rows = pa.schema(SCORED).empty_table()
        super().__init__(Sources(rows=self._rows), limits)

    def hold(self, sources: Sources) -> None:
        """Answer about these rows from now on, and about no others.

        Args:
            sources: Rows in memory, and what people found of them; files are for the other engine.

        Raises:
            ValueError: When files are named.
            RegisterDamaged: When a field has another type than rows before had.
        """
        if sources.scored or sources.rows is None:
            raise ValueError("rows in memory are held, and no files")
        self._refuse_other_types(sources.rows)
        self._rows = sources.rows
        try:
            for name, table in small_tables(sources).items():
                self._make(name, table)
            self._connection.register("evidence", sources.rows)
            self._connection.execute(f"CREATE OR REPLACE TABLE superseded AS {superseded()}")
            self._present = self._presence()
            self._fields = self._fields_of_evidence()
            self._added = {n: kind for n, kind in self._added.items() if n not in self._fields}
            self._show_records()
        except duckdb.Error as error:
            raise damaged(error) from error

    def _refuse_other_types(self, rows: pa.Table) -> None:
        for field in rows.schema:
            if field.name in self._rows.schema.names:
                there = self._rows.schema.field(field.name).type
                if there != field.type:
                    raise other_type(field.name, str(field.type), str(there))
