"""Which grade is in effect: what costs something waits for a case; what is better does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evenhand.kernel.text import Text
from evenhand.lists.grade_held import costs_something, grade_in_effect, worst_first
from evenhand.schemes.scheme import Dated, Grade, Line, Scale, Scheme
from tests.unit.cases.office import scheme

COSTS = Text(zh="每月检查", en="Inspected every month")


def graded(*costing: str, better: str = "higher") -> Scheme:
    """A to D, of which some cost something."""
    starts = {"D": 0, "C": 60_000, "B": 80_000, "A": 90_000}
    if better == "lower":
        starts = {grade: 90_000 - start for grade, start in starts.items()}
    bands = tuple(
        Grade(grade, None, start, Line(1, 1), costs=COSTS if grade in costing else None)
        for grade, start in starts.items()
    )
    scale = Scale(Dated.always(0), None, None, better)  # type: ignore[arg-type]
    return replace(scheme(), grades=bands, scale=scale)


@pytest.mark.parametrize(
    ("computed", "decided", "holds"),
    [
        ("A", (), "A"),
        ("B", (), "B"),
        ("C", (), "B"),  # the part of the fall that costs nothing
        ("D", (), "B"),
        ("C", ("C",), "C"),
        ("D", ("C",), "C"),  # the last that was decided
        ("D", ("C", "D"), "D"),
        ("A", ("D",), "A"),  # a better one takes effect at once
        ("C", ("D",), "C"),
        (None, ("D",), None),
        ("pending", (), "pending"),
    ],
)
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_rf_6_what_costs_something_waits(
    computed: str | None, decided: tuple[str, ...], holds: str | None, better: str
) -> None:
    assert grade_in_effect(graded("C", "D", better=better), computed, decided) == holds


def test_without_a_cost_the_computed_grade_is_in_effect() -> None:
    free = graded()
    assert not costs_something(free)
    assert [grade_in_effect(free, grade, ()) for grade in "ABCD"] == list("ABCD")
    assert worst_first(free) == ["D", "C", "B", "A"]
    assert worst_first(graded(better="lower")) == ["D", "C", "B", "A"]


def test_a_decision_on_a_grade_that_is_gone_holds_nobody_down() -> None:
    assert grade_in_effect(graded("C", "D"), "D", ("E",)) == "B"
