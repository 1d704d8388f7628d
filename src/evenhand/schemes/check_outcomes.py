"""Do peers, stages, conditions of bands and statuses fit the points that lead to them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day
from evenhand.rights.floor import enforces
from evenhand.schemes.check_scale import at
from evenhand.schemes.outcome_findings import (
    BAND_NO_PERCENTILE,
    COSTS_OF_PERSONS,
    COSTS_OUT_OF_ORDER,
    COSTS_THE_BEST,
    NEEDS_EMPTY,
    NEEDS_IMPOSSIBLE,
    PEERS_OUT_OF_ORDER,
    PEERS_WITHOUT_EXPOSURE,
    REDUCED_OUTSIDE_STAGE,
    STAGE_TWICE,
    STAGE_WITHOUT_RECORDS,
    STAGES_OUT_OF_ORDER,
    STATUS_IS_BAND,
    WORST_BAND_NEEDS,
)
from evenhand.schemes.reach import (
    Bound,
    greatest_of_component,
    greatest_points,
    has_values,
    least_of_component,
    least_points,
    turning_days,
)
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import NO_STAGE, Scheme, Stages
from evenhand.sources.catalogue import Catalogue

GREATEST_PERCENTILE: Final = 100_000
"""In thousandths."""


def check_peers(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Peers are told by exposure, their groups follow each other, bands are percentiles."""
    peers = scheme.scale.peers
    if peers is None:
        return
    if scheme.scale.exposure is None:
        yield at(scheme, PEERS_WITHOUT_EXPOSURE, "score", "peers")
    if list(peers.starts) != sorted(set(peers.starts)):
        said = ", ".join(map(str, peers.starts))
        yield at(scheme, PEERS_OUT_OF_ORDER, "score", "peers", "starts", read=said)
    for index, grade in enumerate(scheme.grades):
        if grade.start > GREATEST_PERCENTILE:
            start = decimal_text(grade.start)
            path = ("grades", index, "from")
            yield at(scheme, BAND_NO_PERCENTILE, *path, read=grade.grade, from_points=start)


