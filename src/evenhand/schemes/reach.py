"""How far points can go: of one record, a factor, a component, a whole scheme, on a day.

Every bound holds for any records; it may be wide, and is never too tight. Counts and amounts of the
catalogue are never below zero, so a rate has the sign of its number. None: nothing holds the points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import (
    Caps,
    Component,
    ConstantPoints,
    Dated,
    Factor,
    Limits,
    PointRule,
    RatedPoints,
    Scale,
    Scheme,
    SharePoints,
    StepFade,
    Thousandths,
)

Bound: TypeAlias = Thousandths | None
Path: TypeAlias = tuple[str | int, ...]

_PERIODS: tuple[Literal["day", "month", "year"], ...] = ("day", "month", "year")


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


def dated_numbers(scheme: Scheme) -> Iterator[tuple[Path, Dated]]:
    """Yield every number of a scheme that may have a history, with its path in the file."""
    scale = scheme.scale
    named: list[tuple[Path, Dated | None]] = [
        (("score", "base"), scale.base),
        (("score", "floor"), scale.floor),
        (("score", "ceiling"), scale.ceiling),
    ]
    for index, factor in enumerate(scheme.factors):
        at: Path = ("factors", index)
        named += [((*at, "points"), number) for number in numbers_of(factor.points)]
        caps = factor.at_most
        for inner, limits in ((), caps), (("gains",), caps.gains), (("losses",), caps.losses):
            named += [((*at, "at_most", *inner, name), cap) for name, cap in _caps(limits)]
        named += [((*at, "starts"), factor.starts), ((*at, "at_least"), factor.at_least)]
    for index, part in enumerate(scheme.components):
        named.append((("components", index, "at_most"), part.at_most))
        named.append((("components", index, "at_least"), part.at_least))
    yield from ((path, number) for path, number in named if number is not None)


def _caps(limits: Limits | None) -> Iterator[tuple[str, Dated | None]]:
    if limits is not None:
        yield from (("per_day", limits.per_day), ("per_month", limits.per_month))
        yield from (("per_year", limits.per_year), ("in_all", limits.in_all))
        yield "rolling", limits.rolling.points if limits.rolling else None


def has_values(scheme: Scheme) -> bool:
    """Say whether every number of a scheme has a value from the first day in force on."""
    since = scheme.in_force.start
    return all(number.history[0][0] <= since for _, number in dated_numbers(scheme))


def turning_days(scheme: Scheme) -> list[Day]:
    """The first day in force, and the days in force on which any number takes another value."""
    days = {day for _, number in dated_numbers(scheme) for day, _ in number.history}
    start = scheme.in_force.start
    return sorted({start} | {day for day in days if day > start and day in scheme.in_force})


def may_fall(rule: PointRule) -> bool:
    """Say whether a record may take points."""
    return any(value < 0 for number in numbers_of(rule) for _, value in number.history)


def may_rise(rule: PointRule) -> bool:
    """Say whether a record may give points."""
    return any(value > 0 for number in numbers_of(rule) for _, value in number.history)


def is_adverse(factor: Factor, scale: Scale) -> bool:
    """Say whether a record that a factor counts may count against its subject."""
    return may_fall(factor.points) if scale.better == "higher" else may_rise(factor.points)


def lowest_points(scheme: Scheme, on: Day) -> Bound:
    """The lowest points that can come out on a day; with peers the lowest percentile."""
    scale = scheme.scale
    if scale.peers is not None:
        return 0
    if scale.floor is not None:
        return scale.floor.on(on)
    inside = {name for part in scheme.components for name in part.of}
    lows = [least_of_component(part, scheme, on) for part in scheme.components]
    lows += [least_points(f, on) for f in scheme.factors if f.factor not in inside]
    earned = _sum(lows)
    exposure = scale.exposure
    if earned is not None and exposure is not None:
        if earned < 0 and (exposure.field or exposure.fade):
            return None  # less than one chance to err makes points greater, not smaller
        earned = min(earned, 0)
    return None if earned is None else scale.base.on(on) + earned


def greatest_points(factor: Factor, on: Day) -> Bound:
    """The most that a factor can give on a day; None when nothing holds it."""
    earned = _most_of_records(factor, on, 1)
    if earned is None:
        return None
    total = earned + _number(factor.starts, on)
    return total if factor.at_least is None else max(total, factor.at_least.on(on))


def least_points(factor: Factor, on: Day) -> Bound:
    """The least that a factor can give on a day, below zero what it can take; None: nothing holds it."""
    lost = _most_of_records(factor, on, -1)
    total = None if lost is None else _number(factor.starts, on) - lost
    if factor.at_least is None:
        return total
    least = factor.at_least.on(on)
    return least if total is None else max(total, least)


def greatest_of_component(part: Component, scheme: Scheme, on: Day) -> Bound:
    """The most that a component can give on a day."""
    most = _sum([greatest_points(f, on) for f in scheme.factors if f.factor in part.of])
    return _held(part, most, on, highest=True)


def least_of_component(part: Component, scheme: Scheme, on: Day) -> Bound:
    """The least that a component can give on a day."""
    least = _sum([least_points(f, on) for f in scheme.factors if f.factor in part.of])
    return _held(part, least, on, highest=False)


def _held(part: Component, bound: Bound, on: Day, *, highest: bool) -> Bound:
    """Hold a sum by a component's cap, then by its least."""
    if part.at_most is not None:
        cap = part.at_most.on(on)
        bound = (cap if highest else -cap) if bound is None else max(min(bound, cap), -cap)
    if part.at_least is not None and not (bound is None and highest):
        least = part.at_least.on(on)
        bound = least if bound is None else max(bound, least)
    return bound


