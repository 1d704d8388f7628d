"""Everything that a standing is made of, one row each: records, caps, base, floor, ceiling.

The rows come from the relations that the standing itself is summed from, so that they sum to it.
"""

from __future__ import annotations

import ibis

from evenhand.relational.engine import Kind
from evenhand.schemes.days import Days
from evenhand.schemes.passes.facing import existing, factor_reasons, hold, standing_reasons, why_not
from evenhand.schemes.passes.sharing import Shared
from evenhand.schemes.passes.summing import Sums
from evenhand.schemes.passes.terms import Relation, Term, literal
from evenhand.schemes.passes.totalling import with_own_total

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("question", "int64"),
    ("number", "int64"),
    ("step", "string"),
    ("record", "int64"),
    ("happened", "date"),
    ("ends", "date"),
    ("leaves", "date"),
    ("points", "int64"),
    ("why", "string"),
    ("year", "int64"),
    ("since", "date"),
    ("times", "int64"),
    ("over", "int64"),
)
"""One contribution.

``number`` is the factor's, or the component's at that step (null: none); ``year`` numbers the period
that a cap cut; ``since`` is the day from which the factor counts where that is not the event's;
``times`` over ``over`` is what age left of the points.
"""


def told(
    rows: Relation, counted: Relation | None, shares: Shared | None, sums: Sums, days: Days
) -> Relation:
    """Every contribution to every question, as ``COLUMNS``; ``rows`` are the records faced."""
    out = rows.filter(~hold(factor_reasons(rows, days)).fill_null(False))
    parts = [_of_record(out, literal(0), why_not(factor_reasons(out, days)), number=out.number)]
    if counted is not None:
        parts += _of_counted(counted)
    if shares is not None:
        behind = shares.records
        parts.append(
            _row(shares.points, "points", shares.points.points, number=shares.points.number)
        )
        parts.append(_of_record(behind, behind.points, behind.why, number=behind.number))
    if sums.years is not None:
        cut = sums.years.filter(sums.years.kept != sums.years.total)
        parts.append(_row(cut, "yearly_cap", cut.kept - cut.total, number=cut.slot, year=cut.year))
    if sums.slots is not None:
        cut = sums.slots.filter(sums.slots.kept != sums.slots.total)
        parts.append(_row(cut, "total_cap", cut.kept - cut.total, number=cut.slot))
    for taken in sums.cuts:
        rows = taken.rows
        parts.append(_row(rows, taken.step, rows.cut, number=rows.slot, year=rows.period))
    of_question = [*_totals(sums.standings, days), *_bounds(sums.standings)]
    return ibis.union(*parts, *of_question, distinct=False)


def unread(of: Relation, asked: Relation, days: Days) -> Relation:
    """The records of a subject whose type no factor counts, as ``COLUMNS``."""
    rows = existing(of, asked)
    types = sorted({str(factor.counts) for factor in days.scheme.factors})
    if types:
        rows = rows.filter(rows.type.notin(types))
    gone = standing_reasons(rows)[:2]
    why = ibis.cases(
        *[(~holds.fill_null(False), ibis.literal(reason)) for reason, holds in gone],
        else_=ibis.literal("no_factor"),
    )
    return _of_record(rows, literal(0), why)


def _of_counted(rows: Relation) -> list[Relation]:
    """Each record under a factor with what it adds, and what mending gave back of that."""
    more = {"since": rows["day"]} if "day" in rows.columns else {}
    more |= {name: rows[name] for name in ("times", "over") if name in rows.columns}
    if "given" not in rows.columns:
        return [_of_record(rows, rows.points, rows.why, number=rows.number, **more)]
    before = _of_record(rows, rows.points - rows.given, rows.why, number=rows.number, **more)
    rows = rows.filter(rows.given != literal(0))
    days = {name: rows[name] for name in ("happened", "ends", "leaves")}
    given = _row(rows, "mended", rows.given, number=rows.number, record=rows.record, **days)
    return [before, given]


def _of_record(rows: Relation, points: Term, why: Term, **more: Term) -> Relation:
    days = {name: rows[name] for name in ("happened", "ends", "leaves")}
    return _row(rows, "points", points, record=rows.record, why=why, **days, **more)


def _row(rows: Relation, step: str, points: Term, **known: Term) -> Relation:
    empty = {"string": ibis.literal(""), "date": ibis.null("date"), "int64": ibis.null("int64")}
    values = {name: empty[kind] for name, kind in COLUMNS}
    values |= {"question": rows.question, "step": ibis.literal(step), "points": points, **known}
    return rows.select(**values)


def _totals(rows: Relation, days: Days) -> list[Relation]:
    """What factors start with, what their leasts give, what components cut or give."""
    told = []
    for place in with_own_total(days):
        factor, own = days.scheme.factors[place], literal(place)
        if factor.starts is not None:
            told.append(_row(rows, "start", rows[f"start_{place}"], number=own))
        if factor.at_least is not None:
            told.append(_difference(rows, "least", f"total_{place}", f"sum_{place}", own))
    for place, part in enumerate(days.scheme.components):
        if part.at_most is not None or part.at_least is not None:
            number = literal(place)
            told.append(_difference(rows, "component", f"part_{place}", f"parts_{place}", number))
    if days.scheme.scale.exposure is not None:
        told.append(_difference(rows, "exposure", "divided", "earned", ibis.null("int64")))
    return told


def _difference(rows: Relation, step: str, after: str, before: str, number: Term) -> Relation:
    cut = rows.filter(rows[after] != rows[before])
    return _row(cut, step, cut[after] - cut[before], number=number)


def _bounds(rows: Relation) -> list[Relation]:
    raised = rows.filter(rows.raised != rows.reached)
    lowered = rows.filter(rows.points != rows.raised)
    return [
        _row(rows, "base", rows.base),
        _row(raised, "floor", raised.raised - raised.reached),
        _row(lowered, "ceiling", lowered.points - lowered.raised),
    ]
