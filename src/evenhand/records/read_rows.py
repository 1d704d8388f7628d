"""Read the rows of one matched sheet, cell by cell, into candidates.

What it guards: only columns that the contract maps are read; every value keeps its original text and
its cell; everything wrong with a row is noted at once. What it does not do: it holds no row against
another one and knows nothing of consents.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from evenhand.kernel.evidence import Cell
from evenhand.kernel.findings import Kind
from evenhand.kernel.ids import AuthorityId, SchemeId
from evenhand.records import identifiers
from evenhand.records.articles import Grading
from evenhand.records.candidate import Candidate
from evenhand.records.context import AdmissionContext
from evenhand.records.days import read_day
from evenhand.records.document_findings import DAY_REPORTED
from evenhand.records.documents import check_days, column_of, complete_document
from evenhand.records.fields import (
    code_list,
    read_code,
    read_day_of,
    read_field,
    read_fines,
    read_text,
)
from evenhand.records.identifier_findings import ID_PERSON, ID_SOLE_TRADER
from evenhand.records.prohibited import suspect
from evenhand.records.row_findings import (
    CELL_EMPTY,
    CELL_ERROR,
    CELL_FORMULA,
    CELL_MERGED,
    CODE_STATE,
    CONSENT_SCHEME,
    ROW_HIDDEN,
)
from evenhand.records.row_notes import RowNotes, is_unstated, typed
from evenhand.records.statement import Statement
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue, FieldRule
from evenhand.sources.contract import CONSENT
from evenhand.sources.delivery import Delivery, MatchedColumn, MatchedSheet
from evenhand.sources.sheet import CellValue

_TEXTS: Final = frozenset({"text", "name", "document", "article"})
_ASKED_ELSEWHERE: Final = frozenset({"document", "decided_on", "identifier"})


class RowReader:
    """Reads the rows of one sheet; what is the same for all of them is worked out once."""

    def __init__(
        self,
        made: MatchedSheet,
        delivery: Delivery,
        catalogue: Catalogue,
        context: AdmissionContext,
    ) -> None:
        self.made = made
        self.contract = delivery.contract
        self.context = context
        self.file = delivery.workbook.name
        self.date1904 = delivery.workbook.date1904
        self.type = catalogue.types.get(made.rule.record)
        self.grading = Grading(self.type)
        self.codes = {m.index: code_list(m.column, self._field_rule(m)) for m in made.columns}
        self.broken = _broken_cells(made)
        given = {m.column.field: m for m in made.columns if m.column.role == "identifier"}
        fields = dict.fromkeys(column.field for column in made.layout.columns)
        self.identifiers = [given[name] for name in fields if name in given]

    def read(self, row: int) -> Candidate:
        """Read one row of data, by its number in the sheet."""
        made, rule = self.made, self.made.rule
        notes = RowNotes(self.file, made.sheet.name, row, quiet=self.contract.about_residents)
        issuer = rule.constants.authority or self.contract.authority
        candidate = Candidate(rule, notes, issuer, scheme=rule.constants.scheme)
        if made.sheet.hidden or row in made.sheet.hidden_rows:
            notes.find(ROW_HIDDEN)
        cells = made.sheet.rows[row - 1]
        unread = set()
        for column, kind in sorted(self.broken.get(row, {}).items()):
            notes.find(kind, column)
            unread.add(column)
        for matched in made.columns:
            value = cells[matched.index - 1]
            candidate.typed.append((matched.column.field, matched.index, typed(value)))
            if matched.index not in unread:
                self._cell(candidate, matched, value)
        self._whom(
            candidate, [(m, cells[m.index - 1]) for m in self.identifiers if m.index not in unread]
        )
        complete_document(candidate, made, reproduction=self.contract.kind == "reproduction")
        check_days(candidate, made, self.context.today)
        self._read_words(candidate)
        self._grade(candidate)
        return candidate

    def _field_rule(self, matched: MatchedColumn) -> FieldRule | None:
        return self.type.field(matched.column.field) if self.type else None

    def _cell(self, candidate: Candidate, matched: MatchedColumn, value: CellValue) -> None:
        """Read one cell; a required one that says nothing holds the row."""
        column, notes = matched.column, candidate.notes
        if is_unstated(value) and column.kind not in ("code", "flag"):
            if column.required and column.role not in _ASKED_ELSEWHERE:
                notes.find(CELL_EMPTY, matched.index, allowed=column.spellings[0])
            return
        candidate.filled.add(column.field)
        rule = ""
        if column.role in _TEXTS:
            self._text(candidate, matched, value)
        elif column.role == "field":
            rule = self._field(candidate, matched, value)
        elif column.is_day:
            rule = self._day(candidate, matched, value)
        elif column.role != "identifier":
            self._coded(candidate, matched, value)
        if not (self.contract.about_residents and column.role in ("identifier", "name")):
            cell = Cell(notes.sheet, notes.row, matched.index)
            candidate.statements.append(Statement(column.field, typed(value), cell, rule))

    @enforces("RF-4")
    def _text(self, candidate: Candidate, matched: MatchedColumn, value: CellValue) -> None:
        """Read words; suspect contents hold the row and are not kept."""
        notes = candidate.notes
        text = read_text(matched, value, notes)
        suspicions = suspect(value) if isinstance(value, str) else ()
        for suspicion in suspicions:
            notes.unkept.add(matched.index)
            notes.find(suspicion.kind, matched.index)
        if text is None or suspicions:
            return
        if matched.column.role == "name":
            candidate.name = text
        elif matched.column.role == "document":
            candidate.number = text
        elif matched.column.role == "article":
            candidate.article = text
        if matched.column.fines:
            candidate.words = (matched, text)

    def _day(self, candidate: Candidate, matched: MatchedColumn, value: CellValue) -> str:
        """Read a day of the document; a time of entry that cannot be read only warns."""
        role = matched.column.role
        if role == "reported_on":
            answer = read_day(value, matched.column.dates, self.date1904)
            if isinstance(answer, Kind):
                candidate.notes.find(DAY_REPORTED, matched.index, read=typed(value)[:80])
                return ""
            candidate.reported = answer[0]
            return answer[1]
        read = read_day_of(matched, value, candidate.notes, date1904=self.date1904)
        if read is None:
            return ""
        if role == "decided_on":
            candidate.decided_on = read[0]
        elif role == "happened":
            candidate.happened = read[0]
        else:
            candidate.last = read[0]
        return read[1]

    def _field(self, candidate: Candidate, matched: MatchedColumn, value: CellValue) -> str:
        """Read a scored field."""
        column, notes = matched.column, candidate.notes
        codes = self.codes[matched.index]
        before = len(notes.findings)
        read = read_field(matched, value, notes, codes, date1904=self.date1904)
        if read is not None:
            candidate.values[column.field] = read.value
            return read.rule
        if is_unstated(value):
            candidate.filled.discard(column.field)
        if column.required and len(notes.findings) == before:
            notes.find(CELL_EMPTY, matched.index, allowed=column.spellings[0])
        return ""

    def _coded(self, candidate: Candidate, matched: MatchedColumn, value: CellValue) -> None:
        """Read a code of the contract's own: state, kind of subject, authority, scheme, act."""
        notes, role, at = candidate.notes, matched.column.role, matched.index
        if role == "scheme" and not matched.column.codes:
            meaning: str | None = typed(value).strip()
        else:
            meaning = read_code(matched, value, notes, self.codes[at])
        if meaning is None:
            return
        if role == "state" and meaning != "normal":
            notes.find(CODE_STATE, at, read=typed(value))
        elif role == "subject_kind" and meaning != "organisation":
            notes.keeps_nothing = True
            notes.find(ID_PERSON if meaning == "resident" else ID_SOLE_TRADER, at)
        elif role == "authority":
            candidate.authority = AuthorityId(meaning)
        elif role == "act":
            candidate.act = meaning
        elif role == "scheme":
            candidate.scheme = SchemeId(meaning)

    def _whom(self, candidate: Candidate, given: identifiers.Given) -> None:
        """Read whom the row means, and for a consent, to what."""
        notes, context = candidate.notes, self.context
        if self.contract.about_residents:
            candidate.named = identifiers.resident(
                given, notes, context.pseudonym_key, context.today
            )
        elif not notes.keeps_nothing:
            allowed = self.type.subjects if self.type else ()
            candidate.named = identifiers.organisation(
                given, candidate.name, allowed, notes, context.today
            )
        if candidate.rule.record == CONSENT and candidate.scheme not in context.opt_in:
            allowed_schemes = ", ".join(sorted(context.opt_in))
            at = column_of(self.made, "scheme")
            notes.find(CONSENT_SCHEME, at, read=candidate.scheme or "", allowed=allowed_schemes)

    def _read_words(self, candidate: Candidate) -> None:
        """Read the fine out of a penalty's words where the contract asks for it."""
        if candidate.words is None:
            return
        matched, text = candidate.words
        name = matched.column.fines
        cell = candidate.values.get(name)
        read = read_fines(matched, text, cell if isinstance(cell, int) else None, candidate.notes)
        if read is not None:
            candidate.values[name] = read.value
            notes = candidate.notes
            cell_at = Cell(notes.sheet, notes.row, matched.index)
            candidate.statements.append(Statement(name, text, cell_at, read.rule))

    def _grade(self, candidate: Candidate) -> None:
        """Grade the row by the article that it cites."""
        article = candidate.article or self.made.rule.constants.article
        candidate.article = article
        graded = self.grading.grade(article, column_of(self.made, "article"), candidate.notes)
        if graded is not None:
            candidate.severity, candidate.kind = graded.severity, graded.kind


def _broken_cells(made: MatchedSheet) -> dict[int, dict[int, Kind]]:
    """The mapped cells of each row that cannot be read: formulas, errors, merged with a row above."""
    read = {matched.index for matched in made.columns}
    lower = (
        (row, column)
        for first, left, last, right in made.sheet.merged
        for row in range(first + 1, min(last, len(made.sheet.rows)) + 1)
        for column in range(left, right + 1)
        if column in read
    )
    broken: dict[int, dict[int, Kind]] = defaultdict(dict)
    for kind, cells in (
        (CELL_MERGED, lower),
        (CELL_ERROR, made.sheet.errors),
        (CELL_FORMULA, made.sheet.formulas),
    ):
        for row, column in cells:
            if column in read:
                broken[row][column] = kind
    return broken
