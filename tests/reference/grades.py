"""From points to a grade: bands and what they need, direct grades, ceilings; and to a stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evenhand.schemes.scheme import Look, OfEach, Scheme, Stages
from tests.reference import records
from tests.reference.world import Question, Row


@dataclass(frozen=True)
class Graded:
    """A grade; by which direct grade, lowered by which ceiling."""

    grade: str | None
    direct: int | None
    ceiling: int | None


def worst_first(scheme: Scheme) -> list[str]:
    """The bands from worst to best."""
    names = [band.grade for band in sorted(scheme.grades, key=lambda band: band.start)]
    return names if scheme.scale.better == "higher" else names[::-1]


def band(scheme: Scheme, reached: int | None, totals: Mapping[str, int]) -> str | None:
    """The band of the points (or rank), or the next worse one whose second condition holds."""
    starts = {one.grade: one.start for one in scheme.grades}
    possible = [name for name, start in starts.items() if reached is not None and reached >= start]
    if not possible:
        return None
    own = max(possible, key=lambda name: starts[name])
    order = worst_first(scheme)
    needs = {one.grade: one.needs for one in scheme.grades}
    for name in order[order.index(own) :: -1]:
        if holds(needs[name], totals):
            return name
    return None


def holds(needs: OfEach | None, totals: Mapping[str, int]) -> bool:
    if needs is None:
        return True
    held = [totals[name] for name in needs.of]
    return all(
        (needs.at_most is None or total <= needs.at_most)
        and (needs.at_least is None or total >= needs.at_least)
        for total in held
    )


def graded(asked: Question, of_points: str | None) -> Graded:
    """The grade: what records give by themselves before the band, then no better than ceilings.

    A ceiling holds where it is met with all records and with the sure ones.
    """
    scheme = asked.scheme
    standing = [row for row in asked.rows if not records.stands(asked, row)]
    sure = [row for row in standing if not records.weak(asked, row)]
    grade, direct = directly(asked, of_points, standing, sure)
    order = worst_first(scheme)
    lowered = None
    for number, ceiling in enumerate(scheme.ceilings):
        met = all(seen(asked, look, rows) for rows in (standing, sure) for look in ceiling.looks)
        if met and grade in order and order.index(grade) > order.index(ceiling.not_above):
            grade, lowered = ceiling.not_above, number
    return Graded(grade, direct, lowered)


def directly(
    asked: Question, of_points: str | None, standing: Sequence[Row], sure: Sequence[Row]
) -> tuple[str | None, int | None]:
    """The first direct grade met with all records and with the sure ones; before it, a better one.

    What is met in one way only is given only where it is a better band than what follows without it.
    """
    order = worst_first(asked.scheme)
    given: str | None = of_points
    by: int | None = None
    unsure: list[tuple[int, str]] = []
    for number, direct in enumerate(asked.scheme.direct):
        with_all = all(seen(asked, look, standing) for look in direct.looks)
        with_sure = all(seen(asked, look, sure) for look in direct.looks)
        if with_all and with_sure:
            given, by = direct.grade, number
            break
        if with_all != with_sure and direct.grade in order:
            unsure.append((number, direct.grade))
    if given not in order:
        return given, by
    for number, grade in unsure:
        if order.index(grade) > order.index(given):
            given, by = grade, number
    return given, by


def seen(asked: Question, look: Look, rows: Sequence[Row]) -> bool:
    """Say whether one look is met by some records."""
    found = [
        row
        for row in rows
        if row["type"] == look.record
        and records.in_window(asked, row["happened"], look.within)
        and records.meets_all(row, look.among)
    ]
    if look.of == "latest":
        last = max((row["happened"] for row in found), default=None)
        found = [row for row in found if row["happened"] == last]
    count = sum(records.meets_all(row, look.where) for row in found)
    return count > 0 if look.fewer_than is None else count < look.fewer_than


def stage(asked: Question, stages: Stages, points: int) -> tuple[str | None, int | None]:
    """The stage that is due, and what taking it cuts the points to."""
    reached = [
        step
        for step in stages.steps
        if (points <= step.start if asked.higher else points >= step.start)
    ]
    for step in reached:
        if taken(asked, stages, step.stage):
            continue
        cut = step.reduced_to
        better = cut is not None and (cut > points if asked.higher else cut < points)
        return step.stage, cut if better and step is not reached[-1] else None
    return None, None


def taken(asked: Question, stages: Stages, name: str) -> bool:
    return any(
        row["type"] == stages.taken_by
        and not records.stands(asked, row)
        and not records.weak(asked, row)
        and records.in_window(asked, row["happened"], stages.within)
        and records.value(row, stages.field) == name
        for row in asked.rows
    )
