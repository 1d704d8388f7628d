"""Make the empty workbook of a source: what a clerk fills in and delivers.

Each sheet of the contract has its heads in English and, below, in Chinese, which is the row that is
read; a star marks what is required. Identifiers, document numbers and words are text columns, so
that no spreadsheet takes eighteen digits for a number. Code lists are drop-downs from the sheet of
codes. The version cell names source and layout; the first sheet explains every column.
"""

from __future__ import annotations

import datetime as dt
import difflib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text
from evenhand.sources.catalogue import Catalogue, FieldRule
from evenhand.sources.contract import Column, Contract, Layout, SheetRule
from evenhand.sources.template_words import column_title, column_words, explained

GUIDE: Final = "说明"
CODES: Final = "代码"
ROWS: Final = 20_000
"""Rows below the heads that have drop-downs."""

_TEXT_ROLES: Final = frozenset({"identifier", "document", "name", "article", "text"})
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FLAGS: Final = ("是", "否")
_MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


def template(contract: Contract, catalogue: Catalogue, version: str | None = None) -> bytes:
    """Return the empty workbook of a source as xlsx.

    Args:
        contract: The source.
        catalogue: Where record types have their fields, codes and articles.
        version: Of the layout; None for the newest of each sheet.

    Raises:
        BadInput: When no sheet of the source has such a layout.
    """
    pages = [_page(rule, contract, catalogue, version) for rule in contract.sheets]
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": contract.title.zh, "author": "Evenhand", "created": _MADE})
    styles = _Styles(book)
    guide = book.add_worksheet(GUIDE)
    sheets = [book.add_worksheet(page.title) for page in pages]
    codes = _CodeSheet(book.add_worksheet(CODES), styles)
    _write_guide(guide, contract, pages, styles)
    for sheet, page in zip(sheets, pages, strict=True):
        _write_page(sheet, page, contract, styles, codes)
    sheets[0].activate()
    book.close()
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a sheet, with the catalogue's rule for it and what its cells may say."""

    column: Column
    rule: FieldRule | None
    allowed: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet to write."""

    title: str
    layout: Layout
    fields: tuple[_Field, ...]


class _Styles:
    """The formats of the template."""

    def __init__(self, book: Any) -> None:
        frame = {"border": 1, "text_wrap": True, "valign": "top"}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.mark = book.add_format({"font_color": "#808080", "num_format": "@"})
        self.english = book.add_format(frame | {"italic": True, "bg_color": "#F2F2F2"})
        self.head = book.add_format(frame | {"bold": True, "bg_color": "#DDEBF7"})
        self.needed = book.add_format(frame | {"bold": True, "bg_color": "#FCE4D6"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.text = book.add_format({"num_format": "@"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.money = book.add_format({"num_format": "0.00####"})
        self.whole = book.add_format({"num_format": "0"})

    def of(self, field: _Field) -> Any:
        """The format of a column's cells."""
        column = field.column
        if column.is_day:
            real = not column.dates or "date-cell" in column.dates
            return self.day if real else self.text
        if column.role in _TEXT_ROLES or field.allowed:
            return self.text
        return {"amount": self.money, "integer": self.whole}.get(column.kind or "", self.text)


