"""From what records add to points: caps, totals, the sum with the base, floor and ceiling.

Factors without a cap are summed under one slot of their own, so that a plan groups no finer than
its caps need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Capped:
    """What the caps left of all factors, by ``question`` and ``slot``: ``points``.

    Attributes:
        years: See ``Sums``.
        slots: See ``Sums``.
        cuts: See ``Sums``.
    """

    rows: Relation
    years: Relation | None = None
    slots: Relation | None = None
    cuts: tuple[Cut, ...] = ()


def summed(
    counted: Relation | None,
    shares: Shared | None,
    asked: Relation,
    exposures: Relation | None,
    days: Days,
) -> Sums:
    """Sum what the records add, in the order of the language: periods, all, parts, floor, ceiling."""
    left = capped(counted, shares, asked, days, with_own_total(days))
    rows = None if left is None else left.rows
    standings = totals(rows, asked, exposures, days, range(len(days.scheme.factors)))
    if left is None:
        return Sums(None, None, standings)
    return Sums(left.years, left.slots, standings, left.cuts)


def capped(
    counted: Relation | None,
    shares: Shared | None,
    asked: Relation,
    days: Days,
    own: Iterable[int],
    spread: Mapping[int, Sequence[int]] | None = None,
) -> Capped | None:
    """Cut what the records add to the caps of their factors; None for a scheme without factors.

    Args:
        counted: What records add, as ``counting`` says it.
        shares: What shares add.
        asked: The questions.
        days: The scheme.
        own: The factors that have a slot of their own whatever their caps.
        spread: The factors whose records count for several factors, which differ in nothing but
            caps of years and caps in all; those, itself among them.
    """
    if counted is None and shares is None:
        return None
    plain, full = _apart(counted, shares, asked, days)
    yearly, overall = _caps(days, "per_year"), _caps(days, "in_all")
    slots = sorted({*yearly, *overall, *own})
    parts, years, in_all = [], None, None
    if plain.counted is not None:
        rows = plain.counted.mutate(slot=_slot(plain.counted, slots))
        if yearly:
            years = _by_year(rows, yearly, (asked, days), spread or {})
            rows = years.mutate(points=years.kept)
        elif spread:
            rows = _spread(
                rows.group_by("question", "slot").aggregate(points=rows.points.sum()), days
            )
        parts.append(rows.select("question", "slot", "points"))
    if plain.shares is not None:
        rows = plain.shares.mutate(slot=_slot(plain.shares, slots))
        parts.append(rows.select("question", "slot", "points"))
    if overall and parts:
        rows = _all_of(parts)
        grouped = rows.group_by("question", "slot").aggregate(total=rows.points.sum())
        in_all = _limited(grouped, overall, asked, days)
        rows = in_all.mutate(points=in_all.kept)
        parts = [rows if full is None else rows.select("question", "slot", "points")]
    if full is not None:
        parts.append(full.rows)
    return Capped(_all_of(parts), years, in_all, full.cuts if full else ())


def totals(
    rows: Relation | None,
    asked: Relation,
    exposures: Relation | None,
    days: Days,
    slots: Sequence[int],
) -> Relation:
    """Sum up what the caps left of all factors, and bound it.

    Args:
        rows: ``question``, ``slot`` and ``points``; None for a scheme without factors.
        asked: The questions.
        exposures: The chances to err.
        days: The scheme.
        slots: The slot of each factor.
    """
    if rows is None:
        bare = asked if exposures is None else asked.mutate(earned=literal(0))
        return _bounded(bare, literal(0), exposures, days)
    if with_own_total(days):
        found = totalled(rows, asked, days, slots)
        return _bounded(found, found.earned, exposures, days)
    sums = rows.group_by("question").aggregate(earned=rows.points.sum())
    return bounded(sums, asked, exposures, days)


def bounded(sums: Relation, asked: Relation, exposures: Relation | None, days: Days) -> Relation:
    """Bound what each question earned by all factors, by ``question`` and ``earned``."""
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


def _by_year(
    rows: Relation,
    caps: dict[int, Dated],
    asking: tuple[Relation, Days],
    spread: Mapping[int, Sequence[int]],
) -> Relation:
    """Sum each factor's points of one calendar year of the events, and cut them to its cap."""
    asked, days = asking
    year = rows.happened.year().cast("int64")
    by_year = {
        *caps,
        *(place for place, ones in spread.items() if not caps.keys().isdisjoint(ones)),
    }
    rows = rows.mutate(year=by_number(rows.slot, dict.fromkeys(sorted(by_year), year), literal(0)))
    grouped = rows.group_by("question", "slot", "year").aggregate(total=rows.points.sum())
    return _limited(_spread(grouped, days) if spread else grouped, caps, asked, days)


def _spread(sums: Relation, days: Days) -> Relation:
    """Let each slot's sums stand for every factor for which its records count."""
    table = ibis.table({"slot": "int64", "stands_for": "int64"}, name=days.table("spread"))
    joined = beside(sums, table, "slot")
    return joined.mutate(slot=joined.stands_for.fill_null(joined.slot))


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
