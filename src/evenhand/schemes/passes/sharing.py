"""Shares: two delivered counts, summed over the matching records, and the points for their ratio.

A record in doubt, or from before publication, is taken into the sums only where the subject is
better off with all such records than without them.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.passes.terms import (
    Relation,
    Term,
    by_number,
    field,
    literal,
    number,
    rounded_in_favour,
)
from evenhand.schemes.scheme import SharePoints


@dataclass(frozen=True, slots=True)
class Shared:
    """What the share factors add, and the records behind them."""

    points: Relation
    records: Relation


def shared(matching: Relation, days: Days) -> Shared | None:
    """The points of each share factor for each question; None for a scheme without one."""
    rules = {
        place: factor.points
        for place, factor in enumerate(days.scheme.factors)
        if isinstance(factor.points, SharePoints)
    }
    if not rules:
        return None
    rows = matching.filter(matching.number.isin([literal(place) for place in rules]))
    rows = rows.mutate(
        part=by_number(rows.number, {n: field(rows, r.share) for n, r in rules.items()}, _none()),
        whole=by_number(rows.number, {n: field(rows, r.of) for n, r in rules.items()}, _none()),
        full=by_number(
            rows.number, {n: number(rows, days, r.full) for n, r in rules.items()}, _none()
        ),
        weak=rows.doubted | rows.early,
    )
    sums = rows.group_by("question", "number").aggregate(
        full=rows.full.max(),
        part=rows.part.sum(),
        whole=rows.whole.sum(),
        sure_part=rows.weak.ifelse(literal(0), rows.part).sum(),
        sure_whole=rows.weak.ifelse(literal(0), rows.whole).sum(),
    )
    sums = sums.mutate(
        few=sums.whole < _least(sums, rules),
        all_of_them=_points(sums, sums.part, sums.whole, rules, days),
        sure_ones=_points(sums, sums.sure_part, sums.sure_whole, rules, days),
    )
    best = ibis.greatest if days.scheme.scale.better == "higher" else ibis.least
    points = sums.mutate(points=best(sums.all_of_them, sums.sure_ones))
    return Shared(points, _behind(rows, points))


def _points(
    sums: Relation, part: Term, whole: Term, rules: dict[int, SharePoints], days: Days
) -> Term:
    """The points for one pair of sums; nothing with fewer cases than the least."""
    better = days.scheme.scale.better
    capped, cases = ibis.least(part, whole), ibis.greatest(whole, literal(1))
    whole_from = by_number(
        sums.number, {n: literal(r.full_from) for n, r in rules.items()}, literal(0)
    )
    ratio = rounded_in_favour(sums.full * capped, cases, better)
    reached = capped * literal(1000) >= whole_from * whole
    return ibis.cases((whole < _least(sums, rules), literal(0)), (reached, sums.full), else_=ratio)


def _least(sums: Relation, rules: dict[int, SharePoints]) -> Term:
    """Fewest cases for a share to say anything; never below one."""
    least = {place: literal(max(rule.minimum, 1)) for place, rule in rules.items()}
    return by_number(sums.number, least, literal(1))


def _behind(rows: Relation, points: Relation) -> Relation:
    """The records that a share was summed over, each with why it was left out."""
    told = points.select("question", "number", "few", "points", "all_of_them")
    joined = rows.inner_join(told, ["question", "number"])
    left_out = joined.weak & (joined.points != joined.all_of_them)
    because = joined.doubted.ifelse(ibis.literal("in_doubt"), ibis.literal("before_public"))
    why = ibis.cases(
        (joined.few, ibis.literal("too_few")), (left_out, because), else_=ibis.literal("")
    )
    return joined.mutate(points=literal(0), why=why)


def _none() -> Term:
    return ibis.null("int64")
