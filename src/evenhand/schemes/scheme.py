"""The noun Scheme: what one file says, typed, with the line of each part.

Its parts have modules of their own (``clause``, ``factor``, ``grade``, ``listing``); whoever reads a
scheme imports them from here. A scheme is immutable; a reform is another scheme.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import AuthorityId, ListId, RecordType, SchemeId
from evenhand.kernel.periods import Clocks, Day, Days
from evenhand.kernel.text import Text
from evenhand.schemes.clause import (
    Article,
    Condition,
    Dated,
    Line,
    Origin,
    Test,
    Thousandths,
    Value,
)
from evenhand.schemes.factor import (
    Caps,
    Component,
    ConstantPoints,
    Counting,
    Deadline,
    Factor,
    Fade,
    FadeStep,
    GiveBack,
    HalfLifeFade,
    Limits,
    LinearFade,
    Mended,
    PointRule,
    RatedPoints,
    RollingCap,
    SharePoints,
    StepFade,
    TabledPoints,
)
from evenhand.schemes.grade import (
    NOT_GRADED,
    Benefit,
    CeilingGrade,
    DirectGrade,
    Exposure,
    Grade,
    Look,
    OfEach,
    PeerGroup,
    Scale,
    Stage,
    Stages,
)
from evenhand.schemes.listing import (
    ListRule,
    ListTrigger,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    Repair,
)

__all__ = [
    "NOT_GRADED",
    "NO_STAGE",
    "Article",
    "Benefit",
    "Caps",
    "CeilingGrade",
    "Component",
    "Condition",
    "ConstantPoints",
    "Counting",
    "Dated",
    "Deadline",
    "DirectGrade",
    "Example",
    "ExampleRecord",
    "Exposure",
    "Factor",
    "Fade",
    "FadeStep",
    "FrameworkRef",
    "GiveBack",
    "Grade",
    "HalfLifeFade",
    "InForce",
    "Limits",
    "Line",
    "LinearFade",
    "ListRule",
    "ListTrigger",
    "Look",
    "Mended",
    "OfEach",
    "OnAccumulation",
    "OnGradeHeld",
    "OnRecord",
    "Origin",
    "PeerGroup",
    "PointRule",
    "RatedPoints",
    "Repair",
    "RollingCap",
    "Scale",
    "Scheme",
    "SharePoints",
    "Stage",
    "Stages",
    "StepFade",
    "TabledPoints",
    "Test",
    "Thousandths",
    "Total",
    "Value",
]

NO_STAGE: Final = "none"
"""What an example writes where a stage is looked for and none is due; no stage may have this name."""


@dataclass(frozen=True, slots=True)
class ExampleRecord:
    """One record of a worked example: type, event day, cited article, fields.

    Records with the same ``document`` come from one document; one without has a document of its own.
    """

    type: RecordType
    on: Day
    cites: str
    fields: tuple[tuple[str, Value], ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example that the scheme must carry and that is run before it counts.

    What is None was not stated and is not compared; ``grade`` may be ``NOT_GRADED``, ``stage`` may be
    ``NO_STAGE``.

    Attributes:
        peers: The records of each other member of the population, where a rank is asked for.
        rank: The percentile, in thousandths.
        stage: The stage that is due.
        reduced_to: What the points are cut to when that stage is taken.
    """

    name: str
    on: Day
    records: tuple[ExampleRecord, ...]
    points: Thousandths | None
    grade: str | None
    proposes: tuple[ListId, ...] | None
    line: Line
    peers: tuple[tuple[ExampleRecord, ...], ...] = ()
    rank: Thousandths | None = None
    stage: str | None = None
    reduced_to: Thousandths | None = None


@dataclass(frozen=True, slots=True)
class FrameworkRef:
    """The framework that a local scheme belongs to and may narrow, never widen."""

    scheme: SchemeId
    version: str
    line: Line


@dataclass(frozen=True, slots=True)
class Total:
    """What the greatest points of some factors, or of totals before it, must add up to."""

    total: str
    title: Text
    of: tuple[str, ...]
    adds_up_to: Thousandths
    line: Line


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of the published rules of one authority.

    Attributes:
        published: The day that the file states; what counts is the register's recorded day (RF-13).
        kind: ``official``; ``reproduction`` of a regime for study, which no register puts in force;
            ``framework``, whose rules local schemes narrow and by which nobody is scored.
        emergency: May start at once, ends within 180 days, makes no adverse list (RF-13).
        made_up: What in the file was invented for the demonstration, in a sentence; None if nothing.
        digest: SHA-256 of the file's bytes.
        calendar: The shipped calendar whose working days its cases count by; empty: the register's.
        totals: Sums that a reader expects of the sheet, held against the factors by the checker.
        origin: The file and the place of each part; no part of what the scheme says.
    """

    scheme: SchemeId
    version: str
    title: Text
    authority: AuthorityId
    jurisdiction: str
    domain: str
    kind: Literal["official", "reproduction", "framework"]
    legal_basis: tuple[Article, ...]
    subjects: SubjectKind
    participation: Literal["opt_in", "by_law"]
    published: Day
    in_force: Days
    scale: Scale
    factors: tuple[Factor, ...]
    grades: tuple[Grade, ...]
    direct: tuple[DirectGrade, ...]
    grades_purposes: tuple[str, ...]
    benefits: tuple[Benefit, ...]
    lists: tuple[ListRule, ...]
    examples: tuple[Example, ...]
    made_up: Text | None
    digest: str
    totals: tuple[Total, ...] = ()
    components: tuple[Component, ...] = ()
    ceilings: tuple[CeilingGrade, ...] = ()
    stages: Stages | None = None
    emergency: bool = False
    framework: FrameworkRef | None = None
    calendar: str = ""
    origin: Origin = field(default_factory=Origin, compare=False, repr=False)

    def reads(self) -> frozenset[RecordType]:
        """Every record type that the scheme looks at: what consent to it is consent to (RF-1)."""
        types = {factor.counts for factor in self.factors}
        types |= {factor.mended.record for factor in self.factors if factor.mended}
        types |= {look.record for direct in self.direct for look in direct.looks}
        types |= {look.record for ceiling in self.ceilings for look in ceiling.looks}
        if self.scale.exposure is not None:
            types.add(self.scale.exposure.record)
        if self.stages is not None:
            types.add(self.stages.taken_by)
        for rule in self.lists:
            for trigger in rule.enters_on:
                types |= (
                    set(trigger.without) if isinstance(trigger, OnGradeHeld) else {trigger.record}
                )
        return frozenset(types)

    def list_rule(self, of: ListId) -> ListRule:
        """Return one list of the scheme.

        Raises:
            KeyError: When the scheme has no such list.
        """
        for rule in self.lists:
            if rule.list == of:
                return rule
        raise KeyError(of)


@dataclass(frozen=True, slots=True)
class InForce:
    """A scheme as a register applies it: the file, and the day on which it was made public there.

    Nothing from before ``public_since`` counts against anyone (RF-13); a reproduction has none.
    """

    scheme: Scheme
    public_since: Day | None

    def applies(self, at: Clocks) -> bool:
        """Say whether the scheme is in force on the day asked about."""
        return at.as_of in self.scheme.in_force
