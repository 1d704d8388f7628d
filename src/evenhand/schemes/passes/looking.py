"""Looks at records: which meet a direct grade or a ceiling, with all records and with the sure ones.

A sure record is neither in doubt nor from before publication.
"""

from __future__ import annotations

import operator
from functools import reduce

import ibis

from evenhand.schemes.days import Days, NumberedLook, numbered_looks
from evenhand.schemes.passes.facing import (
    before_public,
    doubtful,
    existing,
    hold,
    in_window,
    standing_reasons,
    uses,
)
from evenhand.schemes.passes.terms import Relation, Term, all_met, beside, by_number, literal

MET_BOTH_WAYS = 2
"""The state of what is met with all records and with the sure ones; what only one meets has 1."""


def looked_at(of: Relation, asked: Relation, days: Days) -> Relation:
    """Every record that meets a look, with all records (``met``) or the sure ones (``sure``)."""
    looks = numbered_looks(days.scheme)
    rows = existing(of, asked, uses(days, "directs"))
    windows = {one.number: one.look.within for one in looks if one.look.within is not None}
    met = {one.number: all_met(rows, one.look.where) for one in looks if one.look.where}
    among = {one.number: all_met(rows, one.look.among) for one in looks if one.look.among}
    seen = hold(standing_reasons(rows)) & in_window(rows, days, windows, len(looks))
    if among:
        seen = seen & by_number(rows.number, among, ibis.literal(True))
    rows = rows.filter(seen)
    rows = rows.select(
        *("question", "number", "record", "happened"),
        fits=by_number(rows.number, met, ibis.literal(True)),
        firm=~(doubtful(rows) | before_public(rows)),
    )
    latest = {one.number: ibis.literal(True) for one in looks if one.look.of == "latest"}
    if not latest:
        return rows.mutate(met=rows.fits, sure=rows.fits & rows.firm)
    group = ibis.window(group_by=[rows.question, rows.number])
    rows = rows.mutate(
        last_day=rows.happened.max().over(group),
        last_firm_day=rows.firm.ifelse(rows.happened, ibis.null("date")).max().over(group),
        only_latest=by_number(rows.number, latest, ibis.literal(False)),
    )
    on_last = ~rows.only_latest | (rows.happened == rows.last_day)
    on_last_firm = ~rows.only_latest | (rows.happened == rows.last_firm_day).fill_null(False)
    return rows.mutate(met=rows.fits & on_last, sure=rows.fits & rows.firm & on_last_firm)


def with_states(standings: Relation, looked: Relation, days: Days) -> Relation:
    """Add the state of each direct grade (``state_…``) and of each ceiling (``above_…``).

    2: met with all records and with the sure ones alone; 1: met in one of the two ways.
    """
    looks = numbered_looks(days.scheme)
    if _plain(looks):
        return beside(standings, _states(looked, len(looks)), "question")
    flags = {}
    for one in looks:
        own = looked.number == literal(one.number)
        for name in ("met", "sure"):
            flag = (own & looked[name]).ifelse(literal(1), literal(0))
            few = one.look.fewer_than is not None
            flags[f"{name}_{one.number}"] = flag.sum() if few else flag.max()
    rows = beside(standings, looked.group_by("question").aggregate(**flags), "question")
    states = {}
    for name, of in (("state", "direct"), ("above", "ceiling")):
        for place in sorted({one.place for one in looks if one.of == of}):
            own_looks = [one for one in looks if (one.of, one.place) == (of, place)]
            ways = [
                reduce(operator.and_, (_meets(rows, one, way) for one in own_looks))
                for way in ("met", "sure")
            ]
            met, sure = (way.ifelse(literal(1), literal(0)) for way in ways)
            states[f"{name}_{place}"] = met + sure
    return rows.select(*standings.columns, **states)


def _plain(looks: tuple[NumberedLook, ...]) -> bool:
    """Say whether each look is a direct grade of its own that one record meets."""
    return all(
        one.of == "direct" and one.place == one.number and one.look.fewer_than is None
        for one in looks
    )


def _states(rows: Relation, count: int) -> Relation:
    """The states of direct grades that have one look each."""
    flags = {}
    for number in range(count):
        own = rows.number == literal(number)
        for name in ("met", "sure"):
            flags[f"{name}_{number}"] = (own & rows[name]).ifelse(literal(1), literal(0)).max()
    found = rows.group_by("question").aggregate(**flags)
    states = {f"state_{n}": found[f"met_{n}"] + found[f"sure_{n}"] for n in range(count)}
    return found.select(found.question, **states)


def _meets(rows: Relation, one: NumberedLook, way: str) -> Term:
    """True when a look is met in a way; a subject without records has none that meets it."""
    found = rows[f"{way}_{one.number}"].fill_null(literal(0))
    if one.look.fewer_than is not None:
        return found < literal(one.look.fewer_than)
    return found == literal(1)
