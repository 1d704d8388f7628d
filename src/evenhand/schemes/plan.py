"""The noun Plan: what an engine runs for one scheme."""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.relational.engine import Query


@dataclass(frozen=True, slots=True)
class Plan:
    """The queries of one scheme in one dialect.

    Attributes:
        standings: Points and grade of each question.
        contributions: Everything that each standing is made of.
        directly: The records that meet a direct grade; None for a scheme without any.
        entering: The records that meet a list rule; None for a scheme without any.
    """

    standings: Query
    contributions: Query
    directly: Query | None
    entering: Query | None
