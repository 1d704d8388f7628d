"""From points to a grade: direct grades in the order of the file, then the bands, then ceilings.

Each direct grade is looked at twice: with all records, and with the sure ones alone (neither in
doubt nor from before publication). What both give, is given. What only one gives, is given only
where it is a better band than what would follow otherwise: doubt speaks for the subject. A ceiling
lowers a band only when it is met both ways.
"""

from __future__ import annotations

import operator
from functools import reduce

import ibis

from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days
from evenhand.schemes.passes.looking import MET_BOTH_WAYS, looked_at, with_states
from evenhand.schemes.passes.terms import Relation, Term, by_number, literal
from evenhand.schemes.passes.totalling import total_column
from evenhand.schemes.scheme import Grade, OfEach

NOT_GRADED = 0
"""The code of no grade; bands have 1 upward from worst to best, other direct grades below zero."""


def codes(days: Days) -> dict[str | None, int]:
    """Number the grades: bands from worst to best from 1, direct grades that are no band from -1."""
    found: dict[str | None, int] = {None: NOT_GRADED}
    for number, grade in enumerate(_worst_first(days), 1):
        found[grade.grade] = number
    for direct in days.scheme.direct:
        found.setdefault(direct.grade, min(found.values()) - 1)
    return found


@enforces("RF-16")
def graded(standings: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """Add the grade's code, the number of the direct grade that gave it, of the ceiling that cut it."""
    rows = standings.mutate(band=_band(standings, days))
    scheme = days.scheme
    if scheme.direct or scheme.ceilings:
        rows = with_states(rows, looked_at(of, asked, days), days)
    rows = _directly(rows, days)
    return _lowered(rows, days) if scheme.ceilings else rows


def named(rows: Relation, days: Days) -> Term:
    """A grade's name by its code; null for none."""
    names = {code: ibis.literal(name) for name, code in codes(days).items() if name is not None}
    return by_number(rows.code, names, ibis.null("string"))


def _directly(rows: Relation, days: Days) -> Relation:
    """Put direct grades before the band."""
    direct = days.scheme.direct
    if not direct:
        return rows.mutate(code=rows.band, direct=ibis.null("int64"))
    code = codes(days)
    own = [literal(code[one.grade]) for one in direct]
    numbers = [literal(n) for n in range(len(direct))]
    state = [rows[f"state_{n}"].fill_null(literal(0)) for n in range(len(direct))]
    both = [state[n] == literal(MET_BOTH_WAYS) for n in range(len(direct))]
    unsure = [
        reduce(operator.and_, (~done for done in both[:n]), state[n] == literal(1))
        for n in range(len(direct))
    ]
    offers = [unsure[n].ifelse(own[n], literal(NOT_GRADED)) for n in range(len(direct))]
    rows = rows.mutate(
        firm=ibis.cases(*zip(both, own, strict=True), else_=rows.band),
        firm_direct=_first(both, numbers),
        offer=ibis.greatest(*offers) if len(offers) > 1 else offers[0],
        offered=_best(unsure, own, numbers),
    )
    better = (rows.firm > literal(NOT_GRADED)) & (rows.offer > rows.firm)
    return rows.mutate(
        code=better.ifelse(rows.offer, rows.firm),
        direct=better.ifelse(rows.offered, rows.firm_direct),
    )


def _lowered(rows: Relation, days: Days) -> Relation:
    """Bring bands down to the lowest ceiling that is met; what is no band stays."""
    code = codes(days)
    ceilings = list(enumerate(days.scheme.ceilings))
    lowest_first = sorted(ceilings, key=lambda one: code[one[1].not_above])
    lowers = [
        (rows[f"above_{place}"] == literal(MET_BOTH_WAYS))
        & (rows.code > literal(code[one.not_above]))
        for place, one in lowest_first
    ]
    numbers = [literal(place) for place, _ in lowest_first]
    most = [literal(code[one.not_above]) for _, one in lowest_first]
    return rows.mutate(
        code=ibis.cases(*zip(lowers, most, strict=True), else_=rows.code),
        ceiling=_first(lowers, numbers),
    )


def _worst_first(days: Days) -> list[Grade]:
    worst_first = sorted(days.scheme.grades, key=lambda grade: grade.start)
    if days.scheme.scale.better == "lower":
        worst_first.reverse()
    return worst_first


def _band(rows: Relation, days: Days) -> Term:
    grades = days.scheme.grades
    if not grades:
        return literal(NOT_GRADED)
    scale = days.scheme.scale
    reached = rows.points if scale.peers is None else rows["rank"]
    if any(grade.needs for grade in grades):
        band = _band_with_needs(rows, reached, days)
    else:
        code = codes(days)
        highest_first = sorted(grades, key=lambda grade: -grade.start)
        starts = [(reached >= literal(g.start), literal(code[g.grade])) for g in highest_first]
        band = ibis.cases(*starts, else_=literal(NOT_GRADED))
    if scale.exposure is not None:
        return rows.exposed.ifelse(band, literal(NOT_GRADED))
    return band


def _band_with_needs(rows: Relation, reached: Term, days: Days) -> Term:
    """The best band that is reached, or lies below one that is, and whose second condition holds."""
    code = codes(days)
    worst_first = _worst_first(days)
    least = literal(min(grade.start for grade in worst_first))
    branches = []
    for place in range(len(worst_first) - 1, -1, -1):
        grade = worst_first[place]
        if days.scheme.scale.better == "higher":
            met = reached >= literal(grade.start)
        else:
            met = reached >= least
            if place:
                met = met & (reached < literal(worst_first[place - 1].start))
        if grade.needs is not None:
            met = met & _within_needs(rows, grade.needs, days)
        branches.append((met, literal(code[grade.grade])))
    return ibis.cases(*branches, else_=literal(NOT_GRADED))


def _within_needs(rows: Relation, needs: OfEach, days: Days) -> Term:
    met = []
    for name in needs.of:
        total = rows[total_column(days, name)]
        if needs.at_most is not None:
            met.append(total <= literal(needs.at_most))
        if needs.at_least is not None:
            met.append(total >= literal(needs.at_least))
    return reduce(operator.and_, met, ibis.literal(True))


def _first(conditions: list[Term], terms: list[Term]) -> Term:
    return ibis.cases(*zip(conditions, terms, strict=True), else_=ibis.null("int64"))


def _best(unsure: list[Term], own: list[Term], numbers: list[Term]) -> Term:
    """The number of the first direct grade, from the best band down, that only one look gives."""
    order = sorted(range(len(own)), key=lambda n: -own[n].op().value)
    return _first([unsure[n] for n in order], [numbers[n] for n in order])
