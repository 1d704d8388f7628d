"""What supports a value: delivery, sheet, cell, document, article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from evenhand.kernel.findings import letters
from evenhand.kernel.ids import AuthorityId, DeliveryId
from evenhand.kernel.periods import Day


class Cell(NamedTuple):
    """One cell of one sheet of one delivery; rows and columns are counted from 1."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """Say it as a spreadsheet does, ``Sheet!C14``."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Document:
    """The administrative document that a record rests on (RF-5).

    Attributes:
        authority: Who issued it.
        number: As typed, normalised for width and space only.
        decided_on: Day of the decision.
        article: The article that it cites; empty where the record type cites none.
    """

    authority: AuthorityId
    number: str
    decided_on: Day
    article: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Where one row came from."""

    delivery: DeliveryId
    sheet: str
    row: int
