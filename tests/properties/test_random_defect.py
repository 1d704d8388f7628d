"""One defect at a random cell of a good worksheet is found there, and nowhere else (F14)."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.findings import Kind
from evenhand.records import normalise
from evenhand.records.amounts import read_amount
from evenhand.records.days import read_day
from evenhand.records.prohibited import suspect
from evenhand.sources.sheet import CellValue, Sheet
from evenhand.sources.workbook import read_workbook

ROWS = 30
FIRST_ROW, FIRST_COLUMN = 4, 3
NAME, CODE, FACTS, AMOUNT, DAY = range(5)

Page = Any
Spoil = Callable[[Page, int, int], object]


def good(number: int) -> tuple[str | int, ...]:
    body = f"91000000{number:09d}"
    return (
        f"临禾市第{number}食品有限公司",
        body + uscc_check_character(body),
        f"未按规定保存第{number}批进货查验记录",
        1000 + number,
        f"2026年{number % 12 + 1}月{number % 28 + 1}日",
    )


def worksheet(spoil: Spoil | None, row: int, column: int) -> Sheet:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet("一月")
    for number in range(ROWS):
        page.write_row(FIRST_ROW - 1 + number, FIRST_COLUMN - 1, good(number))
    if spoil is not None:
        spoil(page, FIRST_ROW - 1 + row, FIRST_COLUMN - 1 + column)
    book.close()
    return read_workbook(file.getvalue(), "a.xlsx").sheets[0]


def text(value: str) -> Spoil:
    return lambda page, row, column: page.write_string(row, column, value)


ANY_COLUMN: dict[str, tuple[Spoil, str]] = {
    "formula": (
        lambda page, row, column: page.write_formula(row, column, "=1+1", None, 7),
        "formula",
    ),
    "error": (
        lambda page, row, column: page.write_formula(row, column, "=1/0", None, "#DIV/0!"),
        "error",
    ),
    "hidden row": (lambda page, row, _: page.set_row(row, None, None, {"hidden": True}), "hidden"),
    "flat row": (lambda page, row, _: page.set_row(row, 0), "hidden"),
    "turned writing": (text("临禾\u202e司公"), "E-TEXT-04"),
    "lost character": (text("临禾\ufffd公司"), "E-TEXT-05"),
    "resident's number": (text("999999199001011238"), "E-TEXT-20"),
    "phone": (text("联系电话13800000001"), "E-TEXT-21"),
    "religion": (text("信仰基督教"), "E-TEXT-26"),
}
OF_COLUMN: dict[str, tuple[int, Spoil, str]] = {
    "code as number": (
        CODE, lambda page, row, column: page.write_number(row, column, 911101053398345454), "number",
    ),
    "destroyed code": (CODE, text("9.11E+17"), "code"),
    "day of no calendar": (DAY, text("2026年2月30日"), "E-DATE-02"),
    "day in two readings": (DAY, text("3/5/2026"), "E-DATE-03"),
    "no day": (DAY, text("不详"), "E-DATE-06"),
    "range": (AMOUNT, text("1-2万元"), "E-AMT-03"),
    "negative": (AMOUNT, lambda page, row, column: page.write_number(row, column, -5), "E-AMT-05"),
    "commas": (AMOUNT, text("1,80,000"), "E-AMT-07"),
}  # fmt: skip


def noticed(sheet: Sheet) -> dict[tuple[int, int], str]:
    """What is wrong with each cell of data, by row and column of the data."""
    found: dict[tuple[int, int], str] = {}
    for row in range(ROWS):
        at = FIRST_ROW + row
        for column in range(5):
            address = (at, FIRST_COLUMN + column)
            wrong = _wrong(sheet, address, column)
            if at in sheet.hidden_rows:
                wrong = "hidden"
            if wrong:
                found[row, column] = wrong
    return found


def _wrong(sheet: Sheet, address: tuple[int, int], column: int) -> str:
    if address in sheet.errors:
        return "error"
    if address in sheet.formulas:
        return "formula"
    value = sheet.cell(*address)
    if isinstance(value, str):
        if suspicions := suspect(value):
            return suspicions[0].kind.code
        cleaned = normalise.text(value)
        if not cleaned.usable:
            return cleaned.notes[-1].code
    return _wrong_value(value, column)


def _wrong_value(value: CellValue, column: int) -> str:
    answer: object = None
    if column == DAY:
        answer = read_day(value, (), date1904=False)
    elif column == AMOUNT:
        answer = read_amount(value, "yuan")
    elif column == CODE and not isinstance(value, str):
        return "number"
    elif column == CODE and len(normalise.uscc(str(value)).value) != 18:
        return "code"
    return answer.code if isinstance(answer, Kind) else ""


def test_the_good_worksheet_has_nothing_wrong() -> None:
    assert noticed(worksheet(None, 0, 0)) == {}


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, ROWS - 1), st.sampled_from(sorted(ANY_COLUMN)), st.sampled_from((NAME, FACTS))
)
def test_a_defect_of_any_column_is_found_at_its_cell_alone(
    row: int, label: str, column: int
) -> None:
    spoil, expected = ANY_COLUMN[label]
    found = noticed(worksheet(spoil, row, column))
    if expected == "hidden":
        assert found == {(row, each): "hidden" for each in range(5)}
    else:
        assert found == {(row, column): expected}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, ROWS - 1), st.sampled_from(sorted(OF_COLUMN)))
def test_a_defect_of_its_column_is_found_at_its_cell_alone(row: int, label: str) -> None:
    column, spoil, expected = OF_COLUMN[label]
    assert noticed(worksheet(spoil, row, column)) == {(row, column): expected}
