"""An engine that stays open while the rows that it answers about change; each plan is prepared once.

For a running process that asks about few subjects at a time. Evidence and the small tables of a plan
are tables of its own, emptied and filled again; planning is most of what a question about one subject
costs, and it is done once for each plan.

A prepared statement of DuckDB keeps what the optimizer took from the values that were there when it was
planned: after other rows came in, it silently answers as if they were the old ones. So this engine has
no ``statistics_propagation``, and ``tests/engines/test_kept.py`` holds it to the answers of a fresh one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import duckdb
import pyarrow as pa

from evenhand.kernel.errors import EvenhandError
from evenhand.kernel.text import Text
from evenhand.relational.columns import SCORED
from evenhand.relational.duckdb import (
    DuckDBEngine,
    Limits,
    Sources,
    damaged,
    other_type,
    small_tables,
)
from evenhand.relational.engine import Query
from evenhand.relational.view import superseded

_DELIVERED: Final = "delivered"


class KeptEngine(DuckDBEngine):
    """Runs plans over whatever rows it was last given; keeps the protocol ``Engine``."""

    def __init__(self, limits: Limits | None = None, *, not_of_values: bool = True) -> None:
        """Open it; ``not_of_values`` is only ever False where a test shows why.

        Raises:
            EvenhandError: When this DuckDB answers by the values of rows that are gone.
        """
        none = pa.schema(SCORED).empty_table()
        super().__init__(
            Sources(rows=none), replace(limits or Limits(), not_of_values=not_of_values)
        )
        self._shape: pa.Schema = none.schema
        self._held: dict[str, pa.Table] = {}
        self._prepared: dict[str, str] = {}
        self._refuse_if_plans_rest_on_values()

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
        try:
            self._take_rows(sources.rows)
            for name, table in small_tables(sources).items():
                self._fill(name, table)
            self._connection.execute("DELETE FROM superseded")
            self._connection.execute(f"INSERT INTO superseded {superseded()}")
            present = self._presence()
            if present != self._present:
                self._present = present
                self._show_records()
        except duckdb.Error as error:
            raise damaged(error) from error

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query over the rows held and the given tables; see ``DuckDBEngine.run``."""
        self._admit_fields(query)
        try:
            for name, table in tables.items():
                self._keep(name, table)
            name = self._named(query)
        except duckdb.Error as error:
            raise damaged(error) from error
        return self._answer(f"EXECUTE {name}", query)

    def _refuse_if_plans_rest_on_values(self) -> None:
        """Try it once: another DuckDB than the tested one may conclude from values elsewhere."""
        tried = self._connection
        tried.execute("CREATE TABLE canary AS SELECT CAST(1 AS BIGINT) AS n")
        tried.execute("PREPARE canary AS SELECT n * 1000, n > 5 FROM canary GROUP BY ALL")
        tried.execute("DELETE FROM canary")
        tried.execute("INSERT INTO canary VALUES (7_000_000_000)")
        found = tried.execute("EXECUTE canary").fetchall()
        tried.execute("DEALLOCATE canary")
        tried.execute("DROP TABLE canary")
        if found != [(7_000_000_000_000, True)]:
            raise EvenhandError(
                Text(
                    zh=f"这一版 DuckDB（{duckdb.__version__}）在数据变化后仍按旧值回答：不予使用。"
                    "请安装锁定文件中的版本。",
                    en=f"This DuckDB ({duckdb.__version__}) answers by old values after rows changed: it is "
                    "not used. Install the version of the lock file.",
                )
            )

    def _take_rows(self, rows: pa.Table) -> None:
        for field in rows.schema:
            there = self._shape.field(field.name).type if field.name in self._shape.names else None
            if there is not None and there != field.type:
                raise other_type(field.name, str(field.type), str(there))
        new = [field for field in rows.schema if field.name not in self._shape.names]
        if new:
            self._shape = pa.unify_schemas([self._shape, pa.schema(new)])
            self._make("evidence", self._shape.empty_table())
            self._fields = self._fields_of_evidence()
            self._added = {n: kind for n, kind in self._added.items() if n not in self._fields}
            self._show_records()
        self._fill("evidence", rows)

    def _keep(self, name: str, table: pa.Table) -> None:
        """Bring one small table of a plan up to date; most are as they were."""
        before = self._held.get(name)
        if before is not None and before.equals(table):
            return
        if before is None or before.schema != table.schema:
            self._make(name, table.slice(0, 0))
        self._fill(name, table)
        self._held[name] = table

    def _make(self, name: str, empty: pa.Table) -> None:
        self._connection.register(_DELIVERED, empty)
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM {_DELIVERED}")  # noqa: S608
        self._connection.unregister(_DELIVERED)

    def _fill(self, name: str, table: pa.Table) -> None:
        self._connection.execute(f"DELETE FROM {name}")  # noqa: S608
        if table.num_rows:
            self._connection.register(_DELIVERED, table)
            self._connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM {_DELIVERED}")  # noqa: S608
            self._connection.unregister(_DELIVERED)

    def _named(self, query: Query) -> str:
        """The name under which a plan is prepared; it is prepared when it is first run."""
        if query.sql not in self._prepared:
            self._refuse_unless_it_reads(query.sql)
            name = f"plan_{len(self._prepared)}"
            self._connection.execute(f"PREPARE {name} AS {query.sql}")
            self._prepared[query.sql] = name
        return self._prepared[query.sql]
