"""The nouns of scoring: a standing and the contributions that it is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.ids import RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Day

Step = Literal[
    "base",
    "start",  # what a factor has before any record
    "points",
    "mended",  # what was given back for a wrong mended in time
    "daily_cap",
    "monthly_cap",
    "yearly_cap",
    "rolling_cap",
    "total_cap",
    "least",  # what lifts a factor to its own least
    "component",  # the cap or least of a component
    "exposure",  # the sum divided by the chances to err
    "floor",
    "ceiling",
]

WhyNot = Literal[
    "",
    "outside_window",  # before the window opens
    "not_yet",  # happens after the day asked about
    "condition",  # does not meet the factor's conditions
    "excused",  # meets an excuse
    "superseded",  # another record took its place
    "later_one",  # a later (worse, better) record of the same counting rule counts
    "in_doubt",  # disputed: nothing against anyone (RF-16)
    "before_public",  # from before the scheme was public (RF-13)
    "retention_over",
    "validity_over",  # its own last day has passed
    "retracts",  # it only takes another record away
    "no_factor",  # the scheme counts no such record
    "too_few",  # a share with fewer than the minimum of cases
]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one record, cap or bound adds to a standing under one factor, or why it adds nothing.

    ``points`` are thousandths; ``until`` is the last day on which it counts.

    Attributes:
        factor: The factor's name, or the component's at the step ``component``; empty for neither.
        times: With ``over``, what age has left of the record's points (``times / over``); None where
            nothing fades.
    """

    step: Step
    factor: str
    record: RecordId | None
    points: int
    why_not: WhyNot = ""
    until: Day | None = None
    times: int | None = None
    over: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject's points (thousandths) and grade under one scheme; None: not graded.

    Attributes:
        rank: The percentile among peers, 0 to 100,000; None without peers to rank among.
        stage: The measure that is due; None when none is.
        reduced_to: What the points are cut to when that measure is taken before a later one.
        ceiling: The number of the ceiling that lowered the grade.
    """

    subject: SubjectId
    scheme: SchemeId
    clocks: Clocks
    points: int
    grade: str | None
    rank: int | None = None
    stage: str | None = None
    reduced_to: int | None = None
    ceiling: int | None = None


@dataclass(frozen=True, slots=True)
class GivenDirectly:
    """A direct grade that stands in place of the band: which of the scheme's, and by which records."""

    direct: int
    records: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A standing with everything that it is made of; the contributions sum to its points.

    Attributes:
        directly: The direct grade that gave the grade; None where the points did.
        lowered_by: The records that meet the looks of the ceiling that lowered the grade.
    """

    standing: Standing
    contributions: tuple[Contribution, ...]
    directly: GivenDirectly | None = None
    lowered_by: tuple[RecordId, ...] = ()
