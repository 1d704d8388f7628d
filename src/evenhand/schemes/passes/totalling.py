"""Totals of factors and components: what a factor starts with, leasts, the cap of a component.

Only the factors that need a total of their own get one; a plan sums all others together.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from functools import reduce

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.passes.terms import Relation, Term, beside, clipped, literal, number

OF_PARTS = ("start_", "sum_", "total_", "parts_", "part_")
"""How the columns of factors and components begin."""


def with_own_total(days: Days) -> list[int]:
    """The factors with a start or a least, inside a component, or named by a band's condition."""
    scheme = days.scheme
    named = {name for part in scheme.components for name in part.of}
    named |= {name for grade in scheme.grades if grade.needs for name in grade.needs.of}
    return [
        place
        for place, factor in enumerate(scheme.factors)
        if factor.factor in named or factor.starts is not None or factor.at_least is not None
    ]


def total_column(days: Days, name: str) -> str:
    """The column that holds the total of a factor or component."""
    for place, part in enumerate(days.scheme.components):
        if part.component == name:
            return f"part_{place}"
    places = {factor.factor: place for place, factor in enumerate(days.scheme.factors)}
    return f"total_{places[name]}"


def totalled(rows: Relation, asked: Relation, days: Days, slots: Sequence[int]) -> Relation:
    """Each question with ``earned``, and with the totals that it is made of.

    Args:
        rows: ``question``, ``slot`` (a factor's own, or that of all others) and ``points``.
        asked: The questions.
        days: The scheme.
        slots: The slot of each factor.

    Returns:
        For each factor with a total of its own ``start_n``, ``sum_n`` (with the start) and ``total_n``
        (not below its least), for each component ``parts_n`` (the sum) and ``part_n`` (cut to its
        cap, not below its least).
    """
    own = with_own_total(days)
    sums = {f"sum_{n}": _only(rows, rows.slot == literal(slots[n])).sum() for n in own}
    others = ~rows.slot.isin([literal(slots[n]) for n in own])
    summed = rows.group_by("question").aggregate(rest=_only(rows, others).sum(), **sums)
    found = beside(asked, summed, "question")
    starts = {n: days.scheme.factors[n].starts for n in own}
    found = found.mutate(
        rest=found.rest.fill_null(literal(0)),
        **{
            f"start_{n}": literal(0) if start is None else number(found, days, start)
            for n, start in starts.items()
        },
        **{f"sum_{n}": found[f"sum_{n}"].fill_null(literal(0)) for n in own},
    )
    found = found.mutate(**{f"sum_{n}": found[f"sum_{n}"] + found[f"start_{n}"] for n in own})
    found = found.mutate(**{f"total_{n}": _not_below(found, days, n) for n in own})
    return _with_components(found, own, days)


def _with_components(found: Relation, own: list[int], days: Days) -> Relation:
    parts = days.scheme.components
    columns = {part.component: [total_column(days, name) for name in part.of] for part in parts}
    found = found.mutate(
        **{
            f"parts_{place}": reduce(operator.add, (found[c] for c in columns[part.component]))
            for place, part in enumerate(parts)
        }
    )
    kept = {}
    for place, part in enumerate(parts):
        total = found[f"parts_{place}"]
        if part.at_most is not None:
            total = clipped(total, number(found, days, part.at_most))
        if part.at_least is not None:
            total = ibis.greatest(total, number(found, days, part.at_least))
        kept[f"part_{place}"] = total
    found = found.mutate(**kept) if kept else found
    inside = {column for names in columns.values() for column in names}
    alone = [found[f"total_{n}"] for n in own if f"total_{n}" not in inside]
    terms = [found.rest, *(found[name] for name in kept), *alone]
    return found.mutate(earned=reduce(operator.add, terms))


def _only(rows: Relation, own: Term) -> Term:
    return own.ifelse(rows.points, literal(0))


def _not_below(found: Relation, days: Days, place: int) -> Term:
    least = days.scheme.factors[place].at_least
    total = found[f"sum_{place}"]
    return total if least is None else ibis.greatest(total, number(found, days, least))
