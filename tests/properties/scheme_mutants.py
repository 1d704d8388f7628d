"""Single breaks of the interpreter, each of which the agreement with the plan must notice."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import ModuleType
from typing import Any

from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import Caps, Component, Factor, Look, Scheme, StepFade
from tests.reference import (
    caps,
    counting,
    exposure,
    factors,
    grades,
    interpreter,
    lists,
    points,
    records,
)
from tests.reference.factors import Totalled
from tests.reference.world import Question, Row, Told


@dataclass(frozen=True)
class Mutant:
    """A function of the interpreter and what stands in its place."""

    module: ModuleType
    name: str
    instead: Callable[..., Any]


def window_too_long(asked: Question, day: Day, within: Span | None) -> bool:
    return within is None or day >= within.before(asked.as_of)


def rounded_away(asked: Question, number: Fraction) -> int:
    return math.floor(number) if asked.higher else math.ceil(number)


def doubt_ignored(asked: Question, row: Row) -> str:
    public = asked.in_force.public_since
    return "before_public" if public is not None and row["happened"] < public else ""


def publication_ignored(asked: Question, row: Row) -> str:
    return "in_doubt" if row["record"] in asked.doubted else ""


def superseded_counts(asked: Question, row: Row) -> str:
    return "retracts" if row["retracts"] else "not_yet" if row["happened"] > asked.as_of else ""


def since_ignored(factor: Factor, row: Row) -> Day:
    day: Day = row["happened"]
    return day


def nothing_given_back(*_: object) -> int:
    return 0


def year_end_later(by: Any, happened: Day, right: Any = points.last_day) -> Day:
    day: Day = right("next_year_end" if by == "year_end" else by, happened)
    return day


def oldest_keep_last_weight(asked: Question, fade: StepFade, day: Day) -> Fraction:
    for step in fade.steps:
        if day > step.until.before(asked.as_of):
            return Fraction(step.times, 1000)
    return Fraction(fade.steps[-1].times, 1000)


def half_life_a_day_older(age: int, half_life: int, right: Any = points.millionths) -> int:
    return int(right(age + 1, half_life))


def cap_before_fade(
    asked: Question, factor: Factor, rows: list[Row], right: Any = factors.from_records
) -> list[Told]:
    told: list[Told] = right(asked, replace(factor, fade=None), rows)
    if factor.fade is None:
        return told
    faded = [one for one in told if one.record is not None]
    weights = {row["record"]: points.faded(asked, factor, row) for row in rows}
    return [one for one in told if one.record is None] + [
        one._replace(
            points=points.toward(asked, one.points * (weights[one.record or 0] or Fraction(0))),
            weight=weights[one.record or 0] if one.step == "points" and not one.why else None,
        )
        for one in faded
    ]


def months_of_all_years(factor: Factor, row: Row, right: Any = counting.event) -> Any:
    event = right(factor, row)
    return event[1] if factor.counting == "once_a_month" else event


def years_once(factor: Factor, row: Row, right: Any = counting.event) -> Any:
    return None if factor.counting == "once_a_year" else right(factor, row)


def documents_apart(factor: Factor, row: Row, right: Any = counting.event) -> Any:
    return row["record"] if factor.counting == "one_per_event" else right(factor, row)


def _cut_without(part: str) -> Callable[..., Any]:
    def cut(asked: Question, of: Caps, lefts: list[Any], right: Any = caps.cut) -> Any:
        return right(asked, replace(of, **{part: None}), lefts)

    return cut


def stretch_a_day_off(as_of: Day, within: Span, day: Day, right: Any = caps.stretch) -> int:
    return int(right(as_of, within, Day.fromordinal(max(day.toordinal() - 1, 1))))


def start_above_the_least(
    asked: Question, factor: Factor, earned: int, right: Any = factors.bounds
) -> list[Told]:
    least = right(asked, replace(factor, starts=None), earned)
    start: list[Told] = right(asked, replace(factor, at_least=None), earned)
    return start + list(least)


def component_without_cap(
    asked: Question, component: Component, totals: Any, right: Any = factors.of_component
) -> Totalled:
    found: Totalled = right(asked, replace(component, at_most=None), totals)
    return found


def least_of_component_first(asked: Question, component: Component, totals: Any) -> Totalled:
    earned = held = sum(totals[factor] for factor in component.of)
    if component.at_least is not None:
        held = max(held, component.at_least.on(asked.as_of))
    if component.at_most is not None:
        most = component.at_most.on(asked.as_of)
        held = min(max(held, -most), most)
    return Totalled(held, (Told("component", component.component, None, held - earned),))


def all_exposure(asked: Question, of: Any, right: Any = exposure.exposed) -> Any:
    return right(asked, replace(of, of="all"))


def no_minimum_of_exposure(asked: Question, of: Any, right: Any = exposure.exposed) -> Any:
    return right(asked, replace(of, minimum=1))


def equals_are_worse(
    asked: Question, peers: Any, subject: int, everyone: Any, right: Any = exposure.rank
) -> Any:
    of, held = everyone[subject]
    return right(asked, peers, subject, {**everyone, subject: (of, held + 1)})


def one_group(peers: Any, of: Any, right: Any = exposure.group) -> Any:
    return right(replace(peers, starts=peers.starts[:1]), of)


def ceiling_before_floor(asked: Question, reached: int, right: Any = interpreter.bounds) -> Any:
    scale = asked.scheme.scale
    if scale.floor is None or scale.ceiling is None:
        return right(asked, reached)
    lower = min(reached, scale.ceiling.on(asked.as_of))
    higher = max(lower, scale.floor.on(asked.as_of))
    return [Told("ceiling", "", None, lower - reached), Told("floor", "", None, higher - lower)]


def needs_ignored(*_: object) -> bool:
    return True


def one_fewer(asked: Question, look: Look, rows: Sequence[Row], right: Any = grades.seen) -> Any:
    fewer = None if look.fewer_than is None else look.fewer_than + 1
    return right(asked, replace(look, fewer_than=fewer), rows)


def among_ignored(asked: Question, look: Look, rows: Any, right: Any = grades.seen) -> Any:
    return right(asked, replace(look, among=()), rows)


def first_look_only(asked: Question, band: str | None, right: Any = grades.graded) -> Any:
    scheme = asked.scheme
    direct = tuple(replace(one, looks=one.looks[:1]) for one in scheme.direct)
    return right(_with(asked, replace(scheme, direct=direct)), band)


def no_ceilings(asked: Question, band: str | None, right: Any = grades.graded) -> Any:
    return right(_with(asked, replace(asked.scheme, ceilings=())), band)


def _with(asked: Question, scheme: Scheme) -> Question:
    return replace(asked, in_force=replace(asked.in_force, scheme=scheme))


def taken_at_any_time(asked: Question, stages: Any, name: str, right: Any = grades.taken) -> Any:
    return right(asked, replace(stages, within=None), name)


def nothing_taken(*_: object) -> bool:
    return False


def unsure_leads_to_black(*arguments: Any, right: Any = lists.speaks) -> Any:
    asked, rule, trigger, row = arguments
    return right(asked, replace(rule, kind="red"), trigger, row)


def nothing_against(*_: object) -> bool:
    return False


MUTANTS = {
    "a window one day too long": Mutant(records, "in_window", window_too_long),
    "rounded away from the subject": Mutant(points, "toward", rounded_away),
    "doubt ignored": Mutant(records, "weak", doubt_ignored),
    "publication ignored": Mutant(records, "weak", publication_ignored),
    "superseded records count": Mutant(records, "exists", superseded_counts),
    "since ignored": Mutant(points, "day_of", since_ignored),
    "nothing given back": Mutant(points, "given_back", nothing_given_back),
    "a year's end one year late": Mutant(points, "last_day", year_end_later),
    "the oldest keep the last weight": Mutant(points, "in_steps", oldest_keep_last_weight),
    "half-lives a day older": Mutant(points, "millionths", half_life_a_day_older),
    "caps before fading": Mutant(factors, "from_records", cap_before_fade),
    "once a month of any year": Mutant(counting, "event", months_of_all_years),
    "once in all years": Mutant(counting, "event", years_once),
    "each record an event": Mutant(counting, "event", documents_apart),
    **{
        f"{part} ignored": Mutant(caps, "cut", _cut_without(part))
        for part in ("gains", "losses", "per_day", "per_month", "per_year", "rolling", "in_all")
    },
    "stretches a day off": Mutant(caps, "stretch", stretch_a_day_off),
    "start above the least": Mutant(factors, "bounds", start_above_the_least),
    "a component without its cap": Mutant(factors, "of_component", component_without_cap),
    "a component's least first": Mutant(factors, "of_component", least_of_component_first),
    "all exposure": Mutant(exposure, "exposed", all_exposure),
    "no minimum of exposure": Mutant(exposure, "exposed", no_minimum_of_exposure),
    "equals are worse": Mutant(exposure, "rank", equals_are_worse),
    "one group of peers": Mutant(exposure, "group", one_group),
    "ceiling before floor": Mutant(interpreter, "bounds", ceiling_before_floor),
    "needs of bands ignored": Mutant(grades, "holds", needs_ignored),
    "one fewer": Mutant(grades, "seen", one_fewer),
    "among ignored": Mutant(grades, "seen", among_ignored),
    "the first look only": Mutant(grades, "graded", first_look_only),
    "ceilings of grades ignored": Mutant(grades, "graded", no_ceilings),
    "a measure taken at any time": Mutant(grades, "taken", taken_at_any_time),
    "no measure taken": Mutant(grades, "taken", nothing_taken),
    "unsure records lead to black lists": Mutant(lists, "speaks", unsure_leads_to_black),
    "no record against a grade held": Mutant(lists, "against", nothing_against),
}
