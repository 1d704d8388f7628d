"""Stages: which measure of an order is due, and what the points are reduced to when it is taken.

A measure counts as taken only by a record that nobody disputes: in doubt the milder one is due.
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
    standing_reasons,
)
from evenhand.schemes.passes.terms import Relation, Term, beside, field, literal, no_number
from evenhand.schemes.scheme import Stage, Stages


@enforces("RF-16")
def staged(rows: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """Add ``stage``, the name of the measure that is due, and ``reduced_to``; null where none is."""
    stages = days.scheme.stages
    if stages is None:
        return rows
    rows = beside(rows, _taken(of, asked, stages, days), "question")
    reached = [_reached(rows, step, days) for step in stages.steps]
    taken = [rows[f"taken_{n}"].fill_null(literal(0)) == literal(1) for n in range(len(reached))]
    due = [at & ~was for at, was in zip(reached, taken, strict=True)]
    places = [literal(place) for place in range(len(due))]
    rows = rows.mutate(due=ibis.cases(*zip(due, places, strict=True), else_=literal(-1)))
    is_due = [rows.due == place for place in places]
    names = [literal(step.stage) for step in stages.steps]
    cuts = [
        (is_due[place] & _skips(rows, stages, place, days), literal(step.reduced_to))
        for place, step in enumerate(stages.steps[:-1])
        if step.reduced_to is not None
    ]
    return rows.mutate(
        stage=ibis.cases(*zip(is_due, names, strict=True), else_=ibis.null("string")),
        reduced_to=ibis.cases(*cuts, else_=no_number()) if cuts else no_number(),
    )


def _taken(of: Relation, asked: Relation, stages: Stages, days: Days) -> Relation:
    """By question, whether each measure was taken: ``taken_n`` is 1."""
    rows = existing(of.filter(of.type == literal(str(stages.taken_by))), asked)
    holds = hold(standing_reasons(rows)) & ~(doubtful(rows) | before_public(rows))
    if stages.within is not None:
        holds = holds & (rows.happened > rows[days.opens(stages.within)])
    rows = rows.filter(holds)
    named = field(rows, stages.field)
    flags = {
        f"taken_{place}": (named == literal(step.stage))
        .fill_null(False)
        .ifelse(literal(1), literal(0))
        .max()
        for place, step in enumerate(stages.steps)
    }
    return rows.group_by("question").aggregate(**flags)


def _reached(rows: Relation, step: Stage, days: Days) -> Term:
    if days.scheme.scale.better == "higher":
        return rows.points <= literal(step.start)
    return rows.points >= literal(step.start)


def _skips(rows: Relation, stages: Stages, place: int, days: Days) -> Term:
    """True where a later measure is reached and the cut of this one is better than the points."""
    later = (_reached(rows, step, days) for step in stages.steps[place + 1 :])
    cut = literal(stages.steps[place].reduced_to or 0)
    better = cut > rows.points if days.scheme.scale.better == "higher" else cut < rows.points
    return reduce(operator.or_, later) & better
