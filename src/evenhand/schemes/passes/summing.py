"""From what records add to points: yearly caps, total caps, the sum with the base, floor and ceiling.

Factors without a cap are summed under one slot of their own, so that a plan groups no finer than
its caps need.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.passes.sharing import Shared
from evenhand.schemes.passes.terms import (
    Relation,
    Term,
    beside,
    by_number,
    clipped,
    literal,
    number,
)
from evenhand.schemes.passes.totalling import OF_PARTS, totalled, with_own_total
from evenhand.schemes.scheme import Dated, SharePoints

UNCAPPED = -1
"""The slot of all factors without a cap."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of each question, with what every cap and bound cut off.

    Attributes:
        years: By question, slot and calendar year: ``total`` and ``kept``; None without such caps.
        slots: By question and slot: ``total`` and ``kept``; None without such caps.
        standings: Each question with ``base``, ``reached``, ``raised`` (after the floor), ``points``,
            and with the totals of factors and components that have one (``totalling``).
    """

    years: Relation | None
    slots: Relation | None
    standings: Relation


def summed(counted: Relation | None, shares: Shared | None, asked: Relation, days: Days) -> Sums:
    """Sum what the records add, in the order of the language: year, factor, all, floor, ceiling."""
    yearly = _caps(days, "per_year")
    overall = _caps(days, "in_all")
    own = with_own_total(days)
    slots = sorted({*yearly, *overall, *own})
    parts, years = [], None
    if counted is not None:
        rows = counted.mutate(slot=_slot(counted, slots))
        if yearly:
            years = _by_year(rows, yearly, asked, days)
            rows = years.mutate(points=years.kept)
        parts.append(rows.select("question", "slot", "points"))
    if shares is not None:
        rows = shares.points.mutate(slot=_slot(shares.points, slots))
        parts.append(rows.select("question", "slot", "points"))
    if not parts:
        return Sums(None, None, _bounded(asked, literal(0), days))
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    capped = None
    if overall:
        grouped = rows.group_by("question", "slot").aggregate(total=rows.points.sum())
        capped = _limited(grouped, overall, asked, days)
        rows = capped.mutate(points=capped.kept)
    if own:
        found = totalled(rows, asked, days)
        return Sums(years, capped, _bounded(found, found.earned, days))
    sums = rows.group_by("question").aggregate(earned=rows.points.sum())
    joined = beside(asked, sums, "question")
    return Sums(years, capped, _bounded(joined, joined.earned.fill_null(literal(0)), days))


def _caps(days: Days, name: str) -> dict[int, Dated]:
    """The caps of one sort by factor; a share has no year that it belongs to."""
    caps = {
        place: getattr(factor.at_most, name)
        for place, factor in enumerate(days.scheme.factors)
        if name == "in_all" or not isinstance(factor.points, SharePoints)
    }
    return {place: cap for place, cap in caps.items() if cap is not None}


def _slot(rows: Relation, slots: list[int]) -> Term:
    own = {place: literal(place) for place in slots}
    return by_number(rows.number, own, literal(UNCAPPED))


def _by_year(rows: Relation, caps: dict[int, Dated], asked: Relation, days: Days) -> Relation:
    """Sum each factor's points of one calendar year of the events, and cut them to its cap."""
    year = rows.happened.year().cast("int64")
    rows = rows.mutate(year=by_number(rows.slot, dict.fromkeys(caps, year), literal(0)))
    grouped = rows.group_by("question", "slot", "year").aggregate(total=rows.points.sum())
    return _limited(grouped, caps, asked, days)


def _limited(sums: Relation, caps: dict[int, Dated], asked: Relation, days: Days) -> Relation:
    """Cut each slot's total to its cap, on its absolute value."""
    dated = {c: days.number(cap) for c, cap in caps.items()}
    columns = sorted({column for column in dated.values() if isinstance(column, str)})
    if columns:
        sums = sums.inner_join(asked.select("question", *columns), "question")
    cut = {place: clipped(sums.total, number(sums, days, cap)) for place, cap in caps.items()}
    return sums.mutate(kept=by_number(sums.slot, cut, sums.total))


def _bounded(rows: Relation, earned: Term, days: Days) -> Relation:
    """Add the base, then bring the total to the floor, then to the ceiling, once."""
    scale = days.scheme.scale
    base = number(rows, days, scale.base)
    reached = base + earned
    raised = reached
    if scale.floor is not None:
        raised = ibis.greatest(reached, number(rows, days, scale.floor))
    points = raised
    if scale.ceiling is not None:
        points = ibis.least(raised, number(rows, days, scale.ceiling))
    totals = tuple(name for name in rows.columns if name.startswith(OF_PARTS))
    kept = [rows[name] for name in ("question", "subject", "as_of", "known_at", *totals)]
    return rows.select(*kept, base=base, reached=reached, raised=raised, points=points)
