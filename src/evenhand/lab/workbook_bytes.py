"""Write a file of the model city as bytes: the same lines give the same bytes on every day.

Workbooks are written with a fixed day of creation; times inside the archive are those of 1980.
Text files end their lines as spreadsheets on Windows do.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from typing import Any, Final

import xlsxwriter

from evenhand.lab.sheets import Cell, File, Formula, Page

CREATED: Final = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)

_ENCODINGS: Final = {
    "csv-gb18030": ("gb18030", ","),
    "csv-utf-8-sig": ("utf-8-sig", ","),
    "tsv-utf-16": ("utf-16-le", "\t"),
}
_BOM: Final = "\ufeff"


def file_bytes(file: File) -> bytes:
    """Write one file."""
    if file.format == "xlsx":
        return _workbook(file)
    encoding, delimiter = _ENCODINGS[file.format]
    written = io.StringIO(newline="")
    if file.format == "tsv-utf-16":
        written.write(_BOM)
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    for page in file.pages:
        writer.writerows([_as_text(value) for value in row] for row in _rows(page))
    return written.getvalue().encode(encoding)


def _rows(page: Page) -> Iterator[list[Cell]]:
    yield from page.above
    for line in page.lines:
        yield line.cells


def _as_text(value: Cell) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _workbook(file: File) -> bytes:
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"created": CREATED.replace(tzinfo=None)})
    title = book.add_format({"bold": True, "align": "center"})
    date = book.add_format({"num_format": "yyyy/m/d"})
    for page in file.pages:
        sheet = book.add_worksheet(page.sheet)
        _fill(sheet, page, date)
        for top, left, bottom, right in page.merged:
            text = page.above[top - 1][left - 1]
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, text, title)
        for column in page.hidden_columns:
            sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
    book.close()
    return written.getvalue()


def _fill(sheet: Any, page: Page, date: Any) -> None:
    for number, row in enumerate(_rows(page)):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif isinstance(value, dt.date):
                sheet.write_datetime(number, column, value, date)
            elif isinstance(value, Formula):
                sheet.write_formula(number, column, value.formula, None, value.shown)
            elif value is not None:
                sheet.write_number(number, column, value)
    for number, line in enumerate(page.lines, len(page.above)):
        if line.hidden:
            sheet.set_row(number, None, None, {"hidden": True})
