"""From points to a grade: direct grades in the order of the file, then the bands.

Each direct grade is looked at twice: with all records, and with the sure ones alone (neither in
doubt nor from before publication). What both give, is given. What only one gives, is given only
where it is a better band than what would follow otherwise: doubt speaks for the subject.
"""

from __future__ import annotations

import operator
from functools import reduce

import ibis

from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days
from evenhand.schemes.passes.facing import (
    before_public,
    doubtful,
    existing,
    hold,
    in_window,
    standing_reasons,
    uses,
)
from evenhand.schemes.passes.terms import Relation, Term, all_met, beside, by_number, literal

NOT_GRADED = 0
"""The code of no grade; bands have 1 upward from worst to best, other direct grades below zero."""


def codes(days: Days) -> dict[str | None, int]:
    """Number the grades: bands from worst to best from 1, direct grades that are no band from -1."""
    scheme = days.scheme
    worst_first = sorted(scheme.grades, key=lambda grade: grade.start)
    if scheme.scale.better == "lower":
        worst_first.reverse()
    found: dict[str | None, int] = {None: NOT_GRADED}
    for number, grade in enumerate(worst_first, 1):
        found[grade.grade] = number
    for direct in scheme.direct:
        found.setdefault(direct.grade, min(found.values()) - 1)
    return found


def looked_at(of: Relation, asked: Relation, days: Days) -> Relation:
    """Every record that meets a direct grade, with all records (``met``) or the sure ones (``sure``)."""
    direct = days.scheme.direct
    rows = existing(of, asked, uses("directs"))
    looks = [one.looks[0] for one in direct]
    windows = {n: look.within for n, look in enumerate(looks) if look.within is not None}
    met = {n: all_met(rows, look.where) for n, look in enumerate(looks) if look.where}
    rows = rows.filter(hold(standing_reasons(rows)) & in_window(rows, days, windows, len(direct)))
    rows = rows.select(
        *("question", "number", "record", "happened"),
        fits=by_number(rows.number, met, ibis.literal(True)),
        firm=~(doubtful(rows) | before_public(rows)),
    )
    latest = {n: ibis.literal(True) for n, look in enumerate(looks) if look.of == "latest"}
    if not latest:
        return rows.mutate(met=rows.fits, sure=rows.fits & rows.firm)
    group = ibis.window(group_by=[rows.question, rows.number])
    rows = rows.mutate(
        last_day=rows.happened.max().over(group),
        last_firm_day=rows.firm.ifelse(rows.happened, ibis.null("date")).max().over(group),
        only_latest=by_number(rows.number, latest, ibis.literal(False)),
    )
    on_last = ~rows.only_latest | (rows.happened == rows.last_day)
    on_last_firm = ~rows.only_latest | (rows.happened == rows.last_firm_day).fill_null(False)
    return rows.mutate(met=rows.fits & on_last, sure=rows.fits & rows.firm & on_last_firm)


@enforces("RF-16")
def graded(standings: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """Add the grade's code and the number of the direct grade that gave it, if one did."""
    rows = standings.mutate(band=_band(standings, days))
    direct = days.scheme.direct
    if not direct:
        return rows.mutate(code=rows.band, direct=ibis.null("int64"))
    rows = beside(rows, _states(looked_at(of, asked, days), len(direct)), "question")
    code = codes(days)
    own = [literal(code[one.grade]) for one in direct]
    numbers = [literal(n) for n in range(len(direct))]
    state = [rows[f"state_{n}"].fill_null(literal(0)) for n in range(len(direct))]
    both = [state[n] == literal(2) for n in range(len(direct))]
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


def named(rows: Relation, days: Days) -> Term:
    """A grade's name by its code; null for none."""
    names = {code: ibis.literal(name) for name, code in codes(days).items() if name is not None}
    return by_number(rows.code, names, ibis.null("string"))


def _band(rows: Relation, days: Days) -> Term:
    highest_first = sorted(days.scheme.grades, key=lambda grade: -grade.start)
    if not highest_first:
        return literal(NOT_GRADED)
    code = codes(days)
    reached = [
        (rows.points >= literal(grade.start), literal(code[grade.grade])) for grade in highest_first
    ]
    return ibis.cases(*reached, else_=literal(NOT_GRADED))


def _states(rows: Relation, count: int) -> Relation:
    """For each question and direct grade: met with all records and with the sure ones (2), by one (1)."""
    flags = {}
    for number in range(count):
        own = rows.number == literal(number)
        for name in ("met", "sure"):
            flags[f"{name}_{number}"] = (own & rows[name]).ifelse(literal(1), literal(0)).max()
    found = rows.group_by("question").aggregate(**flags)
    states = {f"state_{n}": found[f"met_{n}"] + found[f"sure_{n}"] for n in range(count)}
    return found.select(found.question, **states)


def _first(conditions: list[Term], terms: list[Term]) -> Term:
    return ibis.cases(*zip(conditions, terms, strict=True), else_=ibis.null("int64"))


def _best(unsure: list[Term], own: list[Term], numbers: list[Term]) -> Term:
    """The number of the first direct grade, from the best band down, that only one look gives."""
    order = sorted(range(len(own)), key=lambda n: -own[n].op().value)
    return _first([unsure[n] for n in order], [numbers[n] for n in order])
