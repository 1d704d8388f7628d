"""The fields of records that a scheme reads, and what it takes each for."""

from __future__ import annotations

from collections.abc import Sequence

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.relational.engine import FieldKind, Kind
from evenhand.schemes.days import numbered_looks, numbered_rules
from evenhand.schemes.passes.terms import FROM_CATALOGUE
from evenhand.schemes.scheme import (
    Condition,
    OnAccumulation,
    OnGradeHeld,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
    Value,
)


def fields_of(scheme: Scheme) -> dict[str, FieldKind]:
    """The fields that a scheme reads, each with the kind that the scheme takes it for.

    Raises:
        SchemeRefused: When it takes one field for two kinds.
    """
    return fields_of_all((scheme,))


def fields_of_all(schemes: Sequence[Scheme]) -> dict[str, FieldKind]:
    """The fields that some schemes read; see ``fields_of``."""
    found: dict[str, FieldKind] = {}
    for name, kind in (one for scheme in schemes for one in _read(scheme)):
        if name not in FROM_CATALOGUE and found.setdefault(f"f_{name}", kind) != kind:
            raise SchemeRefused(
                Text(
                    zh=f"办法把字段“{name}”同时当作两种类型。",
                    en=f'The scheme takes the field "{name}" for two kinds of value.',
                )
            )
    for name in (one for scheme in schemes for one in _grouped(scheme)):
        if name not in FROM_CATALOGUE:
            found.setdefault(f"f_{name}", "any")
    return found


def _read(scheme: Scheme) -> list[tuple[str, Kind]]:
    conditions: list[Condition] = []
    found: list[tuple[str, Kind]] = []
    for factor in scheme.factors:
        conditions += [*factor.where, *factor.unless]
        match factor.points:
            case RatedPoints(field=name):
                found.append((name, "int64"))
            case TabledPoints(field=name, table=table):
                found += [(name, kind_of(value)) for value, _ in table]
            case SharePoints(share=part, of=whole):
                found += [(part, "int64"), (whole, "int64")]
            case _:
                pass
        if factor.since is not None:
            found.append((factor.since, "date"))
    for one in numbered_looks(scheme):
        conditions += [*one.look.where, *one.look.among]
    exposure = scheme.scale.exposure
    if exposure is not None:
        conditions += exposure.where
        found += [(exposure.field, "int64")] if exposure.field else []
    if scheme.stages is not None:
        found.append((scheme.stages.field, "string"))
    for rule in numbered_rules(scheme):
        if not isinstance(rule.trigger, OnGradeHeld):
            conditions += rule.trigger.where
    return found + [(c.field, kind_of(value)) for c in conditions for value in c.values]


def _grouped(scheme: Scheme) -> list[str]:
    triggers = [rule.trigger for rule in numbered_rules(scheme)]
    return [trigger.same for trigger in triggers if isinstance(trigger, OnAccumulation)]


def kind_of(value: Value) -> Kind:
    """The kind of a typed value of a scheme."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int64"
    return "date" if isinstance(value, Day) else "string"
