"""The nouns between points and what follows: scale, exposure, peers, bands, direct grades, stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text
from evenhand.schemes.clause import Condition, Dated, Line, Thousandths
from evenhand.schemes.factor import StepFade

NOT_GRADED: Final = "not_graded"
"""What a file writes where a grade is looked for and there is none; no band may have this name."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the sum of all factors is divided by, before the base is added: so many chances to err.

    Attributes:
        field: The field that is summed; None counts the records themselves.
        of: All matching records in the window, or the latest of them alone.
        fade: Weights of the records by age, as of points.
        minimum: With fewer matching records nothing is divided: the points are the base, and there
            is no grade.
    """

    record: RecordType
    where: tuple[Condition, ...]
    within: Span | None
    field: str | None
    of: Literal["all", "latest"]
    fade: StepFade | None
    minimum: int
    line: Line


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A percentile among organisations with as many records of exposure: a last step, shown apart.

    The percentile (thousandths of one hundredth, 0 to 100,000) is the share of the other members of
    the group that have strictly fewer points. Bands are then bands of percentiles.

    Attributes:
        starts: The least number of exposure records of each group, ascending.
        minimum: A group with fewer members ranks nobody, and grades nobody.
    """

    starts: tuple[int, ...]
    minimum: int
    line: Line


@dataclass(frozen=True, slots=True)
class Scale:
    """Where points start and stop; a resident's floor is the base (RF-2)."""

    base: Dated
    floor: Dated | None
    ceiling: Dated | None
    better: Literal["higher", "lower"]
    exposure: Exposure | None = None
    peers: PeerGroup | None = None


@dataclass(frozen=True, slots=True)
class OfEach:
    """A second condition of a band: every one of these factors or components stays within bounds."""

    of: tuple[str, ...]
    at_most: Thousandths | None
    at_least: Thousandths | None


@dataclass(frozen=True, slots=True)
class Grade:
    """A half-open band: from its number (thousandths) to the next band's.

    A subject has the best band that its points reach and whose second condition holds; one that fails
    a condition falls to the next worse band.

    Attributes:
        costs: What the band costs its subject, in a sentence; it then has no effect before a case of
            kind ``grade`` took effect (RF-6). None where it costs nothing.
    """

    grade: str
    title: Text | None
    start: Thousandths
    line: Line
    needs: OfEach | None = None
    costs: Text | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the records of one type in a window.

    ``any``: some record meets the conditions. ``latest``: of the records that meet ``among`` the
    latest meets the conditions; of several on the latest day each is looked at, and one is enough.
    With ``fewer_than`` the look is met when fewer records than that meet the conditions.
    """

    record: RecordType
    where: tuple[Condition, ...]
    within: Span | None
    of: Literal["any", "latest"]
    line: Line
    among: tuple[Condition, ...] = ()
    fewer_than: int | None = None


@dataclass(frozen=True, slots=True)
class DirectGrade:
    """A grade that records give by themselves, whatever the points; ``grade`` None: not graded.

    Given when every look is met. Direct grades are tried in the order of the file.

    Attributes:
        title: What people call a grade that is no band, such as one that is pending; None for a band.
    """

    grade: str | None
    reason: Text
    looks: tuple[Look, ...]
    line: Line
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class CeilingGrade:
    """The best grade that can be had while every look is met: not A in the first three years."""

    not_above: str
    reason: Text
    looks: tuple[Look, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Stage:
    """One measure of an order that cannot be skipped.

    Attributes:
        start: Reached with these points or worse ones.
        reduced_to: What points that reach a later stage are cut to when this one is taken first.
    """

    stage: str
    title: Text
    start: Thousandths
    reduced_to: Thousandths | None
    line: Line


@dataclass(frozen=True, slots=True)
class Stages:
    """Measures in an order that cannot be skipped; each is taken by a record, after its own notice.

    Due is the first stage in the order that the points reach and that was not taken; none when every
    stage reached was taken.

    Attributes:
        taken_by: The record of a measure taken.
        field: Its field of kind code that names the stage.
        within: How long a measure counts as taken; None: as long as its record is kept.
    """

    taken_by: RecordType
    field: str
    within: Span | None
    steps: tuple[Stage, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something that a grade opens."""

    benefit: str
    title: Text
    needs_grade: str
    by: str
    line: Line
