"""How a scheme's conditions and points use the fields of a record type, held against the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from evenhand.kernel.findings import Kind
from evenhand.schemes.floor_findings import FIELD_OUTSIDE_CATALOGUE
from evenhand.schemes.rule_findings import FIELD_UNFIT, VALUE_WRONG
from evenhand.schemes.scalars import nearest
from evenhand.schemes.shape_factor import PointsIn, RatedPart, SharePart, TabledPart
from evenhand.schemes.shape_parts import TestsPart, Where
from evenhand.schemes.values import allowed, field_names, field_rule, typed
from evenhand.sources.catalogue import FieldRule, TypeRule
from evenhand.sources.strict_yaml import Path

NUMBERS: Final = ("integer", "amount")
ORDERED: Final = ("integer", "amount", "day")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong at a path of the file; ``at_key`` when it stands at the key itself."""

    kind: Kind
    path: Path
    values: tuple[tuple[str, object], ...]
    at_key: bool = False


Found: TypeAlias = Iterator[Wrong]


def wrong(kind: Kind, path: Path, *, at_key: bool = False, **values: object) -> Wrong:
    """Make a Wrong with its values by name."""
    return Wrong(kind, path, tuple(values.items()), at_key)


def no_field(name: str, of: TypeRule, path: Path, *, at_key: bool = False) -> Wrong:
    """Say that a record type has no such field."""
    close = nearest(name, field_names(of))
    return wrong(
        FIELD_OUTSIDE_CATALOGUE, path, at_key=at_key, read=name, type=of.type, nearest=close
    )


def look_at_points(points: PointsIn, of: TypeRule, path: Path) -> Found:
    """Yield what is wrong with the fields that points are made of."""
    if isinstance(points, RatedPart):
        yield from look_at_field(points.field, of, (*path, "field"), NUMBERS)
    elif isinstance(points, SharePart):
        yield from look_at_field(points.share, of, (*path, "share"), ("integer",))
        yield from look_at_field(points.of, of, (*path, "of"), ("integer",))
    elif isinstance(points, TabledPart):
        rule = field_rule(of, points.field)
        if rule is None:
            yield no_field(points.field, of, (*path, "field"))
            return
        for value in points.table:
            yield from look_at_value(
                value, points.field, rule, (*path, "table", value), at_key=True
            )


def look_at_where(where: Where, of: TypeRule, path: Path) -> Found:
    """Yield what is wrong with conditions: unknown fields, unfit tests, impossible values."""
    for name, test in where.items():
        at: Path = (*path, name)
        rule = field_rule(of, name)
        if rule is None:
            yield no_field(name, of, at, at_key=True)
        elif isinstance(test, str):
            yield from look_at_value(test, name, rule, at)
        elif isinstance(test, TestsPart):
            yield from _tests(test, name, rule, at)
        else:
            for index, value in enumerate(test):
                yield from look_at_value(value, name, rule, (*at, index))


def look_at_value(
    text: str, name: str, rule: FieldRule, path: Path, *, at_key: bool = False
) -> Found:
    """Yield a finding when a text is no value of a field."""
    if typed(text, rule) is None:
        looks = allowed(rule)
        close = nearest(text, looks) if rule.kind in ("code", "flag") else looks[-2]
        looking = ", ".join(looks)
        yield wrong(
            VALUE_WRONG, path, at_key=at_key, read=text, field=name, nearest=close, allowed=looking
        )


def look_at_field(name: str, of: TypeRule, path: Path, kinds: tuple[str, ...]) -> Found:
    """Yield a finding when a type has no such field, or one of another kind than is needed."""
    rule = field_rule(of, name)
    if rule is None:
        yield no_field(name, of, path)
    elif rule.kind not in kinds:
        yield wrong(FIELD_UNFIT, path, read=name, is_kind=rule.kind, allowed=", ".join(kinds))


def _tests(tests: TestsPart, name: str, rule: FieldRule, path: Path) -> Found:
    for key, said in tests.model_dump(by_alias=True, exclude_none=True).items():
        at: Path = (*path, key)
        if key == "one_of":
            for index, value in enumerate(said):
                yield from look_at_value(value, name, rule, (*at, index))
        elif key != "is" and rule.kind not in ORDERED:
            needed = ", ".join(ORDERED)
            yield wrong(FIELD_UNFIT, at, at_key=True, read=name, is_kind=rule.kind, allowed=needed)
        else:
            yield from look_at_value(said, name, rule, at)
