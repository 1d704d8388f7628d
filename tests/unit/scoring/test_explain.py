"""Explanations: every record appears, each reason is reached, everything sums, days are right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pyarrow as pa
import pytest

from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Day, Span, microseconds, moment
from evenhand.relational.engine import Query
from evenhand.schemes.scheme import Caps, InForce, RatedPoints, SharePoints
from evenhand.scoring.explain import explain, explain_all, last_day
from evenhand.scoring.standing import Contribution, Explanation, WhyNot
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

ME = SubjectId(1)
LATE = microseconds(moment("2026-06-30T23:00:00Z"))


def explained(of: InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any) -> Explanation:
    with engine(rows, **more) as made:
        return explain(made, of, ME, at)


def told(of: Explanation) -> list[tuple[str, str, str, int, str]]:
    return [
        (c.step, c.factor, str(int(c.record)) if c.record is not None else "", c.points, c.why_not)
        for c in of.contributions
    ]


EVERYTHING = InForce(
    scheme(
        factor(
            "penalty",
            "penalty",
            -5_000,
            where=[where("severity", "is", "serious")],
            unless=[where("excused", "is", True)],
        ),
        factor("rating", "rating", RatedPoints("n", always(1_000)), counting="latest"),
        factor("load", "return", SharePoints("loaded", "supplied", always(6_000), 950, 20)),
    ),
    Day(2025, 1, 1),
)


def serious(number: int, day: str, **more: Any) -> dict[str, Any]:
    return record(number, "penalty", day, severity="serious", **more)


ONE_OF_EACH = [
    serious(1, "2026-01-01", excused=False),  # counts
    serious(2, "2024-06-30"),
    serious(3, "2026-07-01"),
    record(4, "penalty", "2026-01-01", severity="minor"),
    serious(5, "2026-01-02", excused=True),
    serious(6, "2026-01-02"),
    record(7, "annulment", "2026-01-02", supersedes=6, retracts=True),
    record(8, "rating", "2026-01-01", n=3),
    record(9, "rating", "2026-01-02", n=4),
    serious(10, "2026-01-02"),  # in doubt
    serious(11, "2024-12-31", leaves=Day(2030, 1, 1)),
    serious(12, "2026-01-02", leaves=Day(2026, 6, 30)),
    serious(13, "2026-01-02", ends=Day(2026, 6, 30)),
    record(14, "gossip", "2026-01-01"),
    record(15, "return", "2026-01-01", loaded=1, supplied=2),
    serious(16, "2026-01-02", known=LATE),  # not known yet: does not appear
    serious(17, "2026-01-02", subject=2),  # somebody else's
]


def test_every_record_appears_once_with_what_it_adds_or_why_not() -> None:
    found = explained(EVERYTHING, ONE_OF_EACH, doubts=[(10, KNOWN, None)])
    assert told(found) == [
        ("base", "", "", 100_000, ""),
        ("points", "penalty", "2", 0, "outside_window"),
        ("points", "penalty", "11", 0, "before_public"),
        ("points", "penalty", "1", -5_000, ""),
        ("points", "penalty", "4", 0, "condition"),
        ("points", "penalty", "5", 0, "excused"),
        ("points", "penalty", "6", 0, "superseded"),
        ("points", "penalty", "10", 0, "in_doubt"),
        ("points", "penalty", "12", 0, "retention_over"),
        ("points", "penalty", "13", 0, "validity_over"),
        ("points", "penalty", "3", 0, "not_yet"),
        ("points", "rating", "8", 0, "later_one"),
        ("points", "rating", "9", 4_000, ""),
        ("points", "load", "", 0, ""),
        ("points", "load", "15", 0, "too_few"),
        ("points", "", "14", 0, "no_factor"),
        ("points", "", "7", 0, "retracts"),
    ]
    assert {why for *_, why in told(found)} == set(get_args(WhyNot))


def test_contributions_sum_to_the_standing_with_caps_and_bounds() -> None:
    caps = Caps(per_year=always(8_000), in_all=always(12_000))
    of = scheme(
        factor("award", "award", 5_000, caps=caps, within="5 years"),
        factor("other", "other", 30_000),
        base=always(100_000),
        floor=always(100_000),
        ceiling=always(110_000),
    )
    rows = [record(n, "award", "2025-05-01") for n in range(3)]
    rows += [record(n, "award", "2024-05-01") for n in range(3, 6)]
    found = explained(in_force(of), [*rows, record(9, "other", "2026-01-01")])
    assert [(c.step, c.points) for c in found.contributions if c.step != "points"] == [
        ("base", 100_000),
        ("yearly_cap", -7_000),
        ("yearly_cap", -7_000),
        ("total_cap", -4_000),
        ("ceiling", -32_000),
    ]
    assert found.standing.points == 110_000
    assert found.standing.grade == "A"


def test_the_floor_gives_back_exactly_what_is_below_it() -> None:
    of = scheme(factor("penalty", "penalty", -5_000), floor=always(97_000))
    found = explained(in_force(of), [record(1, "penalty", "2026-01-01")])
    assert told(found)[-1] == ("floor", "", "", 2_000, "")


def test_a_record_that_two_factors_count_appears_under_both() -> None:
    of = scheme(factor("a", "award", 1_000), factor("b", "award", 2_000, within="1 month"))
    found = explained(in_force(of), [record(1, "award", "2026-01-01")])
    assert told(found)[1:] == [
        ("points", "a", "1", 1_000, ""),
        ("points", "b", "1", 0, "outside_window"),
    ]


def test_a_subject_without_records_has_the_base_and_nothing_else() -> None:
    assert told(explained(EVERYTHING, [])) == [("base", "", "", 100_000, "")]


def test_a_share_stands_in_a_row_of_its_own_before_the_records_behind_it() -> None:
    rows = [record(n, "return", f"2026-0{n}-01", loaded=9, supplied=10) for n in (1, 2)]
    found = explained(EVERYTHING, rows)
    assert told(found)[1:] == [
        ("points", "load", "", 5_400, ""),
        ("points", "load", "1", 0, ""),
        ("points", "load", "2", 0, ""),
    ]
    doubtful = explained(
        EVERYTHING,
        [*rows, record(3, "return", "2026-03-01", loaded=0, supplied=9)],
        doubts=[(3, KNOWN, None)],
    )
    assert told(doubtful)[-1] == ("points", "load", "3", 0, "in_doubt")


def test_several_doubts_and_judgements_show_a_record_once() -> None:
    rows = [serious(1, "2026-01-01", subject=900, waits=True)]
    judged = [(900, 2, KNOWN + 1), (900, 1, KNOWN + 2)]
    doubts = [(1, KNOWN + 3, KNOWN + 4), (1, KNOWN + 5, None)]
    found = explained(EVERYTHING, rows, judgements=judged, doubts=doubts)
    assert told(found)[1:] == [("points", "penalty", "1", 0, "in_doubt")]


def test_the_direct_grade_that_gave_the_grade_is_named_with_its_records() -> None:
    of = scheme(direct=(direct("D", "forged"), direct("C", "late"), direct("C", "later")))
    rows = [record(n, kind, "2026-01-01") for n, kind in enumerate(["late", "late", "later"], 1)]
    found = explained(in_force(of), rows)
    assert found.standing.grade == "C"
    assert found.directly is not None
    assert (found.directly.direct, found.directly.records) == (1, (RecordId(1), RecordId(2)))
    assert explained(in_force(of), []).directly is None
    assert explained(EVERYTHING, rows).directly is None


def test_a_better_direct_grade_by_a_doubtful_record_is_named() -> None:
    of = scheme(direct=(direct("C", "b"), direct("A", "a"), direct("B", "c")), base=always(0))
    rows = [record(n, kind, "2026-01-01") for n, kind in enumerate("abc", 1)]
    found = explained(in_force(of), rows, doubts=[(1, KNOWN, None), (2, KNOWN, None)])
    assert found.standing.grade == "A"
    assert found.directly is not None
    assert found.directly.records == (RecordId(1),)


def test_several_subjects_are_explained_in_the_order_given() -> None:
    with engine(ONE_OF_EACH) as made:
        found = explain_all(made, EVERYTHING, [SubjectId(2), ME, SubjectId(3)], AT)
    assert [int(e.standing.subject) for e in found] == [2, 1, 3]
    assert [len(e.contributions) for e in found] == [2, 17, 1]


def test_an_explanation_that_does_not_add_up_is_not_shown() -> None:
    class Wrong:
        """An engine that loses the base."""

        dialect = "duckdb"

        def run(self, query: Query, tables: dict[str, pa.Table]) -> pa.Table:
            with engine(ONE_OF_EACH) as made:
                found = made.run(query, tables)
            if "step" in found.column_names:
                found = found.slice(1)
                return found.set_column(7, "points", pa.array([1] * found.num_rows, pa.int64()))
            return found

    with pytest.raises(RegisterDamaged, match=r"contributions of S-0000000000001 do not sum"):
        explain(Wrong(), EVERYTHING, ME, AT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("window", "happened", "last"),
    [
        ("24 months", "2026-01-15", "2028-01-14"),
        ("1 month", "2026-01-31", "2026-02-28"),
        ("1 month", "2026-02-28", "2026-03-27"),
        ("1 month", "2026-03-31", "2026-04-30"),
        ("12 months", "2024-02-29", "2025-02-28"),
        ("2 years", "2026-03-01", "2028-02-29"),
        ("30 days", "2026-01-01", "2026-01-30"),
        ("1 day", "2026-01-01", "2026-01-01"),
    ],
)
def test_the_last_day_is_the_last_on_which_the_window_reaches_back(
    window: str, happened: str, last: str
) -> None:
    span, day, until = Span.parse(window), Day.fromisoformat(happened), Day.fromisoformat(last)
    assert last_day(span, day, None, None) == until
    assert span.before(until) < day <= span.before(until.fromordinal(until.toordinal() + 1))


def test_the_last_day_is_of_window_validity_or_retention_whichever_ends_first() -> None:
    day, ends, leaves = Day(2026, 1, 1), Day(2026, 3, 1), Day(2026, 2, 1)
    assert last_day(None, day, None, None) is None
    assert last_day(None, day, ends, None) == Day(2026, 2, 28)
    assert last_day(None, day, ends, leaves) == Day(2026, 1, 31)
    assert last_day(Span(1, "month"), day, ends, leaves) == Day(2026, 1, 31)


def test_until_is_told_of_what_counts_and_of_nothing_else() -> None:
    found = explained(EVERYTHING, ONE_OF_EACH)
    days = {int(c.record): c.until for c in found.contributions if c.record is not None and c.until}
    assert days == {1: Day(2027, 12, 31), 9: Day(2028, 1, 1), 10: Day(2028, 1, 1)}
    for number, last in days.items():
        for day, counts in ((last, True), (last.fromordinal(last.toordinal() + 1), False)):
            at = Clocks(day, AT.known_at)
            again = explained(EVERYTHING, ONE_OF_EACH, at)
            seen = [c for c in again.contributions if c.record == number and not c.why_not]
            assert bool(seen) is counts


def test_contributions_are_nouns_that_compare() -> None:
    one = Contribution("base", "", None, 5)
    assert replace(one, points=6) != one
