"""Deliveries made in code, taken and admitted, for tests of admission."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter

from evenhand.kernel.calendars import Calendar
from evenhand.kernel.codes import document_key, resident_check_character
from evenhand.kernel.ids import DeliveryId, RecordType, SchemeId, SubjectId
from evenhand.kernel.text import Text
from evenhand.records.admit import admit
from evenhand.records.context import AdmissionContext, Known
from evenhand.records.statement import Admission, RowFate
from evenhand.sources.contract import Contract
from evenhand.sources.delivery import Delivery
from evenhand.sources.match import match
from evenhand.sources.receive import take
from evenhand.sources.sheet import CellValue, Workbook
from tests.unit.sources.linhe import CATALOGUE, HEAD, contract

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
TODAY = dt.date(2026, 3, 2)
KEY = b"k" * 32
SCHEME = SchemeId("linhe-osmanthus")
DONATION = RecordType("blood_donation_certificate")

CALENDAR = Calendar(
    calendar="made-up",
    title=Text(zh="示例", en="example"),
    weekend=frozenset({5, 6}),
    published=frozenset({2025, 2026}),
    rest=frozenset({dt.date(2026, 2, 17)}),
    work=frozenset(),
)

Rows = Sequence[Sequence[CellValue]]
Touch = Callable[[Any, Any], None]
"""Something done to a worksheet after its cells are written: hide, merge, formulas."""


def xlsx(rows: Rows, name: str = "行政处罚", touch: Touch | None = None) -> bytes:
    """A workbook of one sheet; texts stay texts."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": dt.datetime(2026, 3, 1)})  # noqa: DTZ001
    page = book.add_worksheet(name)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for r, cells in enumerate(rows):
        for c, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                page.write_datetime(r, c, dt.datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
            elif cell is not None:
                page.write(r, c, cell)
    if touch is not None:
        touch(book, page)
    book.close()
    return out.getvalue()


def csv(rows: Rows, encoding: str = "utf-8-sig") -> bytes:
    """The same as comma-separated text."""
    lines = (",".join(f'"{cell}"' if cell is not None else "" for cell in row) for row in rows)
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def taken(rows: Rows, of: Contract | None = None, touch: Touch | None = None) -> Delivery:
    """Take delivery of rows under the head of penalties."""
    return take(xlsx(rows, touch=touch), "2026-02.xlsx", of or contract(), NOW)


def delivered(file: Workbook, of: Contract) -> Delivery:
    """A delivery of sheets that were never bytes."""
    made = match(file, of)
    name = DeliveryId.of(file.digest)
    return Delivery(name, file.digest, of, file, made.sheets, made.unread, NOW, made.findings)


def context(**changes: Any) -> AdmissionContext:
    known: dict[str, Any] = {"pseudonym_key": KEY, "document_key": KEY, "today": TODAY}
    return AdmissionContext(**(known | changes))


def admitted(
    rows: Rows, of: Contract | None = None, touch: Touch | None = None, **knowing: Any
) -> Admission:
    """Admit rows under the head of penalties."""
    return admit(taken([HEAD, *rows], of, touch), CATALOGUE, context(**knowing))


def admit_rows(rows: Rows, text: str, **knowing: Any) -> tuple[Delivery, Admission]:
    """Take and admit rows, head included, by the text of a contract."""
    delivery = taken(rows, contract(text))
    return delivery, admit(delivery, CATALOGUE, context(**knowing))


def fate(admission: Admission, row: int = 2) -> tuple[str, str]:
    """Fate and reason of a row."""
    found = of_row(admission, row)
    return found.fate, found.reason


def of_row(admission: Admission, row: int = 2) -> RowFate:
    return next(f for f in admission.fates if f.row == row)


def said(admission: Admission, row: int = 2, language: str = "en") -> list[str]:
    """The findings of a row, as people read them."""
    return [
        f"{f.place} {f.kind.code} {f.sentence('zh' if language == 'zh' else 'en')}"
        for f in of_row(admission, row).findings
    ]


def number(born: str = "19900307", sequence: int = 1, area: str = "999999") -> str:
    """A made-up resident's number that passes its check."""
    first = f"{area}{born}{sequence:03d}"
    return first + resident_check_character(first)


def knows(*records: Known, at: int) -> Callable[[frozenset[int]], dict[int, tuple[Known, ...]]]:
    """A register that has these records on one document."""

    def answer(documents: frozenset[int]) -> dict[int, tuple[Known, ...]]:
        return {document: records if document == at else () for document in documents}

    return answer


def known_from(admission: Admission, subject: SubjectId, index: int = 0) -> dict[str, Any]:
    """What a register knows that stored one record of an admission for a subject."""
    record = admission.records[index]
    known = Known(record.record, record.type, subject, record.content)
    named = record.named
    assert named is not None

    def subject_of(scheme: str, value: str) -> SubjectId | None:
        return subject if (scheme, value) == (named.scheme, named.value) else None

    return {"known": knows(known, at=record.document_key), "subject_of": subject_of}


def key_of(authority: str, text: str) -> int:
    return document_key(authority, text, KEY)
