"""Mark the cells of a delivered xlsx, so that its layout stays as the clerk knows it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import copy
from typing import Any, Final

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook as OpenBook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

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
    is_findings_sheet,
)
from evenhand.sources.sheet import Workbook

_SIDE: Final = Side(style="thick", color=EDGE)
_BORDER: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_FILL: Final = PatternFill("solid", start_color=FILL, end_color=FILL)


class CannotMark(ValueError):
    """The file cannot be opened for marking; its cells have to be written anew."""


def mark_in_place(
    data: bytes, workbook: Workbook, made: Sequence[Mark], language: Language
) -> bytes:
    """Open the delivered file, mark its cells, add the list, and return it.

    Raises:
        CannotMark: When the library does not open the file.
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
        for title in book.sheetnames:
            if is_findings_sheet(title):
                del book[title]
        comments = 0
        for sheet in workbook.sheets:
            if sheet.name in book.sheetnames and isinstance(book[sheet.name], Worksheet):
                page = book[sheet.name]
                _clean(page)
                comments = _mark(page, cells_of(made, sheet.name, len(sheet.rows)), comments)
        _list(book.create_sheet(FINDINGS_SHEET), made, language, set(book.sheetnames))
        book.active = len(book.sheetnames) - 1
        return _saved(book)
    except (
        *(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError),
        *(InvalidFileException, zipfile.BadZipFile),
    ) as error:
        raise CannotMark(str(error)) from None


class _InMemory(ExcelWriter):
    """Saves without the temporary files of the library, which would leave cells in the clear."""

    def __init__(self, book: OpenBook, archive: zipfile.ZipFile) -> None:
        super().__init__(book, archive)
        self._packed = archive

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet to memory and then into the archive."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as the library's own method does
        ws._drawing.charts = ws._charts  # noqa: SLF001
        ws._drawing.images = ws._images  # noqa: SLF001
        out = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._packed.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


def _saved(book: OpenBook) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemory(book, archive).write_data()
    return file.getvalue()


def _clean(page: Worksheet) -> None:
    """Take earlier marks of ours away, and make text of everything that is a formula."""
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            if cell.comment is not None and cell.comment.author == AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()
                cell.border = Border()
            if cell.data_type == "f":
                _as_text(cell, getattr(cell.value, "text", None) or str(cell.value))


def _as_text(cell: Cell, text: str) -> None:
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True


def _mark(page: Worksheet, cells: dict[tuple[int, int], list[Mark]], comments: int) -> int:
    """Fill, frame and comment the marked cells; return how many comments there are by now."""
    for (row, column), found in cells.items():
        cell = _anchor(page, row, column)
        cell.fill = copy(_FILL)
        cell.border = copy(_BORDER)
        if comments < MOST_COMMENTS:
            text = "\n\n".join(mark.comment for mark in found)[:4000]
            cell.comment = Comment(text, AUTHOR, height=160, width=360)
            comments += 1
    return comments


def _anchor(page: Worksheet, row: int, column: int) -> Cell:
    """The cell that can be marked: of a merged area only its first one."""
    cell: Any = page.cell(row, column)
    if isinstance(cell, MergedCell):
        for area in page.merged_cells.ranges:
            if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
                cell = page.cell(area.min_row, area.min_col)
                break
    if not isinstance(cell, Cell):
        raise CannotMark("a cell that cannot be marked")
    return cell


def _list(page: Worksheet, made: Sequence[Mark], language: Language, titles: set[str]) -> None:
    page.append([f"{head.zh} {head.en}" for head in HEADS])
    for column, width in enumerate(WIDTHS, start=1):
        page.cell(1, column).font = Font(bold=True)
        page.column_dimensions[letters(column)].width = width
    page.freeze_panes = "A2"
    for number, mark in enumerate(made[:MOST_LISTED], start=2):
        for column, text in enumerate((mark.code, mark.where, *mark.words), start=1):
            cell = _anchor(page, number, column)
            cell.value = text
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if mark.sheet in titles and mark.row is not None:
            _link(page, number, mark)
    if len(made) > MOST_LISTED:
        said = MORE.filled(count=len(made) - MOST_LISTED).said_in(language)
        page.cell(MOST_LISTED + 2, 1, said)


def _link(page: Worksheet, number: int, mark: Mark) -> None:
    """Lead from the list to the cell; a location survives, a ``#`` address does not."""
    cell = page.cell(number, 2)
    quoted = (mark.sheet or "").replace("'", "''")
    address = page.cell(mark.row or 1, mark.column or 1).coordinate
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{address}")
    cell.font = Font(underline="single", color="0563C1")
