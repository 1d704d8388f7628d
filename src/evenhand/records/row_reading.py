"""A row that was read and may become a record: what it says, before it is held against others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from evenhand.kernel.ids import AuthorityId, SchemeId
from evenhand.kernel.periods import Day
from evenhand.records.prohibited import suspect
from evenhand.records.row_notes import RowNotes, typed
from evenhand.records.statement import FieldValue, HeldRow, Named, Statement
from evenhand.sources.contract import SheetRule
from evenhand.sources.delivery import MatchedColumn, MatchedSheet


@dataclass(slots=True)
class RowReading:
    """What one row of data says.

    Attributes:
        made: Its sheet, held against the contract.
        number: Document number; empty where none is usable, and the row is then not stored.
        last: Last day on which it is valid.
        words: Column and text of a penalty's words, where the contract reads the fine out of them.
        values: Scored fields in the order of the sheet.
        filled: Fields whose cells say something.
    """

    made: MatchedSheet
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
    filled: set[str] = field(default_factory=set)

    @property
    def rule(self) -> SheetRule:
        """The contract's rule for its sheet."""
        return self.made.rule

    def typed(self) -> Iterator[tuple[str, int, str]]:
        """Field, column and text of each mapped cell."""
        cells = self.made.sheet.rows[self.notes.row - 1]
        for matched in self.made.columns:
            yield matched.column.field, matched.index, typed(cells[matched.index - 1])

    def held(self) -> HeldRow:
        """What is kept of the row while it is held: nothing that may be about a person (RF-4)."""
        notes = self.notes
        if notes.keeps_nothing:
            return HeldRow(notes.sheet, notes.row, ())
        kept = (cell for cell in self.typed() if cell[2] and cell[1] not in notes.unkept)
        told = tuple(cell for cell in kept if not suspect(cell[2]))
        return HeldRow(notes.sheet, notes.row, told)
