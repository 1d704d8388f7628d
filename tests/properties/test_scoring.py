"""The compiled plan against the plain interpreter, over generated schemes and records.

``EVENHAND_EXAMPLES=1000`` tries so many fresh ones in place of the same sixty.
"""

from __future__ import annotations

import os
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks, Day, microseconds, moment
from evenhand.schemes.scheme import (
    Caps,
    Condition,
    ConstantPoints,
    Counting,
    Dated,
    DirectGrade,
    Factor,
    InForce,
    ListRule,
    PointRule,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
)
from evenhand.scoring.explain import explain_all
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from tests.reference_interpreter import Interpreter, World
from tests.scoring_world import (
    accumulates,
    always,
    black,
    direct,
    engine,
    factor,
    grade_held,
    on_record,
    record,
    red,
    scheme,
    where,
)

SUBJECTS = range(10)
TYPES = ("penalty", "rating", "return", "award")
DAYS = [Day(2025, 2, 28), Day(2025, 12, 31), Day(2026, 1, 1), Day(2026, 3, 31), Day(2026, 6, 30)]
EVENTS = st.dates(Day(2023, 6, 1), Day(2026, 8, 1)) | st.sampled_from(DAYS)
MOMENTS = [microseconds(moment(f"2026-0{month}-01T00:00:00Z")) for month in (1, 3, 5, 7)]
COUNTING: list[Counting] = ["each", "each", "latest", "worst", "best", "one_per_event"]
CODES = ("green", "yellow", "red")
WINDOWS = ("1 month", "6 months", "12 months", "24 months", "2 years", "90 days", None)
FIELD_KINDS = {
    "hours": pa.int64(),
    "amount": pa.int64(),
    "code": pa.string(),
    "loaded": pa.int64(),
    "supplied": pa.int64(),
    "flag": pa.bool_(),
    "since": pa.date32(),
}

points = st.integers(-9_000, 9_000)
dated = points.map(always) | st.tuples(points, points).map(
    lambda two: Dated(((Day(2019, 1, 1), two[0]), (Day(2026, 1, 1), two[1])))
)
caps = st.none() | st.integers(0, 20_000).map(always)

conditions: st.SearchStrategy[Condition] = st.one_of(
    st.tuples(
        st.just("hours"),
        st.sampled_from(["is", "at_least", "at_most", "more_than", "less_than"]),
        st.integers(0, 40),
    ).map(lambda t: where(*t)),
    st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True).map(
        lambda codes: where("code", "one_of", *codes)
    ),
    st.sampled_from(["minor", "serious"]).map(lambda s: where("severity", "is", s)),
    st.booleans().map(lambda flag: where("flag", "is", flag)),
    st.dates(Day(2024, 1, 1), Day(2026, 1, 1)).map(lambda d: where("since", "at_least", d)),
)
some = st.lists(conditions, max_size=2).map(tuple)


@st.composite
def point_rules(draw: st.DrawFn) -> PointRule:
    kind = draw(st.sampled_from(["constant", "constant", "hours", "amount", "table"]))
    if kind == "constant":
        return ConstantPoints(draw(dated))
    if kind == "table":
        codes = draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
        table = tuple((code, draw(dated)) for code in codes)
        return TabledPoints("code", table, draw(st.none() | dated))
    return RatedPoints(kind, draw(dated), amount=kind == "amount")


@st.composite
def factors(draw: st.DrawFn, number: int) -> Factor:
    share = draw(st.integers(0, 5)) == 0
    rule: PointRule
    if share:
        full_from, least = draw(st.sampled_from([800, 950, 1000])), draw(st.integers(0, 30))
        rule = SharePoints("loaded", "supplied", draw(dated), full_from, least)
        limits = Caps(None, draw(caps))
    else:
        rule = draw(point_rules())
        limits = Caps(draw(caps), draw(caps))
    counting: st.SearchStrategy[Counting] = st.sampled_from(COUNTING)
    return factor(
        f"factor-{number}",
        draw(st.sampled_from(TYPES[:3])),
        rule,
        counting="each" if share else draw(counting),
        within=draw(st.sampled_from(WINDOWS)),
        where=draw(some),
        unless=draw(some) if draw(st.booleans()) else (),
        caps=limits,
    )


@st.composite
def direct_grades(draw: st.DrawFn) -> DirectGrade:
    return direct(
        draw(st.sampled_from(["A", "C", "D", "closed", None])),
        draw(st.sampled_from(TYPES)),
        *draw(some),
        of=draw(st.sampled_from(["any", "latest"])),
        within=draw(st.sampled_from(WINDOWS)),
    )


@st.composite
def lists(draw: st.DrawFn, number: int) -> ListRule:
    kind = draw(st.sampled_from(TYPES))
    several = accumulates(
        draw(st.sampled_from(TYPES)),
        *draw(some),
        same=draw(st.sampled_from(["kind", "code"])),
        times=draw(st.integers(1, 3)),
        within=draw(st.sampled_from(["6 months", "12 months", "1 year"])),
    )
    lasts = draw(st.sampled_from(["6 months", "12 months", "36 months"]))
    if draw(st.booleans()):
        return black(f"black-{number}", on_record(kind, *draw(some)), several, lasts=lasts)
    held = grade_held(
        draw(st.sampled_from("ABCD")), draw(st.sampled_from(["1 month", "3 months"])), kind
    )
    triggers = draw(st.sampled_from([(several, held), (held,), (on_record(kind), held)]))
    return red(f"red-{number}", *triggers, lasts=lasts)


