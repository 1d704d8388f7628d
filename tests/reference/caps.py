"""Caps of a factor: by calendar day, month, year of the event, by rolling stretch, in all.

A cap fills up in order of time: what it cuts is taken from the latest records of the period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import Caps, Dated, Limits
from tests.reference.world import Question


@dataclass
class Left:
    """What the caps so far have left of one record's points."""

    happened: Day
    record: int
    day: Day
    points: int


Period = tuple[str, Callable[[Left], Any], Callable[[Limits], Dated | None]]


def periods(asked: Question, caps: Caps) -> Iterator[Period]:
    """Each sort of period with its step, the period that holds a record, the cap that limits say."""
    yield "daily_cap", lambda left: left.happened, lambda limits: limits.per_day
    yield (
        "monthly_cap",
        lambda left: (left.happened.year, left.happened.month),
        lambda of: of.per_month,
    )
    yield "yearly_cap", lambda left: left.happened.year, lambda limits: limits.per_year
    for limits in (caps.gains, caps.losses, caps):
        if limits is not None and limits.rolling is not None:
            rolling = limits.rolling

            def back(left: Left, within: Span = rolling.within) -> int:
                return stretch(asked.as_of, within, left.day)

            def only(of: Limits, own: Limits = limits) -> Dated | None:
                return own.rolling.points if own.rolling is not None and of is own else None

            yield "rolling_cap", back, only
    yield "total_cap", lambda left: None, lambda limits: limits.in_all


def stretch(as_of: Day, within: Span, day: Day) -> int:
    """Which stretch back from the day asked about holds a day; the one up to that day is 0."""
    number = 0
    while day <= Span(within.count * (number + 1), within.unit).before(as_of):
        number += 1
    return number


def cut(asked: Question, caps: Caps, lefts: list[Left]) -> list[tuple[str, int]]:
    """Cut what records add, in place; tell each step with what it took away."""
    told = []
    for step, period, cap in periods(asked, caps):
        held: dict[Any, list[Left]] = {}
        for left in sorted(lefts, key=lambda left: (left.happened, left.record)):
            held.setdefault(period(left), []).append(left)
        for together in held.values():
            before = sum(left.points for left in together)
            one_period(asked, caps, cap, together)
            told.append((step, sum(left.points for left in together) - before))
    return told


def one_period(
    asked: Question, caps: Caps, cap: Callable[[Limits], Dated | None], lefts: list[Left]
) -> None:
    """Cut the gains of one period, then its losses, then the sum of both."""
    gains = cap(caps.gains) if caps.gains else None
    if gains is not None:
        fill([left for left in lefts if left.points > 0], gains.on(asked.as_of))
    losses = cap(caps.losses) if caps.losses else None
    if losses is not None:
        fill([left for left in lefts if left.points < 0], losses.on(asked.as_of))
    both = cap(caps)
    if both is not None:
        most = both.on(asked.as_of)
        total = sum(left.points for left in lefts)
        if abs(total) > most:
            side = [left for left in lefts if (left.points > 0) == (total > 0)]
            fill(side, sum(abs(left.points) for left in side) - (abs(total) - most))


def fill(lefts: list[Left], room: int) -> None:
    """Let records of one sign, in order of time, have their points while there is room."""
    for left in lefts:
        had = min(abs(left.points), room)
        room -= had
        left.points = had if left.points > 0 else -had
