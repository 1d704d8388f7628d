"""What a factor adds for records on known days, exactly, in the solver's terms.

The days of the records are given, so windows, calendar periods, stretches, weights and deadlines are
worked out here; which article each record cites and which values its fields have is open. This is
the encoding in which made-up records are found, and which is held against the compiled plan on every
worked example.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import z3

from evenhand.kernel.periods import Day, Span, months_after
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Term, clipped, rounded_in_favour, total
from evenhand.schemes.prove_weight import weight_of
from evenhand.schemes.scheme import (
    Dated,
    Deadline,
    ExampleRecord,
    Factor,
    Limits,
    Mended,
    Scheme,
    SharePoints,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A record on a day.

    Attributes:
        place: Its place among all records of the run; of two on one day the later one is the latest.
        document: Records with the same number come from one document.
        there: Whether the run has the record at all.
        dates: The values of fields of kind day from which some factor counts.
    """

    record: SymbolicRecord
    on: Day
    place: int
    document: int
    there: Term
    dates: Mapping[str, Day] = field(default_factory=dict)

    def day_of(self, factor: Factor) -> Day | None:
        """The day from which a factor counts; None for a record without it."""
        return self.on if factor.since is None else self.dates.get(factor.since)

    def rules(self) -> list[Term]:
        """What holds of the record: the rules of its type, and its given dates."""
        dated = [
            z3.And(self.record.present(name), self.record.value(name) == day.toordinal())
            for name, day in self.dates.items()
        ]
        return [*self.record.rules(), *dated]

    def shown(self, model: Term) -> ExampleRecord:
        """The record that a model shows."""
        return self.record.shown(model, self.on, f"D-{self.document}")


def stands(placed: Placed, on: Day, within: Span | None, day: Day | None) -> bool:
    """Whether a record exists for a day asked about and lies in a window back from it."""
    if day is None or placed.on > on or day > on:
        return False
    if months_after(placed.on, placed.record.of.retention_months) <= on:
        return False
    return within is None or day > within.before(on)


@dataclass(frozen=True, slots=True)
class Added:
    """What one record adds under a factor, before caps: on which days, how much, if anything."""

    placed: Placed
    day: Day
    points: Term


def factor_total(factor: Factor, run: Sequence[Placed], scheme: Scheme, on: Day) -> Term:
    """A factor's total: records, choice, caps, start, least."""
    if isinstance(factor.points, SharePoints):
        earned = _share(factor, factor.points, run, scheme, on)
        earned = _held(factor, [earned], on)
    else:
        added = _chosen(factor, list(_matching(factor, run, scheme, on)), scheme)
        earned = _capped(factor, added, on)
    start = 0 if factor.starts is None else factor.starts.on(on)
    least = None if factor.at_least is None else factor.at_least.on(on)
    return clipped(earned + start, least, None)


def _matching(
    factor: Factor, run: Sequence[Placed], scheme: Scheme, on: Day
) -> Iterator[tuple[Added, Term]]:
    """Each record that may count, with whether it does."""
    better = scheme.scale.better
    for placed in run:
        day = placed.day_of(factor)
        if placed.record.of.type != factor.counts or not stands(placed, on, factor.within, day):
            continue
        points = worth(placed.record, factor, scheme, on)
        if factor.mended is not None:
            left = z3.IntVal(1000) - _given_back(factor.mended, placed, run, on)
            mended = rounded_in_favour(points * left, z3.IntVal(1000), better)
            points = z3.If(favour(points, scheme) < 0, mended, points)
        if factor.fade is not None and day is not None:
            times, over = weight_of(factor.fade, factor.within, day, on)
            points = rounded_in_favour(points * times, z3.IntVal(over), better)
        met = z3.And(placed.there, counts(placed.record, factor))
        yield Added(placed, day or placed.on, points), met


def _given_back(mended: Mended, wrong: Placed, run: Sequence[Placed], on: Day) -> Term:
    """The thousandths that the first deadline that was kept gives back."""
    mending = sorted(
        (
            placed
            for placed in run
            if placed.record.of.type == mended.record
            and placed.document == wrong.document
            and wrong.on <= placed.on <= on
        ),
        key=lambda placed: placed.on,
        reverse=True,
    )
    share: Term = z3.IntVal(0)
    for placed in mending:
        kept = (
            back.share for back in mended.gives_back if placed.on <= last_day(back.by, wrong.on)
        )
        share = z3.If(placed.there, z3.IntVal(next(kept, 0)), share)
    return share


def last_day(by: Deadline, happened: Day) -> Day:
    """The last day on which a wrong is mended by a deadline."""
    if by == "year_end":
        return Day(happened.year, 12, 31)
    return Day(happened.year + 1, 12, 31) if by == "next_year_end" else by.after(happened)


def group_of(factor: Factor, placed: Placed, day: Day) -> Hashable:
    """What groups the records of which one counts."""
    groups: dict[str, Hashable] = {
        "one_per_event": placed.document,
        "once_a_day": day,
        "once_a_month": (day.year, day.month),
        "once_a_year": day.year,
    }
    return groups.get(factor.counting, 0)


def preferred(factor: Factor, points: Term, scheme: Scheme) -> Term:
    """The greatest of this counts, where one record of several does."""
    if factor.counting == "latest":
        return z3.IntVal(0)
    if factor.counting in ("best", "worst"):
        own = favour(points, scheme)
        return own if factor.counting == "best" else -own
    return z3.If(points < 0, -points, points)


