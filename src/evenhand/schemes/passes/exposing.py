"""Exposure: the chances to err that a subject had, and what it earned for each of them.

A record in doubt counts as a chance like any other: that is a fact in its subject's favour.
"""

from __future__ import annotations

import ibis

from evenhand.schemes.ages import OF_EXPOSURE
from evenhand.schemes.days import Days
from evenhand.schemes.passes.facing import existing, hold, standing_reasons
from evenhand.schemes.passes.terms import (
    LARGEST_COUNT,
    Relation,
    Term,
    all_met,
    beside,
    divided,
    field,
    literal,
)
from evenhand.schemes.passes.wearing import ages_table
from evenhand.schemes.scheme import Exposure

_WHOLE = 1000


def exposed(of: Relation, asked: Relation, days: Days) -> Relation | None:
    """By question: ``chances`` (matching records), ``exposure`` (thousandths); None without exposure."""
    exposure = days.scheme.scale.exposure
    if exposure is None:
        return None
    rows = existing(of.filter(of.type == literal(str(exposure.record))), asked)
    rows = rows.filter(hold(standing_reasons(rows)) & _matches(rows, exposure, days))
    weight = literal(_WHOLE)
    if exposure.fade is not None:
        ages = ages_table(days)
        ages = ages.filter(ages.number == literal(OF_EXPOSURE))
        ages = ages.select("as_of", "happened", "times")
        rows = beside(rows, ages, "as_of", "happened")
        weight = rows.times.fill_null(literal(0))
    value = field(rows, exposure.field) if exposure.field is not None else literal(1)
    rows = rows.mutate(part=weight * value)
    if exposure.of == "latest":
        order = [ibis.desc(rows[name]) for name in ("happened", "known", "record")]
        latest = ibis.row_number().over(ibis.window(group_by=[rows.question], order_by=order))
        rows = rows.mutate(place=latest)
        rows = rows.mutate(part=(rows.place == literal(0)).ifelse(rows.part, literal(0)))
    rows = rows.mutate(one=literal(1))
    return rows.group_by("question").aggregate(chances=rows.one.sum(), exposure=rows.part.sum())


def for_each_chance(rows: Relation, exposures: Relation, days: Days) -> Relation:
    """Add ``chances``, ``exposed`` (whether they are enough) and ``divided`` (earned for each of them).

    The division is written out digit by digit, so that nothing overflows on the way to thousandths.
    """
    exposure = days.scheme.scale.exposure
    if exposure is None:
        raise ValueError("only a scheme with exposure divides by it")
    rows = beside(rows, exposures, "question")
    rows = rows.mutate(
        chances=rows.chances.fill_null(literal(0)), exposure=rows.exposure.fill_null(literal(0))
    )
    enough = (rows.chances >= literal(exposure.minimum)) & (rows.exposure > literal(0))
    rows = rows.mutate(exposed=enough)
    rows = rows.mutate(by=rows.exposed.ifelse(rows.exposure, literal(1)))
    rows = rows.mutate(whole=divided(rows.earned, rows.by), rest=rows.earned % rows.by)
    ten = literal(10)
    for _ in range(len(str(_WHOLE)) - 1):
        digit, rest = divided(rows.rest * ten, rows.by), (rows.rest * ten) % rows.by
        rows = rows.mutate(whole=rows.whole * ten + digit, rest=rest)
    if days.scheme.scale.better == "higher":
        rounded = rows.whole + (rows.rest > literal(0)).ifelse(literal(1), literal(0))
    else:
        rounded = rows.whole - (rows.rest < literal(0)).ifelse(literal(1), literal(0))
    return rows.mutate(divided=rows.exposed.ifelse(rounded, literal(0)))


def _matches(rows: Relation, exposure: Exposure, days: Days) -> Term:
    """True for a record in the window that meets the conditions and says how many chances it shows."""
    met = all_met(rows, exposure.where)
    if exposure.within is not None:
        met = met & (rows.happened > rows[days.opens(exposure.within)])
    if exposure.field is not None:
        value = field(rows, exposure.field)
        met = met & ((value >= literal(0)) & (value <= literal(LARGEST_COUNT)))
    return met