class _CodeSheet:
    """The sheet of code lists; each list is a column that drop-downs point to."""

    def __init__(self, sheet: Any, styles: _Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        self._known: dict[tuple[str, ...], str] = {}

    def source(self, title: str, allowed: tuple[str, ...]) -> str:
        """Return the range that holds a list, writing it when it is new."""
        if allowed not in self._known:
            at = len(self._known)
            self._sheet.set_column(at, at, 28)
            self._sheet.write_string(0, at, title, self._styles.head)
            for row, said in enumerate(allowed, start=1):
                self._sheet.write_string(row, at, said)
            letter = xl_col_to_name(at, col_abs=True)
            self._known[allowed] = f"='{CODES}'!{letter}$2:{letter}${len(allowed) + 1}"
        return self._known[allowed]


def _page(rule: SheetRule, contract: Contract, catalogue: Catalogue, version: str | None) -> _Page:
    layout = _layout(rule, contract, version)
    type_rule = catalogue.types.get(rule.record)
    fields: dict[str, _Field] = {}
    for column in layout.columns:
        if column.field in fields:
            continue
        field = type_rule.field(column.field) if type_rule and column.role == "field" else None
        articles = tuple(a.cites for a in type_rule.articles) if type_rule else ()
        fields[column.field] = _Field(column, field, *_allowed(column, field, articles))
    title = (rule.names[0] if rule.names else contract.title.zh).translate(_FORBIDDEN)[:31]
    return _Page(title, layout, tuple(fields.values()))


def _layout(rule: SheetRule, contract: Contract, version: str | None) -> Layout:
    known = {layout.version for each in contract.sheets for layout in each.layouts}
    if version is not None and version not in known:
        near = difflib.get_close_matches(version, sorted(known), n=1, cutoff=0.0)[0]
        raise BadInput(
            Text(
                zh=f"数据源 {contract.source} 没有版式“{version}”。相近的有：{near}。",
                en=f'The source {contract.source} has no layout "{version}". The nearest is "{near}".',
            )
        )
    asked = [layout for layout in rule.layouts if layout.version == version]
    if asked:
        return asked[0]
    numbered = [layout for layout in rule.layouts if layout.version.isdigit()]
    if len(numbered) == len(rule.layouts):
        return max(numbered, key=lambda layout: int(layout.version))
    return rule.layouts[-1]


def _allowed(
    column: Column, field: FieldRule | None, articles: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    """What a column's cells may say, and whether nothing else is allowed."""
    if column.codes:
        return tuple(column.codes), True
    if field is not None and field.codes:
        return field.codes, True
    if column.kind == "flag":
        return _FLAGS, True
    if column.role == "article":
        return tuple(articles), False
    return (), False


def _write_page(
    sheet: Any, page: _Page, contract: Contract, styles: _Styles, codes: _CodeSheet
) -> None:
    mark_row, mark_column = xl_cell_to_rowcol(contract.version_cell)
    head = max(2, mark_row + 2)
    for at, field in enumerate(page.fields):
        title = column_title(field.column, field.rule)
        style = styles.needed if field.column.required else styles.head
        star = "*" if field.column.required else ""
        sheet.set_column(at, at, max(14, min(40, 2 * len(title.zh) + 4)), styles.of(field))
        sheet.write_string(head - 1, at, title.en + star, styles.english)
        sheet.write_string(head, at, title.zh + star, style)
        if rules := _validation(field, title, codes):
            sheet.data_validation(head + 1, at, head + ROWS, at, rules)
    title_column = 1 if (mark_row, mark_column) == (0, 0) else 0
    said = f"{contract.title.zh}  {contract.title.en}"
    sheet.write_string(0, title_column, said, styles.title)
    sheet.write_string(mark_row, mark_column, contract.version_mark(page.layout), styles.mark)
    sheet.freeze_panes(head + 1, 0)


def _validation(field: _Field, title: Text, codes: _CodeSheet) -> dict[str, object]:
    if field.allowed:
        return {
            "validate": "list",
            "source": codes.source(title.zh, field.allowed),
            "error_type": "stop" if field.closed else "information",
            "error_title": "代码 Code list",
            "error_message": "请从下拉列表中选择。 Choose from the list.",
        }
    if field.column.role == "identifier":
        return {
            "validate": "any",
            "input_title": "文本 Text",
            "input_message": "按原件键入，不要用数字格式。 Type it as text, as the document has it.",
        }
    return {}


def _write_guide(sheet: Any, contract: Contract, pages: Sequence[_Page], styles: _Styles) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, 90)
    sheet.write_string(0, 0, f"{contract.title.zh}  {contract.title.en}", styles.title)
    row = 0
    for text in explained(contract):
        row += 1
        sheet.write_string(row, 0, text.zh)
        row += 1
        sheet.write_string(row, 0, text.en)
    row += 1
    for page in pages:
        row += 1
        for at, said in enumerate((f"{page.title} ({page.layout.version})", "", "")):
            sheet.write_string(row, at, said, styles.head)
        for field in page.fields:
            row += 1
            title = column_title(field.column, field.rule)
            words = column_words(field.column, field.allowed, field.closed)
            for at, said in enumerate((title.zh, title.en, f"{words.zh} {words.en}")):
                sheet.write_string(row, at, said, styles.wrapped)
        row += 1
