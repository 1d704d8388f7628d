"""Direct grades of several looks, and ceilings: a look refuses what it does not see; doubt lowers nobody."""

from __future__ import annotations

from typing import Any

import pytest

from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, Span
from evenhand.schemes.scheme import CeilingGrade, DirectGrade, InForce, Look, Scheme
from evenhand.scoring.explain import explain
from tests.scoring_world import (
    AT,
    HERE,
    KNOWN,
    always,
    engine,
    in_force,
    record,
    scheme,
    text,
    where,
)


def look(type_: str, *conditions: Any, of: Any = "any", **more: Any) -> Look:
    within = more.pop("within", None)
    span = Span.parse(within) if within else None
    return Look(RecordType(type_), conditions, span, of, HERE, **more)


def direct(grade: str | None, *looks: Look) -> DirectGrade:
    return DirectGrade(grade, text("by itself"), looks, HERE)


def ceiling(not_above: str, *looks: Look) -> CeilingGrade:
    return CeilingGrade(not_above, text("not yet"), looks, HERE)


def grade(of: Scheme, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any) -> str | None:
    with engine(rows, **more) as made:
        return explain(made, in_force(of), SubjectId(1), at).standing.grade


def test_a_direct_grade_of_two_looks_needs_both() -> None:
    of = scheme(direct=(direct("D", look("forged"), look("notice", where("n", "at_least", 2))),))
    forged, notice = record(1, "forged", "2026-01-01"), record(2, "notice", "2026-01-01", n=2)
    assert grade(of, [forged, notice]) == "D"
    assert grade(of, [forged]) == "A"
    assert grade(of, [notice]) == "A"
    assert grade(of, [forged, record(2, "notice", "2026-01-01", n=1)]) == "A"


def test_rf_16_one_doubtful_look_of_two_gives_nothing_against_anyone() -> None:
    of = scheme(direct=(direct("D", look("forged"), look("notice")),))
    rows = [record(1, "forged", "2026-01-01"), record(2, "notice", "2026-01-01")]
    assert grade(of, rows, doubts=[(2, KNOWN, None)]) == "A"
    with engine(rows) as made:
        found = explain(made, InForce(of, Day(2026, 1, 2)), SubjectId(1), AT)
    assert found.standing.grade == "A"


def test_the_records_of_every_look_are_named() -> None:
    of = scheme(direct=(direct("C", look("late")), direct("D", look("forged"), look("notice"))))
    rows = [record(n, kind, "2026-01-01") for n, kind in enumerate(["forged", "notice", "x"], 1)]
    with engine(rows) as made:
        found = explain(made, in_force(of), SubjectId(1), AT)
    assert found.directly is not None
    assert (found.directly.direct, found.directly.records) == (1, (RecordId(1), RecordId(2)))


def test_the_latest_is_looked_for_among_those_that_meet_a_condition() -> None:
    gradable = (where("kind", "is", "initial"),)
    of = scheme(
        direct=(
            direct("D", look("visit", where("n", "more_than", 5), of="latest", among=gradable)),
        )
    )
    bad = record(1, "visit", "2026-01-01", kind="initial", n=9)
    assert grade(of, [bad]) == "D"
    assert grade(of, [bad, record(2, "visit", "2026-02-01", kind="other", n=0)]) == "D"
    assert grade(of, [bad, record(2, "visit", "2026-02-01", kind="initial", n=0)]) == "A"
    assert grade(of, [record(2, "visit", "2026-02-01", kind="other", n=9)]) == "A"


@pytest.mark.parametrize(("count", "expected"), [(0, None), (1, None), (2, "A"), (3, "A")])
def test_too_few_records_are_not_graded(count: int, expected: str | None) -> None:
    few = look("visit", where("n", "at_least", 1), fewer_than=2, within="12 months")
    of = scheme(direct=(direct(None, few),))
    rows = [record(n, "visit", "2026-01-01", n=1) for n in range(count)]
    rows += [record(8, "visit", "2026-01-01", n=0), record(9, "visit", "2025-06-30", n=1)]
    assert grade(of, rows) == expected


def test_rf_16_a_doubtful_record_is_still_a_chance_to_be_graded() -> None:
    of = scheme(direct=(direct(None, look("visit", fewer_than=1)),))
    rows = [record(1, "visit", "2026-01-01")]
    assert grade(of, rows, doubts=[(1, KNOWN, None)]) == "A"


NEW = ceiling("B", look("registration", within="36 months"))


def test_a_ceiling_lowers_what_is_above_it_and_nothing_else() -> None:
    of = scheme(ceilings=(NEW,))
    rows = [record(1, "registration", "2024-01-01", leaves=Day(2040, 1, 1))]
    assert grade(of, rows) == "B"
    assert grade(of, rows, Clocks(Day(2026, 12, 31), AT.known_at)) == "B"
    assert grade(of, rows, Clocks(Day(2027, 1, 1), AT.known_at)) == "A"
    assert grade(of, []) == "A"
    assert grade(scheme(ceilings=(NEW,), direct=(direct("D", look("registration")),)), rows) == "D"


def test_the_lowest_ceiling_holds_and_is_named_with_its_records() -> None:
    of = scheme(ceilings=(NEW, ceiling("C", look("arrears")), ceiling("B", look("arrears"))))
    rows = [record(1, "registration", "2026-01-01"), record(2, "arrears", "2026-01-01")]
    with engine(rows) as made:
        found = explain(made, in_force(of), SubjectId(1), AT)
    assert (found.standing.grade, found.standing.ceiling) == ("C", 1)
    assert found.lowered_by == (RecordId(2),)
    with engine([]) as made:
        found = explain(made, in_force(of), SubjectId(1), AT)
    assert (found.standing.ceiling, found.lowered_by) == (None, ())


def test_a_ceiling_lowers_a_band_that_came_directly_but_no_status() -> None:
    rows = [record(1, "registration", "2026-01-01")]
    poor = {"base": always(0)}
    given = scheme(ceilings=(NEW,), direct=(direct("A", look("registration")),), **poor)
    assert grade(given, rows) == "B"
    status = scheme(ceilings=(NEW,), direct=(direct("P", look("registration")),))
    assert grade(status, rows) == "P"
    nothing = scheme(ceilings=(NEW,), direct=(direct(None, look("registration")),))
    assert grade(nothing, rows) is None


def test_rf_16_a_doubt_lowers_nobody_to_a_ceiling() -> None:
    of = scheme(ceilings=(NEW,))
    rows = [record(1, "registration", "2026-01-01")]
    assert grade(of, rows, doubts=[(1, KNOWN, None)]) == "A"
    lifted = scheme(ceilings=(ceiling("B", look("visit", fewer_than=1)),))
    rows = [record(1, "visit", "2026-01-01")]
    assert grade(lifted, []) == "B"
    assert grade(lifted, rows) == "A"
    assert grade(lifted, rows, doubts=[(1, KNOWN, None)]) == "A"


def test_rf_13_what_lies_before_publication_lowers_nobody() -> None:
    rows = [record(1, "registration", "2026-01-01")]
    with engine(rows) as made:
        late = explain(made, InForce(scheme(ceilings=(NEW,)), Day(2026, 1, 2)), SubjectId(1), AT)
        soon = explain(made, InForce(scheme(ceilings=(NEW,)), Day(2026, 1, 1)), SubjectId(1), AT)
    assert (late.standing.grade, soon.standing.grade) == ("A", "B")
