"""The shape of a scheme file: every keyword, its form and its default.

``docs/reference/scheme-language.md`` explains each keyword; a test holds page and shape together.
The shape knows the catalogue's names but no rule of sense: whether values fit their fields is asked
in ``references``, whether the rules hang together and keep the floor in ``check``. Where a part has
several forms, their tags begin with ``as`` and a space, so that no path mistakes one for a keyword.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from evenhand.kernel.codes import SubjectKind
from evenhand.schemes.rule_findings import FORCE_BACKWARDS
from evenhand.schemes.scalars import (
    AuthorityName,
    BenefitName,
    Cap,
    DatedNumber,
    DayIn,
    DaysCount,
    DomainName,
    GradeName,
    MeasureName,
    Name,
    Number,
    PurposeName,
    RecordName,
    Said,
    Share,
    SpanIn,
    Times,
    refused,
)
from evenhand.schemes.scheme import Counting


class Part(BaseModel):
    """A map of a scheme file; keywords that it does not know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class TextPart(Part):
    """A text in both languages."""

    zh: Said
    en: Said


class CitationPart(Part):
    """A law or rule, and the article in it."""

    title: TextPart
    article: Said


class ForcePart(Part):
    """First and last day on which the scheme is in force."""

    first: DayIn = Field(alias="from")
    until: DayIn | None = None

    @model_validator(mode="after")
    def _runs_forwards(self) -> Self:
        if self.until is not None and self.until < self.first:
            raise refused(FORCE_BACKWARDS, read=f"{self.first} – {self.until}")
        return self


class ScorePart(Part):
    """Where points start and stop."""

    base: DatedNumber
    floor: DatedNumber | None = None
    ceiling: DatedNumber | None = None
    better: Literal["higher", "lower"] = "higher"


class TestsPart(Part):
    """Tests of one field; all of them have to hold."""

    is_: Said | None = Field(default=None, alias="is")
    one_of: tuple[Said, ...] | None = Field(default=None, min_length=1)
    at_least: Said | None = None
    at_most: Said | None = None
    more_than: Said | None = None
    less_than: Said | None = None


def _form_of_test(value: Any) -> str:
    if isinstance(value, str):
        return "as text"
    return "as list" if isinstance(value, list) else "as tests"


TestIn: TypeAlias = Annotated[
    Annotated[Said, Tag("as text")]
    | Annotated[Annotated[tuple[Said, ...], Field(min_length=1)], Tag("as list")]
    | Annotated[TestsPart, Tag("as tests")],
    Discriminator(_form_of_test),
]
Where: TypeAlias = dict[Name, TestIn]


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


class CapsPart(Part):
    """At most so many points, earned or lost."""

    per_year: Cap | None = None
    in_all: Cap | None = None


class FactorPart(Part):
    """One line of a scheme."""

    factor: Name
    title: TextPart
    counts: RecordName
    where: Where = {}
    unless: Where = {}
    points: PointsIn
    counting: Counting = "each"
    within: SpanIn | None = None
    at_most: CapsPart = CapsPart()
    article: Said


class GradePart(Part):
    """A half-open band of points."""

    grade: GradeName
    title: TextPart | None = None
    start: Number = Field(alias="from")


class WhenPart(Part):
    """The record that gives a grade by itself."""

    record: RecordName
    where: Where = {}
    within: SpanIn | None = None
    of: Literal["any", "latest"] = "any"


class DirectGradePart(Part):
    """A grade that a record gives by itself, or that it keeps from being given."""

    grade: GradeName
    when: WhenPart
    reason: TextPart


class NeedsPart(Part):
    """What a benefit needs."""

    grade: GradeName


class BenefitPart(Part):
    """Something that a grade opens."""

    benefit: BenefitName
    title: TextPart
    needs: NeedsPart
    by: Name


class RecordTrigger(Part):
    """A list is entered on one record."""

    record: RecordName
    where: Where = {}


class AccumulationPart(Part):
    """Several records of one kind within a time."""

    record: RecordName
    where: Where = {}
    same: Name
    times: Times
    within: SpanIn


