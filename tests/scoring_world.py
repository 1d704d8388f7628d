"""Small schemes and records for tests of scoring: everything has a default, a test says the rest."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from evenhand.kernel.ids import AuthorityId, ListId, RecordType, SchemeId
from evenhand.kernel.periods import Clocks, Day, Days, Span, microseconds
from evenhand.kernel.text import Text
from evenhand.relational.columns import SCORED
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.view import Doubted, Judged
from evenhand.schemes.scheme import (
    Caps,
    Condition,
    ConstantPoints,
    Counting,
    Dated,
    DirectGrade,
    Factor,
    Grade,
    InForce,
    Line,
    ListRule,
    ListTrigger,
    Look,
    OfEach,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    PointRule,
    Scale,
    Scheme,
    Value,
)

HERE = Line(1, 1)
PUBLIC = Day(2020, 1, 1)
NOW = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)
TODAY = Day(2026, 6, 30)
AT = Clocks(TODAY, NOW)
KNOWN = microseconds(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def text(said: str) -> Text:
    return Text(zh=said, en=said)


def always(points: int) -> Dated:
    return Dated.always(points)


def where(field: str, test: Any, *values: Value) -> Condition:
    return Condition(field, test, values, HERE)


def factor(
    name: str,
    counts: str,
    points: PointRule | int,
    *,
    counting: Counting = "each",
    within: str | None = "24 months",
    **more: Any,
) -> Factor:
    """A factor; ``where``, ``unless``, ``caps`` and all that has a default by name."""
    rule = ConstantPoints(always(points)) if isinstance(points, int) else points
    plain = Factor(
        factor=name,
        title=text(name),
        counts=RecordType(counts),
        where=tuple(more.pop("where", ())),
        unless=tuple(more.pop("unless", ())),
        points=rule,
        counting=counting,
        within=Span.parse(within) if within else None,
        at_most=more.pop("caps", Caps()),
        article="art. 1",
        line=HERE,
    )
    return replace(plain, **more)


def direct(
    grade: str | None,
    record: str,
    *conditions: Condition,
    of: Any = "any",
    within: str | None = None,
) -> DirectGrade:
    span = Span.parse(within) if within else None
    look = Look(RecordType(record), conditions, span, of, HERE)
    return DirectGrade(grade, text("by itself"), (look,), HERE)


def black(
    name: str, *triggers: ListTrigger, kind: Any = "black", lasts: str = "36 months"
) -> ListRule:
    return ListRule(
        list=ListId(name),
        title=text(name),
        legal_basis=(),
        kind=kind,
        topic="food-safety",
        enters_on=triggers,
        lasts=Span.parse(lasts),
        objection_days=15,
        repair=None,
        visibility="public",
        purposes=("review",),
        measures=(),
        line=HERE,
    )


def red(name: str, *triggers: ListTrigger, lasts: str = "36 months") -> ListRule:
    return black(name, *triggers, kind="red", lasts=lasts)


def on_record(record: str, *conditions: Condition) -> OnRecord:
    return OnRecord(RecordType(record), conditions, HERE)


def accumulates(
    record: str,
    *conditions: Condition,
    same: str = "kind",
    times: int = 3,
    within: str = "12 months",
) -> OnAccumulation:
    return OnAccumulation(RecordType(record), conditions, same, times, Span.parse(within), HERE)


def grade_held(grade: str, during: str, *without: str) -> OnGradeHeld:
    return OnGradeHeld(grade, Span.parse(during), tuple(RecordType(t) for t in without), HERE)


def scheme(*factors: Factor, **more: Any) -> Scheme:
    """A scheme of factors; any other part by name. Its digest is that of what it says."""
    grades = more.pop("grades", {"D": 0, "C": 60_000, "B": 80_000, "A": 95_000})
    needs: Mapping[str, OfEach] = more.pop("needs", {})
    scale = Scale(
        base=more.pop("base", always(100_000)),
        floor=more.pop("floor", None),
        ceiling=more.pop("ceiling", None),
        better=more.pop("better", "higher"),
        exposure=more.pop("exposure", None),
        peers=more.pop("peers", None),
    )
    made = Scheme(
        scheme=SchemeId("linhe-compliance"),
        version="1",
        title=text("A scheme"),
        authority=AuthorityId("linhe-credit-office"),
        jurisdiction="Linhe",
        domain="compliance",
        kind="official",
        legal_basis=(),
        subjects="enterprise",
        participation="by_law",
        published=Day(2020, 1, 1),
        in_force=Days(Day(2020, 3, 1)),
        scale=scale,
        factors=factors,
        grades=tuple(
            Grade(name, None, start, HERE, needs.get(name)) for name, start in grades.items()
        ),
        direct=more.pop("direct", ()),
        grades_purposes=(),
        benefits=(),
        lists=more.pop("lists", ()),
        examples=more.pop("examples", ()),
        made_up=None,
        digest="",
        **more,
    )
    return replace(made, digest=hashlib.sha256(repr(made).encode()).hexdigest())


def in_force(of: Scheme, public_since: Day | None = PUBLIC) -> InForce:
    return InForce(of, public_since)


def record(
    number: int, type_: str, happened: str | Day, subject: int = 1, **more: Any
) -> dict[str, Any]:
    """One row of evidence; fields by their own names."""
    day = Day.fromisoformat(happened) if isinstance(happened, str) else happened
    row = {
        "subject": subject,
        "record": number,
        "type": type_,
        "authority": "linhe-market-bureau",
        "document": 1000 + number,
        "content": number,
        "happened": day,
        "ends": None,
        "leaves": Day(day.year + 5, 1, 1),
        "severity": None,
        "kind": None,
        "adverse": True,
        "known": KNOWN,
        "supersedes": None,
        "retracts": False,
        "waits": False,
        "delivery": "D-0000000000000000",
    }
    for name, value in more.items():
        row[name if name in row else f"f_{name}"] = value
    return row


def evidence(rows: Iterable[Mapping[str, Any]], **kinds: pa.DataType) -> pa.Table:
    """Rows as a table of evidence; fields that hold only nulls need their kind by name."""
    given = list(rows)
    inferred: dict[str, pa.DataType] = {}
    for row in given:
        for name, value in row.items():
            if name.startswith("f_") and value is not None:
                inferred.setdefault(name, _kind(value))
    for name, kind in kinds.items():
        inferred[f"f_{name}"] = kind
    return pa.Table.from_pylist(given, pa.schema([*SCORED, *sorted(inferred.items())]))


def engine(
    rows: Iterable[Mapping[str, Any]],
    *,
    judgements: Sequence[Judged] = (),
    doubts: Sequence[Doubted] = (),
    limits: Limits | None = None,
    **kinds: pa.DataType,
) -> DuckDBEngine:
    sources = Sources(
        rows=evidence(rows, **kinds), judgements=tuple(judgements), doubts=tuple(doubts)
    )
    return DuckDBEngine(sources, limits or Limits(threads=1, memory="1GB"))


def _kind(value: object) -> pa.DataType:
    if isinstance(value, bool):
        return pa.bool_()
    if isinstance(value, int):
        return pa.int64()
    return pa.date32() if isinstance(value, Day) else pa.string()
