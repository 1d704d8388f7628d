"""Read the rows of one matched sheet, cell by cell.

What it guards: only columns that the contract maps are read; every value keeps its original text and
its cell; everything wrong with a row is noted at once. What it does not do: it holds no row against
another one and knows nothing of consents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from evenhand.kernel.evidence import Cell
from evenhand.kernel.findings import Kind
from evenhand.records import identifiers
from evenhand.records.articles import Grading
from evenhand.records.cell_readers import Answer, CellReader, reader_of
from evenhand.records.context import AdmissionContext
from evenhand.records.documents import check_days, column_of, complete_document
from evenhand.records.fields import read_fines
from evenhand.records.fines import fines_in_text
from evenhand.records.identifier_findings import ID_PERSON, ID_SOLE_TRADER
from evenhand.records.row_findings import (
    CELL_ERROR,
    CELL_FORMULA,
    CELL_MERGED,
    CODE_STATE,
    CONSENT_SCHEME,
    ROW_HIDDEN,
)
from evenhand.records.row_notes import RowNotes, typed
from evenhand.records.row_reading import RowReading
from evenhand.records.statement import Statement
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import CONSENT, Role
from evenhand.sources.delivery import Delivery, MatchedSheet
from evenhand.sources.sheet import CellValue

_REMEMBERED: Final = 4_096
"""Texts of penalties whose fines are remembered while one sheet is read."""

_SLOTS: Final[dict[Role, str]] = {
    "name": "name",
    "document": "number",
    "article": "article",
    "decided_on": "decided_on",
    "happened": "happened",
    "ends": "last",
    "authority": "authority",
    "reported_on": "reported",
    "scheme": "scheme",
    "act": "act",
}
"""Where a reading keeps what a column of a role says."""


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
        self.type = catalogue.types.get(made.rule.record)
        self.grading = Grading(self.type)
        self.readers = [
            reader_of(
                matched,
                self.type.field(matched.column.field) if self.type else None,
                date1904=delivery.workbook.date1904,
                about_residents=self.contract.about_residents,
            )
            for matched in made.columns
        ]
        self.fines = lru_cache(maxsize=_REMEMBERED)(fines_in_text)
        self.broken = _broken_cells(made)
        given = {m.column.field: m for m in made.columns if m.column.role == "identifier"}
        fields = dict.fromkeys(column.field for column in made.layout.columns)
        self.identifiers = [given[name] for name in fields if name in given]
        self.article_at = column_of(made, "article")

    def read(self, row: int) -> RowReading:
        """Read one row of data, by its number in the sheet."""
        rule = self.made.rule
        notes = RowNotes(self.file, self.made.sheet.name, row, quiet=self.contract.about_residents)
        issuer = rule.constants.authority or self.contract.authority
        reading = RowReading(self.made, notes, issuer, scheme=rule.constants.scheme)
        if self.made.sheet.hidden or row in self.made.sheet.hidden_rows:
            notes.find(ROW_HIDDEN)
        cells = self.made.sheet.rows[row - 1]
        broken = self.broken.get(row, {})
        for column, kind in sorted(broken.items()):
            notes.find(kind, column)
        for reader in self.readers:
            if reader.matched.index not in broken:
                self._cell(reading, reader, cells[reader.at])
        given = [(m, cells[m.index - 1]) for m in self.identifiers if m.index not in broken]
        self._whom(reading, given)
        complete_document(reading, self.made, reproduction=self.contract.kind == "reproduction")
        check_days(reading, self.made, self.context.today)
        if reading.words is not None:
            self._read_words(reading)
        self._grade(reading)
        return reading

    def _cell(self, reading: RowReading, reader: CellReader, value: CellValue) -> None:
        """Read one cell; a required one that says nothing holds the row."""
        notes = reading.notes
        if reader.says_nothing(value):
            reader.note_empty(notes)
            return
        before = len(notes.findings)
        answer = reader.answer(value, notes)
        if answer is None and reader.coded and len(notes.findings) == before:
            reader.note_empty(notes)
            return
        reading.filled.add(reader.field)
        if answer is not None:
            self._put(reading, reader, answer, value)
        if reader.kept and (answer is not None or reader.how is None):
            at = Cell(notes.sheet, notes.row, reader.matched.index)
            rule = answer[1] if answer else ""
            text = value if isinstance(value, str) else typed(value)
            reading.statements.append(Statement(reader.field, text, at, rule))

    def _put(
        self, reading: RowReading, reader: CellReader, answer: Answer, value: CellValue
    ) -> None:
        """Put what a cell says where the reading keeps it, or note what it means for the row."""
        column, meaning = reader.matched.column, answer[0]
        slot = _SLOTS.get(column.role)
        if slot is not None:
            setattr(reading, slot, meaning)
        elif column.role == "field":
            reading.values[column.field] = meaning
        elif column.role == "state" and meaning != "normal":
            reading.notes.find(CODE_STATE, reader.matched.index, read=typed(value))
        elif column.role == "subject_kind" and meaning != "organisation":
            reading.notes.keeps_nothing = True
            kind = ID_PERSON if meaning == "resident" else ID_SOLE_TRADER
            reading.notes.find(kind, reader.matched.index)
        elif column.fines and isinstance(meaning, str):
            reading.words = (reader.matched, meaning)

    def _whom(self, reading: RowReading, given: identifiers.Given) -> None:
        """Read whom the row means, and for a consent, to what."""
        notes, context = reading.notes, self.context
        if self.contract.about_residents:
            key, today = context.pseudonym_key, context.today
            signed = reading.decided_on if reading.rule.record == CONSENT else None
            reading.named = identifiers.resident(given, notes, key, today, signed)
        elif not notes.keeps_nothing:
            allowed = self.type.subjects if self.type else ()
            reading.named = identifiers.organisation(
                given, reading.name, allowed, notes, context.today
            )
        if reading.rule.record == CONSENT and reading.scheme not in context.opt_in:
            joinable = ", ".join(sorted(context.opt_in))
            at = column_of(self.made, "scheme")
            notes.find(CONSENT_SCHEME, at, read=reading.scheme or "", allowed=joinable)

    def _read_words(self, reading: RowReading) -> None:
        """Read the fine out of a penalty's words, where no cell of its own gives it."""
        if reading.words is None:
            return
        matched, text = reading.words
        notes, name = reading.notes, matched.column.fines
        cell = reading.values.get(name)
        cell = cell if isinstance(cell, int) else None
        read = read_fines(reading.words, self.fines(text), cell, notes)
        if read is not None:
            reading.values[name] = read.value
            at = Cell(notes.sheet, notes.row, matched.index)
            reading.statements.append(Statement(name, text, at, read.rule))

    def _grade(self, reading: RowReading) -> None:
        """Grade the row by the article that it cites."""
        reading.article = reading.article or self.made.rule.constants.article
        graded = self.grading.grade(reading.article, self.article_at, reading.notes)
        if graded is not None:
            reading.severity, reading.kind = graded.severity, graded.kind


def _broken_cells(made: MatchedSheet) -> dict[int, dict[int, Kind]]:
    """The mapped cells of each row that cannot be read: formulas, errors, merged with a row above."""
    read = {matched.index for matched in made.columns}
    broken: dict[int, dict[int, Kind]] = defaultdict(dict)
    for kind, cells in (
        (CELL_MERGED, _lower_merged(made, read)),
        (CELL_ERROR, made.sheet.errors),
        (CELL_FORMULA, made.sheet.formulas),
    ):
        for row, column in cells:
            if column in read:
                broken[row][column] = kind
    return broken


def _lower_merged(made: MatchedSheet, read: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The cells of merged areas below their first row; each once, however the areas overlap."""
    rows = len(made.sheet.rows)
    tall = sorted(
        (first, left, last, right) for first, left, last, right in made.sheet.merged if last > first
    )
    for column in read:
        reached = 0
        for first, left, last, right in tall:
            if left <= column <= right:
                for row in range(max(first + 1, reached + 1), min(last, rows) + 1):
                    yield row, column
                reached = max(reached, last)
