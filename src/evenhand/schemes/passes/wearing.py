"""What mending and age leave of a record's points.

A record under a factor that counts from another day than the event has that day in ``day``. Under a
scheme in which points fade or are given back, every record faced has ``given`` (what mending gave
back, zero without) and, where points fade, ``times`` and ``over``.
"""

from __future__ import annotations

import ibis

from evenhand.schemes.ages import OF_EXPOSURE, aging, most_deadlines
from evenhand.schemes.days import Days
from evenhand.schemes.passes.facing import day_of, existing, favour, standing_reasons, uses
from evenhand.schemes.passes.terms import (
    Relation,
    Term,
    beside,
    by_number,
    field,
    literal,
    scaled,
)

_WHOLE = 1000
STRETCHES = ("gains_stretch", "losses_stretch", "stretch")


def dated(rows: Relation, days: Days) -> Relation:
    """Add ``day`` where a factor counts from a field of the record."""
    since = {n: f.since for n, f in enumerate(days.scheme.factors) if f.since is not None}
    if not since:
        return rows
    terms = {number: field(rows, name) for number, name in since.items()}
    return rows.mutate(day=by_number(rows.number, terms, rows.happened))


def aged(rows: Relation, days: Days) -> Relation:
    """Add ``times``, ``over`` and the stretches of rolling caps, from the table of ages."""
    numbers = [number for number in aging(days.scheme) if number != OF_EXPOSURE]
    if not numbers:
        return rows
    table = ages_table(days)
    joined = rows.left_join(
        table,
        [
            rows.number == table.number,
            rows.as_of == table.as_of,
            day_of(rows) == table.happened,
        ],
    )
    fades = any(factor.fade is not None for factor in days.scheme.factors)
    rolls = any("stretch" in name for name in wanted(days))
    zero, one = literal(0), literal(1)
    weight = {"times": joined.times.fill_null(zero), "over": joined.over.fill_null(one)}
    stretches = {name: joined[name].fill_null(zero) for name in STRETCHES}
    more = (weight if fades else {}) | (stretches if rolls else {})
    return joined.select(*(rows[name] for name in rows.columns), **more)


def worn(rows: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """Bring ``worth`` to what mending and age leave; ``given`` is what mending added to it."""
    factors = days.scheme.factors
    better = days.scheme.scale.better
    mends = most_deadlines(days.scheme) > 0
    if mends:
        rows = _with_shares(rows, of, asked, days)
        left = scaled(rows.worth, literal(_WHOLE) - rows.share, literal(_WHOLE), better)
        against = (favour(rows, days) < literal(0)).fill_null(False)
        rows = rows.mutate(unmended=rows.worth, worth=against.ifelse(left, rows.worth))
    fading = [number for number, factor in enumerate(factors) if factor.fade is not None]
    if fading:
        names = ("worth", "unmended") if mends else ("worth",)
        rows = rows.mutate(
            **{
                name: by_number(
                    rows.number,
                    dict.fromkeys(fading, scaled(rows[name], rows.times, rows.over, better)),
                    rows[name],
                )
                for name in names
            }
        )
    if not mends:
        return rows
    return rows.mutate(given=(rows.worth - rows.unmended).fill_null(literal(0)))


def ages_table(days: Days) -> Relation:
    """The table that ``schemes.ages`` makes."""
    dates = {"as_of": "date", "happened": "date"}
    numbers = dict.fromkeys(("times", "over", *STRETCHES), "int64")
    return ibis.table({"number": "int64", **dates, **numbers}, name=days.table("ages"))


def wanted(days: Days) -> list[str]:
    """The columns beyond those of every scheme that records carry on to counting and telling."""
    factors = days.scheme.factors
    found = []
    if any(factor.since is not None for factor in factors):
        found.append("day")
    if any(factor.fade is not None for factor in factors):
        found += ["times", "over"]
    if any(factor.mended is not None for factor in factors):
        found.append("given")
    limits = [
        limit for f in factors for limit in (f.at_most, f.at_most.gains, f.at_most.losses) if limit
    ]
    if any(limit.rolling is not None for limit in limits):
        found += STRETCHES
    return found


def _with_shares(rows: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """Add ``share``, the thousandths that the first deadline that was kept gives back."""
    rows = beside(rows, _mended(rows, of, asked, days), "question", "number", "record")
    count = most_deadlines(days.scheme)
    columns = {f"by_{place}": "date" for place in range(count)}
    table = ibis.table(
        {"number": "int64", "happened": "date", **columns}, name=days.table("deadlines")
    )
    rows = beside(rows, table, "number", "happened")
    shares = {
        number: ibis.cases(
            *(
                ((rows.mended <= rows[f"by_{place}"]).fill_null(False), literal(back.share))
                for place, back in enumerate(factor.mended.gives_back)
            ),
            else_=literal(0),
        )
        for number, factor in enumerate(days.scheme.factors)
        if factor.mended is not None
    }
    return rows.mutate(share=by_number(rows.number, shares, literal(0)))


def _mended(rows: Relation, of: Relation, asked: Relation, days: Days) -> Relation:
    """For each record faced the earliest day on which a record of the same document mended it."""
    mending = existing(of, asked, uses(days, "mends"))
    retracts, superseded, not_yet = (holds for _, holds in standing_reasons(mending)[:3])
    mending = mending.filter(retracts & superseded & not_yet)
    mending = mending.select("question", "number", "document", mended=mending.happened)
    wrongs = rows.select("question", "number", "document", "record", wrong=rows.happened)
    pairs = wrongs.inner_join(mending, ["question", "number", "document"])
    pairs = pairs.filter(pairs.mended >= pairs.wrong)
    earliest: Term = pairs.mended.min()
    return pairs.group_by("question", "number", "record").aggregate(mended=earliest)
