"""How far the points of a factor can go: whether they may rise or fall, and their greatest number.

Counts and amounts of the catalogue are never below zero, so a rate has the sign of its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import (
    ConstantPoints,
    Dated,
    Factor,
    PointRule,
    RatedPoints,
    Scale,
    SharePoints,
    TabledPoints,
    Thousandths,
)


def numbers_of(rule: PointRule) -> Iterator[Dated]:
    """Yield every number that decides points."""
    if isinstance(rule, ConstantPoints):
        yield rule.points
    elif isinstance(rule, RatedPoints):
        yield rule.times
    elif isinstance(rule, SharePoints):
        yield rule.full
    else:
        yield from (points for _, points in rule.table)
        if rule.otherwise is not None:
            yield rule.otherwise


def may_fall(rule: PointRule) -> bool:
    """Say whether a record may take points."""
    return any(value < 0 for number in numbers_of(rule) for _, value in number.history)


def may_rise(rule: PointRule) -> bool:
    """Say whether a record may give points."""
    return any(value > 0 for number in numbers_of(rule) for _, value in number.history)


def is_adverse(factor: Factor, scale: Scale) -> bool:
    """Say whether a factor may count against its subject."""
    return may_fall(factor.points) if scale.better == "higher" else may_rise(factor.points)


def lowest_points(scale: Scale, factors: tuple[Factor, ...], on: Day) -> Thousandths | None:
    """The lowest points that can come out on a day; None when nothing holds them."""
    if scale.floor is not None:
        return scale.floor.on(on)
    if any(may_fall(factor.points) for factor in factors):
        return None
    return scale.base.on(on)


def greatest_points(factor: Factor, on: Day) -> Thousandths | None:
    """The most that a factor can give on a day; None when nothing holds it.

    One record gives at most its own points where only one record counts; a share is one sum over
    all records and gives at most its full points.
    """
    caps = [] if factor.at_most.in_all is None else [factor.at_most.in_all.on(on)]
    if not may_rise(factor.points):
        return 0
    one = _of_one_record(factor.points, on)
    only_one = factor.counting in ("latest", "best", "worst")
    if one is not None and (only_one or isinstance(factor.points, SharePoints)):
        caps.append(one)
    return min(caps) if caps else None


def _of_one_record(rule: PointRule, on: Day) -> Thousandths | None:
    if isinstance(rule, RatedPoints):
        return None
    if isinstance(rule, TabledPoints):
        rows = [points.on(on) for _, points in rule.table]
        return max(rows + ([] if rule.otherwise is None else [rule.otherwise.on(on)]))
    return next(numbers_of(rule)).on(on)
