"""The points and the grade of records on known days, exactly, in the solver's terms.

Ranks among peers are left out: they compare subjects, and nothing is claimed of them. Nothing here is
in doubt, superseded or from before publication; what is, never counts against its subject (RF-13,
RF-16, kept by the plan).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import z3

from evenhand.kernel.periods import Day
from evenhand.schemes.prove_factor import Placed, factor_total, stands
from evenhand.schemes.prove_solver import Term, clipped, rounded_in_favour, total
from evenhand.schemes.prove_weight import weight_of
from evenhand.schemes.scheme import Exposure, Grade, Look, Scheme

NOT_GRADED: Final = 0
"""The number of no grade; bands have 1 upward from worst to best, other direct grades below zero."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What comes out: points, the grade's number, and the totals of factors and components."""

    points: Term
    grade: Term
    totals: Mapping[str, Term]


def score(scheme: Scheme, run: Sequence[Placed], on: Day) -> Scored:
    """The points and the grade of a run of records on a day."""
    totals = {f.factor: factor_total(f, run, scheme, on) for f in scheme.factors}
    earned, totals = with_components(scheme, totals, on)
    exposed: Term = z3.BoolVal(True)
    if scheme.scale.exposure is not None:
        exposure, exposed = _exposure(scheme.scale.exposure, run, on)
        divided = rounded_in_favour(
            earned * 1000, z3.If(exposed, exposure, z3.IntVal(1)), scheme.scale.better
        )
        earned = z3.If(exposed, divided, z3.IntVal(0))
    points = bounded(scheme, earned, on)
    band = z3.If(exposed, band_of(scheme, points, totals), z3.IntVal(NOT_GRADED))
    return Scored(points, _with_looks(scheme, band, run, on), totals)


def with_components(
    scheme: Scheme, totals: Mapping[str, Term], on: Day
) -> tuple[Term, dict[str, Term]]:
    """The sum of factors and components, and the totals of both."""
    found: dict[str, Term] = dict(totals)
    inside: set[str] = set()
    for part in scheme.components:
        inside.update(part.of)
        cap = None if part.at_most is None else part.at_most.on(on)
        of = clipped(total([totals[name] for name in part.of]), None if cap is None else -cap, cap)
        least = None if part.at_least is None else part.at_least.on(on)
        found[part.component] = clipped(of, least, None)
    alone = [totals[f.factor] for f in scheme.factors if f.factor not in inside]
    return total([*alone, *(found[part.component] for part in scheme.components)]), found


def bounded(scheme: Scheme, earned: Term, on: Day) -> Term:
    """Points: the base and what was earned, not below the floor, not above the ceiling."""
    scale = scheme.scale
    floor = None if scale.floor is None else scale.floor.on(on)
    ceiling = None if scale.ceiling is None else scale.ceiling.on(on)
    return clipped(clipped(earned + scale.base.on(on), floor, None), None, ceiling)


def _exposure(of: Exposure, run: Sequence[Placed], on: Day) -> tuple[Term, Term]:
    """The chances to err in thousandths, and whether there are enough of them."""
    matching: list[tuple[Placed, Term]] = []
    for placed in run:
        if placed.record.of.type != of.record or not stands(placed, on, of.within, placed.on):
            continue
        met = [placed.there, placed.record.meets_all(of.where)]
        met += [placed.record.present(of.field)] if of.field else []
        matching.append((placed, z3.And(met)))
    if of.of == "latest":
        matching = [
            (own, z3.And(met, z3.Not(z3.Or([z3.BoolVal(False), *_later(own, matching)]))))
            for own, met in matching
        ]
    chances = []
    for placed, met in matching:
        times, over = weight_of(of.fade, of.within, placed.on, on) if of.fade else (1000, 1000)
        number = placed.record.value(of.field) if of.field else z3.IntVal(1)
        chances.append(z3.If(met, number * (times * 1000 // over), z3.IntVal(0)))
    count = total([z3.If(met, z3.IntVal(1), z3.IntVal(0)) for _, met in matching])
    exposure = total(chances)
    return exposure, z3.And(count >= of.minimum, exposure > 0)


def _later(own: Placed, of: Sequence[tuple[Placed, Term]]) -> list[Term]:
    return [met for other, met in of if (other.on, other.place) > (own.on, own.place)]


def worst_first(scheme: Scheme) -> list[Grade]:
    """The bands from worst to best."""
    return sorted(scheme.grades, key=lambda g: g.start, reverse=scheme.scale.better == "lower")


def codes(scheme: Scheme) -> dict[str | None, int]:
    """Number the grades."""
    found: dict[str | None, int] = {None: NOT_GRADED}
    for number, grade in enumerate(worst_first(scheme), 1):
        found[grade.grade] = number
    for direct in scheme.direct:
        found.setdefault(direct.grade, min(found.values()) - 1)
    return found


def band_of(scheme: Scheme, points: Term, totals: Mapping[str, Term]) -> Term:
    """The best band that is reached and whose second condition holds, or a worse one; 0 for none."""
    bands = worst_first(scheme)
    found: Term = z3.IntVal(NOT_GRADED)
    for place, grade in enumerate(bands):
        met = [points >= grade.start]
        if scheme.scale.better == "lower":
            met = [points >= min(band.start for band in bands)]
            met += [points < bands[place - 1].start] if place else []
        needs = grade.needs
        for name in needs.of if needs else ():
            met += [totals[name] <= needs.at_most] if needs and needs.at_most is not None else []
            met += [totals[name] >= needs.at_least] if needs and needs.at_least is not None else []
        found = z3.If(z3.And(met), z3.IntVal(place + 1), found)
    return found


def _with_looks(scheme: Scheme, band: Term, run: Sequence[Placed], on: Day) -> Term:
    """Put direct grades before the band, then bring bands down to the ceilings that are met."""
    code = codes(scheme)
    found = band
    for direct in reversed(scheme.direct):
        met = z3.And([look_met(look, run, on) for look in direct.looks])
        found = z3.If(met, z3.IntVal(code[direct.grade]), found)
    for ceiling in scheme.ceilings:
        most = code[ceiling.not_above]
        met = z3.And([look_met(look, run, on) for look in ceiling.looks])
        found = z3.If(z3.And(met, found > most), z3.IntVal(most), found)
    return found


def look_met(look: Look, run: Sequence[Placed], on: Day) -> Term:
    """Whether a look is met by a run of records."""
    seen = [
        (placed, z3.And(placed.there, placed.record.meets_all(look.among)))
        for placed in run
        if placed.record.of.type == look.record and stands(placed, on, look.within, placed.on)
    ]
    fits = []
    for own, there in seen:
        met = [there, own.record.meets_all(look.where)]
        if look.of == "latest":
            met += [z3.Not(other_there) for other, other_there in seen if other.on > own.on]
        fits.append(z3.And(met))
    if look.fewer_than is None:
        return z3.Or([z3.BoolVal(False), *fits])
    return total([z3.If(fit, z3.IntVal(1), z3.IntVal(0)) for fit in fits]) < look.fewer_than
