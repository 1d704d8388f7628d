"""What the interpreter is told, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import InForce, Scheme

Row = Mapping[str, Any]
"""One record, by the names of the columns of evidence."""


@dataclass(frozen=True)
class World:
    """Rows of evidence as delivered, and what people said of them.

    Attributes:
        judgements: The number under which a record waits, the subject it was judged to be, since when.
        doubts: A record, since when it is in doubt, until when; None: still.
    """

    rows: Sequence[Row]
    judgements: Sequence[tuple[int, int, int]] = ()
    doubts: Sequence[tuple[int, int, int | None]] = ()


class Told(NamedTuple):
    """One contribution: what a record, cap or bound adds, or why it adds nothing.

    ``weight`` is what age leaves of the points of a record that counts; None where nothing fades.
    """

    step: str
    factor: str
    record: int | None
    points: int
    why: str = ""
    weight: Fraction | None = None


@dataclass(frozen=True)
class Answer:
    """A standing with everything that it is made of.

    Attributes:
        direct: The number of the direct grade that gave the grade; None where a band did.
        ceiling: The number of the ceiling that lowered the grade.
    """

    points: int
    grade: str | None
    direct: int | None
    ceiling: int | None
    rank: int | None
    stage: str | None
    reduced_to: int | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Question:
    """One subject on one day by what was known at one moment, with every record about it.

    Attributes:
        gone: The numbers of the records that had lost their place at that moment.
        doubted: The numbers of the records that were in doubt at that moment.
    """

    in_force: InForce
    as_of: Day
    known_at: int
    rows: Sequence[Row]
    gone: frozenset[int]
    doubted: frozenset[int]

    @property
    def scheme(self) -> Scheme:
        return self.in_force.scheme

    @property
    def higher(self) -> bool:
        """Whether more points are better."""
        return self.in_force.scheme.scale.better == "higher"
