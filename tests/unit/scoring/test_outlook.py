"""What falls away next, what would change the grade, how far the next grade is: all of it scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, Days, Span
from evenhand.pipeline.foresight import without_each
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.schemes.scheme import (
    Caps,
    FadeStep,
    InForce,
    PeerGroup,
    Stage,
    Stages,
    StepFade,
)
from evenhand.scoring.explain import explain, explain_all
from evenhand.scoring.outlook import Outlook, outlook
from evenhand.scoring.standing import Explanation, Standing
from tests.scoring_world import (
    AT,
    HERE,
    NOW,
    always,
    direct,
    engine,
    evidence,
    factor,
    in_force,
    record,
    scheme,
    text,
)

ME = SubjectId(1)
BANDS = {"C": 0, "B": 80_000, "A": 100_000}
LOWER_BANDS = {"A": 0, "B": 14_000, "C": 28_000}


def ahead(of: InForce, rows: list[dict[str, Any]]) -> Outlook:
    """The outlook of one subject, each question of it really scored."""

    happened = {RecordId(row["record"]): row["happened"] for row in rows}
    with engine(rows) as made:

        def ask(day: Day) -> Explanation:
            return explain(made, of, ME, Clocks(day, NOW))

        def without(records: Sequence[RecordId]) -> list[Standing]:
            own = {int(ME)}
            copies, _ = without_each(evidence(rows, final=pa.date32()), own, records)
            subjects = [SubjectId(number + 1) for number in range(len(records))]
            with DuckDBEngine(Sources(rows=copies)) as apart:
                return [each.standing for each in explain_all(apart, of, subjects, AT)]

        return outlook(of, explain(made, of, ME, AT), happened, ask, without)


def penalties(**more: Any) -> InForce:
    return in_force(scheme(factor("penalty", "penalty", -10_000), grades=BANDS, **more))


def test_the_first_record_to_end_is_named_with_the_standing_then() -> None:
    found = ahead(
        penalties(),
        [record(1, "penalty", "2024-08-10"), record(2, "penalty", "2026-01-31")],
    )
    assert found.next is not None
    assert found.next.on == Day(2026, 8, 10)
    assert [(int(f.record), f.now, f.then) for f in found.next.falling] == [(1, -10_000, 0)]
    assert (found.next.then.points, found.next.then.grade) == (90_000, "B")


def test_several_that_end_on_one_day_are_named_together() -> None:
    found = ahead(penalties(), [record(n, "penalty", "2024-08-10") for n in (1, 2, 3)])
    assert found.next is not None
    assert sorted(int(f.record) for f in found.next.falling) == [1, 2, 3]
    assert found.next.then.points == 100_000


def test_the_first_day_on_which_the_grade_changes_may_be_a_later_one() -> None:
    found = ahead(
        penalties(),
        [
            record(1, "penalty", "2024-08-10"),
            record(2, "penalty", "2025-01-10"),
            record(3, "penalty", "2026-05-10"),
        ],
    )
    assert found.next is not None
    assert (found.next.on, found.next.then.grade) == (Day(2026, 8, 10), "B")
    found = ahead(
        penalties(), [record(1, "penalty", "2024-08-10"), record(2, "penalty", "2025-02-28")]
    )
    assert found.next is not None
    assert found.next.then.grade == "B"
    assert found.changes is not None
    assert found.changes.clocks.as_of == Day(2027, 2, 28)
    assert (found.changes.points, found.changes.grade) == (100_000, "A")


def test_nothing_that_counts_has_nothing_to_fall_away() -> None:
    found = ahead(
        penalties(), [record(1, "penalty", "2020-01-01"), record(2, "other", "2026-01-01")]
    )
    assert (found.next, found.changes, found.turns) == (None, None, ())


def test_a_record_that_steps_down_is_named_with_what_is_left() -> None:
    steps = StepFade((FadeStep(Span(12, "month"), 1000), FadeStep(Span(24, "month"), 500)))
    of = in_force(scheme(factor("penalty", "penalty", -30_000, fade=steps), grades=BANDS))
    found = ahead(of, [record(1, "penalty", "2025-09-15")])
    assert found.next is not None
    assert found.next.on == Day(2026, 9, 15)
    assert [(f.now, f.then) for f in found.next.falling] == [(-30_000, -15_000)]
    assert (found.next.then.points, found.next.then.grade) == (85_000, "B")


def test_a_step_counted_from_another_day_is_found_by_scoring() -> None:
    steps = StepFade((FadeStep(Span(12, "month"), 1000), FadeStep(Span(24, "month"), 500)))
    fading = factor("penalty", "penalty", -30_000, fade=steps, since="final")
    of = in_force(scheme(fading, grades=BANDS))
    found = ahead(of, [record(1, "penalty", "2025-06-15", final=Day(2025, 9, 15))])
    assert found.next is not None
    assert found.next.on == Day(2026, 9, 15)
    assert [(f.now, f.then) for f in found.next.falling] == [(-30_000, -15_000)]


def test_a_cap_may_hide_that_a_record_ends_and_the_scored_standing_says_so() -> None:
    capped = factor("penalty", "penalty", -10_000, caps=Caps(in_all=always(10_000)))
    of = in_force(scheme(capped, grades=BANDS))
    found = ahead(of, [record(1, "penalty", "2024-08-10"), record(2, "penalty", "2026-01-31")])
    assert found.next is not None
    assert found.next.then.points == 90_000
    assert found.turns == ()


def test_single_records_that_turn_the_grade_are_named() -> None:
    found = ahead(
        penalties(),
        [record(n, "penalty", "2026-01-31") for n in (1, 2, 3)],
    )
    assert [(int(t.record), t.without.grade, t.without.points) for t in found.turns] == [
        (1, "B", 80_000),
        (2, "B", 80_000),
        (3, "B", 80_000),
    ]


@pytest.mark.parametrize(
    ("count", "better", "worse"),
    [(0, None, ("B", 0)), (1, ("A", 10_000), ("C", 10_000)), (4, ("B", 20_000), None)],
)
def test_the_bands_beside_it(count: int, better: Any, worse: Any) -> None:
    found = ahead(penalties(), [record(n, "penalty", "2026-01-31") for n in range(1, count + 1)])
    told = [
        None if bound is None else (bound.grade.grade, bound.away)
        for bound in (found.better, found.worse)
    ]
    assert told == [better, worse]


def test_the_bands_beside_it_where_lower_is_better() -> None:
    of = in_force(
        scheme(
            factor("penalty", "penalty", 10_000),
            grades=LOWER_BANDS,
            base=always(0),
            better="lower",
        )
    )
    found = ahead(of, [record(1, "penalty", "2026-01-31"), record(2, "penalty", "2026-01-31")])
    assert found.better is not None
    assert found.worse is not None
    assert (found.better.grade.grade, found.better.start, found.better.away) == ("A", 14_000, 6_000)
    assert (found.worse.grade.grade, found.worse.start, found.worse.away) == ("C", 28_000, 8_000)


def test_where_a_record_gives_the_grade_points_have_no_distance() -> None:
    of = penalties(direct=(direct("C", "fraud", within="12 months"),))
    found = ahead(of, [record(1, "fraud", "2026-01-31"), record(2, "penalty", "2026-01-31")])
    assert (found.better, found.worse) == (None, None)


def test_nothing_is_foretold_of_ranks() -> None:
    of = penalties()
    ranked = replace(of.scheme.scale, peers=PeerGroup((1,), 2, HERE))
    alone = InForce(replace(of.scheme, scale=ranked), of.public_since)

    def ask(_: object) -> Any:
        raise AssertionError("a rank depends on others and is not asked for")

    with engine([record(1, "penalty", "2026-01-31")]) as made:
        now = explain(made, of, ME, AT)
    found = outlook(alone, now, {}, ask, ask)
    assert (found.next, found.changes, found.turns) == (None, None, ())
    assert (found.better, found.worse) == (None, None)


def test_the_next_stage_and_how_far_it_is() -> None:
    of = penalties()
    steps = (
        Stage("reminded", text("reminder"), 90_000, None, HERE),
        Stage("warned", text("warning"), 60_000, None, HERE),
    )
    stages = Stages(RecordType("step"), "step", None, steps, HERE)
    staged = InForce(replace(of.scheme, stages=stages), of.public_since)
    with engine([record(1, "penalty", "2026-01-31")]) as made:
        now = explain(made, of, ME, AT)
    assert now.standing.points == 90_000

    def ask(day: Day) -> Explanation:
        with engine([record(1, "penalty", "2026-01-31")]) as made:
            return explain(made, of, ME, Clocks(day, NOW))

    found = outlook(staged, now, {}, ask, lambda records: [now.standing] * len(records))
    assert found.stage is not None
    assert (found.stage[0].stage, found.stage[1]) == ("warned", 30_000)


def test_days_after_the_scheme_has_ended_are_not_looked_at() -> None:
    of = penalties()
    days = Days.through(Day(2020, 1, 1), Day(2026, 12, 31))
    ended = replace(of.scheme, in_force=days)
    found = ahead(InForce(ended, of.public_since), [record(1, "penalty", "2026-01-31")])
    assert found.next is None
