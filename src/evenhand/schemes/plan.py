"""The noun Plan: what an engine runs for one scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

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

    @classmethod
    def of(cls, queries: Mapping[str, Query | None]) -> Self:
        """The plan of some queries, by the names of its attributes.

        Raises:
            ValueError: When one is missing that every scheme has.
        """
        standings, contributions = queries.get("standings"), queries.get("contributions")
        if standings is None or contributions is None:
            raise ValueError("a plan says standings and what they are made of")
        return cls(standings, contributions, queries.get("directly"), queries.get("entering"))

    def queries(self) -> dict[str, Query | None]:
        """Its queries by the names of its attributes."""
        return {
            "standings": self.standings,
            "contributions": self.contributions,
            "directly": self.directly,
            "entering": self.entering,
        }
