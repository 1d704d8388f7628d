"""Caps of short and rolling periods, and caps on gains and losses apart: records fill them up in turn.

Each cap works on what the former left: days, months, years of the event, rolling stretches, all; in
each the gains are cut first, then the losses, then their sum. What is cut, is taken from the latest
records of the period, so that what is left of each record is known to the next cap. A factor with
nothing but a yearly cap and one in all never comes here (``summing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import ibis

from evenhand.kernel.periods import Day
from evenhand.schemes.days import Days
from evenhand.schemes.passes.terms import Relation, Term, by_number, literal, number
from evenhand.schemes.scheme import Dated, Factor, Limits

Side: TypeAlias = Literal["gains", "losses", "both"]

NO_CAP: Final = 2**62
"""More than any sum of points."""

SIDES: Final[tuple[Side, ...]] = ("gains", "losses", "both")
_PERIODS: Final = (
    ("daily_cap", "per_day"),
    ("monthly_cap", "per_month"),
    ("yearly_cap", "per_year"),
)
_STRETCH: Final[dict[Side, str]] = {
    "gains": "gains_stretch",
    "losses": "losses_stretch",
    "both": "stretch",
}
_COLUMNS: Final = ("question", "slot", "record", "happened", "points")


@dataclass(frozen=True, slots=True)
class Cut:
    """What one sort of cap took: its step, and by question, slot and period how much."""

    step: str
    rows: Relation


@dataclass(frozen=True, slots=True)
class Filled:
    """What the caps left: ``question``, ``slot``, ``points``, and what each sort of cap took."""

    rows: Relation
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class _Cap:
    """The caps of one step, by side and factor."""

    step: str
    period: str
    sides: dict[Side, dict[int, Dated]]


def to_fill(days: Days) -> list[int]:
    """The factors whose caps are filled up record by record."""
    return [
        place for place, factor in enumerate(days.scheme.factors) if factor.at_most.record_by_record
    ]


def filled(rows: Relation, asked: Relation, days: Days) -> Filled:
    """Cut what records add to the caps of their factors.

    Args:
        rows: What records add under the factors of ``to_fill``: ``_COLUMNS``, and the stretches where
            there is a rolling cap.
        asked: The questions, with the numbers of their day.
        days: The scheme.
    """
    dated = {days.number(cap) for place in to_fill(days) for cap in _numbers(days, place)}
    columns = sorted(column for column in dated if isinstance(column, str))
    if columns:
        rows = rows.inner_join(asked.select("question", *columns), "question")
    cuts = []
    for cap in _steps(days):
        rows = rows.mutate(period=_period(rows, cap.period), had=rows.points)
        for side in SIDES:
            if cap.sides.get(side):
                rows = _cut(rows, side, cap.sides[side], days)
        changed = rows.filter(rows.points != rows.had)
        took = (changed.points - changed.had).sum()
        told = changed.group_by("question", "slot", "period").aggregate(cut=took)
        cuts.append(Cut(cap.step, told.filter(told.cut != literal(0))))
    return Filled(rows.select("question", "slot", "points"), tuple(cuts))


def of_records(counted: Relation, slot: Term) -> Relation:
    """The rows of records for ``filled``."""
    stretches = [name for name in _STRETCH.values() if name in counted.columns]
    rows = counted.mutate(slot=slot)
    return rows.select(*_COLUMNS, *stretches)


def of_shares(points: Relation, slot: Term, like: Relation | None) -> Relation:
    """The rows of shares for ``filled``, each as if it were one record from before all others."""
    names = like.columns if like is not None else _COLUMNS
    empty = {name: literal(0) for name in names if name not in _COLUMNS}
    return points.select(
        question=points.question,
        slot=slot,
        record=literal(-1),
        happened=literal(Day.min),
        points=points.points,
        **empty,
    )


def _numbers(days: Days, place: int) -> Iterator[Dated]:
    yield from days.scheme.factors[place].at_most.every_number()


def _steps(days: Days) -> Iterator[_Cap]:
    """The caps that some factor has, in their order."""
    factors = [(place, days.scheme.factors[place]) for place in to_fill(days)]
    for step, name in _PERIODS:
        yield from _step(factors, step, name, name)
    for side in SIDES:
        sides: dict[Side, dict[int, Dated]] = {side: {}}
        for place, factor in factors:
            limits = _limits(factor, side)
            if limits is not None and limits.rolling is not None:
                sides[side][place] = limits.rolling.points
        if sides[side]:
            yield _Cap("rolling_cap", _STRETCH[side], sides)
    yield from _step(factors, "total_cap", "in_all", "in_all")


def _step(factors: list[tuple[int, Factor]], step: str, name: str, period: str) -> Iterator[_Cap]:
    sides: dict[Side, dict[int, Dated]] = {}
    for side in SIDES:
        for place, factor in factors:
            limits = _limits(factor, side)
            cap: Dated | None = getattr(limits, name) if limits is not None else None
            if cap is not None:
                sides.setdefault(side, {})[place] = cap
    if sides:
        yield _Cap(step, period, sides)


def _limits(factor: Factor, side: Side) -> Limits | None:
    caps = factor.at_most
    return {"gains": caps.gains, "losses": caps.losses, "both": caps}[side]


def _period(rows: Relation, name: str) -> Term:
    """The number of the period that holds a record."""
    year = rows.happened.year().cast("int64")
    month = year * literal(12) + rows.happened.month().cast("int64")
    periods = {
        "per_day": month * literal(32) + rows.happened.day().cast("int64"),
        "per_month": month,
        "per_year": year,
        "in_all": literal(0),
    }
    return periods[name] if name in periods else rows[name]


def _cut(rows: Relation, side: Side, caps: dict[int, Dated], days: Days) -> Relation:
    """Let the records of one side have their points, in order of time, while there is room."""
    most = by_number(rows.slot, {n: number(rows, days, c) for n, c in caps.items()}, _no_cap())
    rows = rows.mutate(
        gained=ibis.greatest(rows.points, literal(0)),
        lost=ibis.greatest(-rows.points, literal(0)),
        room=most,
    )
    up: Term = ibis.literal(side == "gains")
    if side == "both":
        whole = ibis.window(group_by=_group(rows))
        rows = rows.mutate(
            all_gained=rows.gained.sum().over(whole), all_lost=rows.lost.sum().over(whole)
        )
        up = rows.all_gained > rows.all_lost
        total = (rows.all_gained - rows.all_lost).abs()
        of_side = up.ifelse(rows.all_gained, rows.all_lost)
        beyond = total > rows.room
        rows = rows.mutate(
            up=up, room=beyond.ifelse(of_side - (total - rows.room), literal(NO_CAP))
        )
    else:
        rows = rows.mutate(up=up)
    rows = rows.mutate(part=rows.up.ifelse(rows.gained, rows.lost))
    before = ibis.window(
        group_by=_group(rows), order_by=[rows.happened, rows.record], preceding=(None, 1)
    )
    rows = rows.mutate(used=rows.part.sum().over(before).fill_null(literal(0)))
    kept = ibis.least(rows.part, ibis.greatest(rows.room - rows.used, literal(0)))
    cut = rows.part - kept
    return rows.mutate(points=rows.up.ifelse(rows.points - cut, rows.points + cut))


def _group(rows: Relation) -> list[Term]:
    return [rows.question, rows.slot, rows.period]


def _no_cap() -> Term:
    return literal(NO_CAP)
