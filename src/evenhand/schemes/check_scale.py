"""Does a scheme's arithmetic hang together: days, numbers with a history, bands, windows."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day, Span, months_after
from evenhand.schemes.reach import lowest_points, numbers_of
from evenhand.schemes.rule_findings import (
    BANDS_LEAVE_GAP,
    BANDS_OUT_OF_ORDER,
    FORCE_BACKWARDS,
    NOTHING_COUNTED,
    NUMBER_STARTS_LATE,
    SCALE_CONTRADICTS,
    WINDOW_OUTLIVES_RECORDS,
)
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Dated, Scale, Scheme
from evenhand.sources.catalogue import Catalogue


def at(scheme: Scheme, kind: Kind, *path: str | int, **values: object) -> Finding:
    """Make a finding at a part of a scheme."""
    line = scheme.origin.at(*path)
    place = Place(scheme.origin.file or scheme.scheme, None, line.line, line.column)
    return found(kind, place, **values)


def turning_days(scale: Scale, since: Day) -> list[Day]:
    """The days on which base, floor or ceiling take another value, from a day on."""
    numbers = [number for number in (scale.base, scale.floor, scale.ceiling) if number]
    days = {max(day, since) for number in numbers for day, _ in number.history}
    return sorted(days | {since})


def longer(span: Span, months: int) -> bool:
    """Say whether a length of time is longer than a number of months, wherever it starts."""
    if span.unit != "day":
        return span.months > months
    shortest = min(months_after(Day(2001, m, 1), months) - Day(2001, m, 1) for m in range(1, 13))
    return span.count > shortest.days


def check_days(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Published, then in force, then ended; and something is ruled."""
    days = scheme.in_force
    if scheme.published > days.start:
        read = f"{scheme.published} – {days.start}"
        yield at(scheme, FORCE_BACKWARDS, "published", read=read)
    if not scheme.factors and not scheme.lists:
        yield at(scheme, NOTHING_COUNTED)


def check_numbers(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Every number has a value from the first day in force on."""
    since = scheme.in_force.start
    named: list[tuple[tuple[str | int, ...], Dated | None]] = [
        (("score", "base"), scheme.scale.base),
        (("score", "floor"), scheme.scale.floor),
        (("score", "ceiling"), scheme.scale.ceiling),
    ]
    for index, factor in enumerate(scheme.factors):
        named += [(("factors", index, "points"), number) for number in numbers_of(factor.points)]
        named.append((("factors", index, "at_most", "per_year"), factor.at_most.per_year))
        named.append((("factors", index, "at_most", "in_all"), factor.at_most.in_all))
    late = False
    for path, number in named:
        if number is not None and number.history[0][0] > since:
            late, first = True, number.history[0][0]
            yield at(scheme, NUMBER_STARTS_LATE, *path, read=path[-1], first=first, allowed=since)
    if not late:
        yield from _check_scale(scheme)


def _check_scale(scheme: Scheme) -> Iterator[Finding]:
    scale = scheme.scale
    for day in turning_days(scale, scheme.in_force.start):
        base = scale.base.on(day)
        floor = base if scale.floor is None else scale.floor.on(day)
        ceiling = base if scale.ceiling is None else scale.ceiling.on(day)
        if not floor <= base <= ceiling:
            yield at(scheme, SCALE_CONTRADICTS, "score", read=day)


def check_bands(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Bands follow each other upwards and leave no points without a grade."""
    for index in range(1, len(scheme.grades)):
        if scheme.grades[index].start <= scheme.grades[index - 1].start:
            grade = scheme.grades[index].grade
            yield at(scheme, BANDS_OUT_OF_ORDER, "grades", index, read=grade)
    since = scheme.in_force.start
    if not scheme.grades or scheme.scale.base.history[0][0] > since:
        return
    if scheme.scale.floor is not None and scheme.scale.floor.history[0][0] > since:
        return
    first = scheme.grades[0].start
    lows = [
        lowest_points(scheme.scale, scheme.factors, day)
        for day in turning_days(scheme.scale, since)
    ]
    gaps = [low for low in lows if low is None or low < first]
    if gaps:
        low = "−∞" if gaps[0] is None else decimal_text(gaps[0])
        yield at(scheme, BANDS_LEAVE_GAP, "grades", 0, read=decimal_text(first), allowed=low)


def check_windows(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A window is no longer than its records are kept."""
    windows: list[tuple[tuple[str | int, ...], RecordType, Span | None]] = [
        (("factors", i, "within"), factor.counts, factor.within)
        for i, factor in enumerate(scheme.factors)
    ]
    windows += [
        (("direct_grades", i, "when", "within"), look.record, look.within)
        for i, direct in enumerate(scheme.direct)
        for look in direct.looks
    ]
    for path, record, window in windows:
        kept = catalogue.types[record].retention_months
        if window is not None and longer(window, kept):
            yield at(scheme, WINDOW_OUTLIVES_RECORDS, *path, read=window, type=record, allowed=kept)
