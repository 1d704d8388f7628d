"""Steps that cannot be skipped, and worse grades: what a standing calls for, beside earlier cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from evenhand.cases.case import State
from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Days, day
from evenhand.kernel.text import Text
from evenhand.pipeline.gradings import next_step, worse_grade
from evenhand.schemes.scheme import Line, Scheme, Stage, Stages
from tests.unit.cases.turns_of_kinds import graded, step
from tests.unit.lists.test_grade_held import graded as scheme_of

NOBODY = Line(1, 1)
WHO = SubjectId(1001)
NOW = Clocks(day("2026-05-01"), dt.datetime(2026, 5, 1, tzinfo=dt.UTC))


def stepped() -> Scheme:
    """Three steps, reached with 80, 60 and 40 points or fewer."""
    steps = tuple(
        Stage(f"step-{n}", Text(zh=f"第{n}步", en=f"Step {n}"), start, None, NOBODY)
        for n, start in ((1, 80_000), (2, 60_000), (3, 40_000))
    )
    return replace(scheme_of(), stages=Stages(RecordType("a_measure"), "step", None, steps, NOBODY))


def row(points: int, due: str | None) -> dict[str, object]:
    return {"points": points, "stage": due}


def case(number: int, status: str = "in_effect", **changes: object) -> State:
    """A case about a step; one that ever took effect has had an effect."""
    made = State(step(number, **changes), status, day("2026-03-02"))  # type: ignore[arg-type]
    if status in ("in_effect", "ended"):
        return replace(made, effect=Days.through(day("2026-03-20"), day("2029-03-19")))
    return made


def wanted(points: int, due: str | None, *cases: State) -> list[tuple[str, int, object]]:
    found = next_step(stepped(), WHO, row(points, due), cases)
    return [(one.detail, one.number, one.follows) for one in found]


def test_points_that_jump_over_a_step_propose_the_earlier_one() -> None:
    assert wanted(30_000, "step-1") == [("step-1", 1, None)]


def test_the_next_step_follows_the_case_of_the_one_before() -> None:
    one = case(1)
    assert wanted(55_000, "step-1", one) == [("step-2", 2, one.facts.case)]
    assert wanted(30_000, "step-1", one, case(2)) == [("step-3", 3, case(2).facts.case)]


def test_an_ended_step_still_counts_as_taken() -> None:
    one = case(1, "ended")
    assert wanted(55_000, "step-1", one) == [("step-2", 2, one.facts.case)]


def test_a_closed_step_was_not_taken() -> None:
    assert wanted(30_000, "step-1", case(1, "closed")) == [("step-1", 1, None)]


def test_nothing_is_proposed_beside_an_open_case_or_without_reaching_it() -> None:
    assert wanted(30_000, "step-1", case(1, "delivered")) == []
    assert wanted(75_000, "step-1", case(1)) == []
    assert wanted(95_000, None) == []


def test_records_of_the_step_before_are_not_enough_for_the_next() -> None:
    (one,) = next_step(stepped(), WHO, row(55_000, "step-1"), [case(1)])
    assert one.earlier == frozenset(step(1).records)


def grades(computed: str | None, *cases: State) -> list[tuple[str, frozenset[RecordId]]]:
    found = worse_grade(scheme_of("C", "D"), WHO, computed, cases, NOW)
    return [(one.detail, one.earlier) for one in found]


def of_grade(grade: str, status: str) -> State:
    made = State(graded(grade=grade), status, day("2026-03-02"))  # type: ignore[arg-type]
    if status == "in_effect":
        return replace(made, effect=Days.through(day("2026-03-20"), day("2029-03-19")))
    return made


def test_a_worse_grade_is_wanted_once() -> None:
    assert grades("B") == []
    assert grades(None) == []
    assert grades("C") == [("C", frozenset())]
    assert grades("C", of_grade("C", "noticed")) == []
    assert grades("C", of_grade("C", "in_effect")) == []
    assert grades("C", of_grade("D", "delivered")) == []


def test_a_still_worse_grade_needs_a_case_of_its_own() -> None:
    assert grades("D", of_grade("C", "in_effect")) == [("D", frozenset())]


def test_records_of_a_case_that_led_to_nothing_are_remembered() -> None:
    assert grades("D", of_grade("D", "closed")) == [("D", frozenset(graded().records))]
