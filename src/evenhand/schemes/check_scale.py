"""Does a scheme's arithmetic hang together: days, numbers with a history, bands, windows."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Day, Span, months_after
from evenhand.schemes.reach import (
    Path,
    dated_numbers,
    has_values,
    is_adverse,
    lowest_points,
    turning_days,
)
from evenhand.schemes.rule_findings import (
    BANDS_LEAVE_GAP,
    BANDS_OUT_OF_ORDER,
    CHANGE_WITHOUT_ARTICLE,
    FORCE_BACKWARDS,
    NOTHING_COUNTED,
    NUMBER_STARTS_LATE,
    SCALE_CONTRADICTS,
    WINDOW_OUTLIVES_RECORDS,
)
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Dated, Look, OnGradeHeld, Scheme
from evenhand.sources.catalogue import Catalogue


def at(scheme: Scheme, kind: Kind, *path: str | int, **values: object) -> Finding:
    """Make a finding at a part of a scheme."""
    line = scheme.origin.at(*path)
    place = Place(scheme.origin.file or scheme.scheme, None, line.line, line.column)
    return found(kind, place, **values)


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
    """Every number has a value from the first day in force on, and each change an article."""
    since = scheme.in_force.start
    for path, number in dated_numbers(scheme):
        if number.history[0][0] > since:
            first = number.history[0][0]
            yield at(scheme, NUMBER_STARTS_LATE, *path, read=path[-1], first=first, allowed=since)
        if scheme.kind == "official":
            for day in _changes_without_article(number):
                yield at(scheme, CHANGE_WITHOUT_ARTICLE, *path, read=path[-1], day=day)
    if has_values(scheme):
        yield from _check_scale(scheme)


def _changes_without_article(number: Dated) -> Iterator[Day]:
    """The days of the changes that no article is given for; the first value is the file's own."""
    articles = number.references or ("",) * len(number.history)
    for (day, _), article in list(zip(number.history, articles, strict=True))[1:]:
        if not article:
            yield day


def _check_scale(scheme: Scheme) -> Iterator[Finding]:
    scale, said = scheme.scale, set()
    for day in turning_days(scheme):
        base = scale.base.on(day)
        floor = base if scale.floor is None else scale.floor.on(day)
        ceiling = base if scale.ceiling is None else scale.ceiling.on(day)
        if not floor <= base <= ceiling and (floor, base, ceiling) not in said:
            said.add((floor, base, ceiling))
            yield at(scheme, SCALE_CONTRADICTS, "score", read=day)


def check_bands(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Bands follow each other upwards and leave no points without a grade."""
    for index in range(1, len(scheme.grades)):
        if scheme.grades[index].start <= scheme.grades[index - 1].start:
            grade = scheme.grades[index].grade
            yield at(scheme, BANDS_OUT_OF_ORDER, "grades", index, read=grade)
    if not scheme.grades or not has_values(scheme):
        return
    first = scheme.grades[0].start
    lows = [lowest_points(scheme, day) for day in turning_days(scheme)]
    gaps = [low for low in lows if low is None or low < first]
    if gaps:
        low = "−∞" if gaps[0] is None else decimal_text(gaps[0])
        yield at(scheme, BANDS_LEAVE_GAP, "grades", 0, read=decimal_text(first), allowed=low)


def check_windows(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A window is no longer than its records are kept."""
    for path, record, window in _windows(scheme):
        kept = catalogue.types[record].retention_months
        if window is not None and longer(window, kept):
            yield at(scheme, WINDOW_OUTLIVES_RECORDS, *path, read=window, type=record, allowed=kept)


def _windows(scheme: Scheme) -> Iterator[tuple[Path, RecordType, Span | None]]:
    for index, factor in enumerate(scheme.factors):
        if factor.since is None or not is_adverse(factor, scheme.scale):  # else adverse_ends asks
            yield ("factors", index, "within"), factor.counts, factor.within
    for path, look in looks(scheme):
        yield (*path, "within"), look.record, look.within
    if scheme.scale.exposure is not None:
        exposure = scheme.scale.exposure
        yield ("score", "exposure", "within"), exposure.record, exposure.within
    if scheme.stages is not None:
        yield ("stages", "within"), scheme.stages.taken_by, scheme.stages.within


def looks(scheme: Scheme) -> Iterator[tuple[Path, Look]]:
    """Every look at records, of direct grades and of ceilings, with its path in the file."""
    parts = [("direct_grades", i, part.looks) for i, part in enumerate(scheme.direct)]
    parts += [("ceilings", i, part.looks) for i, part in enumerate(scheme.ceilings)]
    for section, index, inside in parts:
        for place, look in enumerate(inside):
            several: Path = (section, index, "when", "all", place)
            yield (several if several in scheme.origin.lines else several[:3]), look


def records_read(scheme: Scheme) -> Iterator[tuple[Path, RecordType]]:
    """Every record type that decides anything in a scheme, with its path."""
    for index, factor in enumerate(scheme.factors):
        yield ("factors", index, "counts"), factor.counts
    for where, look in looks(scheme):
        yield (*where, "record"), look.record
    for index, rule in enumerate(scheme.lists):
        for trigger in rule.enters_on:
            path: Path = ("lists", index, "enters_on")
            if isinstance(trigger, OnGradeHeld):
                yield from ((path, record) for record in trigger.without)
            else:
                yield path, trigger.record
    if scheme.scale.exposure is not None:
        yield ("score", "exposure", "record"), scheme.scale.exposure.record
    if scheme.stages is not None:
        yield ("stages", "taken_by"), scheme.stages.taken_by
