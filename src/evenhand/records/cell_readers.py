"""How each column of a sheet is read: worked out once, then applied to every row.

A reader answers with a value and the name of the rule that read it, or None. What was read without
any finding is remembered for the same text in the same column, as days, codes and articles repeat.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from evenhand.kernel.findings import Kind
from evenhand.kernel.ids import AuthorityId, SchemeId
from evenhand.kernel.periods import Day
from evenhand.records.days import read_day
from evenhand.records.document_findings import DAY_REPORTED
from evenhand.records.fields import Codes, read_code, read_day_of, read_field, read_text
from evenhand.records.prohibited import suspect
from evenhand.records.row_findings import CELL_EMPTY
from evenhand.records.row_notes import RowNotes, is_unstated, typed
from evenhand.records.statement import FieldValue
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import FieldRule
from evenhand.sources.contract import Column, Role
from evenhand.sources.delivery import MatchedColumn
from evenhand.sources.sheet import CellValue

Answer: TypeAlias = tuple[FieldValue, str]
Read: TypeAlias = Callable[[MatchedColumn, CellValue, RowNotes], Answer | None]

_ASKED_ELSEWHERE: Final[frozenset[Role]] = frozenset({"document", "decided_on", "identifier"})
_REMEMBERED: Final = 20_000


@dataclass(slots=True)
class CellReader:
    """How one column is read.

    Attributes:
        at: Its position in a row.
        field: What its values are called.
        kept: True when its cells are kept as statements of the record.
    """

    matched: MatchedColumn
    at: int
    field: str
    coded: bool
    must: bool
    kept: bool
    how: Read | None
    remembered: dict[str, Answer] | None

    def answer(self, value: CellValue, notes: RowNotes) -> Answer | None:
        """Read one cell that says something."""
        memory = self.remembered
        if memory is None or not isinstance(value, str):
            return self.how(self.matched, value, notes) if self.how else None
        known = memory.get(value)
        if known is not None or self.how is None:
            return known
        before = len(notes.findings)
        read = self.how(self.matched, value, notes)
        if read is not None and len(notes.findings) == before and len(memory) < _REMEMBERED:
            memory[value] = read
        return read

    def says_nothing(self, value: CellValue) -> bool:
        """Say whether a cell is empty or says that nothing is said; a code may be spelled 无."""
        return value is None or (is_unstated(value) and not (self.coded and typed(value).strip()))

    def note_empty(self, notes: RowNotes) -> None:
        """Hold the row when the cell is required."""
        if self.must:
            column = self.matched.column
            notes.find(CELL_EMPTY, self.matched.index, allowed=column.spellings[0])


def reader_of(
    matched: MatchedColumn, rule: FieldRule | None, *, date1904: bool, about_residents: bool
) -> CellReader:
    """Work out how one column is read."""
    column = matched.column
    private = about_residents and column.role in ("identifier", "name")
    how = None if private else _how(column, rule, date1904=date1904)
    remembers = column.role not in ("name", "document", "identifier")
    return CellReader(
        matched=matched,
        at=matched.index - 1,
        field=column.field,
        coded=bool(column.codes) or column.kind in ("code", "flag"),
        must=column.required and column.role not in _ASKED_ELSEWHERE,
        kept=not private,
        how=how,
        remembered={} if remembers else None,
    )


def _how(column: Column, rule: FieldRule | None, *, date1904: bool) -> Read | None:
    """Choose the way of reading by role and kind."""
    codes = Codes(column, rule)
    match column.role:
        case "identifier":
            return None
        case "text" | "name" | "document" | "article":
            return _words
        case "field":
            return lambda matched, value, notes: _scored(matched, value, notes, codes, date1904)
        case "reported_on":
            return lambda matched, value, notes: _entered(matched, value, notes, date1904)
        case "decided_on" | "happened" | "ends":
            return lambda matched, value, notes: read_day_of(
                matched, value, notes, date1904=date1904
            )
        case "scheme" if not column.codes:
            return lambda _matched, value, _notes: (SchemeId(typed(value).strip()), "")
    return lambda matched, value, notes: _code(matched, value, notes, codes)


@enforces("RF-4")
def _words(matched: MatchedColumn, value: CellValue, notes: RowNotes) -> Answer | None:
    """Read words; suspect contents hold the row and are not kept."""
    text = read_text(matched, value, notes)
    suspicions = suspect(value) if isinstance(value, str) else ()
    for suspicion in suspicions:
        notes.unkept.add(matched.index)
        notes.find(suspicion.kind, matched.index)
    return None if text is None or suspicions else (text, "")


def _scored(
    matched: MatchedColumn, value: CellValue, notes: RowNotes, codes: Codes, date1904: bool
) -> Answer | None:
    read = read_field(matched, value, notes, codes, date1904=date1904)
    return (read.value, read.rule) if read else None


def _code(matched: MatchedColumn, value: CellValue, notes: RowNotes, codes: Codes) -> Answer | None:
    meaning = read_code(matched, value, notes, codes)
    if meaning is None:
        return None
    if matched.column.role == "authority":
        return AuthorityId(meaning), ""
    return (SchemeId(meaning) if matched.column.role == "scheme" else meaning), ""


def _entered(
    matched: MatchedColumn, value: CellValue, notes: RowNotes, date1904: bool
) -> tuple[Day, str] | None:
    """Read when a row was entered; what cannot be read only warns."""
    answer = read_day(value, matched.column.dates, date1904)
    if isinstance(answer, Kind):
        notes.find(DAY_REPORTED, matched.index, read=typed(value)[:80])
        return None
    return answer