@st.composite
def schemes(draw: st.DrawFn) -> InForce:
    floor, ceiling = draw(st.sampled_from([(None, None), (90_000, 110_000), (100_000, None)]))
    better = draw(st.sampled_from(["higher", "lower"]))
    start = {"A": 0, "B": 95_000, "C": 100_000, "D": 105_000}
    if better == "higher":
        start = {"D": 0, "C": 95_000, "B": 100_000, "A": 105_000}
    made: Scheme = scheme(
        *[draw(factors(number)) for number in range(draw(st.integers(0, 4)))],
        base=draw(dated).always(draw(st.sampled_from([0, 100_000]))),
        floor=None if floor is None else always(floor),
        ceiling=None if ceiling is None else always(ceiling),
        better=better,
        grades=start,
        direct=tuple(draw(st.lists(direct_grades(), max_size=3))),
        lists=tuple(draw(lists(number)) for number in range(draw(st.integers(0, 2)))),
    )
    return InForce(made, draw(st.none() | st.sampled_from([Day(2020, 1, 1), Day(2025, 6, 1)])))


@st.composite
def rows(draw: st.DrawFn, number: int) -> dict[str, Any]:
    happened = draw(EVENTS)
    return record(
        number,
        draw(st.sampled_from(TYPES)),
        happened,
        subject=draw(st.sampled_from(SUBJECTS)),
        document=draw(st.integers(0, 12) | st.none()) if number % 3 else 1000 + number,
        ends=draw(st.none() | st.none() | EVENTS),
        leaves=draw(st.just(Day(2031, 1, 1)) | EVENTS),
        severity=draw(st.sampled_from(["minor", "serious", None])),
        kind=draw(st.sampled_from(["label", "storage", None])),
        adverse=draw(st.booleans()),
        known=draw(st.sampled_from(MOMENTS[:3])),
        hours=draw(st.none() | st.integers(-5, 40) | st.just(10**13)),
        amount=draw(st.none() | st.integers(-(10**4), 10**9)),
        code=draw(st.sampled_from([*CODES, "grey", None])),
        loaded=draw(st.none() | st.integers(-1, 60)),
        supplied=draw(st.none() | st.integers(0, 50)),
        flag=draw(st.none() | st.booleans()),
        since=draw(st.none() | EVENTS),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    made = [draw(rows(number)) for number in range(draw(st.integers(0, 40)))]
    for row in made:
        said = draw(st.integers(0, 12))
        if said == 0:
            row["waits"], row["subject"] = True, 500 + draw(st.integers(0, 2))
        elif said == 1 and row["record"]:
            row["supersedes"] = draw(st.integers(0, row["record"] - 1))
            row["retracts"] = draw(st.booleans())
    number, when = st.integers(0, 40), st.sampled_from(MOMENTS)
    until = st.none() | st.just(MOMENTS[3])
    doubts = draw(st.lists(st.tuples(number, when, until), max_size=6))
    judged = draw(
        st.lists(
            st.tuples(st.integers(500, 502), st.sampled_from(SUBJECTS), when),
            max_size=4,
            unique_by=lambda j: (j[0], j[2]),
        )
    )
    settled = [(r, start, stop) for r, start, stop in doubts if stop is None or start < stop]
    return World(made, judged, settled)


@pytest.mark.slow
@settings(
    max_examples=int(os.environ.get("EVENHAND_EXAMPLES", "60")),
    deadline=None,
    derandomize="EVENHAND_EXAMPLES" not in os.environ,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(schemes(), worlds(), st.sampled_from(DAYS), st.sampled_from(MOMENTS))
def test_plan_and_interpreter_agree(
    in_force: InForce, world: World, as_of: Day, known: int
) -> None:
    at = Clocks(as_of, moment("1970-01-01T00:00:00Z") + known * _MICROSECOND)
    slow = Interpreter(in_force, world)
    with engine(
        world.rows, judgements=world.judgements, doubts=world.doubts, **FIELD_KINDS
    ) as made:
        standings = score(made, in_force, ask(SUBJECTS, at)).to_pylist()
        everyone = explain_all(made, in_force, [SubjectId(s) for s in SUBJECTS], at)
        for subject in SUBJECTS:
            expected = slow.answer(subject, as_of, known)
            assert (standings[subject]["points"], standings[subject]["grade"]) == (
                expected.points,
                expected.grade,
            )
            explained = everyone[subject]
            told = [
                (c.step, c.factor, None if c.record is None else int(c.record), c.points, c.why_not)
                for c in explained.contributions
            ]
            assert sum(points for _, _, _, points, _ in told) == expected.points
            assert tuple(sorted(told, key=repr)) == expected.told
        found = grounds(made, in_force, at, pa.table({"subject": pa.array(SUBJECTS, pa.int64())}))
        assert [
            (int(g.subject), str(g.list), g.rule, tuple(int(r) for r in g.records))
            for g in sorted(found, key=lambda g: (g.subject, g.list, g.rule, g.records))
        ] == slow.grounds(SUBJECTS, as_of, known)


_MICROSECOND = moment("1970-01-01T00:00:00.000001Z") - moment("1970-01-01T00:00:00Z")
