"""A whole published file as records in memory, read by its contract as a delivery is, without a ledger.

Rows that differ only in whom they are about or on which day are read once: each distinct reading of the
other cells, and each distinct day, goes through the same taking and admission as a delivery does. A row
of the file is then the record that a row with its cells and the day that a row with its day became. Rows
of one document are held against each other as the admission does: the same once more is a repeat, and
what says something else is held on both sides.

It serves for files of hundreds of thousands of rows, of which the tests put a part through the register.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from evenhand.kernel.periods import Day, Moment, moment, months_after
from evenhand.pipeline.founding import shipped
from evenhand.records.admit import admit
from evenhand.records.context import AdmissionContext
from evenhand.records.statement import Record
from evenhand.relational.columns import FIELD_PREFIX, FIELD_TYPES, SCORED
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce
from evenhand.scoring.score import score
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import Contract
from evenhand.sources.read_catalogue import read_catalogue
from evenhand.sources.read_contract import read_contract
from evenhand.sources.receive import take
from tests.real.grading import Asked, Given, answers, questions

AT = moment("2025-01-01T00:00:00Z")
"""When the files are taken; after every day in them."""

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Published:
    """A published file: heads, rows as text, and what its contract needs to tell rows apart.

    Attributes:
        source: Folder and file of the contract, such as ``("uk", "food-hygiene-ratings.yaml")``.
        number: Place of the column with the number of the subject.
        day: Place of the column with the day.
        document: Places of the columns that together stand in for a document's number.
        unread: Places of columns that the contract does not read, and of those in ``document`` that
            no scheme counts.
    """

    source: tuple[str, str]
    head: tuple[str, ...]
    number: int
    day: int
    document: tuple[int, ...]
    unread: tuple[int, ...] = ()


class Whole:
    """The records of whole files, and the plan of a scheme over them."""

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        self.catalogue = catalogue or read_catalogue()
        self.subjects: dict[str, int] = {}
        self._rows: list[pa.Table] = []

    def add(self, file: Published, rows: Iterable[Row]) -> int:
        """Read the rows of a file; returns how many became records."""
        rows = list(rows)
        contract = self._contract(file)
        dull = {file.number, file.day, *file.unread}
        telling = [place for place in range(len(file.head)) if place not in dull]
        said = dict.fromkeys(tuple(row[place] for place in telling) for row in rows)
        days = dict.fromkeys(row[file.day] for row in rows)
        first = rows[0]
        records = self._admitted(contract, file, [_filled(first, telling, cells) for cells in said])
        dated = self._admitted(contract, file, [_filled(first, [file.day], (d,)) for d in days])
        read = dict(zip(said, records, strict=True))
        on = {day: record and record.happened for day, record in zip(days, dated, strict=True)}
        kept = _kept(rows, file, lambda row: read[tuple(row[place] for place in telling)])
        kept = [(row, record) for row, record in kept if on[row[file.day]] is not None]
        self._rows.append(self._table(contract, file, kept, {d: v for d, v in on.items() if v}))
        return len(kept)

    def graded(self, scheme: tuple[str, str], asked: Iterable[Asked]) -> dict[Asked, Given]:
        """Grade by the file of a shipped scheme; whom no record is about is asked about as 0."""
        asked = set(asked)
        data = shipped("schemes", *scheme).read_bytes()
        in_force = InForce(read_scheme(data, scheme[1], self.catalogue), None)
        numbers = {number: self.subjects.get(number, 0) for number, _ in asked}
        rows = pa.concat_tables(self._rows, promote_options="default")
        with DuckDBEngine(Sources(rows=rows)) as engine:
            wanted = questions((numbers[number], day) for number, day in asked)
            given = answers(score(engine, in_force, wanted))
        return {(number, day): given[numbers[number], day] for number, day in asked}

    def _contract(self, file: Published) -> Contract:
        data = shipped("sources", *file.source).read_bytes()
        return read_contract(data, file.source[1], self.catalogue)

    def _admitted(
        self, contract: Contract, file: Published, rows: Sequence[Row]
    ) -> list[Record | None]:
        """Take and admit rows, each as if it were about a subject of its own; None: not stored."""
        text = io.StringIO()
        lines = csv.writer(text)
        lines.writerow(file.head)
        for number, row in enumerate(rows, 1):
            lines.writerow([str(number) if n == file.number else c for n, c in enumerate(row)])
        delivery = take(text.getvalue().encode(), "whole.csv", contract, AT)
        context = AdmissionContext(b"pseudonyms", b"documents", _day(AT))
        stored = {r.support.row: r for r in admit(delivery, self.catalogue, context).records}
        return [stored.get(row) for row in range(2, len(rows) + 2)]

    def _table(
        self,
        contract: Contract,
        file: Published,
        kept: Sequence[tuple[Row, Record]],
        on: Mapping[str, Day],
    ) -> pa.Table:
        rule = self.catalogue.types[kept[0][1].type]
        start = sum(table.num_rows for table in self._rows) + 1
        days = [on[row[file.day]] for row, _ in kept]
        leaves = {day: months_after(day, rule.retention_months) for day in set(days)}
        count = len(kept)
        columns: dict[str, Any] = {name: [None] * count for name, _ in SCORED}
        columns |= {
            "subject": [self.subjects.setdefault(r[file.number], len(self.subjects) + 1) for r, _ in kept],
            "record": range(start, start + count),
            "type": [rule.type] * count,
            "authority": [contract.authority] * count,
            "document": range(start, start + count),
            "content": [0] * count,
            "happened": days,
            "leaves": [leaves[day] for day in days],
            "adverse": [rule.adverse] * count,
            "known": [0] * count,
            "retracts": [False] * count,
            "waits": [False] * count,
            "delivery": ["whole"] * count,
        }  # fmt: skip
        schema = list(SCORED)
        for field in rule.fields:
            name = FIELD_PREFIX + field.field
            schema.append((name, FIELD_TYPES[field.kind]))
            columns[name] = [dict(record.values).get(field.field) for _, record in kept]
        return pa.table(
            {name: pa.array(columns[name], kind) for name, kind in schema}, pa.schema(schema)
        )


def _day(at: Moment) -> Day:
    return Day(at.year, at.month, at.day)


def _filled(row: Row, places: Sequence[int], cells: Sequence[str]) -> Row:
    """A row with other cells in some places."""
    made = list(row)
    for place, cell in zip(places, cells, strict=True):
        made[place] = cell
    return made


def _kept(
    rows: Sequence[Row], file: Published, read: Callable[[Row], Record | None]
) -> list[tuple[Row, Record]]:
    """Rows that become records: stored, the first of those that say the same of one document."""
    by_document: dict[tuple[str, ...], list[tuple[Row, Record]]] = {}
    for row in rows:
        record = read(row)
        if record is not None:
            key = (row[file.number], *(row[place] for place in file.document))
            by_document.setdefault(key, []).append((row, record))
    return [
        group[0]
        for group in by_document.values()
        if len({record.values for _, record in group}) == 1
    ]
