"""The checker's bounds hold: no generated scheme gives a generated record more or less than they say.

Factors that multiply a field are left out: generated records have numbers below zero, which admission
refuses and the bounds rest on.
"""

from __future__ import annotations

from collections import Counter

from evenhand.schemes.reach import (
    greatest_of_component,
    greatest_points,
    least_of_component,
    least_points,
    lowest_points,
)
from evenhand.schemes.scheme import Factor, RatedPoints, Scheme
from tests.reference.generated_schemes import Case, some_cases
from tests.reference.outcome import Outcome, interpreted
from tests.reference.world import Told

CASES = 120
AFTER_FACTORS = ("base", "component", "exposure", "floor", "ceiling")


def by_factor(told: Counter[Told]) -> Counter[str]:
    """What the records and caps of each factor add up to."""
    sums: Counter[str] = Counter()
    for one, times in told.items():
        if one.factor is not None and one.step not in AFTER_FACTORS:
            sums[one.factor] += one.points * times
    return sums


def multiplies(factor: Factor) -> bool:
    return isinstance(factor.points, RatedPoints)


def outside(value: int, least: int | None, most: int | None) -> bool:
    return (least is not None and value < least) or (most is not None and value > most)


def broken_bounds(case: Case, outcome: Outcome) -> list[str]:
    """The factors and components whose points leave what the checker says they can be."""
    of, on, found = case.in_force.scheme, case.as_of, []
    for told in outcome.told:
        sums = by_factor(told)
        for factor in (f for f in of.factors if not multiplies(f)):
            reach = least_points(factor, on), greatest_points(factor, on)
            if outside(sums[factor.factor], *reach):
                found.append(factor.factor)
        of_fields = {f.factor for f in of.factors if multiplies(f)}
        for part in (c for c in of.components if not of_fields & set(c.of)):
            steps = [one for one in told.elements() if one.step == "component"]
            cut = sum(one.points for one in steps if one.factor == part.component)
            held = least_of_component(part, of, on), greatest_of_component(part, of, on)
            if outside(sum(sums[name] for name in part.of) + cut, *held):
                found.append(part.component)
    return found


def at_a_bound(case: Case, outcome: Outcome) -> int:
    """How often the points of a factor are as great or as small as they can be, and not nothing."""
    return sum(
        by_factor(told)[factor.factor] in _ends(factor, case)
        for told in outcome.told
        for factor in case.in_force.scheme.factors
        if by_factor(told)[factor.factor]
    )


def _ends(factor: Factor, case: Case) -> tuple[int | None, int | None]:
    return least_points(factor, case.as_of), greatest_points(factor, case.as_of)


def fits(of: Scheme, case: Case) -> bool:
    """Whether the lowest points can be held against: no field multiplied, no floor above the ceiling."""
    floor, ceiling = of.scale.floor, of.scale.ceiling
    if any(multiplies(factor) for factor in of.factors):
        return False
    return floor is None or ceiling is None or floor.on(case.as_of) <= ceiling.on(case.as_of)


def test_no_points_leave_their_bounds_and_some_reach_them() -> None:
    reached = 0
    for case in some_cases(CASES):
        outcome = interpreted(case)
        assert broken_bounds(case, outcome) == [], case.seed
        reached += at_a_bound(case, outcome)
        of = case.in_force.scheme
        lowest = lowest_points(of, case.as_of) if of.scale.peers is None else None
        if lowest is not None and fits(of, case):
            assert min(standing["points"] for standing in outcome.standings) >= lowest
    assert reached > CASES  # bounds that nothing ever reaches would prove little
