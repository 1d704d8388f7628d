"""The bytes of the worksheets: formats, encodings, fixed times, heads of the published layouts."""

from __future__ import annotations

import io
import zipfile

import pytest

from evenhand.lab import layouts
from evenhand.lab.city import City
from evenhand.lab.faults import CellFault, Faults, plant_cells
from evenhand.lab.sheets import File, Formula, Line, Page
from evenhand.lab.workbook_bytes import file_bytes
from evenhand.lab.worksheets import Worksheet, worksheets
from evenhand.sources.contract import plain_head
from evenhand.sources.workbook import read_workbook


@pytest.fixture(scope="module")
def sheets(small: City) -> dict[str, Worksheet]:
    return {worksheet.name: worksheet for worksheet in worksheets(small)}


def test_layouts_have_as_many_columns_as_are_published() -> None:
    assert len(layouts.PENALTY_1) == 22
    assert len(layouts.PENALTY_1_SHORT) == 19
    assert len(layouts.PENALTY_2) == len(layouts.PENALTY_2_YUAN) == 30
    assert [head for head, key in layouts.PENALTY_1 if key == "register_code"] == [
        "行政相对人代码＿3(工商登记码)"
    ]


def test_no_layout_has_one_head_twice() -> None:
    for name in dir(layouts):
        layout = getattr(layouts, name)
        if name.isupper() and isinstance(layout, tuple):
            heads = [plain_head(head) for head, _ in layout]
            assert len(heads) == len(set(heads)), name


def test_workbooks_hold_no_time_of_writing(sheets: dict[str, Worksheet]) -> None:
    for worksheet in sheets.values():
        if worksheet.name.endswith("xlsx"):
            with zipfile.ZipFile(io.BytesIO(worksheet.data)) as archive:
                assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                assert b"2026-03-02T08:30:00Z" in archive.read("docProps/core.xml")


def test_text_files_are_in_three_encodings(sheets: dict[str, Worksheet]) -> None:
    read = {name: read_workbook(w.data, name) for name, w in sheets.items() if "xlsx" not in name}
    assert {workbook.encoding for workbook in read.values()} == {"gb18030", "utf-8-sig", "utf-16"}
    assert {workbook.format for workbook in read.values()} == {"csv", "tsv"}
    registration = read["临禾市企业登记信息.csv"].sheets[0]
    assert registration.rows[0][0] == "企业名称"
    assert len(registration.rows) == 1_001


def test_titles_are_merged_and_hidden_rows_are_hidden(
    small: City, sheets: dict[str, Worksheet]
) -> None:
    food = read_workbook(sheets["市场监管局行政处罚双公示.xlsx"].data, "a.xlsx").sheets[0]
    assert food.merged == ((1, 1, 1, 30),)
    hidden = {
        (file.name, page.sheet)
        for file in small.files
        for page in file.pages
        for line in page.lines
        if line.hidden
    }
    for name, sheet in hidden:
        read = read_workbook(sheets[name].data, name)
        assert next(s for s in read.sheets if s.name == sheet).hidden_rows


def test_a_formula_is_written_as_a_formula() -> None:
    page = Page("A", ("amount",), [["金额"]], [Line([Formula("=1+1", 2)]), Line(["=1+1"])])
    sheet = read_workbook(file_bytes(File("s", "a.xlsx", "xlsx", [page])), "a.xlsx").sheets[0]
    assert sheet.formulas == {(2, 1)}
    assert sheet.cell(3, 1) == "=1+1"


def test_a_page_has_no_column_that_it_has_not() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        Page("A", ("amount",), [["金额"]], []).column("uscc")


def test_no_fault_is_planted_where_no_line_is_open() -> None:
    page = Page("A", ("amount",), [["金额"]], [Line([1])])
    faults = Faults()
    fault = CellFault("spoiled", "held", "amount", 1_000, lambda *_: None, sources=("s",))
    plant_cells(faults, 1, [File("s", "a.xlsx", "xlsx", [page])], [fault])
    assert faults.truth() == {}
    assert page.lines[0].cells == [1]


def test_nothing_else_than_made_up_numbers_stands_in_any_file(small: City) -> None:
    numbers = {
        value
        for file in small.files
        for page in file.pages
        for line in page.lines
        for key, value in zip(page.keys, line.cells, strict=False)
        if key in ("number", "person_number", "representative_number") and isinstance(value, str)
        if value[:1].isdigit()
    }
    assert len(numbers) > 1_000
    assert all(number.startswith("999999") for number in numbers)
