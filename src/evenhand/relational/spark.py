"""The distributed engine: Spark over the same evidence segments, read by Spark itself.

What it guards: it reads the files that it was given, whose digests the caller has checked; it writes
none; sums that do not fit 64 bits raise; days know no time zone. What it does not do: it locks nothing
down (whoever can reach the cluster can read what the cluster can read), and workers read the files
again after their digests were checked.

One session of Spark serves a process; each engine has a space of names of its own in it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

import pyarrow as pa

from evenhand.kernel.errors import EvenhandError
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX, SCORED
from evenhand.relational.engine import Cluster, Query
from evenhand.relational.spark_failures import failed, other_type
from evenhand.relational.spark_moves import moved_once
from evenhand.relational.spark_session import SETTINGS, session
from evenhand.relational.spark_view import records_view, superseded_view
from evenhand.relational.view import doubted_table, judged_table, withdrawn_table

if TYPE_CHECKING:
    from evenhand.relational.duckdb import Sources

_KIND = {"int64": "bigint", "string": "string", "date": "date", "bool": "boolean", "any": "string"}
_DIVIDE = (
    "CREATE OR REPLACE TEMPORARY FUNCTION divide(a BIGINT, b BIGINT) RETURNS BIGINT "
    "RETURN a DIV NULLIF(b, 0)"
)
_PATIENCE: Final = 5.0


class SparkEngine:
    """Runs plans on a Spark cluster; keeps the protocol ``Engine``."""

    def __init__(self, sources: Sources, cluster: Cluster | None = None) -> None:
        """Begin; starts the process's Spark session unless there is one.

        Raises:
            BadInput: When PySpark or Java is missing, or nothing answers at the cluster's master.
            RegisterDamaged: When the evidence cannot be read.
            EvenhandError: When the cluster is gone, or has too little memory.
        """
        self._spark: Any = session(cluster or Cluster())
        self._added: dict[str, str] = {}
        try:
            self._spark = self._spark.newSession()
            for name, value in SETTINGS.items():
                if name.startswith("spark.sql."):
                    self._spark.conf.set(name, value)
            self._spark.sql(_DIVIDE)
            self._load(sources)
        except Exception as error:
            raise failed(error, self._ended()) from error

    @property
    def dialect(self) -> str:
        """The SQL dialect that it reads."""
        return "pyspark"

    @property
    def at_once(self) -> int | None:
        """None: workers spill to their disks, and to plan anew costs more than a large question."""
        return None

    def __enter__(self) -> Self:
        """Use the engine in a ``with`` block, which closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()

    def close(self) -> None:
        """Let go of the names; the session goes with the process."""
        self._drop(("records", "evidence", "judged", "doubted", "withdrawn", "superseded"))

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query over the records and the given tables, and cast to what it promises.

        Raises:
            RegisterDamaged: When a field has another type in the evidence than the plan takes it
                for, or a sum does not fit 64 bits.
            EvenhandError: When the statement is not one that reads, the cluster lost the work, or memory
                ran out.
        """
        if not query.sql.lstrip("( \n").upper().startswith(("SELECT", "WITH")):
            raise EvenhandError(
                Text(
                    zh="引擎只运行一条读取语句。", en="The engine runs one statement, and it reads."
                )
            )
        try:
            self._admit_fields(query)
            for name, table in tables.items():
                self._told(table).createOrReplaceTempView(name)
            found: pa.Table = self._spark.sql(moved_once(query.sql)).toArrow()
            return found.select(query.schema().names).cast(query.schema())
        except EvenhandError:
            raise
        except Exception as error:
            raise failed(error, self._ended()) from error
        finally:
            self._drop(tables)

    def _drop(self, names: Iterable[str]) -> None:
        """Let go of some names, unless they went with the session."""
        if not self._stopped():
            for name in names:
                self._spark.catalog.dropTempView(name)

    def _stopped(self) -> bool:
        try:
            return bool(self._spark.sparkContext._jsc.sc().isStopped())  # noqa: SLF001
        except Exception:  # py4j has no one kind of error for a process that is gone
            return True

    def _ended(self) -> int | None:
        """The code with which Spark's process here ended; 0 when only its work was stopped; None: neither.

        A process whose memory ran out stops its work first and ends a moment later: waiting for that
        tells one from the other.
        """
        if not self._stopped():
            return None
        try:
            return int(self._spark.sparkContext._gateway.proc.wait(_PATIENCE))  # noqa: SLF001
        except (subprocess.TimeoutExpired, AttributeError):
            return 0

    def _load(self, sources: Sources) -> None:
        if sources.scored:
            read = self._spark.read.parquet(*(str(path.absolute()) for path in sources.scored))
        elif sources.rows is not None:
            read = self._told(sources.rows)
        else:
            read = self._told(pa.schema(SCORED).empty_table())
        read.createOrReplaceTempView("evidence")
        self._fields = {name: kind for name, kind in read.dtypes if name.startswith(FIELD_PREFIX)}
        for name, table in (
            ("judged", judged_table(sources.judgements)),
            ("doubted", doubted_table(sources.doubts)),
            ("withdrawn", withdrawn_table(sources.withdrawn)),
        ):
            self._told(table).createOrReplaceTempView(name)
        self._spark.sql(superseded_view())
        self._show_records()

    def _told(self, table: pa.Table) -> Any:  # a DataFrame of Spark
        return self._spark.createDataFrame(table)

    def _show_records(self) -> None:
        self._spark.sql(records_view(sorted(self._fields), sorted(self._added.items())))

    def _admit_fields(self, query: Query) -> None:
        """Show fields of the plan that no record has yet as null throughout."""
        for name, kind in query.fields:
            found = self._fields.get(name, _KIND[kind])
            if kind != "any" and found != _KIND[kind]:
                raise other_type(name, found, _KIND[kind])
        wanted = {
            name: _KIND[kind]
            for name, kind in query.fields
            if name not in self._fields and (kind != "any" or name not in self._added)
        }
        if not wanted.items() <= self._added.items():
            self._added |= wanted
            self._show_records()
