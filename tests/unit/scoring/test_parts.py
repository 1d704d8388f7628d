"""Totals of factors and components: starts, leasts, caps of a part, bands that need more than points.

What a bound takes or gives is a contribution; a least never makes a dropped record count (RF-16).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import (
    Component,
    Dated,
    Factor,
    Grade,
    OfEach,
    RatedPoints,
    Scheme,
    SharePoints,
)
from evenhand.scoring.explain import explain
from evenhand.scoring.standing import Explanation
from tests.scoring_world import (
    AT,
    HERE,
    KNOWN,
    always,
    engine,
    factor,
    in_force,
    record,
    scheme,
    text,
)


def explained(of: Scheme, rows: list[dict[str, Any]], **more: Any) -> Explanation:
    with engine(rows, **more) as made:
        return explain(made, in_force(of), SubjectId(1), AT)


def steps(of: Explanation) -> list[tuple[str, str, int]]:
    return [(c.step, c.factor, c.points) for c in of.contributions if c.record is None]


def component(name: str, *of: str, most: int | None = None, least: int | None = None) -> Component:
    bounds = [None if bound is None else always(bound) for bound in (most, least)]
    return Component(name, text(name), of, bounds[0], bounds[1], HERE)


STARTS = replace(factor("f", "penalty", -60_000), starts=always(100_000), at_least=always(20_000))


@pytest.mark.parametrize(
    ("count", "expected", "given"), [(0, 100_000, 0), (1, 40_000, 0), (2, 20_000, 40_000)]
)
def test_a_factor_starts_with_points_and_never_falls_below_its_least(
    count: int, expected: int, given: int
) -> None:
    rows = [record(n, "penalty", "2026-01-01") for n in range(count)]
    found = explained(scheme(STARTS, base=always(0)), rows)
    assert found.standing.points == expected
    least = [("least", "f", given)] if given else []
    assert steps(found) == [("base", "", 0), ("start", "f", 100_000), *least]


def test_a_start_may_have_a_history() -> None:
    start = Dated(((Day(2020, 1, 1), 1_000), (Day(2026, 1, 1), 2_000)))
    of = scheme(replace(factor("f", "award", 1), starts=start), base=always(0))
    assert explained(of, []).standing.points == 2_000


def test_a_least_is_a_lower_bound_whatever_is_better() -> None:
    of = replace(factor("f", "award", -5_000), at_least=always(-3_000))
    rows = [record(1, "award", "2026-01-01")]
    assert explained(scheme(of, better="lower"), rows).standing.points == 97_000
    assert explained(scheme(of), rows).standing.points == 97_000


def test_rf_16_a_dropped_record_stays_dropped_beside_a_start() -> None:
    rows = [record(1, "penalty", "2026-01-01")]
    found = explained(scheme(STARTS, base=always(0)), rows, doubts=[(1, KNOWN, None)])
    assert found.standing.points == 100_000
    assert [c.why_not for c in found.contributions if c.record is not None] == ["in_doubt"]


def test_the_start_and_least_of_a_share_act_on_the_whole_factor() -> None:
    rule = SharePoints("loaded", "supplied", always(6_000), 950, 20)
    of = scheme(replace(factor("s", "return", rule), starts=always(500), at_least=always(1_000)))
    assert explained(of, []).standing.points == 101_000
    rows = [record(1, "return", "2026-01-01", loaded=20, supplied=20)]
    assert explained(of, rows).standing.points == 106_500


TWO = (factor("a", "award", 5_000), factor("b", "bonus", 3_000), factor("c", "other", 1_000))
ROWS = [
    record(n, kind, "2026-01-01") for n, kind in enumerate(["award", "award", "bonus", "other"])
]


def test_a_component_is_cut_to_its_cap_and_leaves_the_others() -> None:
    of = scheme(*TWO, components=(component("part", "a", "b", most=8_000),))
    found = explained(of, ROWS)
    assert found.standing.points == 109_000
    assert steps(found) == [("base", "", 100_000), ("component", "part", -5_000)]
    losses = tuple(replace(f, points=RatedPoints("n", always(-9_000))) for f in TWO)
    found = explained(scheme(*losses, components=of.components), [row | {"f_n": 1} for row in ROWS])
    assert found.standing.points == 100_000 - 8_000 - 9_000


def test_a_component_is_raised_to_its_least_after_its_cap() -> None:
    of = scheme(*TWO, components=(component("part", "a", "b", most=2_000, least=4_000),))
    assert steps(explained(of, []))[-1] == ("component", "part", 4_000)
    assert explained(of, ROWS).standing.points == 105_000


def test_a_factor_of_a_component_keeps_its_own_start_and_least() -> None:
    first: Factor = replace(TWO[0], starts=always(7_000))
    of = scheme(first, *TWO[1:], components=(component("part", "a", "b", most=8_000),))
    assert explained(of, []).standing.points == 107_000
    assert explained(of, ROWS[2:]).standing.points == 109_000


def needing(better: Any = "higher", **bounds: int | None) -> Scheme:
    needs = OfEach(("a", "part"), bounds.get("most"), bounds.get("least"))
    made = scheme(
        *TWO, better=better, base=always(0), components=(component("part", "b", "c"),), grades={}
    )
    starts = {"good": 0, "fair": 10_000, "bad": 20_000}
    if better == "higher":
        starts = {"bad": 0, "fair": 10_000, "good": 20_000}
    bands = [Grade(name, None, start, HERE) for name, start in starts.items()]
    best = "good"
    return replace(
        made, grades=tuple(replace(b, needs=needs) if b.grade == best else b for b in bands)
    )


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], "good"),
        (["award"], "good"),
        (["bonus", "bonus"], "fair"),  # 6 points of "part" are too many for good
        (["award", "award"], "fair"),
        (["award"] * 4, "bad"),
    ],
)
def test_a_band_whose_condition_fails_falls_to_the_next_worse(
    kinds: list[str], expected: str
) -> None:
    rows = [record(n, kind, "2026-01-01") for n, kind in enumerate(kinds)]
    assert explained(needing("lower", most=5_000), rows).standing.grade == expected


def test_a_band_may_need_a_least_of_each_part() -> None:
    of = needing(least=10_000)
    rows = [record(n, "award", "2026-01-01") for n in range(6)]
    assert explained(of, rows).standing.grade == "fair"
    rows += [record(n, "bonus", "2026-01-01") for n in range(10, 14)]
    assert explained(of, rows).standing.grade == "good"


def test_points_below_the_lowest_band_are_not_graded() -> None:
    made = needing("lower", most=5_000)
    of = replace(made, scale=replace(made.scale, base=always(-1)))
    assert explained(of, []).standing.grade is None


def test_where_no_band_holds_there_is_no_grade() -> None:
    made = needing("lower", most=5_000)
    needs = made.grades[0].needs
    of = replace(made, grades=tuple(replace(band, needs=needs) for band in made.grades))
    rows = [record(n, "award", "2026-01-01") for n in range(2)]
    assert explained(of, rows).standing.grade is None
