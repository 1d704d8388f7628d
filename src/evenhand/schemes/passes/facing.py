"""Records face questions: who asks about whom, which records exist, which count, what is in doubt.

A record exists for a question when it was known by then and no later row says it anew. It counts
under a factor when each of ``holds`` is true, in this order; the first that is not says why not.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from functools import reduce

import ibis

from evenhand.kernel.periods import Span
from evenhand.relational.engine import FieldKind, Kind
from evenhand.rights.floor import enforces
from evenhand.schemes.days import Days
from evenhand.schemes.passes.terms import (
    Relation,
    Term,
    all_met,
    any_met,
    by_number,
    points_of_record,
)

_RECORD: Mapping[str, Kind] = {
    "subject": "int64",
    "record": "int64",
    "type": "string",
    "document": "int64",
    "happened": "date",
    "ends": "date",
    "leaves": "date",
    "severity": "string",
    "kind": "string",
    "adverse": "bool",
    "known": "int64",
    "retracts": "bool",
    "superseded": "int64",
    "doubt_from": "int64",
    "doubt_until": "int64",
    "replaced": "int64",
}
"""The columns of the view ``records`` that plans read; its other columns are for people."""

_QUESTION: Mapping[str, Kind] = {
    "question": "int64",
    "subject": "int64",
    "as_of": "date",
    "known_at": "int64",
}


def records(fields: Mapping[str, FieldKind]) -> Relation:
    """The view of all records, with the fields that a scheme reads."""
    kinds = {name: "string" if kind == "any" else kind for name, kind in fields.items()}
    return ibis.table({**_RECORD, **kinds}, name="records")


def questions() -> Relation:
    """The table of questions: number, subject, day asked about, moment of knowledge."""
    return ibis.table(_QUESTION, name="questions")


def days_table(days: Days) -> Relation:
    """The table of days asked about: where windows open, which dated numbers hold."""
    columns: dict[str, Kind] = {"as_of": "date", "public_since": "date"}
    columns |= {days.opens(window): "date" for window in days.windows}
    columns |= {f"number_{place}": "int64" for place in range(len(days.numbers))}
    return ibis.table(columns, name=days.table("days"))


def uses(days: Days, name: str) -> Relation:
    """A table that says which record type each factor, direct grade or list rule reads."""
    return ibis.table({"number": "int64", "type": "string"}, name=days.table(name))


def asked(days: Days) -> Relation:
    """Every question with what holds on its day."""
    return questions().inner_join(days_table(days), "as_of")


def existing(of: Relation, asked_: Relation, by: Relation | None = None) -> Relation:
    """Every record of the subject that the register knew at the question's moment.

    With a table of uses, once for each use of its type.
    """
    faced = of.inner_join(asked_, "subject")
    if by is not None:
        faced = faced.inner_join(by, "type")
    again = faced.replaced.isnull() | (faced.known_at < faced.replaced)
    return faced.filter((faced.known <= faced.known_at) & again)


def standing_reasons(rows: Relation) -> list[tuple[str, Term]]:
    """What must hold for a record to count anywhere: each reason against it, and what must hold."""
    return [
        ("retracts", ~rows.retracts),
        ("superseded", rows.superseded.isnull() | (rows.known_at < rows.superseded)),
        ("not_yet", rows.happened <= rows.as_of),
        ("retention_over", rows.leaves.isnull() | (rows.as_of < rows.leaves)),
        ("validity_over", rows.ends.isnull() | (rows.as_of < rows.ends)),
    ]


def factor_reasons(rows: Relation, days: Days) -> list[tuple[str, Term]]:
    """What must hold for a record to count under the factor that it faces."""
    factors = days.scheme.factors
    windows = {n: f.within for n, f in enumerate(factors) if f.within is not None}
    met = {n: all_met(rows, f.where) for n, f in enumerate(factors) if f.where}
    excused = {n: any_met(rows, f.unless) for n, f in enumerate(factors) if f.unless}
    reasons = standing_reasons(rows)
    if "day" in rows.columns:
        reasons.append(("condition", rows["day"].notnull()))
        reasons.append(("not_yet", (rows["day"] <= rows.as_of).fill_null(False)))
    if windows:
        opened = in_window(rows, days, windows, len(factors))
        reasons.append(("outside_window", opened))
    if met:
        reasons.append(("condition", by_number(rows.number, met, ibis.literal(True))))
    reasons.append(("condition", rows.worth.notnull()))
    if excused:
        reasons.append(("excused", ~by_number(rows.number, excused, ibis.literal(False))))
    return reasons


def day_of(rows: Relation) -> Term:
    """The day from which a factor counts: that of the event, or ``day`` where a scheme has others."""
    return rows["day"] if "day" in rows.columns else rows.happened


def in_window(rows: Relation, days: Days, windows: Mapping[int, Span], of: int) -> Term:
    """True when the record's day lies after its number's window opened; without one always."""
    day = day_of(rows)
    terms = {number: day > rows[days.opens(span)] for number, span in windows.items()}
    if len(windows) == of and len(set(windows.values())) == 1:
        return terms[0]
    return by_number(rows.number, terms, ibis.literal(True))


def hold(reasons: list[tuple[str, Term]]) -> Term:
    """True when every reason against a record is absent."""
    return reduce(operator.and_, (holds for _, holds in reasons))


def why_not(reasons: list[tuple[str, Term]]) -> Term:
    """The first reason against a record; empty when there is none."""
    branches = [(~holds.fill_null(False), ibis.literal(why)) for why, holds in reasons]
    return ibis.cases(*branches, else_=ibis.literal(""))


def worth(rows: Relation, days: Days) -> Term:
    """What each record is worth under the factor that it faces; null when it lacks what that needs."""
    terms = {n: points_of_record(rows, days, f.points) for n, f in enumerate(days.scheme.factors)}
    return by_number(rows.number, terms, ibis.null("int64"))


def favour(rows: Relation, days: Days) -> Term:
    """What a record is worth to its subject: below zero where it counts against them."""
    return rows.worth if days.scheme.scale.better == "higher" else -rows.worth


@enforces("RF-16")
def doubtful(rows: Relation) -> Term:
    """True while a record is disputed: it adds nothing against anyone."""
    return (
        rows.doubt_from.notnull()
        & (rows.doubt_from <= rows.known_at)
        & (rows.doubt_until.isnull() | (rows.known_at < rows.doubt_until))
    )


@enforces("RF-13")
def before_public(rows: Relation) -> Term:
    """True for what happened before the scheme was public: it counts nothing against anyone."""
    return rows.public_since.notnull() & (rows.happened < rows.public_since)
