"""The embedded engine: DuckDB over evidence segments, locked down.

What it guards: it reads the files that it was given when it was made, whose digests the caller has
checked, and no other; it writes none; it loads no extension; its configuration cannot be changed;
it runs only a single statement that reads; it stops at a limit of memory or time. What it does not
do: it is no border against whoever runs code in the same process, and it takes the files as honest.

One engine belongs to one thread.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX, SCORED
from evenhand.relational.engine import Query
from evenhand.relational.view import (
    Doubted,
    Judged,
    Present,
    Withdrawn,
    doubted_table,
    judged_table,
    records_view,
    superseded,
    withdrawn_table,
)

_SQL_TYPE = {
    "int64": "BIGINT",
    "string": "VARCHAR",
    "date": "DATE",
    "bool": "BOOLEAN",
    "any": "VARCHAR",
}
_SQL_ARROW = {
    pa.int64(): "BIGINT",
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
    pa.bool_(): "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What an engine reads: files of scored columns whose digests were checked, or rows in memory.

    Attributes:
        scored: Parquet files with the columns ``SCORED`` and ``f_…`` fields.
        rows: Rows of the same columns in memory, in place of files (worked examples, tests).
        judgements: Who records that waited were judged to be about.
        doubts: Which records are in doubt, from when until when.
        withdrawn: Which records a person found wrong, and when.
    """

    scored: tuple[Path, ...] = ()
    rows: pa.Table | None = None
    judgements: tuple[Judged, ...] = ()
    doubts: tuple[Doubted, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an engine may use.

    Attributes:
        threads: How many at once.
        memory: As DuckDB says it.
        seconds: For one query.
        at_once: How many questions are put together; what a query needs grows with them.
    """

    threads: int = 2
    memory: str = "4GB"
    seconds: float = 600.0
    at_once: int = 250_000


class DuckDBEngine:
    """Runs plans over the records of some segments; keeps the protocol ``Engine``."""

    def __init__(self, sources: Sources, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._connection: Any = duckdb.connect(":memory:", config=_startup(self._limits))
        try:
            self._present = self._load(sources)
            self._lock(sources)
            self._fields = self._fields_of_evidence()
            self._added: dict[str, str] = {}
            self._show_records()
        except duckdb.Error as error:
            self._connection.close()
            raise damaged(error) from error

    @property
    def dialect(self) -> str:
        """The SQL dialect that it reads."""
        return "duckdb"

    @property
    def at_once(self) -> int | None:
        """The most questions that are put to it together: it has no disk to spill to."""
        return self._limits.at_once

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
        """Let go of memory and files."""
        self._connection.close()

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query over the records and the given tables, and cast to what it promises.

        Raises:
            RegisterDamaged: When a field has another type in the evidence than the plan takes it
                for, or a sum does not fit 64 bits.
            EvenhandError: When the statement is not a single one that reads, or a limit stops it.
        """
        self._refuse_unless_it_reads(query.sql)
        self._admit_fields(query)
        for name, table in tables.items():
            self._connection.register(name, table)
        try:
            return self._answer(query)
        finally:
            for name in tables:
                self._connection.unregister(name)

    def _answer(self, query: Query) -> pa.Table:
        """Run one query within the limits, and cast to what its query promises."""
        timer = threading.Timer(self._limits.seconds, self._connection.interrupt)
        timer.start()
        try:
            found = self._connection.execute(query.sql).to_arrow_table()
            return _cast(found, query.schema())
        except (duckdb.InterruptException, duckdb.OutOfMemoryException) as error:
            raise self._stopped(error) from error
        except (duckdb.Error, pa.ArrowInvalid) as error:
            raise damaged(error) from error
        finally:
            timer.cancel()

    def _load(self, sources: Sources) -> Present:
        """Make the small tables, and name the evidence, while files may still be named."""
        if sources.rows is not None:
            self._connection.register("evidence", sources.rows)
        elif sources.scored:
            files = _files(sources)
            self._connection.execute(
                f"CREATE VIEW evidence AS SELECT * FROM read_parquet([{files}], union_by_name=true)"  # noqa: S608
            )
        else:
            columns = ", ".join(f"{name} {_SQL_ARROW[kind]}" for name, kind in SCORED)
            self._connection.execute(f"CREATE TABLE evidence ({columns})")
        for name, table in small_tables(sources).items():
            self._make(name, table)
        self._connection.execute(f"CREATE TABLE superseded AS {superseded()}")
        return self._presence()

    def _make(self, name: str, table: pa.Table) -> None:
        """Make a table of the engine's own, which outlives what it was made of."""
        self._connection.register("given", table)
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM given")  # noqa: S608
        self._connection.unregister("given")

    def _presence(self) -> Present:
        return Present(self._has("judged"), self._has("doubted"), self._has("superseded"))

    def _has(self, table: str) -> bool:
        counted = self._connection.table(table).count("*").fetchone()
        return bool(counted and counted[0])

    def _lock(self, sources: Sources) -> None:
        """Allow exactly the given files from here on, and freeze the configuration."""
        files = _files(sources)
        self._connection.execute(f"SET allowed_paths = [{files}]")
        self._connection.execute("SET temp_directory = ''")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def _fields_of_evidence(self) -> dict[str, str]:
        rows = self._connection.execute("DESCRIBE evidence").fetchall()
        return {name: kind for name, kind, *_ in rows if name.startswith(FIELD_PREFIX)}

    def _show_records(self) -> None:
        missing = sorted(self._added.items())
        self._connection.execute(records_view(self._present, sorted(self._fields), missing))

    def _admit_fields(self, query: Query) -> None:
        """Show fields of the plan that no record has yet as null throughout."""
        for name, kind in query.fields:
            found = self._fields.get(name, _SQL_TYPE[kind])
            if kind != "any" and found != _SQL_TYPE[kind]:
                raise other_type(name, found, _SQL_TYPE[kind])
        wanted = {
            name: _SQL_TYPE[kind]
            for name, kind in query.fields
            if name not in self._fields and (kind != "any" or name not in self._added)
        }
        if not wanted.items() <= self._added.items():
            self._added |= wanted
            self._show_records()

    def _refuse_unless_it_reads(self, sql: str) -> None:
        try:
            statements = self._connection.extract_statements(sql)
        except duckdb.Error as error:
            raise damaged(error) from error
        if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
            raise EvenhandError(
                Text(
                    zh="引擎只运行一条读取语句。", en="The engine runs one statement, and it reads."
                )
            )

    def _stopped(self, error: Exception) -> EvenhandError:
        limit = self._limits
        if isinstance(error, duckdb.InterruptException):
            return EvenhandError(
                Text(
                    zh=f"计算超过{limit.seconds:g}秒，已停止，没有写入任何内容。",
                    en=f"Stopped after {limit.seconds:g} seconds; nothing was written.",
                )
            )
        return EvenhandError(
            Text(
                zh=f"计算需要的内存超过{limit.memory}，已停止，没有写入任何内容。",
                en=f"Stopped: more than {limit.memory} of memory was needed; nothing was written.",
            )
        )


def small_tables(sources: Sources) -> dict[str, pa.Table]:
    """What people found of records, as the tables that the view joins."""
    return {
        "judged": judged_table(sources.judgements),
        "doubted": doubted_table(sources.doubts),
        "withdrawn": withdrawn_table(sources.withdrawn),
    }


def _startup(limits: Limits) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "threads": limits.threads,
        "memory_limit": limits.memory,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "allow_persistent_secrets": "false",
        "python_enable_replacements": "false",
        "preserve_insertion_order": "false",
    }


def _files(sources: Sources) -> str:
    return ", ".join(_text(str(path.absolute())) for path in sources.scored)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _cast(found: pa.Table, schema: pa.Schema) -> pa.Table:
    """Sums come as 128 bits and years as 64: bring each column to its promised type, or raise."""
    return found.select(schema.names).cast(schema)


def other_type(name: str, found: str, taken: str) -> RegisterDamaged:
    """Say that a field has one type in the evidence and is taken for another."""
    field = name.removeprefix(FIELD_PREFIX)
    return RegisterDamaged(
        Text(
            zh=f"字段“{field}”在登记册中是{found}，而办法把它当作{taken}。同名字段在目录中只能有一种类型。",
            en=f'The field "{field}" is {found} in the register, and the scheme takes it for {taken}. '
            "A field's name has one kind throughout the catalogue.",
        )
    )


def damaged(error: Exception) -> RegisterDamaged:
    """Say that the engine cannot read what it was given."""
    said = str(error).split("\n", maxsplit=1)[0]
    return RegisterDamaged(
        Text(zh=f"引擎无法读取登记册：{said}", en=f"The engine cannot read the register: {said}")
    )
