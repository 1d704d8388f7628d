"""Read a delivered file as sheets of cells with their addresses, whatever its format.

The guard looks first, always. Values come from calamine (xlsx, and xls in a worker process of limited
memory and time), from the parts themselves (ods) or from the decoded text (csv, tsv). What else the
file says (hidden rows and columns, formulas, errors, merged areas) comes from its parts. The list of
findings of a marked copy that came back is no sheet of the delivery::

    workbook = read_workbook(data, "2026-03.xlsx")
    workbook.sheets[0].cell(14, 3)
"""

from __future__ import annotations

import hashlib

from evenhand.kernel.findings import Finding, Place, found
from evenhand.sources.calamine_sheets import Unreadable, sheets_of
from evenhand.sources.delimited import read_delimited
from evenhand.sources.grid import trimmed
from evenhand.sources.guard import guard
from evenhand.sources.marks import is_findings_sheet
from evenhand.sources.ods_parts import read_ods
from evenhand.sources.reading_findings import DAYS_FROM_1904, NO_CELLS, NOT_CHECKED, UNREADABLE
from evenhand.sources.refusal import refused, shown_name
from evenhand.sources.sheet import CellValue, Sheet, Workbook
from evenhand.sources.xls import read_xls
from evenhand.sources.xlsx_parts import XlsxParts, read_xlsx_parts
from evenhand.sources.xlsx_sheet import SheetFacts


def read_workbook(data: bytes, name: str) -> Workbook:
    """Guard a file and read all its cells.

    Raises:
        DeliveryRefused: When the guard refuses it, or it cannot be read, with one finding that says why.
    """
    known = guard(data, name)
    encoding, date1904 = "", False
    findings: list[Finding] = []
    place = Place(file=shown_name(name))
    match known:
        case "xlsx":
            parts = read_xlsx_parts(data, name)
            sheets, date1904 = _read_xlsx(data, parts, name), parts.date1904
        case "ods":
            sheets, date1904 = read_ods(data, name)
        case "xls":
            sheets, date1904 = read_xls(data, name)
            findings.append(found(NOT_CHECKED, place))
        case _:
            sheet, encoding, noticed = read_delimited(data, name, known)
            sheets = (sheet,)
            findings += noticed
    if date1904:
        findings.append(found(DAYS_FROM_1904, place))
    sheets = tuple(sheet for sheet in sheets if not is_findings_sheet(sheet.name))
    if not any(sheet.rows for sheet in sheets):
        raise refused(NO_CELLS, name)
    digest = hashlib.sha256(data).hexdigest()
    return Workbook(shown_name(name), known, digest, sheets, encoding, date1904, tuple(findings))


def _read_xlsx(data: bytes, parts: XlsxParts, name: str) -> tuple[Sheet, ...]:
    """Read the values of an xlsx, and join them with what its parts say."""
    sheets: list[Sheet] = []
    try:
        for read, part in zip(sheets_of(data), parts.sheets, strict=True):
            if read.title != part.title:
                raise Unreadable("the parts are listed in another order")
            addresses = _formulas(part.facts) | part.facts.errors
            rows, width = trimmed(read.rows, addresses, name)
            sheets.append(_sheet(part.title, part.hidden, rows, width, part.facts))
    except (Unreadable, ValueError):
        raise refused(UNREADABLE, name) from None
    return tuple(sheets)


def _sheet(
    title: str,
    hidden: bool,
    rows: tuple[tuple[CellValue, ...], ...],
    width: int,
    facts: SheetFacts,
) -> Sheet:
    columns = frozenset(
        column
        for first, last in facts.hidden_columns
        for column in range(first, min(last, width) + 1)
    )
    return Sheet(
        title,
        rows,
        width,
        hidden=hidden,
        hidden_rows=frozenset(row for row in facts.hidden_rows if row <= len(rows)),
        hidden_columns=columns,
        formulas=frozenset(_formulas(facts)),
        errors=frozenset(facts.errors),
        merged=tuple(sorted(facts.merged)),
    )


def _formulas(facts: SheetFacts) -> set[tuple[int, int]]:
    """All cells that a formula fills, those of array formulas and data tables too."""
    cells = set(facts.formulas)
    for top, left, bottom, right in facts.formula_areas:
        for row in range(top, min(bottom, facts.rows) + 1):
            cells.update((row, column) for column in range(left, min(right, facts.columns) + 1))
    return cells
