"""The shape between points and what follows: scale, exposure, peers, bands, direct grades, stages."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from evenhand.schemes.scalars import (
    BenefitName,
    DatedNumber,
    GradeName,
    Name,
    Number,
    RecordName,
    SpanIn,
    Times,
)
from evenhand.schemes.shape_factor import StepFadePart
from evenhand.schemes.shape_parts import Part, TextPart, Where


class ExposurePart(Part):
    """What the sum of all factors is divided by."""

    record: RecordName
    where: Where = Field(default_factory=dict)
    within: SpanIn | None = None
    field: Name | None = None
    of: Literal["all", "latest"] = "all"
    fade: StepFadePart | None = None
    minimum: Times = 1


class PeersPart(Part):
    """A percentile among organisations with as many records of exposure."""

    starts: tuple[Times, ...] = Field(min_length=1)
    minimum: Times = 2


class ScorePart(Part):
    """Where points start and stop."""

    base: DatedNumber
    floor: DatedNumber | None = None
    ceiling: DatedNumber | None = None
    better: Literal["higher", "lower"] = "higher"
    exposure: ExposurePart | None = None
    peers: PeersPart | None = None


class OfEachPart(Part):
    """Every one of these factors or components stays within bounds."""

    each_of: tuple[Name, ...] = Field(min_length=1)
    at_most: Number | None = None
    at_least: Number | None = None


class GradePart(Part):
    """A half-open band of points, or of percentiles where there are peers."""

    grade: GradeName
    title: TextPart | None = None
    start: Number = Field(alias="from")
    needs: OfEachPart | None = None
    costs: TextPart | None = None


class LookPart(Part):
    """A look at the records of one type."""

    record: RecordName
    where: Where = Field(default_factory=dict)
    within: SpanIn | None = None
    of: Literal["any", "latest"] = "any"
    among: Where = Field(default_factory=dict)
    fewer_than: Times | None = None


class AllLooksPart(Part):
    """Several looks, all of which have to be met."""

    all: tuple[LookPart, ...] = Field(min_length=1)


def _form_of_when(value: Any) -> str:
    return "as all_of" if isinstance(value, dict) and "all" in value else "as only"


WhenIn: TypeAlias = Annotated[
    Annotated[AllLooksPart, Tag("as all_of")] | Annotated[LookPart, Tag("as only")],
    Discriminator(_form_of_when),
]


class DirectGradePart(Part):
    """A grade that records give by themselves, or that they keep from being given."""

    grade: GradeName
    title: TextPart | None = None
    when: WhenIn
    reason: TextPart


class CeilingPart(Part):
    """The best grade that can be had while every look is met."""

    not_above: GradeName
    when: WhenIn
    reason: TextPart


class StagePart(Part):
    """One measure of an order that cannot be skipped."""

    stage: Name
    title: TextPart
    start: Number = Field(alias="from")
    reduced_to: Number | None = None


class StagesPart(Part):
    """Measures in an order that cannot be skipped."""

    taken_by: RecordName
    field: Name
    within: SpanIn | None = None
    steps: tuple[StagePart, ...] = Field(min_length=1)


class NeedsPart(Part):
    """What a benefit needs."""

    grade: GradeName


class BenefitPart(Part):
    """Something that a grade opens."""

    benefit: BenefitName
    title: TextPart
    needs: NeedsPart
    by: Name
