"""The total of a factor: what its records add, its caps, its start, its least; shares; components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from evenhand.schemes.scheme import Component, Factor, SharePoints
from tests.reference import caps, counting, points, records
from tests.reference.world import Question, Row, Told


@dataclass(frozen=True)
class Totalled:
    """A total and the contributions that sum to it."""

    total: int
    told: tuple[Told, ...]


def total(asked: Question, factor: Factor) -> Totalled:
    """Total one factor."""
    told, matching = [], []
    for row in asked.rows:
        if row["type"] == factor.counts:
            why = counting.lacks(asked, factor, row)
            if why:
                told.append(Told("points", factor.factor, row["record"], 0, why))
            else:
                matching.append(row)
    if isinstance(factor.points, SharePoints):
        told += share(asked, factor, factor.points, matching)
    else:
        told += from_records(asked, factor, matching)
    told += bounds(asked, factor, sum(one.points for one in told))
    return Totalled(sum(one.points for one in told), tuple(told))


def from_records(asked: Question, factor: Factor, matching: list[Row]) -> list[Told]:
    """What each record adds, then what the caps cut off."""
    worth = {row["record"]: points.worth(asked, factor, row) for row in matching}
    told, lefts = [], []
    for row, why in counting.chosen(asked, factor, matching, worth):
        of = worth[row["record"]]
        if why:
            told.append(Told("points", factor.factor, row["record"], 0, why))
            continue
        told.append(Told("points", factor.factor, row["record"], of.unmended, "", of.weight))
        back = of.points - of.unmended
        told.append(Told("mended", factor.factor, row["record"], back))
        day = points.day_of(factor, row)
        assert day is not None
        lefts.append(caps.Left(row["happened"], row["record"], day, of.points))
    cuts = caps.cut(asked, factor.at_most, lefts)
    return told + [Told(step, factor.factor, None, taken) for step, taken in cuts]


def bounds(asked: Question, factor: Factor, earned: int) -> list[Told]:
    """What the factor has before any record, and what brings its total to its least."""
    told = []
    if factor.starts is not None:
        told.append(Told("start", factor.factor, None, factor.starts.on(asked.as_of)))
        earned += told[-1].points
    if factor.at_least is not None:
        least = factor.at_least.on(asked.as_of)
        told.append(Told("least", factor.factor, None, max(least - earned, 0)))
    return told


def share(asked: Question, factor: Factor, rule: SharePoints, rows: list[Row]) -> list[Told]:
    """Points for a share: of all records or of the sure ones, whichever speaks for the subject."""
    if not rows:
        return []
    weak = {row["record"]: records.weak(asked, row) for row in rows}
    everything = of_share(asked, rule, rows)
    sure = of_share(asked, rule, [row for row in rows if not weak[row["record"]]])
    best = max(everything, sure, key=lambda earned: points.favour(asked, earned))
    told = [Told("points", factor.factor, None, best)]
    few = cases(rule, rows) < max(rule.minimum, 1)
    for row in rows:
        left_out = weak[row["record"]] if best != everything else ""
        why = "too_few" if few else left_out
        told.append(Told("points", factor.factor, row["record"], 0, why))
    left = caps.Left(asked.as_of, 0, asked.as_of, best)
    cuts = caps.cut(asked, factor.at_most, [left])
    return told + [Told(step, factor.factor, None, taken) for step, taken in cuts]


def cases(rule: SharePoints, rows: list[Row]) -> int:
    return sum(records.value(row, rule.of) for row in rows)


def of_share(asked: Question, rule: SharePoints, rows: list[Row]) -> int:
    whole = cases(rule, rows)
    part = min(sum(records.value(row, rule.share) for row in rows), whole)
    full = rule.full.on(asked.as_of)
    if whole < max(rule.minimum, 1):
        return 0
    if Fraction(part, whole) >= Fraction(rule.full_from, 1000):
        return full
    return points.toward(asked, Fraction(full * part, whole))


def of_component(asked: Question, component: Component, totals: Mapping[str, int]) -> Totalled:
    """Total some factors together; what is told is what the component's own bounds change."""
    earned = sum(totals[factor] for factor in component.of)
    held = earned
    if component.at_most is not None:
        most = component.at_most.on(asked.as_of)
        held = min(max(held, -most), most)
    if component.at_least is not None:
        held = max(held, component.at_least.on(asked.as_of))
    return Totalled(held, (Told("component", component.component, None, held - earned),))
