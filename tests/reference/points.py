"""What one record is worth under a factor: its points, what mending gives back, what age leaves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.schemes.scheme import (
    ConstantPoints,
    Deadline,
    Factor,
    HalfLifeFade,
    Mended,
    RatedPoints,
    SharePoints,
    StepFade,
    TabledPoints,
)
from tests.reference import records
from tests.reference.world import Question, Row

MOST = 10**12
"""A number beyond this is a slip of a typing hand and no count."""


@dataclass(frozen=True)
class Worth:
    """What a record is worth.

    Attributes:
        points: After mending and fading: what counts.
        unmended: What it would be without mending, faded.
        weight: What age leaves of it; None where nothing fades.
    """

    points: int
    unmended: int
    weight: Fraction | None


def toward(asked: Question, number: Fraction) -> int:
    """Round toward the subject: up where higher is better, down where lower is."""
    return math.ceil(number) if asked.higher else math.floor(number)


def favour(asked: Question, points: int) -> int:
    """Points as they speak for the subject: below zero is against."""
    return points if asked.higher else -points


def day_of(factor: Factor, row: Row) -> Day | None:
    """The day from which a factor counts a record's age; None: the record does not say it."""
    day: Day | None = row["happened"]
    return day if factor.since is None else records.value(row, factor.since)


def by_rule(asked: Question, factor: Factor, row: Row) -> int | None:
    """Points as the rule says; None where the record has not what the rule needs."""
    rule = factor.points
    match rule:
        case ConstantPoints(points=points):
            return points.on(asked.as_of)
        case RatedPoints(field=field, times=times, amount=amount):
            has = records.value(row, field)
            if has is None or abs(has) > (MOST * 1000 if amount else MOST):
                return None
            product = Fraction(has * times.on(asked.as_of), 1000 if amount else 1)
            return toward(asked, product)
        case TabledPoints(field=field, table=table, otherwise=otherwise):
            has = records.value(row, field)
            if has is None:
                return None
            beside = dict(table).get(has, otherwise)
            return beside.on(asked.as_of) if beside else 0
        case SharePoints(share=part, of=whole):
            numbers = [records.value(row, field) for field in (part, whole)]
            fine = all(number is not None and 0 <= number <= MOST for number in numbers)
            return 0 if fine else None


def worth(asked: Question, factor: Factor, row: Row) -> Worth:
    """What a record that meets a factor is worth there: rule, mending, fading, in this order."""
    points = by_rule(asked, factor, row)
    assert points is not None
    left = points
    if factor.mended is not None and favour(asked, points) < 0:
        left = points + given_back(asked, factor.mended, row, points)
    weight = faded(asked, factor, row)
    if weight is None:
        return Worth(left, points, None)
    return Worth(toward(asked, left * weight), toward(asked, points * weight), weight)


def given_back(asked: Question, mended: Mended, wrong: Row, points: int) -> int:
    """What the first deadline that was kept gives back of points against the subject."""
    days = [
        row["happened"]
        for row in asked.rows
        if row["type"] == mended.record
        and not records.exists(asked, row)
        and row["document"] is not None
        and row["document"] == wrong["document"]
        and row["happened"] >= wrong["happened"]
    ]
    if not days:
        return 0
    for back in mended.gives_back:
        if min(days) <= last_day(back.by, wrong["happened"]):
            return toward(asked, Fraction(-points * back.share, 1000))
    return 0


def last_day(by: Deadline, happened: Day) -> Day:
    if by == "year_end":
        return Day(happened.year, 12, 31)
    if by == "next_year_end":
        return Day(happened.year + 1, 12, 31)
    return by.after(happened)


def faded(asked: Question, factor: Factor, row: Row) -> Fraction | None:
    """What age leaves of a record's points, from 1 down to 0; None where the factor does not fade."""
    if factor.fade is None:
        return None
    day = day_of(factor, row)
    assert day is not None
    match factor.fade:
        case StepFade():
            return in_steps(asked, factor.fade, day)
        case HalfLifeFade(half_life=span):
            half_life = (asked.as_of - span.before(asked.as_of)).days
            return Fraction(millionths((asked.as_of - day).days, half_life), 10**6)
        case _:
            assert factor.within is not None
            opens = factor.within.before(asked.as_of)
            return Fraction((day - opens) // ONE_DAY, (asked.as_of - opens) // ONE_DAY)


def in_steps(asked: Question, fade: StepFade, day: Day) -> Fraction:
    for step in fade.steps:
        if day > step.until.before(asked.as_of):
            return Fraction(step.times, 1000)
    return Fraction(0)


@cache
def millionths(age: int, half_life: int) -> int:
    """10^6 × 2^(-age / half_life), rounded half to even, found by comparing whole numbers.

    n - 1/2 <= x is (2n - 1)^h × 2^age <= (2 × 10^6)^h, with h the half-life.
    """

    def compared(n: int) -> int:
        left, right = (2 * n - 1) ** half_life << age, (2 * 10**6) ** half_life
        return int(left) - int(right)

    low, high = 0, 10**6
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if compared(middle) <= 0 else (low, middle - 1)
    tie = low > 0 and compared(low) == 0
    return low - 1 if tie and low % 2 else low
