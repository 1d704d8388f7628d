"""The small protocol that an engine keeps, and the palette of operations that all engines agree on.

A plan reaches an engine as SQL text in the engine's own dialect, with the columns that it promises
and the fields that it reads. The engine answers with an Arrow table of exactly these columns.

``PALETTE`` lists every Ibis operation that a plan may use; the compiler refuses any other, and any
type but whole number, text, day and truth. What is left out differs between engines without a word:
division (double or decimal), casts of decimals and floats (round or truncate), months between days
(boundaries or whole periods), floats altogether (NaN, order of sums), ``argmax`` (ties), ``hash``,
ordered aggregates. Calendar arithmetic is done in Python and enters as literal days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import pyarrow as pa

Kind: TypeAlias = Literal["int64", "string", "date", "bool"]

ARROW: Mapping[str, pa.DataType] = {
    "int64": pa.int64(),
    "string": pa.string(),
    "date": pa.date32(),
    "bool": pa.bool_(),
}
"""The only types that cross the border of an engine."""


FieldKind: TypeAlias = Literal[Kind, "any"]
"""What a plan takes a field for; ``any``: it only asks whether two values are the same."""


@dataclass(frozen=True, slots=True)
class Query:
    """One relational plan in an engine's dialect.

    Attributes:
        sql: One statement that only reads.
        columns: Names and kinds of what it answers, in order.
        fields: The fields of records that it reads (``f_…``), with the kind that it takes them for.
    """

    sql: str
    columns: tuple[tuple[str, Kind], ...]
    fields: tuple[tuple[str, FieldKind], ...] = ()

    def schema(self) -> pa.Schema:
        """The promised columns as an Arrow schema."""
        return pa.schema([(name, ARROW[kind]) for name, kind in self.columns])


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark computes.

    Attributes:
        master: As Spark names it, such as ``spark://host:7077``; ``local[2]``: two threads here.
        driver_memory: Of the process that plans and to which standings come back, such as ``8g``; None:
            as Spark's own files say, else half of this machine's.
    """

    master: str = "local[2]"
    driver_memory: str | None = None


class Engine(Protocol):
    """What runs plans over the view ``records`` (``columns.RECORDS_VIEW`` and the fields)."""

    @property
    def dialect(self) -> str:
        """The SQL dialect that it reads, such as ``duckdb``."""
        ...

    @property
    def at_once(self) -> int | None:
        """The most questions that are put to it together; None: it makes room for any number."""
        ...

    def run(self, query: Query, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query over the records and the given tables, and cast to what it promises.

        Raises:
            RegisterDamaged: When a field has another type in the evidence than the plan takes it for.
            EvenhandError: When the engine stops at a limit of time or memory.
        """
        ...


PALETTE: Mapping[str, str] = {
    "UnboundTable": "the records, and the small tables that Python made",
    "JoinTable": "one side of a join",
    "JoinReference": "one side of a join",
    "JoinLink": "equality of whole numbers, texts or days; inner, or left with its nulls filled",
    "JoinChain": "a join of several",
    "Project": "choice and naming of columns",
    "Filter": "a condition that is null keeps nothing, on both",
    "Aggregate": "sums, greatest and counts only; never first, last or any",
    "Union": "always with duplicates",
    "Field": "a column",
    "Literal": "whole numbers, texts, days, truths",
    "Alias": "a name",
    "Cast": "whole number to whole number, whole number or day to text",
    "StringConcat": "a value and an empty text, which makes a text of any kind of value",
    "Add": "raises on overflow, on both",
    "Subtract": "raises on overflow, on both",
    "Multiply": "raises on overflow, on both",
    "Negate": "of whole numbers",
    "Abs": "of whole numbers",
    "Modulus": "keeps the sign of the dividend, on both",
    "Greatest": "of values that are never null: nulls are skipped, which hides them",
    "Least": "of values that are never null: nulls are skipped, which hides them",
    "Coalesce": "fills nulls",
    "IfElse": "one condition that is never null",
    "SearchedCase": "the first that is true",
    "Equals": "never with a float",
    "NotEquals": "never with a float",
    "Less": "of whole numbers and days",
    "LessEqual": "of whole numbers and days",
    "Greater": "of whole numbers and days",
    "GreaterEqual": "of whole numbers and days",
    "InValues": "a value in a list of literals",
    "And": "three-valued, on both",
    "Or": "three-valued, on both",
    "Not": "three-valued, on both",
    "IsNull": "the same on both",
    "NotNull": "the same on both",
    "ExtractYear": "calendar year of a day",
    "ExtractMonth": "calendar month of a day, 1 to 12",
    "ExtractDay": "day of the month of a day",
    "Sum": "of whole numbers; cast to 64 bits at the border, where an overflow raises",
    "Max": "of whole numbers and days",
    "Min": "of whole numbers and days",
    "RowNumber": "only over a total order that ends with the record's number",
    "MinRank": "the number of rows before it in an order of whole numbers, equal ones alike",
    "Lag": "only over a total order that ends with the record's number",
    "SortKey": "the order of a window; its values are never null",
    "WindowBoundary": "every row before this one, up to the one before",
    "WindowFunction": "rows before this one, partitions by values that are never null",
    "divide": "whole division toward zero: ``divide`` in DuckDB, ``div`` in Spark; never ``/``",
}
"""Operations of a plan, each with what makes it safe."""
