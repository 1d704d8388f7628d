"""The nouns of a scheme: what one file says, typed, with the line of each part.

Points are whole thousandths of a point everywhere. Days are half-open inside, last days in files.
A scheme is immutable; a reform is another scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.grounds import ListKind
from evenhand.kernel.ids import AuthorityId, ListId, RecordType, SchemeId
from evenhand.kernel.periods import Clocks, Day, Days, Span
from evenhand.kernel.text import Text

Thousandths: TypeAlias = int
Value: TypeAlias = str | int | bool | Day
"""A typed value of a record's field: code, whole number (amounts in thousandths), flag, day."""

NOT_GRADED: Final = "not_graded"
"""What a file writes where a grade is looked for and there is none; no band may have this name."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a part stands in its file, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a scheme was read from, and where each of its parts stands there.

    Attributes:
        file: What findings call the file; empty for a scheme that came from no file.
        lines: By path of keys and indices, such as ``("factors", 3, "points")``.
    """

    file: str = ""
    lines: Mapping[tuple[str | int, ...], Line] = field(default_factory=dict)

    def at(self, *path: str | int) -> Line:
        """Say where a part stands, or the nearest part around it that the file has."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return Line(1, 1)


@dataclass(frozen=True, slots=True)
class Article:
    """A law or rule and the article in it."""

    title: Text
    article: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A number with a history: pairs of first day and thousandths, in order of days.

    A number without a history has one pair, whose day is ``Day.min``.
    """

    history: tuple[tuple[Day, Thousandths], ...]

    @classmethod
    def always(cls, value: Thousandths) -> Dated:
        """A number that never changed."""
        return cls(((Day.min, value),))

    def on(self, of: Day) -> Thousandths:
        """The number on a day.

        Raises:
            ValueError: When the day lies before the first.
        """
        for since, value in reversed(self.history):
            if since <= of:
                return value
        raise ValueError(f"no value on {of}, before {self.history[0][0]}")


Test = Literal["is", "one_of", "at_least", "at_most", "more_than", "less_than"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of one field; ``field`` may also be ``severity`` or ``kind`` (from the catalogue)."""

    field: str
    test: Test
    values: tuple[Value, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class ConstantPoints:
    """The same points for each record that counts."""

    points: Dated


@dataclass(frozen=True, slots=True)
class RatedPoints:
    """A field's number times a rate, ``{field: hours, times: 2}``; an ``amount`` is in thousandths."""

    field: str
    times: Dated
    amount: bool = False


@dataclass(frozen=True, slots=True)
class TabledPoints:
    """Points by a field's value: ``points: {field: severity, table: {minor: -1, serious: -5}}``."""

    field: str
    table: tuple[tuple[Value, Dated], ...]
    otherwise: Dated | None


@dataclass(frozen=True, slots=True)
class SharePoints:
    """Points for a share of two delivered counts, for example records in time of records delivered.

    ``points: {share: loaded, of: supplied, full: 6, full_from: 0.95, minimum: 20}``: the full points
    from ``full_from`` (thousandths of one) on, below it the share of the full points, rounded toward
    the subject; with fewer than ``minimum`` cases nothing, and the explanation says so.
    """

    share: str
    of: str
    full: Dated
    full_from: Thousandths
    minimum: int


PointRule: TypeAlias = ConstantPoints | RatedPoints | TabledPoints | SharePoints

Counting = Literal["each", "latest", "worst", "best", "one_per_event"]
"""Which of the matching records count; ``one_per_event`` takes the highest of one document."""


@dataclass(frozen=True, slots=True)
class Caps:
    """At most so many thousandths, in absolute value; None where there is no cap."""

    per_year: Dated | None = None
    in_all: Dated | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """One line of a scheme: which records, how many points, within which window, at most how much.

    Attributes:
        within: Window back from the day asked about; None counts without end, which the floor
            forbids for anything adverse.
        unless: Excuses; a record that meets any of them does not count.
    """

    factor: str
    title: Text
    counts: RecordType
    where: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    points: PointRule
    counting: Counting
    within: Span | None
    at_most: Caps
    article: str
    line: Line


@dataclass(frozen=True, slots=True)
class Scale:
    """Where points start and stop; a resident's floor is the base (RF-2)."""

    base: Dated
    floor: Dated | None
    ceiling: Dated | None
    better: Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Grade:
    """A half-open band: from its number (thousandths) to the next band's."""

    grade: str
    title: Text | None
    start: Thousandths
    line: Line


@dataclass(frozen=True, slots=True)
class DirectGrade:
    """A grade that a record gives by itself, whatever the points; ``grade`` None: not graded.

    ``of`` says whether any matching record in the window is enough, or only the latest record of
    the type (matching or not) is looked at; of several on the latest day each is looked at, and one
    that matches is enough. Direct grades are tried in the order of the file.
    """

    grade: str | None
    reason: Text
    record: RecordType
    where: tuple[Condition, ...]
    within: Span | None
    of: Literal["any", "latest"]
    line: Line


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A list rule met by one record."""

    record: RecordType
    where: tuple[Condition, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class OnAccumulation:
    """A list rule met by several minor records of one kind within a time (RF-8)."""

    record: RecordType
    where: tuple[Condition, ...]
    same: str
    times: int
    within: Span
    line: Line


@dataclass(frozen=True, slots=True)
class OnGradeHeld:
    """A red-list rule: a grade held on each month day for a time, without records of some types."""

    grade: str
    during: Span
    without: tuple[RecordType, ...]
    line: Line


ListTrigger: TypeAlias = OnRecord | OnAccumulation | OnGradeHeld


@dataclass(frozen=True, slots=True)
class Repair:
    """How an organisation's entry ends early."""

    after: Span
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRule:
    """A red or black list: what leads to it, how long, for which purposes, with which measures.

    Attributes:
        objection_days: Days to object after proven delivery; never below 15 (RF-10).
        visibility: ``public`` for organisations; ``purpose`` answers look-ups only.
        decided_by: Authority whose officers decide on entries; None: the scheme's own.
    """

    list: ListId
    title: Text
    legal_basis: tuple[Article, ...]
    kind: ListKind
    topic: str
    enters_on: tuple[ListTrigger, ...]
    lasts: Span
    objection_days: int
    repair: Repair | None
    visibility: Literal["public", "purpose"]
    purposes: tuple[str, ...]
    measures: tuple[str, ...]
    line: Line
    decided_by: AuthorityId | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something that a grade opens."""

    benefit: str
    title: Text
    needs_grade: str
    by: str
    line: Line


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

    What is None was not stated and is not compared; ``grade`` may be ``NOT_GRADED``.
    """

    name: str
    on: Day
    records: tuple[ExampleRecord, ...]
    points: Thousandths | None
    grade: str | None
    proposes: tuple[ListId, ...] | None
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
        kind: ``official``, or ``reproduction`` of a regime for study, which no register puts in force.
        made_up: What in the file was invented for the demonstration, in a sentence; None if nothing.
        digest: SHA-256 of the file's bytes.
        totals: Sums that a reader expects of the sheet, held against the factors by the checker.
        origin: The file and the place of each part; no part of what the scheme says.
    """

    scheme: SchemeId
    version: str
    title: Text
    authority: AuthorityId
    jurisdiction: str
    domain: str
    kind: Literal["official", "reproduction"]
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
    origin: Origin = field(default_factory=Origin, compare=False, repr=False)

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
