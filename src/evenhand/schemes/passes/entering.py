"""Which records meet list rules: one by itself, several of one kind, or one that stands against.

A record in doubt, or from before publication, never counts against its subject here: not towards a
black list, and not against a red list that asks for a time without such records. Points and grades
are not read: this module sees no standing (RF-6).
"""

from __future__ import annotations

import ibis

from evenhand.relational.engine import Kind
from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days, NumberedRule, numbered_rules
from evenhand.schemes.passes.facing import (
    before_public,
    doubtful,
    existing,
    hold,
    standing_reasons,
    uses,
)
from evenhand.schemes.passes.terms import (
    Relation,
    Term,
    all_met,
    as_text,
    beside,
    by_number,
    field,
    literal,
)
from evenhand.schemes.scheme import OnAccumulation, OnGradeHeld

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("question", "int64"),
    ("number", "int64"),
    ("same", "string"),
    ("record", "int64"),
    ("document", "int64"),
    ("happened", "date"),
)
"""One record that meets a rule; records with the same question, rule and ``same`` do so together."""


@enforces("RF-6", "RF-13", "RF-16")
def entering(of: Relation, asked: Relation, days: Days) -> Relation | None:
    """The records that meet the list rules of a scheme; None for a scheme without any."""
    rules = numbered_rules(days.scheme)
    if not rules:
        return None
    rows = existing(of, asked, uses(days, "rules"))
    met = {
        rule.number: all_met(rows, rule.trigger.where)
        for rule in rules
        if not isinstance(rule.trigger, OnGradeHeld) and rule.trigger.where
    }
    meets = by_number(rows.number, met, ibis.literal(True))
    rows = rows.filter(hold(standing_reasons(rows)) & meets & _may_count(rows, rules))
    parts = []
    alone = [rule for rule in rules if not isinstance(rule.trigger, OnAccumulation)]
    if alone:
        parts.append(_alone(rows, alone, days))
    together = [rule for rule in rules if isinstance(rule.trigger, OnAccumulation)]
    if together:
        parts.append(_together(rows, together, days))
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]


def _may_count(rows: Relation, rules: tuple[NumberedRule, ...]) -> Term:
    """True where nothing in doubt or from before publication would count against the subject."""
    sure = ~(doubtful(rows) | before_public(rows))
    terms = {}
    for rule in rules:
        held = isinstance(rule.trigger, OnGradeHeld)
        if rule.list.kind == "black" and isinstance(rule.trigger, OnAccumulation):
            terms[rule.number] = sure & rows.adverse
        elif rule.list.kind == "black" or held:
            terms[rule.number] = sure
    return by_number(rows.number, terms, ibis.literal(True))


def _alone(rows: Relation, rules: list[NumberedRule], days: Days) -> Relation:
    """Records that meet a rule by themselves and happened within the time that the list lasts."""
    rows = _only(rows, rules)
    windows = {}
    for rule in rules:
        held = rule.trigger if isinstance(rule.trigger, OnGradeHeld) else None
        windows[rule.number] = held.during if held else rule.list.lasts
    terms = {n: rows.happened > rows[days.opens(window)] for n, window in windows.items()}
    rows = rows.filter(by_number(rows.number, terms, ibis.literal(False)))
    return rows.mutate(same=ibis.null("string")).select(*(name for name, _ in COLUMNS))


def _together(rows: Relation, rules: list[NumberedRule], days: Days) -> Relation:
    """The last so many records of one kind that happened within the rule's time of each other."""
    rows = _only(rows, rules)
    same = {
        rule.number: as_text(field(rows, rule.trigger.same))
        for rule in rules
        if isinstance(rule.trigger, OnAccumulation)
    }
    rows = rows.mutate(same=by_number(rows.number, same, ibis.null("string")))
    rows = rows.filter(rows.same.notnull())
    order = [rows.happened, rows.known, rows.record]
    group = [rows.question, rows.number, rows.same]
    window = ibis.window(group_by=group, order_by=order)
    rows = rows.mutate(
        place=ibis.row_number().over(window),
        earliest=by_number(rows.number, _so_many_back(rows, rules, window), ibis.null("date")),
    )
    spans = ibis.table(
        {"number": "int64", "happened": "date", "back": "date"}, name=days.table("spans")
    )
    rows = beside(rows, spans, "number", "happened")
    fresh = {rule.number: rows.happened > rows[days.opens(rule.list.lasts)] for rule in rules}
    completes = (rows.earliest > rows.back) & by_number(rows.number, fresh, ibis.literal(False))
    rows = rows.mutate(completes=completes.fill_null(False))
    done = rows.filter(rows.completes)
    keys = ["question", "number", "same"]
    last = done.group_by(*keys).aggregate(last=done.place.max())
    rows = rows.inner_join(last, keys)
    times = {
        rule.number: literal(rule.trigger.times)
        for rule in rules
        if isinstance(rule.trigger, OnAccumulation)
    }
    first = rows.last - by_number(rows.number, times, literal(1))
    rows = rows.filter((rows.place <= rows.last) & (rows.place > first))
    return rows.select(*(name for name, _ in COLUMNS))


def _so_many_back(rows: Relation, rules: list[NumberedRule], window: object) -> dict[int, Term]:
    """For each rule, the day of the record with which the last so many begin."""
    found = {}
    for rule in rules:
        if isinstance(rule.trigger, OnAccumulation):
            back = rule.trigger.times - 1
            found[rule.number] = rows.happened.lag(back).over(window) if back else rows.happened
    return found


def _only(rows: Relation, rules: list[NumberedRule]) -> Relation:
    return rows.filter(rows.number.isin([literal(rule.number) for rule in rules]))