def _sum(parts: list[Bound]) -> Bound:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _number(number: Dated | None, on: Day) -> Thousandths:
    return 0 if number is None else number.on(on)


def _most_of_records(factor: Factor, on: Day, sign: Literal[1, -1]) -> Bound:
    """The most that records can give (sign 1) or take (sign -1), as a number of zero or more.

    One record gives at most its own points where only one counts, and a share is one sum; a cap of a
    period holds in as many periods as the window touches.
    """
    one = _most_of_one(factor, on, sign)
    if one == 0:
        return 0
    bounds = list(_most_by_caps(factor, on, sign))
    records = _most_records(factor)
    if one is not None and records is not None:
        bounds.append(one * records)
    return min(bounds) if bounds else None


def _most_of_one(factor: Factor, on: Day, sign: Literal[1, -1]) -> Bound:
    """The most that one record can give or take, at its greatest weight."""
    values = [sign * number.on(on) for number in numbers_of(factor.points)]
    most = max(0, *values)
    if most and isinstance(factor.points, RatedPoints):
        return None
    if isinstance(factor.fade, StepFade):
        weight = max(step.times for step in factor.fade.steps)
        most = max(most, -(-most * weight // 1000))
    return most


def _most_records(factor: Factor) -> int | None:
    if factor.counting in ("latest", "best", "worst") or isinstance(factor.points, SharePoints):
        return 1
    if factor.within is None or not factor.counting.startswith("once_a_"):
        return None
    return next(
        touched(factor.within, unit) for unit in _PERIODS if factor.counting == f"once_a_{unit}"
    )


def _most_by_caps(factor: Factor, on: Day, sign: Literal[1, -1]) -> Iterator[Thousandths]:
    caps = factor.at_most
    apart = caps.gains if sign > 0 else caps.losses
    other = caps.losses if sign > 0 else caps.gains
    if apart is not None:
        yield from _held_in_all(apart, factor, on)
    if other is None:  # a later cap on the other side may give back what a sum was cut by
        yield from _held_in_all(caps, factor, on)
    elif caps.in_all is not None:
        yield caps.in_all.on(on)


def _held_in_all(limits: Limits | Caps, factor: Factor, on: Day) -> Iterator[Thousandths]:
    """What each cap lets through in all the periods that a window touches."""
    if limits.in_all is not None:
        yield limits.in_all.on(on)
    if factor.within is None:
        return
    if limits.rolling is not None:
        stretches = -(-_longest(factor.within) // _shortest(limits.rolling.within))
        yield stretches * limits.rolling.points.on(on)
    if factor.since is None:  # the periods are those of the event, and the window is not
        for unit, cap in zip(
            _PERIODS, (limits.per_day, limits.per_month, limits.per_year), strict=True
        ):
            if cap is not None:
                yield touched(factor.within, unit) * cap.on(on)


def touched(window: Span, unit: Literal["day", "month", "year"]) -> int:
    """The most calendar days, months or years that a window back from a day can touch."""
    if unit == "day":
        return _longest(window)
    if window.unit == "day":
        return window.count // (28 if unit == "month" else 365) + 2
    return window.months + 1 if unit == "month" else (window.months + 11) // 12 + 1


def _longest(span: Span) -> int:
    """Days of a length of time where its months are long."""
    return span.count if span.unit == "day" else span.months * 31


def _shortest(span: Span) -> int:
    """Days of a length of time where its months are short."""
    return span.count if span.unit == "day" else span.months * 28