def check_stages(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Stages run from mild to severe, none without records; a cut holds the points in its stage."""
    stages = scheme.stages
    if stages is None:
        return
    lower = scheme.scale.better == "lower"
    names: set[str] = {NO_STAGE}
    for index, stage in enumerate(stages.steps):
        path = ("stages", "steps", index)
        if stage.stage in names:
            yield at(scheme, STAGE_TWICE, *path, "stage", read=stage.stage)
        names.add(stage.stage)
        before = stages.steps[index - 1].start if index else None
        if before is not None and not _worse(stage.start, before, lower=lower):
            values = {"from_points": decimal_text(stage.start), "allowed": decimal_text(before)}
            yield at(scheme, STAGES_OUT_OF_ORDER, *path, read=stage.stage, **values)
    yield from _cuts(scheme, stages, lower=lower)
    yield from _stages_of_nothing(scheme, stages, lower=lower)


def _worse(one: int, other: int, *, lower: bool) -> bool:
    return one > other if lower else one < other


def _cuts(scheme: Scheme, stages: Stages, *, lower: bool) -> Iterator[Finding]:
    for index, stage in enumerate(stages.steps):
        if stage.reduced_to is None:
            continue
        last = index == len(stages.steps) - 1
        following = None if last else stages.steps[index + 1].start
        inside = following is not None and _worse(following, stage.reduced_to, lower=lower)
        if not inside or _worse(stage.start, stage.reduced_to, lower=lower):
            until = "–" if following is None else decimal_text(following)
            values = {
                "reduced": decimal_text(stage.reduced_to),
                "allowed": f"{decimal_text(stage.start)} … {until}",
            }
            path = ("stages", "steps", index, "reduced_to")
            yield at(scheme, REDUCED_OUTSIDE_STAGE, *path, read=stage.stage, **values)


def _stages_of_nothing(scheme: Scheme, stages: Stages, *, lower: bool) -> Iterator[Finding]:
    """A stage that the points of somebody without records reach."""
    if not has_values(scheme):
        return
    bases = [scheme.scale.base.on(day) for day in turning_days(scheme)]
    base = max(bases) if lower else min(bases)
    for index, stage in enumerate(stages.steps):
        if not _worse(stage.start, base, lower=lower):
            values = {"from_points": decimal_text(stage.start), "allowed": decimal_text(base)}
            path = ("stages", "steps", index)
            yield at(scheme, STAGE_WITHOUT_RECORDS, *path, read=stage.stage, **values)


def check_needs(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """The condition of a band can be met, and the worst band has none."""
    worst = 0 if scheme.scale.better == "higher" else len(scheme.grades) - 1
    for index, grade in enumerate(scheme.grades):
        needs = grade.needs
        if needs is None:
            continue
        path = ("grades", index, "needs")
        if index == worst:
            yield at(scheme, WORST_BAND_NEEDS, *path, read=grade.grade)
        low, high = needs.at_least, needs.at_most
        if (low is None and high is None) or (low is not None and high is not None and low > high):
            yield at(scheme, NEEDS_EMPTY, *path, read=grade.grade)
        elif has_values(scheme):
            for name in needs.of:
                yield from _impossible(scheme, index, name)


def _impossible(scheme: Scheme, index: int, name: str) -> Iterator[Finding]:
    """A bound that a factor or component keeps on no day of the scheme."""
    grade = scheme.grades[index]
    needs = grade.needs
    days = turning_days(scheme)
    reaches = [_reach(scheme, name, day) for day in days]
    if needs is None:
        return
    low, high = needs.at_least, needs.at_most
    said = {"read": grade.grade, "part": name, "reach": _from_to(*reaches[0])}
    if low is not None and all(most is not None and most < low for _, most in reaches):
        words = {"bound_zh": "至少", "bound_en": "at least", "allowed": decimal_text(low)}
        yield at(scheme, NEEDS_IMPOSSIBLE, "grades", index, "needs", "at_least", **said, **words)
    if high is not None and all(least is not None and least > high for least, _ in reaches):
        words = {"bound_zh": "至多", "bound_en": "at most", "allowed": decimal_text(high)}
        yield at(scheme, NEEDS_IMPOSSIBLE, "grades", index, "needs", "at_most", **said, **words)


def _reach(scheme: Scheme, name: str, on: Day) -> tuple[Bound, Bound]:
    for part in scheme.components:
        if part.component == name:
            return least_of_component(part, scheme, on), greatest_of_component(part, scheme, on)
    factor = next(f for f in scheme.factors if f.factor == name)
    return least_points(factor, on), greatest_points(factor, on)


def _from_to(least: Bound, most: Bound) -> str:
    low = "−∞" if least is None else decimal_text(least)
    high = "∞" if most is None else decimal_text(most)
    return f"{low} … {high}"


def check_statuses(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A direct grade with a title of its own is no band."""
    bands = {grade.grade for grade in scheme.grades}
    for index, direct in enumerate(scheme.direct):
        if direct.title is not None and direct.grade in bands:
            path = ("direct_grades", index, "title")
            yield at(scheme, STATUS_IS_BAND, *path, read=direct.grade)


@enforces("RF-2", "RF-6")
def check_costs(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A grade costs organisations alone, never the best of them, and then every worse one costs too."""
    order = sorted(enumerate(scheme.grades), key=lambda one: one[1].start)
    if scheme.scale.better == "lower":
        order.reverse()
    worse = [grade for _, grade in order]
    for place, (index, grade) in enumerate(order):
        if grade.costs is None:
            continue
        path = ("grades", index, "costs")
        if scheme.subjects in ("resident", "sole_trader"):
            yield at(scheme, COSTS_OF_PERSONS, *path, read=grade.grade)
        if place == len(order) - 1:
            yield at(scheme, COSTS_THE_BEST, *path, read=grade.grade)
        free = next((other for other in worse[:place] if other.costs is None), None)
        if free is not None:
            yield at(scheme, COSTS_OUT_OF_ORDER, *path, read=grade.grade, allowed=free.grade)


OUTCOME_CHECKS: Final[tuple[Callable[[Scheme, Catalogue], Iterator[Finding]], ...]] = (
    check_peers,
    check_stages,
    check_needs,
    check_statuses,
    check_costs,
)
