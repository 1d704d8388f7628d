"""The nouns of a delivery: sheets whose columns are known, and what kind of row each row is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import DeliveryId
from evenhand.kernel.periods import Moment
from evenhand.sources.contract import Column, Contract, Layout, SheetRule
from evenhand.sources.sheet import Sheet, Workbook

RowKind = Literal["header", "blank", "note", "data"]
"""Titles and heads, wherever they stand; rows without a value; notes and totals; rows of data."""


@dataclass(frozen=True, slots=True)
class MatchedColumn:
    """One column of a sheet that the contract reads.

    Attributes:
        index: Its number in the sheet, from 1.
        head: Its head as read.
    """

    column: Column
    index: int
    head: str


@dataclass(frozen=True, slots=True)
class MatchedSheet:
    """A sheet held against its rule.

    Attributes:
        columns: What is read, in the order of the sheet.
        kinds: One for each row of the sheet.
        waived: Numbers of the columns about people behind a company, which nothing reads.
    """

    rule: SheetRule
    layout: Layout
    sheet: Sheet
    columns: tuple[MatchedColumn, ...]
    kinds: tuple[RowKind, ...]
    waived: tuple[int, ...] = ()

    def data_rows(self) -> int:
        """Count the rows of data."""
        return self.kinds.count("data")


@dataclass(frozen=True, slots=True)
class UnreadSheet:
    """A sheet that is not read: a guide, or one that the contract does not know.

    ``finding`` is None for a guide.
    """

    sheet: Sheet
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file that came in whole, harmless and understood.

    Attributes:
        digest: SHA-256 of its bytes, hexadecimal; the delivery is named after it.
        received: When it came in.
        findings: What was noticed about the file, its sheets and columns; none of them stops it.
    """

    delivery: DeliveryId
    digest: str
    contract: Contract
    workbook: Workbook
    sheets: tuple[MatchedSheet, ...]
    unread: tuple[UnreadSheet, ...]
    received: Moment
    findings: tuple[Finding, ...]

    @property
    def names_people(self) -> bool:
        """Say whether the file's bytes may hold data about people, so that they are never kept."""
        return self.contract.about_residents or any(sheet.waived for sheet in self.sheets)

    def every_sheet(self) -> Sequence[Sheet]:
        """All sheets in the order of the file, read or not."""
        return self.workbook.sheets
