"""From records that face factors to what each of them adds: which of several counts, what doubt drops.

Doubt and the time before publication drop what is against the subject and nothing else. Where one
record of several counts, a dropped one lets the next count in its place, but only one that is no
worse for the subject than it: a doubt never makes a standing worse.
"""

from __future__ import annotations

import ibis

from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days
from evenhand.schemes.passes.facing import (
    before_public,
    day_of,
    doubtful,
    existing,
    factor_reasons,
    favour,
    hold,
    uses,
    worth,
)
from evenhand.schemes.passes.terms import Relation, Term, by_number, literal
from evenhand.schemes.passes.wearing import aged, dated, wanted, worn
from evenhand.schemes.scheme import SharePoints

ADDED = ("question", "number", "record", "happened", "ends", "leaves", "points", "why")
"""What every relation of this module says of a record under a factor."""


def faced(of: Relation, asked: Relation, days: Days) -> Relation:
    """Every record with each factor that counts its type, what it is worth there, what it lacks."""
    rows = aged(dated(existing(of, asked, uses(days, "factors")), days), days)
    rows = rows.mutate(worth=worth(rows, days), doubted=doubtful(rows), early=before_public(rows))
    return worn(rows, of, asked, days)


def matching(faced_: Relation, days: Days) -> Relation:
    """The records that count under the factor that they face, but for choice and doubt."""
    needed = ["question", "number", "record", "document", "happened", "ends", "leaves", "known"]
    shares = [f.points for f in days.scheme.factors if isinstance(f.points, SharePoints)]
    fields = [f"f_{name}" for share in shares for name in (share.share, share.of)]
    numbers = [days.number(share.full) for share in shares]
    needed += dict.fromkeys([*fields, *(name for name in numbers if isinstance(name, str))])
    rows = faced_.filter(hold(factor_reasons(faced_, days)))
    return rows.select(*needed, "worth", "doubted", "early", *wanted(days))


@enforces("RF-16")
def dropped(rows: Relation, days: Days) -> Term:
    """True where a record would count against its subject and must not."""
    return (favour(rows, days) < literal(0)) & (rows.doubted | rows.early)


def dropped_because(rows: Relation) -> Term:
    """Why a dropped record adds nothing."""
    return rows.doubted.ifelse(ibis.literal("in_doubt"), ibis.literal("before_public"))


def each(matching_: Relation, days: Days, numbers: list[int]) -> Relation:
    """What each record adds under the factors that count each one."""
    rows = _of(matching_, days, numbers)
    out = dropped(rows, days)
    return rows.mutate(
        points=out.ifelse(literal(0), rows.worth),
        why=out.ifelse(dropped_because(rows), ibis.literal("")),
        **_given(rows, ~out),
    ).select(*ADDED, *wanted(days))


def chosen(matching_: Relation, days: Days, numbers: list[int]) -> Relation:
    """What each record adds under the factors that count one of several.

    The order is total: what the factor prefers, then the event day, the moment of knowledge, the
    record's number, the greatest first.
    """
    rows = _of(matching_, days, numbers)
    rows = rows.mutate(
        favour=favour(rows, days),
        out=dropped(rows, days),
        event=_event(rows, days),
        rank=_rank(rows, days),
    )
    order = [ibis.desc(rows[name]) for name in ("rank", "happened", "known", "record")]
    group = [rows.question, rows.number, rows.event]
    before = ibis.window(group_by=group, order_by=order, preceding=(None, 1))
    of_its_sort = ibis.window(group_by=[*group, rows.out], order_by=order)
    rows = rows.mutate(
        place=ibis.row_number().over(of_its_sort),
        sure_before=(~rows.out).ifelse(literal(1), literal(0)).sum().over(before),
        out_before=rows.out.ifelse(rows.favour, ibis.null("int64")).max().over(before),
    )
    no_worse = rows.out_before.isnull() | (rows.out_before <= rows.favour)
    counts = ~rows.out & (rows.place == literal(0)) & no_worse
    first = rows.sure_before.fill_null(literal(0)) == literal(0)
    return rows.mutate(
        points=counts.ifelse(rows.worth, literal(0)),
        why=ibis.cases(
            (counts, ibis.literal("")),
            (rows.out & first, dropped_because(rows)),
            else_=ibis.literal("later_one"),
        ),
        **_given(rows, counts),
    ).select(*ADDED, *wanted(days))


def counted(matching_: Relation, days: Days) -> Relation | None:
    """What every record adds, shares aside; None for a scheme without such factors."""
    factors = [
        (number, factor.counting)
        for number, factor in enumerate(days.scheme.factors)
        if not isinstance(factor.points, SharePoints)
    ]
    all_of_them = [number for number, counting in factors if counting == "each"]
    one_of_them = [number for number, counting in factors if counting != "each"]
    parts = [each(matching_, days, all_of_them)] if all_of_them else []
    parts += [chosen(matching_, days, one_of_them)] if one_of_them else []
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else next(iter(parts), None)


def _of(rows: Relation, days: Days, numbers: list[int]) -> Relation:
    if len(numbers) == len(days.scheme.factors):
        return rows
    return rows.filter(rows.number.isin([literal(number) for number in numbers]))


def _given(rows: Relation, counts: Term) -> dict[str, Term]:
    """What mending gave back, of a record that counts."""
    if "given" not in rows.columns:
        return {}
    return {"given": counts.ifelse(rows.given, literal(0))}


def _event(rows: Relation, days: Days) -> Term:
    """What groups records within a factor: the document, or the day, month, year of its day."""
    of_day = day_of(rows)
    year = of_day.year().cast("int64")
    month = year * literal(12) + of_day.month().cast("int64")
    keys = {
        "one_per_event": rows.document.fill_null(rows.record),
        "once_a_day": month * literal(32) + of_day.day().cast("int64"),
        "once_a_month": month,
        "once_a_year": year,
    }
    by_event = {
        number: keys[factor.counting]
        for number, factor in enumerate(days.scheme.factors)
        if factor.counting in keys
    }
    return by_number(rows.number, by_event, literal(0))


def _rank(rows: Relation, days: Days) -> Term:
    best = favour(rows, days)
    preferred = {"worst": -best, "best": best}
    one_of_each = ("one_per_event", "once_a_day", "once_a_month", "once_a_year")
    preferred |= dict.fromkeys(one_of_each, rows.worth.abs())
    ranks = {
        number: preferred[factor.counting]
        for number, factor in enumerate(days.scheme.factors)
        if factor.counting in preferred
    }
    return by_number(rows.number, ranks, literal(0))
