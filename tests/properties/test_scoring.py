"""The compiled plan against the plain interpreter, over generated schemes and records.

``EVENHAND_EXAMPLES=1000`` tries so many fresh ones in place of the same sixty.
"""

from __future__ import annotations

import os
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import ONE_DAY, Clocks, Day, microseconds, moment
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
DAYS = [
    Day(2025, 2, 28),
    Day(2025, 6, 30),
    Day(2025, 12, 31),
    Day(2026, 1, 1),
    Day(2026, 3, 31),
    Day(2026, 6, 30),
]
ASKED = [*DAYS[1:], Day(2026, 7, 31)]
MOMENTS = [microseconds(moment(f"2026-0{month}-01T00:00:00Z")) for month in (1, 3, 5, 7)]
COUNTING: list[Counting] = ["each", "latest", "worst", "best", "one_per_event"]
CODES = ("green", "yellow", "red")
WINDOWS = ("1 month", "90 days", "12 months", "24 months", "2 years", None, None)
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
some = st.integers(0, 3).flatmap(
    lambda chance: st.just(()) if chance else st.lists(conditions, max_size=2).map(tuple)
)


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
        *[draw(factors(number)) for number in range(draw(st.integers(0, 5)))],
        base=draw(dated).always(draw(st.sampled_from([0, 100_000]))),
        floor=None if floor is None else always(floor),
        ceiling=None if ceiling is None else always(ceiling),
        better=better,
        grades=start,
        direct=tuple(draw(st.lists(direct_grades(), max_size=3))),
        lists=tuple(draw(lists(number)) for number in range(draw(st.integers(0, 2)))),
    )
    return InForce(
        made,
        draw(
            st.none()
            | st.sampled_from(
                [Day(2020, 1, 1), Day(2025, 2, 28), Day(2025, 12, 31), Day(2026, 3, 31)]
            )
        ),
    )


def day(draw: Random) -> Day:
    if draw.random() < 0.4:
        return draw.choice(DAYS)
    return Day(2024, 3, 1) + draw.randrange(900) * ONE_DAY


def row(draw: Random, number: int) -> dict[str, Any]:
    """One record with every field, some of them empty, some absurd."""
    document = draw.choice([draw.randrange(15), None]) if number % 3 else 1000 + number
    made = record(
        number,
        draw.choice(TYPES),
        day(draw),
        subject=min(draw.choice(SUBJECTS), draw.choice(SUBJECTS)),
        document=document,
        ends=draw.choice(DAYS) if draw.random() < 0.15 else None,
        leaves=draw.choice(DAYS) if draw.random() < 0.15 else Day(2031, 1, 1),
        severity=draw.choice(["minor", "serious", None]),
        kind=draw.choice(["label", "label", "storage", None]),
        adverse=draw.random() < 0.8,
        known=draw.choice([MOMENTS[0], *MOMENTS[:3]]),
        hours=draw.choice([None, 10**13, *[draw.randrange(-5, 40)] * 8]),
        amount=draw.choice([None, *[draw.randrange(-(10**4), 10**9)] * 8]),
        code=draw.choice([*CODES, "grey", None]),
        loaded=draw.choice([None, -1, *[draw.randrange(60)] * 8]),
        supplied=draw.choice([None, *[draw.randrange(50)] * 8]),
        flag=draw.choice([None, True, False]),
        since=draw.choice([None, day(draw)]),
    )
    said = draw.random()
    if said < 0.08:
        made |= {"waits": True, "subject": 500 + draw.randrange(3)}
    elif said < 0.16 and number:
        made |= {"supersedes": draw.randrange(number), "retracts": draw.random() < 0.5}
    return made


def world(seed: int) -> World:
    """A register of so many records, judgements and doubts; the same for the same seed."""
    draw = Random(seed)
    made = [row(draw, number) for number in range(draw.randrange(100, 300))]
    doubts = []
    for _ in range(draw.randrange(120)):
        start, stop = draw.choice(MOMENTS), draw.choice([None, *MOMENTS])
        if stop is None or start < stop:
            doubts.append((draw.randrange(300), start, stop))
    judged = {
        (500 + draw.randrange(3), draw.choice(MOMENTS)): draw.choice(SUBJECTS) for _ in range(4)
    }
    judgements = [(waiting, subject, known) for (waiting, known), subject in judged.items()]
    return World(made, judgements, doubts)


@pytest.mark.slow
@settings(
    max_examples=int(os.environ.get("EVENHAND_EXAMPLES", "60")),
    deadline=None,
    derandomize="EVENHAND_EXAMPLES" not in os.environ,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(schemes(), st.integers(0, 10**9), st.sampled_from(ASKED), st.sampled_from(MOMENTS))
def test_plan_and_interpreter_agree(in_force: InForce, seed: int, as_of: Day, known: int) -> None:
    at = Clocks(as_of, moment("1970-01-01T00:00:00Z") + known * _MICROSECOND)
    town = world(seed)
    slow = Interpreter(in_force, town)
    with engine(town.rows, judgements=town.judgements, doubts=town.doubts, **FIELD_KINDS) as made:
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
