"""What falls away next, what would change the grade, how far the next grade is.

Every standing named here was really scored, by a function that the caller hands in: on another day, or
on the same day without one record. The only arithmetic is the distance to the bounds of a band.
Everything holds if nothing else happens: no new record, no correction, no dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from evenhand.kernel.ids import RecordId
from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.schemes.scheme import Factor, Grade, InForce, Scheme, Stage, StepFade, Thousandths
from evenhand.scoring.explain import last_day
from evenhand.scoring.standing import Contribution, Explanation, Standing

Ask: TypeAlias = Callable[[Day], Explanation]
"""Explains the same subject's standing on another day, by what is known now."""

Without: TypeAlias = Callable[[Sequence[RecordId]], Sequence[Standing]]
"""The standing of the same day without each one of some records, one by one, in their order."""

_MOST_DAYS: Final = 60
_MOST_RECORDS: Final = 60
"""So many days and records are looked at; a person's file has fewer."""


@dataclass(frozen=True, slots=True)
class Falling:
    """A record that counts less from a day on, with its points now and then."""

    record: RecordId
    factor: str
    now: Thousandths
    then: Thousandths


@dataclass(frozen=True, slots=True)
class Ending:
    """The first day on which something that counts now stops counting or steps down."""

    on: Day
    falling: tuple[Falling, ...]
    then: Standing


@dataclass(frozen=True, slots=True)
class Turn:
    """A record without which the grade would be another."""

    record: RecordId
    factor: str
    without: Standing


@dataclass(frozen=True, slots=True)
class Bound:
    """A band beside the one that the points lie in.

    Attributes:
        start: The number that parts the two bands: with it begins the one of more points.
        away: How far the points are from it, never below zero.
    """

    grade: Grade
    start: Thousandths
    away: Thousandths


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to come of one standing, if nothing else happens.

    Attributes:
        next: What falls away first; None when nothing that counts has an end.
        changes: The first such day on which the grade is another, with the standing then.
        better: The band beside it on the better side; None in the best, or where points do not grade.
        worse: The band beside it on the worse side.
        turns: Single records without which the grade would be another today.
        stage: The next stage that is not reached yet, and how far the points are from it.
    """

    next: Ending | None = None
    changes: Standing | None = None
    better: Bound | None = None
    worse: Bound | None = None
    turns: tuple[Turn, ...] = ()
    stage: tuple[Stage, Thousandths] | None = None


def outlook(
    in_force: InForce,
    now: Explanation,
    happened: Mapping[RecordId, Day],
    ask: Ask,
    without: Without,
) -> Outlook:
    """Look ahead from one standing.

    A rank depends on what happens to others, so a scheme with peers has distances and nothing else.

    Args:
        in_force: The scheme.
        now: The standing that the look is taken from.
        happened: The event day of each record.
        ask: Scores the same subject on another day.
        without: Scores it on the same day without single records.
    """
    scheme = in_force.scheme
    better, worse = _beside(scheme, now)
    stage = _next_stage(scheme, now.standing.points)
    if scheme.scale.peers is not None:
        return Outlook(better=better, worse=worse, stage=stage)
    counting = [c for c in now.contributions if c.step == "points" and c.record and not c.why_not]
    ends = _ends(scheme, now, counting, happened, ask)
    days = sorted(day for day in ends if day in scheme.in_force)[:_MOST_DAYS]
    ending = _ending(days[0], ends[days[0]], now, ask) if days else None
    changes = None
    for day in days:
        then = ask(day).standing
        if then.grade != now.standing.grade:
            changes = then
            break
    return Outlook(
        ending, changes, better, worse, tuple(_turns(now.standing, counting, without)), stage
    )


def _ends(
    scheme: Scheme,
    now: Explanation,
    counting: list[Contribution],
    happened: Mapping[RecordId, Day],
    ask: Ask,
) -> dict[Day, list[Contribution]]:
    """By day: what stops counting or steps down on it."""
    factors = {factor.factor: factor for factor in scheme.factors}
    today, found = now.standing.clocks.as_of, dict[Day, list[Contribution]]()
    for one in counting:
        days = set() if one.until is None else {one.until + ONE_DAY}
        factor = factors.get(one.factor)
        if factor is not None and isinstance(factor.fade, StepFade):
            days |= set(_steps(factor.fade, factor, one, (today, happened), ask))
        for day in days:
            found.setdefault(day, []).append(one)
    return found


def _steps(
    fade: StepFade,
    factor: Factor,
    one: Contribution,
    days: tuple[Day, Mapping[RecordId, Day]],
    ask: Ask,
) -> Iterator[Day]:
    """The days on which a record's weight steps down; from the event, or found by scoring."""
    today, happened = days
    if one.record is None:
        return
    if factor.since is None and one.record in happened:
        for step in fade.steps:
            last = last_day(step.until, happened[one.record], None, None)
            if last is not None and last >= today and (one.until is None or last < one.until):
                yield last + ONE_DAY
    elif one.until is not None:
        yield from _first_change(one, today, one.until, ask)


