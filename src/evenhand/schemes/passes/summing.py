"""From what records add to points: caps, totals, the sum with the base, floor and ceiling.

Factors without a cap are summed under one slot of their own, so that a plan groups no finer than
its caps need.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.passes.exposing import for_each_chance
from evenhand.schemes.passes.filling import Cut, Filled, filled, of_records, of_shares, to_fill
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
        cuts: What the caps took that are filled up record by record (``filling``).
        standings: Each question with ``base``, ``reached``, ``raised`` (after the floor), ``points``,
            and with the totals of factors and components that have one (``totalling``).
    """

    years: Relation | None
    slots: Relation | None
    standings: Relation
    cuts: tuple[Cut, ...] = ()


def summed(
    counted: Relation | None,
    shares: Shared | None,
    asked: Relation,
    exposures: Relation | None,
    days: Days,
) -> Sums:
    """Sum what the records add, in the order of the language: periods, all, parts, floor, ceiling."""
    if counted is None and shares is None:
        rows = asked if exposures is None else asked.mutate(earned=literal(0))
        return Sums(None, None, _bounded(rows, literal(0), exposures, days))
    plain, full = _apart(counted, shares, asked, days)
    yearly, overall = _caps(days, "per_year"), _caps(days, "in_all")
    slots = sorted({*yearly, *overall, *with_own_total(days)})
    parts, years, capped = [], None, None
    if plain.counted is not None:
        rows = plain.counted.mutate(slot=_slot(plain.counted, slots))
        if yearly:
            years = _by_year(rows, yearly, asked, days)
            rows = years.mutate(points=years.kept)
        parts.append(rows.select("question", "slot", "points"))
    if plain.shares is not None:
        rows = plain.shares.mutate(slot=_slot(plain.shares, slots))
        parts.append(rows.select("question", "slot", "points"))
    if overall and parts:
        rows = _all_of(parts)
        grouped = rows.group_by("question", "slot").aggregate(total=rows.points.sum())
        capped = _limited(grouped, overall, asked, days)
        rows = capped.mutate(points=capped.kept)
        parts = [rows if full is None else rows.select("question", "slot", "points")]
    if full is not None:
        parts.append(full.rows)
    standings = _totals(_all_of(parts), asked, exposures, days)
    return Sums(years, capped, standings, full.cuts if full else ())


def _totals(rows: Relation, asked: Relation, exposures: Relation | None, days: Days) -> Relation:
    """Sum up what the caps left of all factors, and bound it."""
    if with_own_total(days):
        found = totalled(rows, asked, days)
        return _bounded(found, found.earned, exposures, days)
    sums = rows.group_by("question").aggregate(earned=rows.points.sum())
    joined = beside(asked, sums, "question")
    return _bounded(joined, joined.earned.fill_null(literal(0)), exposures, days)


@dataclass(frozen=True, slots=True)
class _Plain:
    """What records and shares add under factors with no cap but a yearly one and one in all."""

    counted: Relation | None
    shares: Relation | None


def _apart(
    counted: Relation | None, shares: Shared | None, asked: Relation, days: Days
) -> tuple[_Plain, Filled | None]:
    """Take apart the factors whose caps are filled up record by record, and fill them."""
    points = None if shares is None else shares.points
    places = to_fill(days)
    if not places:
        return _Plain(counted, points), None
    numbers = [literal(place) for place in places]
    parts = []
    if counted is not None:
        own = counted.filter(counted.number.isin(numbers))
        parts.append(of_records(own, own.number))
    if points is not None:
        own = points.filter(points.number.isin(numbers))
        parts.append(of_shares(own, own.number, parts[0] if parts else None))
    full = filled(_all_of(parts), asked, days)
    if len(places) == len(days.scheme.factors):
        return _Plain(None, None), full
    rest = [None if of is None else of.filter(of.number.notin(numbers)) for of in (counted, points)]
    return _Plain(*rest), full


def _all_of(parts: list[Relation]) -> Relation:
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]


def _caps(days: Days, name: str) -> dict[int, Dated]:
    """The caps of one sort by factor; a share has no year that it belongs to."""
    full = to_fill(days)
    caps = {
        place: getattr(factor.at_most, name)
        for place, factor in enumerate(days.scheme.factors)
        if place not in full and (name == "in_all" or not isinstance(factor.points, SharePoints))
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


def _bounded(rows: Relation, earned: Term, exposures: Relation | None, days: Days) -> Relation:
    """Divide by exposure, add the base, bring the total to the floor, then to the ceiling, once."""
    scale = days.scheme.scale
    if exposures is not None:
        rows = for_each_chance(rows.mutate(earned=earned), exposures, days)
        earned = rows.divided
    base = number(rows, days, scale.base)
    reached = base + earned
    raised = reached
    if scale.floor is not None:
        raised = ibis.greatest(reached, number(rows, days, scale.floor))
    points = raised
    if scale.ceiling is not None:
        points = ibis.least(raised, number(rows, days, scale.ceiling))
    totals = [name for name in rows.columns if name.startswith(OF_PARTS)]
    if exposures is not None:
        totals += ["chances", "exposed", "earned", "divided"]
    kept = [rows[name] for name in ("question", "subject", "as_of", "known_at", *totals)]
    return rows.select(*kept, base=base, reached=reached, raised=raised, points=points)
