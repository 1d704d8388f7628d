"""The worked examples that a scheme carries, run through the same plan as the register.

Each example is a subject of its own, and so is each of its peers; all of them are one set of rows and
one table of questions. A record mends or takes away another one by naming its ``document``.
Severity, kind, adverse nature and retention of an example's record come from the catalogue by its
type and the article that it cites, as they do for a delivered one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias

import pyarrow as pa

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import ListId, SubjectId
from evenhand.kernel.periods import months_after
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX, FIELD_TYPES, SCORED
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.scheme import (
    NO_STAGE,
    NOT_GRADED,
    Example,
    ExampleRecord,
    InForce,
    Scheme,
    Thousandths,
)
from evenhand.scoring.grounds import grounds_for
from evenhand.scoring.questions import QUESTIONS
from evenhand.scoring.score import score
from evenhand.sources.catalogue import Catalogue, TypeRule

Member: TypeAlias = tuple[int, tuple[ExampleRecord, ...]]
"""The number of whom an example asks about, and the records."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example gives: points, grade (or ``not_graded``), lists proposed; None: not stated.

    Attributes:
        rank: The percentile among the peers of the example.
        stage: The measure that is due, or ``none``; None too where the scheme has no stages.
        reduced_to: What the points are cut to when that measure is taken.
    """

    points: Thousandths | None
    grade: str | None
    proposes: tuple[ListId, ...] | None
    rank: Thousandths | None = None
    stage: str | None = None
    reduced_to: Thousandths | None = None


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example: what it says it gives, what the plan gives, and whether that is the same.

    What the example does not state is None in ``expected`` and is not compared.
    """

    example: Example
    ok: bool
    expected: Outcome
    got: Outcome


def run_examples(in_force: InForce, catalogue: Catalogue) -> tuple[ExampleResult, ...]:
    """Run every worked example of a scheme, in the order of the file.

    Raises:
        BadInput: When a record of an example has a type or a field that the catalogue has not, or
            an example asks before a number of the scheme has a value.
    """
    scheme = in_force.scheme
    if not scheme.examples:
        return ()
    towns = _towns(scheme)
    whom = [(subject, place) for place, town in enumerate(towns) for subject, _ in town]
    questions = pa.table(
        [
            pa.array([subject for subject, _ in whom], pa.int64()),
            pa.array([scheme.examples[place].on for _, place in whom], pa.date32()),
            pa.array([place for _, place in whom], pa.int64()),
        ],
        QUESTIONS,
    )
    rows = _rows(towns, catalogue)
    with DuckDBEngine(Sources(rows=rows), Limits(threads=1, memory="1GB")) as engine:
        standings = score(engine, in_force, questions).to_pylist()  # in order of subject
        found = grounds_for(
            engine, in_force, questions, lambda asked: score(engine, in_force, asked)
        )
    results = []
    for number, example in enumerate(scheme.examples):
        lists = {ground.list for ground in found if ground.subject == SubjectId(number)}
        standing = standings[number]
        none_due = NO_STAGE if scheme.stages is not None else None
        got = Outcome(
            points=standing["points"],
            grade=standing["grade"] or NOT_GRADED,
            proposes=tuple(rule.list for rule in scheme.lists if rule.list in lists),
            rank=standing["rank"],
            stage=standing["stage"] or none_due,
            reduced_to=standing["reduced_to"],
        )
        results.append(_held_against(example, got))
    return tuple(results)


def _held_against(example: Example, got: Outcome) -> ExampleResult:
    expected = Outcome(
        points=example.points,
        grade=example.grade,
        proposes=example.proposes,
        rank=example.rank,
        stage=example.stage,
        reduced_to=example.reduced_to,
    )
    proposes = None if expected.proposes is None else set(expected.proposes)
    ok = (
        expected.points in (None, got.points)
        and expected.grade in (None, got.grade)
        and (proposes is None or proposes == set(got.proposes or ()))
        and expected.rank in (None, got.rank)
        and expected.stage in (None, got.stage)
        and expected.reduced_to in (None, got.reduced_to)
    )
    return ExampleResult(example, ok, expected, got)


def _towns(scheme: Scheme) -> list[list[Member]]:
    """For each example whom it asks about, with their records: the example's number, then its peers.

    Every example asks at a moment of its own, so that nobody has a peer of another example.
    """
    following = count(len(scheme.examples))
    return [
        [(number, example.records), *((next(following), peer) for peer in example.peers)]
        for number, example in enumerate(scheme.examples)
    ]


def _rows(towns: list[list[Member]], catalogue: Catalogue) -> pa.Table:
    """The records of everybody whom the examples ask about, as rows of evidence."""
    rows: list[dict[str, Any]] = []
    fields: dict[str, pa.DataType] = {}
    for subject, records in (member for town in towns for member in town):
        start = len(rows)
        for record in records:
            rule = _rule(record, catalogue)
            row = _row(record, rule, subject, len(rows))
            row["document"] = _document(rows[start:], records, record, len(rows))
            row |= _takes_away(rows[start:], row, rule)
            for name, value in record.fields:
                fields[FIELD_PREFIX + name] = _kind(rule, name)
                row[FIELD_PREFIX + name] = value
            rows.append(row)
    schema = pa.schema([*SCORED, *sorted(fields.items())])
    return pa.Table.from_pylist(rows, schema)


def _rule(record: ExampleRecord, catalogue: Catalogue) -> TypeRule:
    rule = catalogue.types.get(record.type)
    if rule is None:
        raise BadInput(
            Text(
                zh=f"示例用到目录中没有的信息类别“{record.type}”。",
                en=f'An example has the record type "{record.type}", which the catalogue has not.',
            )
        )
    return rule


def _kind(rule: TypeRule, name: str) -> pa.DataType:
    field = rule.field(name)
    if field is None:
        raise BadInput(
            Text(
                zh=f"示例用到信息类别“{rule.type}”没有的字段“{name}”。",
                en=f'An example has the field "{name}", which "{rule.type}" has not.',
            )
        )
    return FIELD_TYPES[field.kind]


def _row(record: ExampleRecord, rule: TypeRule, subject: int, number: int) -> dict[str, Any]:
    cited = rule.cited(record.cites)
    return {
        "subject": subject,
        "record": number,
        "type": str(record.type),
        "authority": "example",
        "content": number,
        "happened": record.on,
        "ends": None,
        "leaves": months_after(record.on, rule.retention_months),
        "severity": cited.severity if cited else None,
        "kind": cited.kind if cited else None,
        "adverse": rule.adverse,
        "known": 0,
        "supersedes": None,
        "retracts": False,
        "waits": False,
        "delivery": "D-0000000000000000",
    }


def _document(
    before: list[dict[str, Any]],
    records: tuple[ExampleRecord, ...],
    record: ExampleRecord,
    number: int,
) -> int:
    """The number of a record's document: that of the first record that names the same one."""
    if record.document:
        for earlier, row in zip(records, before, strict=False):
            if earlier.document == record.document:
                return int(row["document"])
    return number


def _takes_away(
    before: list[dict[str, Any]], row: dict[str, Any], rule: TypeRule
) -> dict[str, Any]:
    """What a correction that retracts says: which record of its document it takes away."""
    if rule.correction != "retracts":
        return {}
    for earlier in before:
        if earlier["document"] == row["document"] and earlier["type"] in rule.affects:
            return {"supersedes": earlier["record"], "retracts": True}
    return {"retracts": True}
