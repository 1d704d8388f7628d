"""The shape of what counts: points, caps, fading, what is given back, factors, components."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from evenhand.schemes.factor import Counting
from evenhand.schemes.scalars import (
    Cap,
    DatedNumber,
    DeadlineIn,
    Factor,
    Name,
    RecordName,
    Said,
    Share,
    SpanIn,
    Times,
)
from evenhand.schemes.shape_parts import Part, TextPart, Where


class RatedPart(Part):
    """Points: a field's number times a rate."""

    field: Name
    times: DatedNumber


class TabledPart(Part):
    """Points by a field's value."""

    field: Name
    table: dict[Said, DatedNumber] = Field(min_length=1)
    otherwise: DatedNumber | None = None


class SharePart(Part):
    """Points for a share of two delivered counts."""

    share: Name
    of: Name
    full: DatedNumber
    full_from: Share = 1000
    minimum: Times = 1


def _form_of_points(value: Any) -> str:
    if not isinstance(value, dict):
        return "as number"
    if "share" in value or "of" in value or "full" in value:
        return "as share"
    if "table" in value:
        return "as table"
    return "as rate" if "times" in value or "field" in value else "as number"


PointsIn: TypeAlias = Annotated[
    Annotated[DatedNumber, Tag("as number")]
    | Annotated[RatedPart, Tag("as rate")]
    | Annotated[TabledPart, Tag("as table")]
    | Annotated[SharePart, Tag("as share")],
    Discriminator(_form_of_points),
]


class RollingPart(Part):
    """A cap on each stretch of time counted back from the day asked about."""

    within: SpanIn
    points: Cap


class LimitsPart(Part):
    """At most so many points in each period."""

    per_day: Cap | None = None
    per_month: Cap | None = None
    per_year: Cap | None = None
    rolling: RollingPart | None = None
    in_all: Cap | None = None


class CapsPart(LimitsPart):
    """At most so many points, and apart from that of those earned and of those lost."""

    gains: LimitsPart | None = None
    losses: LimitsPart | None = None


class FadeStepPart(Part):
    """A weight up to an age."""

    to: SpanIn
    times: Factor


class StepFadePart(Part):
    """Weights by age in steps."""

    steps: tuple[FadeStepPart, ...] = Field(min_length=1)


class HalfLifePart(Part):
    """Points halve with each half-life."""

    half_life: SpanIn


def _form_of_fade(value: Any) -> str:
    if isinstance(value, dict):
        return "as half life" if "half_life" in value else "as steps"
    return "as word"


FadeIn: TypeAlias = Annotated[
    Annotated[Literal["linear"], Tag("as word")]
    | Annotated[StepFadePart, Tag("as steps")]
    | Annotated[HalfLifePart, Tag("as half life")],
    Discriminator(_form_of_fade),
]


class GiveBackPart(Part):
    """Mended by then, this share is given back."""

    to: DeadlineIn
    share: Share


class MendedPart(Part):
    """Points given back when the wrong was mended in time."""

    by: RecordName
    gives_back: tuple[GiveBackPart, ...] = Field(min_length=1)


class FactorPart(Part):
    """One line of a scheme."""

    factor: Name
    title: TextPart
    counts: RecordName
    where: Where = Field(default_factory=dict)
    unless: Where = Field(default_factory=dict)
    points: PointsIn
    counting: Counting = "each"
    within: SpanIn | None = None
    at_most: CapsPart = CapsPart()
    article: Said
    since: Name | None = None
    fade: FadeIn | None = None
    mended: MendedPart | None = None
    starts: DatedNumber | None = None
    at_least: DatedNumber | None = None


class ComponentPart(Part):
    """Some factors together, with a cap and a least of their own."""

    component: Name
    title: TextPart
    of: tuple[Name, ...] = Field(min_length=1)
    at_most: DatedNumber | None = None
    at_least: DatedNumber | None = None
