"""The tables that a plan is told: questions, days, who reads which type, spans.

Every calendar day in them is worked out here in Python, once for each distinct day asked about.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks, Day, microseconds
from evenhand.kernel.text import Text
from evenhand.schemes.ages import (
    Age,
    Aging,
    Mending,
    ages,
    aging,
    days_between,
    deadlines,
    each_age,
    last_days,
    most_deadlines,
)
from evenhand.schemes.days import (
    Days,
    Use,
    spans,
    uses_of_factors,
    uses_of_looks,
    uses_of_mending,
    uses_of_rules,
)
from evenhand.schemes.pair import SIDES, Pair
from evenhand.schemes.scheme import Deadline, InForce, Scheme

QUESTIONS: pa.Schema = pa.schema(
    [("subject", pa.int64()), ("as_of", pa.date32()), ("known", pa.int64())]
)
"""A table of questions: whom, on which day, by what was known at which microsecond since 1970."""

_AGES: pa.Schema = pa.schema(
    (field.name, pa.date32() if field.name in ("as_of", "happened") else pa.int64())
    for field in dataclasses.fields(Age)
)


def ask(subjects: Iterable[SubjectId | int], at: Clocks) -> pa.Table:
    """Make the questions about some subjects on one day and one moment."""
    numbers = pa.array([int(subject) for subject in subjects], pa.int64())
    return ask_all(numbers, at.as_of, microseconds(at.known_at))


def ask_all(subjects: pa.Array, as_of: Day, known: int) -> pa.Table:
    """Make the questions about a column of subject numbers on one day, as known at a microsecond."""
    count = len(subjects)
    days = pa.repeat(pa.scalar(as_of, pa.date32()), count)
    return pa.table([subjects, days, pa.repeat(pa.scalar(known, pa.int64()), count)], QUESTIONS)


def tables_for(in_force: InForce, questions: pa.Table) -> dict[str, pa.Table]:
    """Make every small table that the plan of a scheme reads.

    Raises:
        BadInput: When the questions lack a column or a value, or ask about a day on which a number
            of the scheme has no value yet.
    """
    asked = _checked(questions)
    as_of = sorted(set(asked.column("as_of").unique().to_pylist()))
    scheme = in_force.scheme
    tables = {
        "questions": _numbered(asked),
        "days": _days(in_force, as_of),
        "factors": _uses(uses_of_factors(scheme)),
    }
    if scheme.direct or scheme.ceilings:
        tables["directs"] = _uses(uses_of_looks(scheme))
    if aging(scheme):
        tables["ages"] = _ages(scheme, as_of)
    if most_deadlines(scheme):
        tables["mends"] = _uses(uses_of_mending(scheme))
        tables["deadlines"] = _deadlines(scheme, as_of)
    if scheme.lists:
        tables["rules"] = _uses(uses_of_rules(scheme))
        tables["spans"] = _spans(scheme, as_of)
    return tables


def tables_for_pair(
    pair: Pair, public_since: Day | None, questions: pa.Table
) -> dict[str, pa.Table]:
    """Make every small table that the plan of two schemes reads.

    Raises:
        BadInput: As ``tables_for``.
    """
    found = tables_for(InForce(pair.joined, public_since), questions)
    spread = [(place, one) for place, ones in pair.spread.items() for one in ones]
    faced = {place for places in pair.spread.values() for place in places[1:]}
    uses = [use for use in uses_of_factors(pair.joined) if use.number not in faced]
    found["factors"] = _uses(uses)
    if spread:
        slots, ones = zip(*spread, strict=True)
        found["spread"] = pa.table({"slot": pa.array(slots), "stands_for": pa.array(ones)})
    for scheme, side in zip(pair.both, SIDES, strict=True):
        own = tables_for(InForce(scheme, public_since), questions)
        found |= {f"{name}{side}": table for name, table in own.items() if name != "questions"}
    return found


def _checked(questions: pa.Table) -> pa.Table:
    lacking = [name for name in QUESTIONS.names if name not in questions.column_names]
    if lacking:
        raise BadInput(
            Text(
                zh=f"计算请求缺少列：{'、'.join(lacking)}。",
                en=f"The questions lack the column {', '.join(lacking)}.",
            )
        )
    asked = questions.select(QUESTIONS.names).cast(QUESTIONS)
    if any(column.null_count for column in asked.columns):
        raise BadInput(
            Text(
                zh="计算请求须写明主体、计算日和已知时间。",
                en="Each question names a subject, an as-of day and a known-at time.",
            )
        )
    return asked


def _numbered(asked: pa.Table) -> pa.Table:
    ones = pa.repeat(pa.scalar(1, pa.int64()), asked.num_rows)
    numbers = pc.subtract(pc.cumulative_sum(ones), 1)
    table = asked.rename_columns(["subject", "as_of", "known_at"])
    return table.add_column(0, "question", numbers)


def _days(in_force: InForce, as_of: Sequence[Day]) -> pa.Table:
    days = Days(in_force.scheme)
    told = [days.told(day) for day in as_of]
    columns: dict[str, pa.Array] = {
        "as_of": pa.array(as_of, pa.date32()),
        "public_since": pa.array([in_force.public_since] * len(as_of), pa.date32()),
    }
    for window in days.windows:
        columns[days.opens(window)] = _column(told, days.opens(window), pa.date32())
    for place in range(len(days.numbers)):
        columns[f"number_{place}"] = _column(told, f"number_{place}", pa.int64())
    return pa.table(columns)


def _column(rows: Sequence[Mapping[str, object]], name: str, kind: pa.DataType) -> pa.Array:
    return pa.array([row[name] for row in rows], kind)


def _uses(uses: Sequence[Use]) -> pa.Table:
    return pa.table(
        {
            "number": pa.array([use.number for use in uses], pa.int64()),
            "type": pa.array([str(use.type) for use in uses], pa.string()),
        }
    )


def _ages(scheme: Scheme, as_of: Sequence[Day]) -> pa.Table:
    return pa.concat_tables([_AGES.empty_table(), *map(_aged, ages(scheme, as_of))])


@lru_cache(maxsize=32)
def _aged(of: Aging) -> pa.Table:
    """The ages of one factor on one day; kept, because a run asks about few days many times."""
    rows = list(each_age(of))
    columns = {name: list(map(attrgetter(name), rows)) for name in _AGES.names}
    return pa.table(columns, _AGES)


def _deadlines(scheme: Scheme, as_of: Sequence[Day]) -> pa.Table:
    """A factor with fewer deadlines than another has no day in the columns of those it lacks."""
    count = most_deadlines(scheme)
    kinds = {"number": pa.int64(), "happened": pa.date32()}
    kinds |= {f"by_{place}": pa.date32() for place in range(count)}
    none = pa.schema(list(kinds.items())).empty_table()
    return pa.concat_tables([none, *(_mended_by(of, count) for of in deadlines(scheme, as_of))])


def _mended_by(of: Mending, count: int) -> pa.Table:
    days = pa.array(days_between(of.after, of.through), pa.date32())
    columns = {"number": pa.repeat(pa.scalar(of.number, pa.int64()), len(days)), "happened": days}
    for place in range(count):
        columns[f"by_{place}"] = (
            _last_days(of.by[place], of.after, of.through)
            if place < len(of.by)
            else pa.nulls(len(days), pa.date32())
        )
    return pa.table(columns)


@lru_cache(maxsize=32)
def _last_days(by: Deadline, after: Day, through: Day) -> pa.Array:
    return pa.array(last_days(by, after, through), pa.date32())


def _spans(scheme: Scheme, as_of: Sequence[Day]) -> pa.Table:
    rows = list(spans(scheme, as_of))
    return pa.table(
        {
            "number": pa.array([number for number, _, _ in rows], pa.int64()),
            "happened": pa.array([day for _, day, _ in rows], pa.date32()),
            "back": pa.array([back for _, _, back in rows], pa.date32()),
        }
    )
