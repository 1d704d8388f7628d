"""From the shape of a factor to its noun: points, conditions, caps, fading, what is given back."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.ids import RecordType
from evenhand.kernel.text import Text
from evenhand.schemes import scheme as noun
from evenhand.schemes.shape_factor import (
    ComponentPart,
    FactorPart,
    FadeIn,
    HalfLifePart,
    LimitsPart,
    MendedPart,
    PointsIn,
    RatedPart,
    SharePart,
    StepFadePart,
    TabledPart,
)
from evenhand.schemes.shape_parts import TestIn, TestsPart, TextPart, Where
from evenhand.schemes.values import field_rule, typed
from evenhand.sources.catalogue import Catalogue, FieldRule, TypeRule
from evenhand.sources.strict_yaml import Path


def text(part: TextPart) -> Text:
    """A text in both languages."""
    return Text(zh=part.zh, en=part.en)


def factor(part: FactorPart, catalogue: Catalogue, origin: noun.Origin, path: Path) -> noun.Factor:
    """Make a factor."""
    of = catalogue.types[RecordType(part.counts)]
    return noun.Factor(
        factor=part.factor,
        title=text(part.title),
        counts=of.type,
        where=conditions(part.where, of, origin, (*path, "where")),
        unless=conditions(part.unless, of, origin, (*path, "unless")),
        points=_points(part.points, of),
        counting=part.counting,
        within=part.within,
        at_most=_caps(part),
        article=part.article,
        line=origin.at(*path),
        since=None if part.since is None else _field(part.since, of),
        fade=_fade(part.fade),
        mended=_mended(part.mended, origin, (*path, "mended")),
        starts=part.starts,
        at_least=part.at_least,
    )


def component(part: ComponentPart, origin: noun.Origin, path: Path) -> noun.Component:
    """Make a component."""
    return noun.Component(
        part.component, text(part.title), part.of, part.at_most, part.at_least, origin.at(*path)
    )


def conditions(
    where: Where, of: TypeRule, origin: noun.Origin, path: Path
) -> tuple[noun.Condition, ...]:
    """Make the conditions of a map from field to test, values typed by the catalogue."""
    return tuple(
        noun.Condition(rule.field, test, values, origin.at(*path, name))
        for name, said in where.items()
        if (rule := field_rule(of, name)) is not None
        for test, values in _tests(said, rule)
    )


def step_fade(part: StepFadePart) -> noun.StepFade:
    """Make weights by age."""
    return noun.StepFade(tuple(noun.FadeStep(step.to, step.times) for step in part.steps))


def _fade(part: FadeIn | None) -> noun.Fade | None:
    if isinstance(part, StepFadePart):
        return step_fade(part)
    if isinstance(part, HalfLifePart):
        return noun.HalfLifeFade(part.half_life)
    return None if part is None else noun.LinearFade()


def _mended(part: MendedPart | None, origin: noun.Origin, path: Path) -> noun.Mended | None:
    if part is None:
        return None
    gives_back = tuple(noun.GiveBack(step.to, step.share) for step in part.gives_back)
    return noun.Mended(RecordType(part.by), gives_back, origin.at(*path))


def _caps(part: FactorPart) -> noun.Caps:
    caps = part.at_most
    plain = _limits(caps)
    return noun.Caps(
        per_year=plain.per_year,
        in_all=plain.in_all,
        per_day=plain.per_day,
        per_month=plain.per_month,
        rolling=plain.rolling,
        gains=_limits(caps.gains) if caps.gains else None,
        losses=_limits(caps.losses) if caps.losses else None,
    )


def _limits(part: LimitsPart) -> noun.Limits:
    rolling = noun.RollingCap(part.rolling.within, part.rolling.points) if part.rolling else None
    return noun.Limits(part.per_year, part.in_all, part.per_day, part.per_month, rolling)


def _points(part: PointsIn, of: TypeRule) -> noun.PointRule:
    if isinstance(part, RatedPart):
        rule = field_rule(of, part.field)
        in_thousandths = rule is not None and rule.kind == "amount"
        return noun.RatedPoints(_field(part.field, of), part.times, in_thousandths)
    if isinstance(part, SharePart):
        return noun.SharePoints(part.share, part.of, part.full, part.full_from, part.minimum)
    if isinstance(part, TabledPart):
        rule = field_rule(of, part.field)
        rows = tuple(
            (value, points)
            for said, points in part.table.items()
            if rule is not None and (value := typed(said, rule)) is not None
        )
        return noun.TabledPoints(_field(part.field, of), rows, part.otherwise)
    return noun.ConstantPoints(part)


def _field(name: str, of: TypeRule) -> str:
    rule = field_rule(of, name)
    return rule.field if rule else name


def _tests(said: TestIn, rule: FieldRule) -> Iterator[tuple[noun.Test, tuple[noun.Value, ...]]]:
    if isinstance(said, str):
        yield "is", _values((said,), rule)
    elif isinstance(said, TestsPart):
        tests: tuple[tuple[noun.Test, str | None], ...] = (
            ("is", said.is_),
            ("at_least", said.at_least),
            ("at_most", said.at_most),
            ("more_than", said.more_than),
            ("less_than", said.less_than),
        )
        for test, one in tests:
            if one is not None:
                yield test, _values((one,), rule)
        if said.one_of is not None:
            yield "one_of", _values(said.one_of, rule)
    else:
        yield "one_of", _values(said, rule)


def _values(said: tuple[str, ...], rule: FieldRule) -> tuple[noun.Value, ...]:
    return tuple(value for one in said if (value := typed(one, rule)) is not None)