def _chosen(factor: Factor, of: list[tuple[Added, Term]], scheme: Scheme) -> list[Added]:
    nothing = z3.IntVal(0)
    if factor.counting == "each":
        return [Added(a.placed, a.day, z3.If(met, a.points, nothing)) for a, met in of]
    found = []
    for own, met in of:
        beaten = []
        for other, other_met in of:
            if other is own or group_of(factor, other.placed, other.day) != group_of(
                factor, own.placed, own.day
            ):
                continue
            mine = preferred(factor, own.points, scheme)
            theirs = preferred(factor, other.points, scheme)
            later = (other.placed.on, other.placed.place) > (own.placed.on, own.placed.place)
            ahead = z3.Or(theirs > mine, z3.And(theirs == mine, z3.BoolVal(later)))
            beaten.append(z3.And(other_met, ahead))
        counts_ = z3.And(met, z3.Not(z3.Or([z3.BoolVal(False), *beaten])))
        found.append(Added(own.placed, own.day, z3.If(counts_, own.points, nothing)))
    return found


_PERIODS: tuple[tuple[str, Callable[[Day], Hashable]], ...] = (
    ("per_day", lambda day: day),
    ("per_month", lambda day: (day.year, day.month)),
    ("per_year", lambda day: day.year),
)


def _capped(factor: Factor, added: list[Added], on: Day) -> Term:
    """Cut day by day, then by month, year and stretch, then all; each cap on what the former left."""
    units = [((one.placed.on, one.day), one.points) for one in added]
    for name, period in _PERIODS:
        limits = limits_of(factor, name, on)
        if any(limit is not None for limit in limits):
            groups: dict[Hashable, list[tuple[tuple[Day, Day], Term]]] = {}
            for unit in units:
                groups.setdefault(period(unit[0][0]), []).append(unit)
            units = [(g[0][0], cut([points for _, points in g], limits)) for g in groups.values()]
    points = _by_stretch(factor, units, on)
    return _held(factor, points, on)


def _by_stretch(factor: Factor, units: list[tuple[tuple[Day, Day], Term]], on: Day) -> list[Term]:
    caps = factor.at_most
    for place, limits in enumerate((caps.gains, caps.losses, caps)):
        if limits is None or limits.rolling is None:
            continue
        most = limits.rolling.points.on(on)
        groups: dict[int, list[tuple[tuple[Day, Day], Term]]] = {}
        for unit in units:
            groups.setdefault(_stretch(limits.rolling.within, unit[0][1], on), []).append(unit)
        apart = tuple(most if at == place else None for at in range(3))
        units = [(g[0][0], cut([points for _, points in g], apart)) for g in groups.values()]
    return [points for _, points in units]


def _stretch(span: Span, day: Day, on: Day) -> int:
    number = 0
    while day <= Span(span.count * (number + 1), span.unit).before(on):
        number += 1
    return number


def _held(factor: Factor, units: list[Term], on: Day) -> Term:
    return cut(units, limits_of(factor, "in_all", on))


def limits_of(factor: Factor, name: str, on: Day) -> tuple[int | None, int | None, int | None]:
    """The caps of one sort on a day: on gains, on losses, on both; None where there is none."""
    caps = factor.at_most
    gains, losses, both = (_number(limits, name, on) for limits in (caps.gains, caps.losses, caps))
    return gains, losses, both


def _number(limits: Limits | None, name: str, on: Day) -> int | None:
    if limits is None:
        return None
    if name == "rolling":
        return limits.rolling.points.on(on) if limits.rolling else None
    cap: Dated | None = getattr(limits, name)
    return None if cap is None else cap.on(on)


def cut(units: Sequence[Term], limits: Sequence[int | None]) -> Term:
    """The sum of what was gained and lost, each cut by its own cap, then both together."""
    gains, losses, both = limits
    nothing = z3.IntVal(0)
    if gains is None and losses is None:
        earned = total(list(units))
    else:
        gained = total([z3.If(unit > 0, unit, nothing) for unit in units])
        lost = total([z3.If(unit < 0, unit, nothing) for unit in units])
        earned = clipped(gained, None, gains) + clipped(
            lost, None if losses is None else -losses, None
        )
    return clipped(earned, None if both is None else -both, both)


def _share(
    factor: Factor, rule: SharePoints, run: Sequence[Placed], scheme: Scheme, on: Day
) -> Term:
    parts, wholes = [], []
    for placed in run:
        day = placed.day_of(factor)
        if placed.record.of.type != factor.counts or not stands(placed, on, factor.within, day):
            continue
        met = z3.And(placed.there, counts(placed.record, factor))
        nothing = z3.IntVal(0)
        parts.append(z3.If(met, placed.record.value(rule.share), nothing))
        wholes.append(z3.If(met, placed.record.value(rule.of), nothing))
    return share_points(rule, total(parts), total(wholes), scheme, on)


def share_points(rule: SharePoints, part: Term, whole: Term, scheme: Scheme, on: Day) -> Term:
    """The points of a share for two sums."""
    full = rule.full.on(on)
    part = z3.If(part > whole, whole, part)
    ratio = rounded_in_favour(
        part * full, z3.If(whole > 0, whole, z3.IntVal(1)), scheme.scale.better
    )
    reached = z3.If(part * 1000 >= whole * rule.full_from, z3.IntVal(full), ratio)
    return z3.If(whole < max(rule.minimum, 1), z3.IntVal(0), reached)
