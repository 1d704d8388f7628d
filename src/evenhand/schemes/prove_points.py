"""What one record is worth under a factor, in the solver's terms; nothing here knows of other records."""

from __future__ import annotations

import z3

from evenhand.kernel.periods import Day
from evenhand.schemes.prove_record import LARGEST, SymbolicRecord
from evenhand.schemes.prove_solver import Term, rounded_in_favour
from evenhand.schemes.scheme import (
    ConstantPoints,
    Factor,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
)


def counts(record: SymbolicRecord, factor: Factor) -> Term:
    """Whether a record of the factor's type counts under it, on any day that suits."""
    rule = factor.points
    needed = [z3.BoolVal(True)]
    if isinstance(rule, RatedPoints):
        most = LARGEST["amount" if rule.amount else "integer"]
        needed += [record.present(rule.field), record.value(rule.field) <= most]
    elif isinstance(rule, TabledPoints):
        needed.append(record.present(rule.field))
    elif isinstance(rule, SharePoints):
        most = LARGEST["integer"]
        for name in (rule.share, rule.of):
            needed += [record.present(name), record.value(name) <= most]
    if factor.since is not None:
        needed.append(record.present(factor.since))
    return z3.And(record.meets_all(factor.where), z3.Not(record.meets_any(factor.unless)), *needed)


def worth(record: SymbolicRecord, factor: Factor, scheme: Scheme, on: Day) -> Term:
    """What a record that counts is worth on a day, before mending and age; zero under a share."""
    match factor.points:
        case ConstantPoints(points=points):
            return z3.IntVal(points.on(on))
        case RatedPoints(field=name, times=times, amount=amount):
            product = record.value(name) * times.on(on)
            if not amount:
                return product
            return rounded_in_favour(product, z3.IntVal(1000), scheme.scale.better)
        case TabledPoints(field=name, table=table, otherwise=otherwise):
            found: Term = z3.IntVal(otherwise.on(on) if otherwise else 0)
            for value, number in reversed(table):
                found = z3.If(record.equals(name, value), z3.IntVal(number.on(on)), found)
            return found
        case _:
            return z3.IntVal(0)


def favour(points: Term, scheme: Scheme) -> Term:
    """Points as they look to the subject: below zero where they count against them."""
    return points if scheme.scale.better == "higher" else -points
