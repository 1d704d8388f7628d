"""Points and grades: what counts, in which order, which way it is rounded, who is not harmed by doubt.

Doubt (RF-16) and the time before publication (RF-13) refuse to count against anyone.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import Clocks, Day, microseconds, moment
from evenhand.schemes.scheme import Caps, Dated, InForce, RatedPoints, SharePoints, TabledPoints
from evenhand.scoring.questions import QUESTIONS, ask
from evenhand.scoring.score import score
from tests.scoring_world import (
    AT,
    KNOWN,
    always,
    direct,
    engine,
    factor,
    in_force,
    record,
    scheme,
    where,
)


def standing(
    of: InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any
) -> tuple[int, str | None]:
    with engine(rows, **more) as made:
        found = score(made, of, ask([1], at)).to_pylist()[0]
    return found["points"], found["grade"]


def points(of: InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any) -> int:
    """Points above the base of 100."""
    return standing(of, rows, at, **more)[0] - 100_000


def on(day: str) -> Clocks:
    return Clocks(Day.fromisoformat(day), AT.known_at)


PENALTY = in_force(scheme(factor("penalty", "penalty", -5_000)))


def test_a_subject_without_records_has_the_base() -> None:
    assert standing(PENALTY, []) == (100_000, "A")


def test_the_register_of_others_changes_nothing() -> None:
    assert points(PENALTY, [record(1, "penalty", "2026-06-01", subject=2)]) == 0


@pytest.mark.parametrize(
    ("as_of", "counts"),
    [
        ("2025-12-30", False),  # the day before it happened
        ("2025-12-31", True),
        ("2027-12-30", True),  # the last day of 24 months
        ("2027-12-31", False),
    ],
)
def test_a_window_is_open_behind_and_closed_on_the_day(as_of: str, counts: bool) -> None:
    rows = [record(1, "penalty", "2025-12-31")]
    assert points(PENALTY, rows, on(as_of)) == (-5_000 if counts else 0)


def test_a_window_is_clamped_to_the_end_of_a_month() -> None:
    monthly = in_force(scheme(factor("penalty", "penalty", -5_000, within="1 month")))
    rows = [record(1, "penalty", "2026-02-28")]
    assert points(monthly, rows, on("2026-03-27")) == -5_000
    assert points(monthly, rows, on("2026-03-28")) == 0
    assert points(monthly, [record(1, "penalty", "2026-03-01")], on("2026-03-31")) == -5_000


def test_without_a_window_a_factor_counts_back_without_end() -> None:
    ever = in_force(scheme(factor("award", "award", 3_000, within=None)))
    assert points(ever, [record(1, "award", "1999-01-01", leaves=Day(2099, 1, 1))]) == 3_000


@pytest.mark.parametrize(
    "more",
    [
        {"leaves": Day(2026, 6, 30)},
        {"ends": Day(2026, 6, 30)},
        {"retracts": True},
        {"known": microseconds(moment("2026-07-01T00:00:00Z"))},
        {"waits": True, "subject": 900},
    ],
)
def test_a_record_out_of_its_time_or_not_yet_known_does_not_count(more: dict[str, Any]) -> None:
    assert points(PENALTY, [record(1, "penalty", "2026-06-01", **more)]) == 0


@pytest.mark.parametrize("more", [{"leaves": Day(2026, 7, 1)}, {"ends": Day(2026, 7, 1)}])
def test_on_its_last_day_a_record_counts(more: dict[str, Any]) -> None:
    assert points(PENALTY, [record(1, "penalty", "2026-06-01", **more)]) == -5_000


def test_a_correction_counts_in_the_place_of_what_it_corrects_from_when_it_was_known() -> None:
    late = microseconds(moment("2026-06-15T00:00:00Z"))
    rows = [
        record(1, "penalty", "2026-06-01"),
        record(2, "penalty", "2026-06-01", supersedes=1, retracts=True, known=late),
    ]
    assert points(PENALTY, rows) == 0
    before = Clocks(AT.as_of, moment("2026-06-14T23:59:59.999999Z"))
    assert points(PENALTY, rows, before) == -5_000


def test_conditions_are_all_needed_and_an_empty_field_meets_none() -> None:
    strict = scheme(
        factor(
            "speeding",
            "speeding",
            -1_000,
            where=[where("over", "at_least", 20), where("severity", "one_of", "minor", "serious")],
        )
    )
    rows = [
        record(1, "speeding", "2026-01-01", over=20, severity="minor"),
        record(2, "speeding", "2026-01-01", over=19, severity="minor"),
        record(3, "speeding", "2026-01-01", over=None, severity="minor"),
        record(4, "speeding", "2026-01-01", over=30, severity=None),
        record(5, "speeding", "2026-01-01", over=30, severity="moderate"),
    ]
    assert points(in_force(strict), rows) == -1_000


@pytest.mark.parametrize(
    ("test", "values", "met"),
    [
        ("is", (5,), {5}),
        ("one_of", (4, 6), {4, 6}),
        ("at_least", (5,), {5, 6}),
        ("at_most", (5,), {4, 5}),
        ("more_than", (5,), {6}),
        ("less_than", (5,), {4}),
    ],
)
def test_each_test_of_a_condition(test: str, values: tuple[int, ...], met: set[int]) -> None:
    of = in_force(scheme(factor("f", "penalty", -1_000, where=[where("n", test, *values)])))
    found = {n for n in (4, 5, 6) if points(of, [record(1, "penalty", "2026-01-01", n=n)])}
    assert found == met


def test_any_excuse_is_enough() -> None:
    excuses = [where("fault", "is", "authority"), where("first_breach", "is", True)]
    mild = in_force(scheme(factor("penalty", "penalty", -5_000, unless=excuses)))
    rows = [
        record(1, "penalty", "2026-01-01", fault="authority", first_breach=False),
        record(2, "penalty", "2026-01-01", fault=None, first_breach=True),
        record(3, "penalty", "2026-01-01", fault=None, first_breach=None),
    ]
    assert points(mild, rows) == -5_000


@pytest.mark.parametrize(
    ("better", "amount", "expected"),
    [
        ("higher", 1_500_500, -4_501),  # 1,500.50 yuan at -3 thousandths a yuan: -4.5015 points
        ("higher", 1_500, -4),
        ("higher", -500, 2),
        ("lower", 1_500_500, -4_502),
        ("lower", 333, -1),
    ],
)
def test_an_amount_is_rounded_once_toward_the_subject(
    better: Any, amount: int, expected: int
) -> None:
    rule = RatedPoints("amount", always(-3), amount=True)
    of = in_force(scheme(factor("fine", "fine", rule), better=better))
    assert points(of, [record(1, "fine", "2026-01-01", amount=amount)]) == expected


def test_a_count_is_not_divided() -> None:
    of = in_force(scheme(factor("hours", "service", RatedPoints("hours", always(200)))))
    assert points(of, [record(1, "service", "2026-01-01", hours=7)]) == 1_400


@pytest.mark.parametrize("hours", [10**12 + 1, -(10**12) - 1, 2**62])
def test_an_absurd_number_counts_nothing_and_stops_nobody(hours: int) -> None:
    of = in_force(scheme(factor("hours", "service", RatedPoints("hours", always(200)))))
    rows = [
        record(1, "service", "2026-01-01", hours=hours),
        record(2, "service", "2026-01-01", hours=5),
    ]
    assert points(of, rows) == 1_000


def test_a_table_has_points_for_each_value_and_otherwise() -> None:
    table = (("green", always(2_000)), ("red", always(-7_000)))
    rated = in_force(
        scheme(factor("rating", "rating", TabledPoints("code", table, always(-1_000))))
    )
    plain = in_force(scheme(factor("rating", "rating", TabledPoints("code", table, None))))
    rows = [
        record(n, "rating", "2026-01-01", code=c) for n, c in enumerate(["green", "red", "blue"])
    ]
    assert points(rated, rows) == -6_000
    assert points(plain, rows) == -5_000
    assert points(rated, [record(1, "rating", "2026-01-01", code=None)], code=pa.string()) == 0


def test_the_day_asked_about_chooses_a_dated_number() -> None:
    rule = Dated(((Day(2019, 1, 1), -3_000), (Day(2026, 1, 1), -5_000)))
    of = scheme(
        factor("penalty", "penalty", TabledPoints("code", (("x", rule),), None), within=None),
        base=Dated(((Day(2019, 1, 1), 100_000), (Day(2026, 1, 1), 90_000))),
    )
    rows = [record(1, "penalty", "2025-06-01", code="x")]
    assert points(in_force(of), rows, on("2025-12-31")) == -3_000
    assert points(in_force(of), rows, on("2026-01-01")) == -15_000
    with pytest.raises(
        BadInput, match="set from 2019-01-01 on; nothing can be computed for 2018-12-31"
    ):
        points(in_force(of), rows, on("2018-12-31"))


def test_a_number_with_one_first_day_has_none_before() -> None:
    of = in_force(scheme(factor("f", "penalty", -1), ceiling=Dated(((Day(2020, 1, 1), 100_000),))))
    assert points(of, []) == 0
    with pytest.raises(BadInput, match="set from 2020-01-01 on"):
        points(of, [], on("2019-12-31"))


CAPPED = Caps(per_year=always(8_000), in_all=always(12_000))


@pytest.mark.parametrize("sign", [1, -1])
def test_caps_cut_years_then_the_whole_on_the_absolute_value(sign: int) -> None:
    of = in_force(scheme(factor("f", "award", sign * 5_000, caps=CAPPED, within="5 years")))
    one_year = [record(n, "award", "2025-05-01") for n in range(3)]
    assert points(of, one_year) == sign * 8_000
    more = [*one_year, record(9, "award", "2026-05-01")]
    assert points(of, more) == sign * 12_000


def test_caps_of_one_factor_leave_the_others() -> None:
    of = scheme(
        factor("a", "award", 5_000, caps=CAPPED),
        factor("b", "award", 1_000),
        factor("c", "penalty", -2_000, caps=Caps(in_all=always(3_000))),
    )
    rows = [record(n, "award", "2026-05-01") for n in range(4)]
    rows += [record(n, "penalty", "2026-05-01") for n in range(4, 8)]
    assert points(in_force(of), rows) == 8_000 + 4_000 - 3_000


def test_a_cap_may_have_a_history() -> None:
    cap = Caps(per_year=Dated(((Day(2019, 1, 1), 1_000), (Day(2026, 1, 1), 2_000))))
    of = in_force(scheme(factor("a", "award", 5_000, caps=cap)))
    rows = [record(1, "award", "2025-05-01")]
    assert points(of, rows, on("2025-12-31")) == 1_000
    assert points(of, rows) == 2_000


def test_floor_and_ceiling_act_once_on_the_total() -> None:
    of = scheme(
        factor("gain", "award", 150_000),
        factor("loss", "penalty", -60_000),
        base=always(100_000),
        floor=always(100_000),
        ceiling=always(200_000),
    )
    award, penalty = record(1, "award", "2026-01-01"), record(2, "penalty", "2026-01-01")
    assert standing(in_force(of), [award, penalty])[0] == 190_000  # not 200,000 - 60,000
    assert standing(in_force(of), [penalty])[0] == 100_000
    assert standing(in_force(of), [award])[0] == 200_000


LATEST = in_force(
    scheme(factor("rating", "rating", RatedPoints("n", always(1_000)), counting="latest"))
)


def rated(*numbers: int, day: str = "2026-01-01", **more: Any) -> list[dict[str, Any]]:
    return [record(i, "rating", day, n=n, **more) for i, n in enumerate(numbers, 1)]


def test_the_latest_counts_by_day_then_known_then_number() -> None:
    early = record(9, "rating", "2025-12-31", n=9, known=KNOWN + 5)
    assert points(LATEST, [early, *rated(1, 2)]) == 2_000
    first = record(1, "rating", "2026-01-01", n=7, known=KNOWN + 1)
    assert points(LATEST, [first, record(2, "rating", "2026-01-01", n=3)]) == 7_000


@pytest.mark.parametrize(
    ("counting", "better", "expected"),
    [("worst", "higher", -4), ("best", "higher", 3), ("worst", "lower", 3), ("best", "lower", -4)],
)
def test_worst_and_best_are_the_subjects(counting: Any, better: Any, expected: int) -> None:
    rule = RatedPoints("n", always(1_000))
    of = in_force(scheme(factor("rating", "rating", rule, counting=counting), better=better))
    assert points(of, rated(3, -4, 1)) == expected * 1_000


def test_one_of_each_document_counts_the_greatest() -> None:
    rule = RatedPoints("n", always(-1_000))
    of = in_force(scheme(factor("rating", "rating", rule, counting="one_per_event")))
    rows = [*rated(1, 3, document=5), *[r | {"record": 10 + r["record"]} for r in rated(2)]]
    assert points(of, rows) == -5_000
    no_document = [r | {"document": None} for r in rated(1, 3)]
    assert points(of, no_document) == -4_000


SHARE = SharePoints("loaded", "supplied", always(6_000), 950, 20)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(18, 20)], 5_400),
        ([(19, 20)], 6_000),
        ([(18, 19)], 0),  # one case too few
        ([(9, 10), (8, 11)], 4_858),  # 17 of 21, rounded up
        ([(30, 20)], 6_000),  # never more than all
        ([(0, 20)], 0),
        ([(-1, 20)], 0),
        ([(None, 20), (19, 20)], 6_000),
    ],
)
def test_a_share_sums_its_counts(parts: list[tuple[int | None, int]], expected: int) -> None:
    of = in_force(scheme(factor("load", "return", SHARE)))
    rows = [
        record(n, "return", "2026-01-01", loaded=part, supplied=whole)
        for n, (part, whole) in enumerate(parts)
    ]
    assert points(of, rows) == expected


def test_a_share_without_cases_adds_nothing_even_when_none_is_asked_for() -> None:
    rule = SharePoints("loaded", "supplied", always(6_000), 950, 0)
    rows = [record(1, "return", "2026-01-01", loaded=0, supplied=0)]
    assert points(in_force(scheme(factor("load", "return", rule))), rows) == 0


def test_a_share_has_its_cap_in_all() -> None:
    of = scheme(factor("load", "return", SHARE, caps=Caps(in_all=always(4_000))))
    assert (
        points(in_force(of), [record(1, "return", "2026-01-01", loaded=20, supplied=20)]) == 4_000
    )


# Doubt, and the time before publication


DOUBT = [(1, KNOWN, None)]


@pytest.mark.parametrize("number", [-5, 5])
def test_rf_16_doubt_drops_what_is_against_and_keeps_what_is_in_favour(number: int) -> None:
    of = in_force(scheme(factor("rating", "rating", RatedPoints("n", always(1_000)))))
    lower = in_force(
        scheme(factor("rating", "rating", RatedPoints("n", always(1_000))), better="lower")
    )
    assert points(of, rated(number), doubts=DOUBT) == max(number, 0) * 1_000
    assert points(lower, rated(number), doubts=DOUBT) == min(number, 0) * 1_000


def test_rf_16_a_doubt_ends_and_is_remembered() -> None:
    start, stop = (microseconds(moment(f"2026-0{m}-01T00:00:00Z")) for m in (3, 5))
    rows = [record(1, "penalty", "2026-01-15")]
    for day, expected in (("02-28", -5_000), ("03-01", 0), ("04-30", 0), ("05-01", -5_000)):
        at = Clocks(AT.as_of, moment(f"2026-{day}T00:00:00Z"))
        assert points(PENALTY, rows, at, doubts=[(1, start, stop)]) == expected


def test_rf_13_what_happened_before_publication_is_not_held_against_anyone() -> None:
    of = scheme(factor("rating", "rating", RatedPoints("n", always(1_000))))
    rows = [*rated(-5, day="2025-12-31"), record(2, "rating", "2025-12-31", n=3)]
    assert points(InForce(of, Day(2026, 1, 1)), rows) == 3_000
    assert points(InForce(of, Day(2025, 12, 31)), rows) == -2_000
    assert points(InForce(of, None), rows) == -2_000


@pytest.mark.parametrize(
    ("latest", "earlier", "expected"),
    [
        (-5, 10, 10),  # the doubtful one hides nothing that is in favour
        (-5, -2, -2),  # nor what is no worse than it
        (-5, -5, -5),
        (-5, -10, 0),  # but doubt never makes a standing worse
        (5, -10, 5),  # a doubtful one in favour counts
    ],
)
def test_rf_16_a_doubtful_latest_record_never_makes_a_standing_worse(
    latest: int, earlier: int, expected: int
) -> None:
    rows = [*rated(latest), record(2, "rating", "2025-12-01", n=earlier)]
    assert points(LATEST, rows, doubts=DOUBT) == expected * 1_000


def test_rf_16_behind_a_doubtful_worst_record_the_next_worst_counts() -> None:
    rule = RatedPoints("n", always(1_000))
    worst = in_force(scheme(factor("rating", "rating", rule, counting="worst")))
    assert points(worst, rated(-9, -3, 2), doubts=DOUBT) == -3_000
    best = in_force(scheme(factor("rating", "rating", rule, counting="best")))
    assert points(best, rated(-2, -9), doubts=DOUBT) == 0


def test_rf_16_a_share_is_the_better_of_with_and_without_doubt() -> None:
    of = in_force(scheme(factor("load", "return", SHARE)))
    bad = record(1, "return", "2026-01-01", loaded=0, supplied=40)
    good = record(2, "return", "2026-01-02", loaded=20, supplied=20)
    assert points(of, [bad, good]) == 2_000
    assert points(of, [bad, good], doubts=DOUBT) == 6_000
    assert points(of, [bad, good], doubts=[(2, KNOWN, None)]) == 2_000


# Grades


def test_bands_are_half_open() -> None:
    of = in_force(scheme(factor("rating", "rating", RatedPoints("n", always(1)))))
    for n, grade in (
        (-5_000, "A"),
        (-5_001, "B"),
        (-20_000, "B"),
        (-40_001, "D"),
        (-100_001, None),
    ):
        assert standing(of, rated(n))[1] == grade


def test_a_scheme_without_bands_grades_nobody() -> None:
    assert standing(in_force(scheme(factor("penalty", "penalty", -1), grades={})), [])[1] is None


def test_direct_grades_are_tried_in_order_before_the_bands() -> None:
    of = scheme(
        factor("award", "award", 1_000),
        direct=(
            direct("D", "forged", where("proven", "is", True)),
            direct(None, "hearing"),
            direct("closed", "closure", within="12 months"),
        ),
    )
    hearing, closure = record(1, "hearing", "2026-01-01"), record(2, "closure", "2026-01-01")
    forged = record(3, "forged", "2026-01-01", proven=True)
    assert standing(in_force(of), [hearing, forged, closure], proven=pa.bool_())[1] == "D"
    assert standing(in_force(of), [hearing, closure], proven=pa.bool_())[1] is None
    assert standing(in_force(of), [closure], proven=pa.bool_())[1] == "closed"
    assert standing(in_force(of), [closure], on("2027-01-01"), proven=pa.bool_())[1] == "A"
    assert standing(in_force(of), [forged | {"f_proven": None}], proven=pa.bool_())[1] == "A"


def test_a_direct_grade_of_the_latest_looks_at_the_latest_day_only() -> None:
    of = scheme(direct=(direct("D", "audit", where("result", "is", "failed"), of="latest"),))
    failed = record(1, "audit", "2026-01-01", result="failed")
    passed = record(2, "audit", "2026-02-01", result="passed")
    assert standing(in_force(of), [failed])[1] == "D"
    assert standing(in_force(of), [failed, passed])[1] == "A"
    same_day = passed | {"happened": failed["happened"]}
    assert standing(in_force(of), [failed, same_day])[1] == "D"


def test_rf_16_a_doubtful_record_gives_a_direct_grade_only_where_it_is_better() -> None:
    bad = in_force(scheme(direct=(direct("D", "forged"),)))
    rows = [record(1, "forged", "2026-01-01")]
    assert standing(bad, rows)[1] == "D"
    assert standing(bad, rows, doubts=DOUBT)[1] == "A"
    good = in_force(scheme(direct=(direct("A", "forged"),), base=always(70_000)))
    assert standing(good, rows, doubts=DOUBT)[1] == "A"
    none = in_force(scheme(direct=(direct(None, "forged"),)))
    assert standing(none, rows, doubts=DOUBT)[1] == "A"


def test_rf_16_a_doubtful_latest_record_hides_no_better_direct_grade() -> None:
    of = scheme(
        direct=(direct("A", "audit", where("result", "is", "passed"), of="latest"),), base=always(0)
    )
    passed = record(2, "audit", "2026-01-01", result="passed")
    failed = record(1, "audit", "2026-02-01", result="failed")
    assert standing(in_force(of), [passed, failed])[1] == "D"
    assert standing(in_force(of), [passed, failed], doubts=DOUBT)[1] == "A"


# Questions


def test_the_same_subject_may_be_asked_about_on_many_days_and_moments() -> None:
    rows = [record(1, "penalty", "2026-01-15")]
    asked = pa.concat_tables(
        [ask([1, 2], on(f"2026-0{m}-20")) for m in (2, 1)] + [ask([1], on("2026-01-01"))]
    )
    with engine(rows) as made:
        found = score(made, PENALTY, asked).to_pylist()
    assert [(r["subject"], str(r["as_of"]), r["points"]) for r in found] == [
        (1, "2026-01-01", 100_000),
        (1, "2026-01-20", 95_000),
        (1, "2026-02-20", 95_000),
        (2, "2026-01-20", 100_000),
        (2, "2026-02-20", 100_000),
    ]


def test_no_questions_have_no_answers() -> None:
    with engine([record(1, "penalty", "2026-01-15")]) as made:
        assert score(made, PENALTY, ask([], AT)).num_rows == 0


def test_incomplete_questions_are_refused() -> None:
    with engine([]) as made:
        with pytest.raises(BadInput, match="questions lack the column known"):
            score(made, PENALTY, ask([1], AT).drop_columns(["known"]))
        nameless = pa.table([pa.array([None], pa.int64()), *ask([1], AT).columns[1:]], QUESTIONS)
        with pytest.raises(BadInput, match="names a subject, an as-of day and a known-at time"):
            score(made, PENALTY, nameless)
