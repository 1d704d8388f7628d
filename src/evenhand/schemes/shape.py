"""The shape of a scheme file: every keyword, its form and its default.

``docs/reference/scheme-language.md`` explains each keyword; a test holds page and shape together.
The shape knows the catalogue's names but no rule of sense: whether values fit their fields is asked
in ``references``, whether the rules hang together and keep the floor in ``check``. Where a part has
several forms, their tags begin with ``as`` and a space, so that no path mistakes one for a keyword.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator

from evenhand.kernel.codes import SubjectKind
from evenhand.schemes.rule_findings import FORCE_BACKWARDS
from evenhand.schemes.scalars import (
    AuthorityName,
    DayIn,
    DaysCount,
    DomainName,
    Flag,
    GradeName,
    MeasureName,
    Name,
    Number,
    PurposeName,
    RecordName,
    Said,
    SpanIn,
    Times,
    refused,
)
from evenhand.schemes.shape_factor import ComponentPart, FactorPart
from evenhand.schemes.shape_grade import (
    BenefitPart,
    CeilingPart,
    DirectGradePart,
    GradePart,
    ScorePart,
    StagesPart,
)
from evenhand.schemes.shape_parts import CitationPart, ExampleRecordPart, Part, TextPart, Where

CalendarName: TypeAlias = Literal["china", "germany"]
"""The calendars of working days that come with Evenhand."""


class ForcePart(Part):
    """First and last day on which the scheme is in force."""

    first: DayIn = Field(alias="from")
    until: DayIn | None = None

    @model_validator(mode="after")
    def _runs_forwards(self) -> Self:
        if self.until is not None and self.until < self.first:
            raise refused(FORCE_BACKWARDS, read=f"{self.first} – {self.until}")
        return self


class RecordTrigger(Part):
    """A list is entered on one record."""

    record: RecordName
    where: Where = Field(default_factory=dict)


class AccumulationPart(Part):
    """Several records of one kind within a time."""

    record: RecordName
    where: Where = Field(default_factory=dict)
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
    calendar: CalendarName | None = None
    repair: RepairPart | None = None
    visibility: Literal["public", "purpose"] = "public"
    decided_by: AuthorityName | None = None
    successors: Literal["never", "own_decision"] = "never"
    purposes: tuple[PurposeName, ...] = ()
    measures: tuple[MeasureName, ...] = ()


class GivesPart(Part):
    """What comes out of an example."""

    score: Number | None = None
    grade: GradeName | None = None
    proposes: tuple[Name, ...] | None = None
    rank: Number | None = None
    stage: Name | None = None
    reduced_to: Number | None = None


RecordsIn: TypeAlias = tuple[dict[RecordName, ExampleRecordPart], ...]


class ExamplePart(Part):
    """A worked example."""

    name: Said
    on: DayIn
    records: RecordsIn
    peers: tuple[RecordsIn, ...] = ()
    gives: GivesPart


class TotalPart(Part):
    """What the greatest points of some factors add up to."""

    total: Name
    title: TextPart
    of: tuple[Name, ...] = Field(min_length=1)
    adds_up_to: Number


class FrameworkPart(Part):
    """The framework that the scheme belongs to."""

    scheme: Name
    version: Said


class SchemePart(Part):
    """A whole scheme file."""

    scheme: Name
    title: TextPart
    version: Said
    authority: AuthorityName
    jurisdiction: Said
    calendar: CalendarName | None = None
    domain: DomainName
    kind: Literal["official", "reproduction", "framework"] = "official"
    emergency: Flag = False
    framework: FrameworkPart | None = None
    legal_basis: tuple[CitationPart, ...] = Field(min_length=1)
    subjects: SubjectKind
    participation: Literal["opt_in", "by_law"]
    published: DayIn
    in_force: ForcePart
    score: ScorePart
    factors: tuple[FactorPart, ...] = ()
    components: tuple[ComponentPart, ...] = ()
    totals: tuple[TotalPart, ...] = ()
    grades: tuple[GradePart, ...] = ()
    direct_grades: tuple[DirectGradePart, ...] = ()
    ceilings: tuple[CeilingPart, ...] = ()
    stages: StagesPart | None = None
    grades_purposes: tuple[PurposeName, ...] = ()
    benefits: tuple[BenefitPart, ...] = ()
    lists: tuple[ListPart, ...] = ()
    examples: tuple[ExamplePart, ...] = ()
    made_up: TextPart | None = None


PARTS: dict[str, type[Part]] = {
    "factors": FactorPart,
    "components": ComponentPart,
    "totals": TotalPart,
    "grades": GradePart,
    "direct_grades": DirectGradePart,
    "ceilings": CeilingPart,
    "benefits": BenefitPart,
    "lists": ListPart,
    "examples": ExamplePart,
}
"""The parts that stand in lists, by their keyword; each is looked at even when others are broken."""

MAPS: dict[str, type[Part]] = {"score": ScorePart, "stages": StagesPart}
"""The parts that stand alone."""
