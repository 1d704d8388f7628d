"""The nouns of what counts: which records, how many points, fading, given back, at most how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text
from evenhand.schemes.clause import Condition, Dated, Line, Thousandths, Value


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

Counting = Literal[
    "each",
    "latest",
    "worst",
    "best",
    "one_per_event",
    "once_a_day",
    "once_a_month",
    "once_a_year",
]
"""Which of the matching records count; ``one_per_event`` takes the one with the most points of one
document, ``once_a_…`` of one calendar day, month or year of the factor's day."""


@dataclass(frozen=True, slots=True)
class RollingCap:
    """A cap on each stretch of time counted back from the day asked about.

    The first stretch is (day - within, day], the next lies before it, and so on.
    """

    within: Span
    points: Dated


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many thousandths, in absolute value; None where there is no cap.

    Periods are calendar days, months and years of the event.
    """

    per_year: Dated | None = None
    in_all: Dated | None = None
    per_day: Dated | None = None
    per_month: Dated | None = None
    rolling: RollingCap | None = None

    def numbers(self) -> Iterator[Dated]:
        """Every cap there is, from the shortest period to all."""
        rolling = self.rolling.points if self.rolling else None
        for cap in (self.per_day, self.per_month, self.per_year, rolling, self.in_all):
            if cap is not None:
                yield cap


@dataclass(frozen=True, slots=True)
class Caps(Limits):
    """Caps on the sum of a period, and apart from it on what was earned and on what was lost.

    For each period the gains are cut first, then the losses, then their sum.
    """

    gains: Limits | None = None
    losses: Limits | None = None

    @property
    def record_by_record(self) -> bool:
        """Whether records fill them up in turn: there is more than a cap of years and one in all."""
        short = (self.per_day, self.per_month, self.rolling, self.gains, self.losses)
        return any(cap is not None for cap in short)

    def every_number(self) -> Iterator[Dated]:
        """Every cap there is, those on gains and losses too."""
        for limits in (self.gains, self.losses, self):
            if limits is not None:
                yield from limits.numbers()


@dataclass(frozen=True, slots=True)
class FadeStep:
    """Up to an age (a window back from the day asked about) points count ``times`` thousandths."""

    until: Span
    times: Thousandths


@dataclass(frozen=True, slots=True)
class StepFade:
    """Weights by age in steps; older than the last step counts nothing."""

    steps: tuple[FadeStep, ...]


@dataclass(frozen=True, slots=True)
class LinearFade:
    """Points lose the same part each day, down to nothing at the end of the factor's window."""


@dataclass(frozen=True, slots=True)
class HalfLifeFade:
    """Points halve with each half-life of age; the weight is rounded to a millionth, half to even."""

    half_life: Span


Fade: TypeAlias = StepFade | LinearFade | HalfLifeFade

Deadline: TypeAlias = Span | Literal["year_end", "next_year_end"]
"""The last day on which a wrong counts as mended in time: so long after it, or 31 December of its year
or of the next."""


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Mended by the deadline, this share (thousandths of one) of the points lost is given back."""

    by: Deadline
    share: Thousandths


@dataclass(frozen=True, slots=True)
class Mended:
    """Points given back when a wrong was mended in time; the first deadline that was kept decides.

    A wrong is mended by the earliest record of the type with the same document number.
    """

    record: RecordType
    gives_back: tuple[GiveBack, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Factor:
    """One line of a scheme: which records, how many points, within which window, at most how much.

    Attributes:
        within: Window back from the day asked about; None counts without end, which the floor
            forbids for anything adverse.
        unless: Excuses; a record that meets any of them does not count.
        since: The field of kind day from which the window, the fading and the stretches are counted
            (finality, for example), in place of the event; without it a record does not count.
        fade: How points lose weight with age.
        mended: What gives points back.
        starts: Points that the factor has before any record.
        at_least: The factor's own total never falls below it.
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
    since: str | None = None
    fade: Fade | None = None
    mended: Mended | None = None
    starts: Dated | None = None
    at_least: Dated | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """Some factors together: a part of the score with a cap and a least of its own.

    A factor belongs to one component at most.
    """

    component: str
    title: Text
    of: tuple[str, ...]
    at_most: Dated | None
    at_least: Dated | None
    line: Line
