"""Caps of days, months, stretches, on gains and on losses: what each leaves, in order, and what it refuses.

A cap lets nothing that was dropped (RF-16) take up room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks, Day, Span
from evenhand.schemes.ages import ages, each_age
from evenhand.schemes.scheme import (
    Caps,
    Dated,
    InForce,
    Limits,
    RatedPoints,
    RollingCap,
    Scheme,
    SharePoints,
)
from evenhand.scoring.explain import explain
from evenhand.scoring.standing import Explanation
from tests.scoring_world import AT, KNOWN, TODAY, always, engine, factor, in_force, record, scheme

RATED = RatedPoints("n", always(1_000))


def capped(caps: Caps, *more: Any, within: str = "60 months", **kind: Any) -> Scheme:
    return scheme(factor("f", "award", RATED, caps=caps, within=within, **kind), *more)


def awards(*told: tuple[str, int], **more: Any) -> list[dict[str, Any]]:
    return [record(n, "award", day, n=points, **more) for n, (day, points) in enumerate(told)]


def explained(of: Scheme | InForce, rows: list[dict[str, Any]], **more: Any) -> Explanation:
    made_of = of if isinstance(of, InForce) else in_force(of)
    with engine(rows, **more) as made:
        return explain(made, made_of, SubjectId(1), AT)


def points(of: Scheme | InForce, rows: list[dict[str, Any]], **more: Any) -> int:
    return (explained(of, rows, **more).standing.points - 100_000) // 1_000


def cuts(of: Scheme, rows: list[dict[str, Any]], **more: Any) -> list[tuple[str, int]]:
    found = explained(of, rows, **more).contributions
    return [(c.step, c.points // 1_000) for c in found if c.record is None and c.step != "base"]


@pytest.mark.parametrize("sign", [1, -1])
def test_a_cap_a_day_and_a_month_cut_both_ways(sign: int) -> None:
    of = capped(Caps(per_day=always(3_000), per_month=always(5_000)))
    rows = awards(
        ("2026-05-01", 2 * sign),
        ("2026-05-01", 2 * sign),
        ("2026-05-31", 3 * sign),
        ("2026-06-01", 4 * sign),
        ("2025-05-01", 1 * sign),
    )
    assert points(of, rows) == sign * (5 + 3 + 1)
    expected = [("daily_cap", -1), ("daily_cap", -1), ("monthly_cap", -1)]
    assert cuts(of, rows) == [(step, cut * sign) for step, cut in expected]


def test_a_cap_of_a_day_is_of_the_event() -> None:
    of = capped(Caps(per_day=always(3_000)))
    assert points(of, awards(("2026-05-01", 3), ("2026-05-02", 3))) == 6


def test_the_sum_of_a_period_is_cut_not_its_parts() -> None:
    of = capped(Caps(per_month=always(3_000)))
    assert points(of, awards(("2026-05-01", 8), ("2026-05-02", -6))) == 2
    assert points(of, awards(("2026-05-01", 8), ("2026-05-02", -1))) == 3
    assert points(of, awards(("2026-05-01", -8), ("2026-05-02", 1))) == -3


def test_gains_are_cut_first_then_losses_then_the_sum() -> None:
    caps = Caps(
        gains=Limits(per_year=always(5_000)),
        losses=Limits(per_year=always(2_000)),
        per_year=always(4_000),
    )
    of = capped(caps)
    assert points(of, awards(("2026-01-01", 9), ("2026-01-02", -1))) == 4
    assert points(of, awards(("2026-01-01", 9), ("2026-01-02", -9))) == 3
    assert points(of, awards(("2026-01-01", 9))) == 4
    assert points(of, awards(("2026-01-01", -9))) == -2
    assert cuts(of, awards(("2026-01-01", 9), ("2025-01-02", -9))) == [
        ("yearly_cap", 7),
        ("yearly_cap", -5),
    ]


def test_each_cap_works_on_what_the_former_left() -> None:
    caps = Caps(gains=Limits(per_day=always(2_000), in_all=always(3_000)), in_all=always(1_000))
    of = capped(caps)
    rows = awards(("2026-01-01", 9), ("2026-01-02", 9), ("2026-01-03", -1))
    assert cuts(of, rows) == [("daily_cap", -7), ("daily_cap", -7), ("total_cap", -2)]
    assert points(of, rows) == 1


def rolling(span: str, most: int) -> RollingCap:
    return RollingCap(Span.parse(span), always(most * 1_000))


def test_a_rolling_cap_cuts_each_stretch_back_from_the_day() -> None:
    of = capped(Caps(rolling=rolling("6 months", 5)))
    rows = awards(
        ("2026-06-30", 4),
        ("2025-12-31", 4),
        ("2025-12-30", 4),
        ("2025-07-01", 4),
        ("2025-06-30", 1),
    )
    assert cuts(of, rows) == [("rolling_cap", -3), ("rolling_cap", -3)]
    assert points(of, rows) == 11


def test_stretches_do_not_drift_at_the_ends_of_months() -> None:
    of = capped(Caps(rolling=rolling("1 month", 1)), within="6 months")
    as_of = Day(2026, 5, 31)
    [aging] = ages(of, [as_of])
    found = {age.happened: age.stretch for age in each_age(aging)}
    assert found[Day(2026, 4, 30)] == 1
    assert found[Day(2026, 3, 31)] == 2
    assert found[Day(2026, 4, 1)] == 1
    assert found[Day(2026, 3, 1)] == 2


def test_a_stretch_is_of_the_day_of_the_factor() -> None:
    of = capped(Caps(rolling=rolling("6 months", 5)))
    of = scheme(replace(of.factors[0], since="final"))
    rows = [record(n, "award", "2026-01-01", n=4, final=Day(2026 - n, 6, 1)) for n in (0, 1)]
    assert points(of, rows) == 8


def test_what_a_year_cut_is_gone_from_the_latest_records_of_its_stretch() -> None:
    of = capped(Caps(per_year=always(6_000), rolling=rolling("6 months", 5)))
    rows = awards(("2025-08-01", 5), ("2025-07-01", 1), ("2025-12-31", 5))
    assert cuts(of, rows) == [("yearly_cap", -5), ("rolling_cap", -1)]
    assert points(of, rows) == 5


def test_rolling_caps_on_gains_and_losses_have_stretches_of_their_own() -> None:
    caps = Caps(
        gains=Limits(rolling=rolling("1 month", 2)), losses=Limits(rolling=rolling("12 months", 3))
    )
    rows = awards(("2026-06-30", 4), ("2026-05-30", 4), ("2026-06-30", -2), ("2025-07-01", -4))
    assert points(capped(caps), rows) == 2 + 2 - 3


def test_a_cap_may_have_a_history() -> None:
    most = Dated(((Day(2020, 1, 1), 1_000), (Day(2026, 6, 30), 2_000)))
    of = capped(Caps(per_day=most))
    rows = awards(("2026-05-01", 9))
    assert points(of, rows) == 2
    with engine(rows) as made:
        before = explain(made, in_force(of), SubjectId(1), Clocks(Day(2026, 6, 29), AT.known_at))
    assert before.standing.points == 101_000


def test_factors_with_other_caps_stand_beside_it() -> None:
    of = capped(
        Caps(per_day=always(1_000)),
        factor("g", "award", RATED, caps=Caps(per_year=always(3_000), in_all=always(4_000))),
        factor("h", "award", RATED),
        factor("s", "award", SharePoints("n", "n", always(6_000), 950, 1)),
    )
    rows = awards(("2026-05-01", 5), ("2025-05-01", 5))
    found = explained(of, rows)
    assert found.standing.points == 100_000 + 2_000 + 4_000 + 10_000 + 6_000
    names = {(c.step, c.factor) for c in found.contributions if c.record is None}
    assert ("daily_cap", "f") in names
    assert ("yearly_cap", "g") in names
    assert ("total_cap", "g") in names


def test_a_share_has_its_gains_and_losses_capped_in_all() -> None:
    caps = Caps(gains=Limits(in_all=always(4_000)))
    of = scheme(
        factor("s", "return", SharePoints("part", "whole", always(6_000), 950, 1), caps=caps)
    )
    rows = [record(1, "return", "2026-01-01", part=20, whole=20)]
    assert explained(of, rows).standing.points == 104_000
    of = scheme(*of.factors, *capped(caps).factors)
    assert explained(of, [*rows, *awards(("2026-01-01", 9))]).standing.points == 108_000


def test_rf_16_a_dropped_record_takes_no_room() -> None:
    of = capped(Caps(losses=Limits(per_year=always(3_000))))
    rows = awards(("2026-01-01", -3), ("2026-01-02", -2))
    assert points(of, rows) == -3
    assert points(of, rows, doubts=[(0, KNOWN, None)]) == -2
    assert points(InForce(of, Day(2026, 1, 2)), rows) == -2


def test_a_cap_of_zero_lets_nothing_count() -> None:
    of = capped(Caps(gains=Limits(in_all=always(0))))
    assert points(of, awards(("2026-01-01", 9), ("2026-01-02", -1))) == -1


def test_a_factor_without_a_window_rolls_back_to_the_earliest_day() -> None:
    of = scheme(
        factor("f", "award", RATED, caps=Caps(rolling=rolling("12 months", 5)), within=None)
    )
    old = awards(("1900-01-01", 4), ("1900-02-01", 4), leaves=None)
    assert points(of, old) == 5
    [aging] = ages(of, [TODAY])
    days = [age.happened for age in each_age(aging)]
    assert (days[0], days[-1]) == (Day(1900, 1, 1), TODAY)
