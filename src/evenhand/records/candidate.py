"""A row that was read and may become a record: what it says, before it is held against others."""

from __future__ import annotations

from dataclasses import dataclass, field

from evenhand.kernel.ids import AuthorityId, SchemeId
from evenhand.kernel.periods import Day
from evenhand.records.row_notes import RowNotes
from evenhand.records.statement import FieldValue, HeldRow, Named, Statement
from evenhand.sources.contract import SheetRule
from evenhand.sources.delivery import MatchedColumn


@dataclass(slots=True)
class Candidate:
    """What one row of data says.

    Attributes:
        number: Document number; empty where none is usable, and the row is then not stored.
        values: Scored fields in the order of the sheet.
        last: Last day on which it is valid.
        words: Column and text of a penalty's words, where the contract reads the fine out of them.
        filled: Fields whose cells say something.
        typed: Field, column and text of each mapped cell.
    """

    rule: SheetRule
    notes: RowNotes
    authority: AuthorityId
    named: Named | None = None
    name: str = ""
    number: str = ""
    decided_on: Day | None = None
    happened: Day | None = None
    last: Day | None = None
    article: str = ""
    severity: str | None = None
    kind: str | None = None
    reported: Day | None = None
    scheme: SchemeId | None = None
    act: str = ""
    words: tuple[MatchedColumn, str] | None = None
    values: dict[str, FieldValue] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    typed: list[tuple[str, int, str]] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)

    def held(self) -> HeldRow:
        """What is kept of the row while it is held."""
        notes = self.notes
        kept = () if notes.keeps_nothing else (c for c in self.typed if c[1] not in notes.unkept)
        return HeldRow(notes.sheet, notes.row, tuple(kept))
