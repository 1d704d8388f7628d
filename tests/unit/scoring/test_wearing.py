"""Since, fading, mending, once in a period: which day is meant, which way it is rounded, what is refused.

Doubt (RF-16) and the time before publication (RF-13) still refuse to count against anyone.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.ids import RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, Span, microseconds, moment
from evenhand.schemes.ages import ages, each_age
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import (
    Caps,
    ConstantPoints,
    Factor,
    FadeStep,
    GiveBack,
    HalfLifeFade,
    InForce,
    LinearFade,
    Mended,
    RatedPoints,
    Scheme,
    SharePoints,
    StepFade,
)
from evenhand.scoring.explain import explain
from evenhand.scoring.standing import Explanation
from tests.scoring_world import (
    AT,
    HERE,
    KNOWN,
    TODAY,
    always,
    engine,
    factor,
    in_force,
    record,
    scheme,
)


def explained(
    of: Scheme | InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any
) -> Explanation:
    made_of = of if isinstance(of, InForce) else in_force(of)
    with engine(rows, **more) as made:
        return explain(made, made_of, SubjectId(1), at)


def points(of: Scheme | InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any) -> int:
    return explained(of, rows, at, **more).standing.points - 100_000


def on(day: str) -> Clocks:
    return Clocks(Day.fromisoformat(day), AT.known_at)


# Since

FINAL = scheme(replace(factor("f", "penalty", -5_000, within="12 months"), since="final"))


@pytest.mark.parametrize(
    ("final", "expected", "why"),
    [
        ("2025-07-01", -5_000, ""),
        ("2025-06-30", 0, "outside_window"),
        ("2026-06-30", -5_000, ""),
        ("2026-07-01", 0, "not_yet"),
        (None, 0, "condition"),
    ],
)
def test_the_window_is_counted_from_the_day_in_the_field(
    final: str | None, expected: int, why: str
) -> None:
    day = Day.fromisoformat(final) if final else None
    rows = [record(1, "penalty", "2022-06-01", final=day, leaves=Day(2040, 1, 1))]
    found = explained(FINAL, rows, final=pa.date32())
    assert found.standing.points == 100_000 + expected
    assert found.contributions[-1].why_not == why


def test_what_counts_from_finality_counts_until_a_window_after_it() -> None:
    rows = [record(1, "penalty", "2022-06-01", final=TODAY, leaves=Day(2040, 1, 1))]
    assert explained(FINAL, rows).contributions[-1].until == Day(2027, 6, 29)
    assert points(FINAL, rows, on("2027-06-29")) == -5_000
    assert points(FINAL, rows, on("2027-06-30")) == 0


def test_an_event_after_the_day_asked_about_does_not_count_whatever_its_field_says() -> None:
    rows = [record(1, "penalty", "2026-07-01", final=Day(2026, 1, 1))]
    assert explained(FINAL, rows).contributions[-1].why_not == "not_yet"


def test_rf_13_publication_is_held_against_the_event_not_the_field() -> None:
    rows = [record(1, "penalty", "2025-12-31", final=Day(2026, 2, 1))]
    assert points(InForce(FINAL, Day(2026, 1, 1)), rows) == 0
    assert points(InForce(FINAL, Day(2025, 12, 31)), rows) == -5_000


def test_factors_with_and_without_a_field_stand_side_by_side() -> None:
    of = scheme(*FINAL.factors, factor("g", "penalty", -1_000, within="12 months"))
    rows = [record(1, "penalty", "2026-01-01", final=Day(2025, 1, 1))]
    assert points(of, rows) == -1_000


# Fading


def step(until: str, times: int) -> FadeStep:
    return FadeStep(Span.parse(until), times)


STEPS = StepFade((step("6 months", 3_000), step("12 months", 2_000), step("24 months", 500)))


def faded(fade: Any, points_: int = -5_001, within: str | None = "24 months") -> Scheme:
    return scheme(replace(factor("f", "penalty", points_, within=within), fade=fade))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-30", -15_003),
        ("2025-12-31", -15_003),
        ("2025-12-30", -10_002),
        ("2025-06-30", -2_500),  # -2500.5, rounded up
        ("2024-07-01", -2_500),
        ("2024-06-30", 0),
    ],
)
def test_steps_weigh_by_age(day: str, expected: int) -> None:
    assert points(faded(STEPS), [record(1, "penalty", day)]) == expected


def test_older_than_the_last_step_counts_nothing_and_says_so() -> None:
    of = faded(StepFade((step("6 months", 1_000),)), within=None)
    found = explained(of, [record(1, "penalty", "2025-12-30")]).contributions[-1]
    assert (found.points, found.times, found.over, found.why_not) == (0, 0, 1000, "")
    found = explained(of, [record(1, "penalty", "2025-12-31")]).contributions[-1]
    assert (found.points, found.times, found.until) == (-5_001, 1000, Day(2026, 6, 30))


@pytest.mark.parametrize(("better", "expected"), [("higher", -2_500), ("lower", -2_501)])
def test_a_faded_record_is_rounded_toward_the_subject(better: Any, expected: int) -> None:
    of = scheme(*faded(STEPS).factors, better=better)
    assert points(of, [record(1, "penalty", "2025-01-01")]) == expected


def test_a_linear_fade_loses_the_same_each_day() -> None:
    of = faded(LinearFade(), -10_000, "10 days")
    days = [(f"2026-06-{30 - age}", -10_000 + 1_000 * age) for age in range(10)]
    for day, expected in [*days, ("2026-06-20", 0)]:
        assert points(of, [record(1, "penalty", day)]) == expected


def test_a_half_life_is_rounded_half_to_even_at_a_millionth() -> None:
    of = faded(HalfLifeFade(Span.parse("10 days")), 1_000_000, None)
    found = explained(of, [record(1, "penalty", "2026-06-20")]).contributions[-1]
    assert (found.points, found.times, found.over) == (500_000, 500_000, 10**6)
    for age in (1, 7, 33, 100, 209, 210, 211):
        day = Day.fromordinal(TODAY.toordinal() - age)
        [aging] = ages(of, [TODAY])
        [told] = [one for one in each_age(aging) if one.happened == day]
        exact = Decimal(10**6) * Decimal(2) ** (Decimal(-age) / 10)
        assert told.times == round(exact)
        assert points(of, [record(1, "penalty", day, leaves=None)]) == told.times


def test_a_half_life_in_months_is_as_long_as_they_were_back_from_the_day() -> None:
    of = faded(HalfLifeFade(Span.parse("12 months")), -1_000)
    assert points(of, [record(1, "penalty", "2025-06-30")]) == -500


def test_a_record_from_before_all_records_of_a_fading_factor_counts_nothing() -> None:
    of = faded(HalfLifeFade(Span.parse("1 day")), within=None)
    old = record(1, "penalty", "1899-12-31", leaves=None)
    assert points(of, [old]) == 0


def test_fading_comes_before_the_choice_of_one() -> None:
    of = scheme(
        replace(factor("f", "penalty", RatedPoints("n", always(-1_000))), fade=STEPS),
    )
    worst = replace(of.factors[0], counting="worst")
    rows = [record(1, "penalty", "2026-06-01", n=2), record(2, "penalty", "2025-01-01", n=9)]
    assert points(replace(of, factors=(worst,), digest="worst"), rows) == -6_000


def test_rf_16_a_doubtful_record_that_faded_is_dropped_with_its_reason() -> None:
    found = explained(faded(STEPS), [record(1, "penalty", "2026-06-01")], doubts=[(1, KNOWN, None)])
    told = found.contributions[-1]
    assert (told.points, told.why_not, told.times) == (0, "in_doubt", None)


def test_a_great_number_that_fades_stops_nobody() -> None:
    of = faded(HalfLifeFade(Span.parse("1 year")))
    of = scheme(replace(of.factors[0], points=RatedPoints("n", always(-5_000_000))))
    assert points(of, [record(1, "penalty", "2026-06-29", n=10**12)]) < -(4 * 10**18)


def test_a_factor_that_does_not_fade_keeps_its_points_beside_one_that_does() -> None:
    of = scheme(*faded(STEPS).factors, factor("g", "penalty", -1_000))
    found = explained(of, [record(1, "penalty", "2025-01-01")])
    assert [(c.points, c.times) for c in found.contributions[1:]] == [(-2_500, 500), (-1_000, None)]


# Mending

BACK = (
    GiveBack(Span.parse("30 days"), 800),
    GiveBack("year_end", 400),
    GiveBack("next_year_end", 200),
)
MENDED = Mended(RecordType("performed"), BACK, HERE)


def mending(points_: int = -5_001, **more: Any) -> Scheme:
    return scheme(replace(factor("f", "penalty", points_), mended=MENDED), **more)


def wrong(number: int = 1, day: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return record(number, "penalty", day, **{"document": 7} | more)


def performed(day: str, number: int = 2, **more: Any) -> dict[str, Any]:
    return record(number, "performed", day, **{"document": 7} | more)


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2025-03-01", -1_000),  # 4000.8 given back, rounded up
        ("2025-03-31", -1_000),
        ("2025-04-01", -3_000),
        ("2025-12-31", -3_000),
        ("2026-01-01", -4_000),
        ("2026-07-01", -5_001),  # not yet
        ("2025-02-28", -5_001),  # before the wrong
    ],
)
def test_the_first_deadline_that_was_kept_decides(day: str, left: int) -> None:
    found = explained(mending(), [wrong(), performed(day)])
    assert found.standing.points - 100_000 == left
    mine = [(c.step, c.points) for c in found.contributions if c.factor == "f"]
    given = [("mended", left + 5_001)] if left != -5_001 else []
    assert mine == [("points", -5_001), *given]


def test_after_the_last_deadline_nothing_is_given_back() -> None:
    rows = [wrong(day="2024-07-01"), performed("2026-01-01")]
    assert points(mending(), rows) == -5_001


def test_the_earliest_mending_of_the_same_document_counts() -> None:
    rows = [
        wrong(),
        performed("2025-12-01"),
        performed("2025-03-05", 3),
        performed("2025-02-01", 4),
    ]
    assert points(mending(), rows) == -1_000


@pytest.mark.parametrize(
    "more",
    [
        {"document": 8},
        {"document": None},
        {"subject": 2},
        {"retracts": True},
        {"known": microseconds(moment("2026-07-01T00:00:00Z"))},
        {"type_": "other"},
    ],
)
def test_what_is_no_mending_of_this_wrong_gives_nothing(more: dict[str, Any]) -> None:
    row = performed("2025-03-05") | {("type" if k == "type_" else k): v for k, v in more.items()}
    assert points(mending(), [wrong(), row]) == -5_001
    assert points(mending(), [wrong(document=None), performed("2025-03-05")]) == -5_001


def test_a_mending_that_was_taken_back_gives_nothing() -> None:
    rows = [
        wrong(),
        performed("2025-03-05"),
        performed("2025-03-06", 3, supersedes=2, retracts=True),
    ]
    assert points(mending(), rows) == -5_001


def test_rf_16_a_doubtful_mending_still_speaks_for_its_subject() -> None:
    rows = [wrong(), performed("2025-03-05")]
    assert points(mending(), rows, doubts=[(2, KNOWN, None)]) == -1_000
    assert points(InForce(mending(), Day(2025, 3, 6)), rows) == 0
    assert points(mending(), rows, doubts=[(1, KNOWN, None)]) == 0


def test_a_mending_out_of_its_retention_still_mended() -> None:
    rows = [wrong(), performed("2025-03-05", leaves=Day(2026, 1, 1), ends=Day(2025, 4, 1))]
    assert points(mending(), rows) == -1_000


def test_nothing_is_taken_back_from_what_is_in_favour() -> None:
    assert points(mending(5_000), [wrong(), performed("2025-03-05")]) == 5_000
    assert points(mending(-5_000, better="lower"), [wrong(), performed("2025-03-05")]) == -5_000
    assert points(mending(5_001, better="lower"), [wrong(), performed("2025-03-05")]) == 1_000


def test_mending_comes_before_fading_and_both_are_told() -> None:
    of = scheme(replace(mending().factors[0], fade=STEPS))
    found = explained(of, [wrong(day="2026-03-01"), performed("2026-03-05")])
    told = [(c.step, c.points, c.times) for c in found.contributions if c.factor]
    assert told == [("points", -15_003, 3_000), ("mended", 12_003, None)]


def test_several_wrongs_of_one_document_are_all_mended_by_one_record() -> None:
    assert points(mending(-5_000), [wrong(), wrong(3), performed("2025-03-05")]) == -2_000


def test_fewer_deadlines_of_another_factor_give_nothing_by_accident() -> None:
    one = Mended(RecordType("performed"), BACK[:1], HERE)
    of = scheme(*mending(-5_000).factors, replace(factor("g", "penalty", -1_000), mended=one))
    assert points(of, [wrong(), performed("2025-12-01")]) == -3_000 - 1_000


# Once in a period


@pytest.mark.parametrize(
    ("counting", "expected"),
    [("once_a_day", -4 - 5 - 1 - 2), ("once_a_month", -5 - 1 - 2), ("once_a_year", -5 - 2)],
)
def test_once_in_a_period_takes_the_greatest_of_each(counting: Any, expected: int) -> None:
    of = scheme(factor("f", "visit", RatedPoints("n", always(-1_000)), counting=counting))
    days = ["2026-05-01", "2026-05-01", "2026-05-31", "2026-06-01", "2025-05-01"]
    rows = [
        record(number, "visit", day, n=n)
        for number, (day, n) in enumerate(zip(days, [3, 4, 5, 1, 2], strict=True))
    ]
    assert points(of, rows) == expected * 1_000


def test_once_in_a_period_goes_by_the_day_of_the_factor() -> None:
    one = factor("f", "visit", RatedPoints("n", always(-1_000)), counting="once_a_month")
    rows = [record(n, "visit", f"2026-0{n}-01", n=n, final=Day(2026, 5, n)) for n in (1, 2)]
    assert points(scheme(one), rows) == -3_000
    assert points(scheme(replace(one, since="final")), rows) == -2_000


def test_rf_16_a_doubtful_record_of_a_period_gives_way_to_a_milder_one() -> None:
    of = scheme(factor("f", "visit", RatedPoints("n", always(-1_000)), counting="once_a_month"))
    rows = [record(n, "visit", "2026-05-01", n=n) for n in (1, 2, 3)]
    assert points(of, rows, doubts=[(3, KNOWN, None)]) == -2_000


# What no plan says


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"fade": STEPS}, "fading"),
        ({"mended": MENDED}, "mending"),
        ({"at_most": Caps(per_day=always(1))}, "cap of a period"),
        ({"at_most": Caps(gains=Caps(per_year=always(1)))}, "cap of a period"),
    ],
)
def test_a_share_does_not_fade_and_has_no_period(more: dict[str, Any], said: str) -> None:
    share = SharePoints("loaded", "supplied", always(6_000), 950, 20)
    of = scheme(replace(factor("load", "return", share), **more))
    with pytest.raises(SchemeRefused, match=f'"load" is a share: it sums all records.*{said}'):
        compile_scheme(in_force(of))


def test_a_linear_fade_without_a_window_is_refused() -> None:
    of: Factor = replace(factor("f", "x", -1, within=None), fade=LinearFade())
    assert isinstance(of.points, ConstantPoints)
    with pytest.raises(SchemeRefused, match='The factor "f" fades linearly: it needs a window'):
        compile_scheme(in_force(scheme(of)))
