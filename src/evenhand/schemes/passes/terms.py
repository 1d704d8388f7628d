"""Terms of a plan: literals, conditions, points by record, rounding toward the subject."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, Final, TypeAlias

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.scheme import (
    Condition,
    ConstantPoints,
    Dated,
    RatedPoints,
    SharePoints,
    TabledPoints,
    Value,
)

Relation: TypeAlias = Any
Term: TypeAlias = Any
"""Ibis has no types of its own to check against; the palette is checked when a plan is compiled."""

FROM_CATALOGUE: Final = ("severity", "kind")
"""Names of a condition that are columns of every record, not fields of a type."""

LARGEST_COUNT: Final = 10**12
LARGEST_AMOUNT: Final = 10**15
"""A record whose number is beyond these does not meet the factor: one slip cannot stop a whole run."""

_COMPARE: Mapping[str, Callable[[Term, Term], Term]] = {
    "is": operator.eq,
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
}


@ibis.udf.scalar.builtin(name="divide")  # type: ignore[untyped-decorator]
def divided(number: int, by: int) -> int:  # type: ignore[empty-body]
    """Whole division toward zero, exact to 64 bits; Ibis' own goes through a double."""


def literal(value: Value) -> Term:
    """A literal of the kinds that the palette allows."""
    if isinstance(value, bool) or not isinstance(value, int):
        return ibis.literal(value)
    return ibis.literal(value, type="int64")


def no_number() -> Term:
    """A null whole number."""
    return ibis.null("int64")


def field(rows: Relation, name: str) -> Term:
    """A field of a record, or what the catalogue says of it."""
    return rows[name] if name in FROM_CATALOGUE else rows[f"f_{name}"]


def number(rows: Relation, days: Days, dated: Dated) -> Term:
    """A number of the scheme on the day asked about."""
    found = days.number(dated)
    return rows[found] if isinstance(found, str) else literal(found)


def all_met(rows: Relation, conditions: Iterable[Condition]) -> Term:
    """True when a record meets every condition; a null field meets none."""
    return reduce(operator.and_, (_met(rows, c) for c in conditions), ibis.literal(True))


def any_met(rows: Relation, conditions: Iterable[Condition]) -> Term:
    """True when a record meets some condition; a null field meets none."""
    return reduce(operator.or_, (_met(rows, c) for c in conditions), ibis.literal(False))


def _met(rows: Relation, condition: Condition) -> Term:
    tested = field(rows, condition.field)
    if condition.test == "one_of":
        met = tested.isin([literal(value) for value in condition.values])
    else:
        met = _COMPARE[condition.test](tested, literal(condition.values[0]))
    return met.fill_null(False)


def by_number(of: Term, terms: Mapping[int, Term], otherwise: Term) -> Term:
    """The term that belongs to a number; numbers with the same term share a branch."""
    shared: list[tuple[list[int], Term]] = []
    for number_, term in terms.items():
        same = next((numbers for numbers, known in shared if known.equals(term)), None)
        if same is None:
            shared.append(([number_], term))
        else:
            same.append(number_)
    branches = [(_one_of(of, numbers), term) for numbers, term in shared]
    return ibis.cases(*branches, else_=otherwise) if branches else otherwise


def _one_of(of: Term, numbers: list[int]) -> Term:
    if len(numbers) == 1:
        return of == literal(numbers[0])
    return of.isin([literal(number_) for number_ in numbers])


def points_of_record(rows: Relation, days: Days, rule: object) -> Term:
    """What one record is worth by a point rule; null when it lacks what the rule needs."""
    match rule:
        case ConstantPoints(points=points):
            return number(rows, days, points)
        case RatedPoints(amount=True):
            return _rated_amount(rows, days, rule)
        case RatedPoints(field=name, times=times):
            count = field(rows, name)
            worth = count * number(rows, days, times)
            return _within(count, LARGEST_COUNT).ifelse(worth, no_number())
        case TabledPoints():
            return _tabled(rows, days, rule)
        case SharePoints(share=part, of=whole):
            counted = _count(field(rows, part)) & _count(field(rows, whole))
            return counted.ifelse(literal(0), no_number())
    raise TypeError(f"{type(rule).__name__} is no point rule")


def _rated_amount(rows: Relation, days: Days, rule: RatedPoints) -> Term:
    """Times an amount in thousandths, by its whole units and the rest, so that nothing overflows."""
    amount, times = field(rows, rule.field), number(rows, days, rule.times)
    thousand = literal(1000)
    rest = rounded_in_favour(times * (amount % thousand), thousand, days.scheme.scale.better)
    worth = times * divided(amount, thousand) + rest
    return _within(amount, LARGEST_AMOUNT).ifelse(worth, no_number())


def _tabled(rows: Relation, days: Days, rule: TabledPoints) -> Term:
    tested = field(rows, rule.field)
    branches = [
        (tested == literal(value), number(rows, days, dated)) for value, dated in rule.table
    ]
    otherwise = number(rows, days, rule.otherwise) if rule.otherwise else literal(0)
    return ibis.cases((tested.isnull(), no_number()), *branches, else_=otherwise)


def _count(tested: Term) -> Term:
    return (tested >= literal(0)) & (tested <= literal(LARGEST_COUNT))


def _within(tested: Term, bound: int) -> Term:
    return (tested >= literal(-bound)) & (tested <= literal(bound))


def rounded_in_favour(numerator: Term, denominator: Term, better: str) -> Term:
    """A quotient with a positive denominator, rounded up where higher is better, else down."""
    whole = divided(numerator, denominator)
    rest = numerator % denominator
    if better == "higher":
        return whole + (rest > literal(0)).ifelse(literal(1), literal(0))
    return whole - (rest < literal(0)).ifelse(literal(1), literal(0))


def scaled(value: Term, times: Term, over: Term, better: str) -> Term:
    """A value times a weight over a positive number, rounded toward the subject.

    By whole units of ``over`` and the rest, so that nothing overflows on the way.
    """
    whole = divided(value, over)
    return whole * times + rounded_in_favour((value % over) * times, over, better)


def as_text(term: Term) -> Term:
    """A value as text; one that the plan takes for a text may be of any kind in the register."""
    return term + "" if term.type().is_string() else term.cast("string")


def clipped(total: Term, limit: Term) -> Term:
    """A total cut to a limit on its absolute value."""
    return ibis.greatest(ibis.least(total, limit), -limit)


def beside(left: Relation, right: Relation, *keys: str) -> Relation:
    """A left join on equal keys; what the right side lacks is null, and the keys appear once."""
    joined = left.left_join(right, list(keys))
    return joined.select(*left.columns, *(name for name in right.columns if name not in keys))
