"""The nouns of scoring: a standing and the contributions that it is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.ids import RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Day

Step = Literal["base", "points", "yearly_cap", "total_cap", "floor", "ceiling"]

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
    """

    step: Step
    factor: str
    record: RecordId | None
    points: int
    why_not: WhyNot = ""
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject's points (thousandths) and grade under one scheme; None: not graded."""

    subject: SubjectId
    scheme: SchemeId
    clocks: Clocks
    points: int
    grade: str | None


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
    """

    standing: Standing
    contributions: tuple[Contribution, ...]
    directly: GivenDirectly | None = None
