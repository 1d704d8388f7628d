"""Write a delivered table anew as an xlsx with its cells marked, from the cells that were read."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter

from evenhand.kernel.findings import letters
from evenhand.kernel.text import Language
from evenhand.sources.marks import (
    AUTHOR,
    EDGE,
    FILL,
    FINDINGS_SHEET,
    HEADS,
    MORE,
    MOST_COMMENTS,
    MOST_LISTED,
    WIDTHS,
    Mark,
    cells_of,
)
from evenhand.sources.sheet import CellValue, Sheet, Workbook

_OPTIONS: Final = {  # in memory: a temporary file would leave cells in the clear
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_LONGEST: Final = 32_767
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_FORMATS: Final = {
    "": "",
    "day": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm:ss",
    "time": "[hh]:mm:ss",
}


def mark_anew(workbook: Workbook, made: Sequence[Mark], language: Language) -> bytes:
    """Write the sheets with their marks and the list, and return the xlsx."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"author": AUTHOR, "created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    formats = _Formats(book)
    titles: dict[str, str] = {}
    comments = 0
    for sheet in workbook.sheets:
        titles[sheet.name] = _title(sheet.name, titles.values())
        page = book.add_worksheet(titles[sheet.name])
        page.set_column(0, max(sheet.width - 1, 0), 18)
        marked = cells_of(made, sheet.name, len(sheet.rows))
        comments = _write_sheet(page, sheet, marked, formats, comments)
    page = book.add_worksheet(FINDINGS_SHEET)
    _list(page, made, language, titles, book)
    page.activate()
    book.close()
    return file.getvalue()


class _Formats:
    """The formats of a workbook, made when they are first needed."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[bool, str], Any] = {}

    def of(self, marked: bool, kind: str) -> Any:
        """The format of a marked or plain cell that shows a day, a moment, a time or anything."""
        if (marked, kind) not in self._made:
            options: dict[str, object] = {}
            if marked:
                options |= {"bg_color": f"#{FILL}", "border": 5, "border_color": f"#{EDGE}"}
            if kind:
                options["num_format"] = _FORMATS[kind]
            self._made[marked, kind] = self._book.add_format(options) if options else None
        return self._made[marked, kind]


def _write_sheet(
    page: Any,
    sheet: Sheet,
    marked: dict[tuple[int, int], list[Mark]],
    formats: _Formats,
    comments: int,
) -> int:
    beyond: dict[int, set[int]] = {}
    for row, column in marked:
        if row > len(sheet.rows) or column > sheet.width:
            beyond.setdefault(row, set()).add(column)
    last = max([len(sheet.rows), *beyond])
    for row in range(1, last + 1):
        values = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
        for column in (*range(1, len(values) + 1), *sorted(beyond.get(row, ()))):
            found = marked.get((row, column))
            value = values[column - 1] if column <= len(values) else None
            if value is not None or found:
                _write(page, (row - 1, column - 1), value, bool(found), formats)
            if found and comments < MOST_COMMENTS:
                text = "\n\n".join(mark.comment for mark in found)[:4000]
                size = {"author": AUTHOR, "width": 360, "height": 160}
                page.write_comment(row - 1, column - 1, text, size)
                comments += 1
    return comments


def _write(
    page: Any, at: tuple[int, int], value: CellValue, marked: bool, formats: _Formats
) -> None:
    """Write one cell by its type: what was text stays text, whatever it looks like."""
    match value:
        case None:
            page.write_blank(*at, None, formats.of(marked, ""))
        case str():
            page.write_string(*at, value[:_LONGEST], formats.of(marked, ""))
        case bool():
            page.write_boolean(*at, value, formats.of(marked, ""))
        case int() | float():
            if math.isfinite(value):
                page.write_number(*at, value, formats.of(marked, ""))
            else:
                page.write_string(*at, str(value), formats.of(marked, ""))
        case dt.datetime():
            page.write_datetime(*at, value.replace(tzinfo=None), formats.of(marked, "moment"))
        case dt.date():
            page.write_datetime(*at, value, formats.of(marked, "day"))
        case _:
            page.write_datetime(*at, value, formats.of(marked, "time"))


def _title(name: str, taken: Any) -> str:
    """Make a name that a spreadsheet accepts, and that no sheet has yet."""
    plain = _FORBIDDEN.sub("_", name)[:31] or "Sheet"
    used = {title.lower() for title in taken} | {FINDINGS_SHEET.lower(), "history"}
    number, title = 1, plain
    while title.lower() in used:
        number += 1
        title = f"{plain[:26]} ({number})"
    return title


def _list(
    page: Any, made: Sequence[Mark], language: Language, titles: dict[str, str], book: Any
) -> None:
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    linked = book.add_format({"underline": 1, "font_color": "#0563C1", "valign": "top"})
    for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, f"{head.zh} {head.en}", bold)
    page.freeze_panes(1, 0)
    for number, mark in enumerate(made[:MOST_LISTED], start=1):
        page.write_string(number, 0, mark.code, wrapped)
        title = titles.get(mark.sheet or "")
        if title and mark.row is not None:
            address = f"internal:'{title}'!{letters(mark.column or 1)}{mark.row}"
            page.write_url(number, 1, address, linked, mark.where[:255])
        else:
            page.write_string(number, 1, mark.where, wrapped)
        for column, text in enumerate(mark.words, start=2):
            page.write_string(number, column, text[:_LONGEST], wrapped)
    if len(made) > MOST_LISTED:
        said = MORE.filled(count=len(made) - MOST_LISTED).said_in(language)
        page.write_string(MOST_LISTED + 1, 0, said, bold)