def _first_change(one: Contribution, today: Day, last: Day, ask: Ask) -> Iterator[Day]:
    """The first day until ``last`` on which a record has another weight than today, by halving."""
    if _weight(ask(last), one) == (one.times, one.over):
        return
    before, after = today, last
    while after - before > ONE_DAY:
        middle = before + (after - before) // 2
        same = _weight(ask(middle), one) == (one.times, one.over)
        before, after = (middle, after) if same else (before, middle)
    yield after


def _weight(then: Explanation, one: Contribution) -> tuple[int | None, int | None] | None:
    found = _same(then, one)
    return None if found is None else (found.times, found.over)


def _same(then: Explanation, one: Contribution) -> Contribution | None:
    """The same record under the same factor in another explanation, where it still counts."""
    for each in then.contributions:
        if (each.step, each.factor, each.record) == (one.step, one.factor, one.record):
            return None if each.why_not else each
    return None


def _ending(day: Day, ending: list[Contribution], now: Explanation, ask: Ask) -> Ending:
    then = ask(day)
    falling = [
        Falling(one.record, one.factor, _points(now, one), _points(then, one))
        for one in ending
        if one.record is not None
    ]
    return Ending(day, tuple(falling), then.standing)


def _points(of: Explanation, one: Contribution) -> Thousandths:
    """What a record adds under a factor, after what was given back."""
    return sum(
        each.points
        for each in of.contributions
        if (each.factor, each.record) == (one.factor, one.record)
        and each.step in ("points", "mended")
    )


def _turns(now: Standing, counting: list[Contribution], without: Without) -> Iterator[Turn]:
    factors = {one.record: one.factor for one in reversed(counting) if one.record is not None}
    records = sorted(factors)[:_MOST_RECORDS]
    if not records:
        return
    for record, standing in zip(records, without(records), strict=True):
        if standing.grade != now.grade:
            yield Turn(record, factors[record], standing)


def _beside(scheme: Scheme, now: Explanation) -> tuple[Bound | None, Bound | None]:
    """The bands above and below the one of the points, the better one first; where they decide."""
    standing, grades = now.standing, scheme.grades
    value = standing.points if scheme.scale.peers is None else standing.rank
    if standing.grade is None or now.directly is not None or value is None:
        return None, None
    index = max((i for i, grade in enumerate(grades) if grade.start <= value), default=None)
    if index is None or grades[index].grade != standing.grade:
        return None, None
    start = grades[index].start
    below = Bound(grades[index - 1], start, value - start) if index else None
    above = None
    if index + 1 < len(grades):
        above = Bound(grades[index + 1], grades[index + 1].start, grades[index + 1].start - value)
    return (above, below) if scheme.scale.better == "higher" else (below, above)


def _next_stage(scheme: Scheme, points: Thousandths) -> tuple[Stage, Thousandths] | None:
    if scheme.stages is None:
        return None
    for stage in scheme.stages.steps:
        away = points - stage.start if scheme.scale.better == "higher" else stage.start - points
        if away > 0:
            return stage, away
    return None