class AccumulationTrigger(Part):
    """A list is entered on an accumulation."""

    accumulates: AccumulationPart


class GradeTrigger(Part):
    """A list is entered on a grade held for a time."""

    grade: GradeName
    during: SpanIn = Field(alias="for")
    without: tuple[RecordName, ...] = ()


def _form_of_trigger(value: Any) -> str:
    if isinstance(value, dict) and "accumulates" in value:
        return "as accumulation"
    return "as held" if isinstance(value, dict) and "grade" in value else "as one"


TriggerIn: TypeAlias = Annotated[
    Annotated[RecordTrigger, Tag("as one")]
    | Annotated[AccumulationTrigger, Tag("as accumulation")]
    | Annotated[GradeTrigger, Tag("as held")],
    Discriminator(_form_of_trigger),
]


class AnyTrigger(Part):
    """A list is entered on any one of several."""

    any: tuple[TriggerIn, ...] = Field(min_length=1)


def _form_of_entry(value: Any) -> str:
    return "as any_of" if isinstance(value, dict) and "any" in value else "as only"


EntersIn: TypeAlias = Annotated[
    Annotated[AnyTrigger, Tag("as any_of")] | Annotated[TriggerIn, Tag("as only")],
    Discriminator(_form_of_entry),
]


class RepairPart(Part):
    """How an entry ends early."""

    after: SpanIn
    needs: tuple[Name, ...] = Field(min_length=1)


class ListPart(Part):
    """A list of serious breaches (black) or of good conduct (red)."""

    list: Name
    title: TextPart
    legal_basis: tuple[CitationPart, ...] = Field(min_length=1)
    kind: Literal["black", "red"]
    topic: DomainName
    enters_on: EntersIn
    lasts: SpanIn | None = None
    objection: DaysCount = 15
    repair: RepairPart | None = None
    visibility: Literal["public", "purpose"] = "public"
    decided_by: AuthorityName | None = None
    purposes: tuple[PurposeName, ...] = ()
    measures: tuple[MeasureName, ...] = ()


class ExampleRecordPart(BaseModel):
    """One record of an example: its day, what its document cites, its fields by name."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Said]

    on: DayIn
    cites: Said = ""
    document: Said = ""


class GivesPart(Part):
    """What comes out of an example."""

    score: Number | None = None
    grade: GradeName | None = None
    proposes: tuple[Name, ...] | None = None


class ExamplePart(Part):
    """A worked example."""

    name: Said
    on: DayIn
    records: tuple[dict[RecordName, ExampleRecordPart], ...]
    gives: GivesPart


class TotalPart(Part):
    """What the greatest points of some factors add up to."""

    total: Name
    title: TextPart
    of: tuple[Name, ...] = Field(min_length=1)
    adds_up_to: Number


class SchemePart(Part):
    """A whole scheme file."""

    scheme: Name
    title: TextPart
    version: Said
    authority: AuthorityName
    jurisdiction: Said
    domain: DomainName
    kind: Literal["official", "reproduction"] = "official"
    legal_basis: tuple[CitationPart, ...] = Field(min_length=1)
    subjects: SubjectKind
    participation: Literal["opt_in", "by_law"]
    published: DayIn
    in_force: ForcePart
    score: ScorePart
    factors: tuple[FactorPart, ...] = ()
    totals: tuple[TotalPart, ...] = ()
    grades: tuple[GradePart, ...] = ()
    direct_grades: tuple[DirectGradePart, ...] = ()
    grades_purposes: tuple[PurposeName, ...] = ()
    benefits: tuple[BenefitPart, ...] = ()
    lists: tuple[ListPart, ...] = ()
    examples: tuple[ExamplePart, ...] = ()
    made_up: TextPart | None = None


PARTS: dict[str, type[Part]] = {
    "factors": FactorPart,
    "totals": TotalPart,
    "grades": GradePart,
    "direct_grades": DirectGradePart,
    "benefits": BenefitPart,
    "lists": ListPart,
    "examples": ExamplePart,
}
"""The parts that stand in lists, by their keyword; each is looked at even when others are broken."""
