"""Workbooks of every format are read as cells whose addresses are those that a person sees."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from evenhand.kernel.errors import DeliveryRefused
from evenhand.sources import xls, xls_worker
from evenhand.sources.sheet import Sheet
from evenhand.sources.workbook import read_workbook
from evenhand.sources.xlsx_plain import plain_facts
from evenhand.sources.xlsx_sheet import read_sheet
from tests.unit.sources.bombs import MAIN, ods, parts, sheet, xlsx, zipped

CODE = "91000000MA0000001R"
MIDNIGHT = dt.datetime.fromisoformat("2021-03-05")
MOMENT = dt.datetime.fromisoformat("2021-03-05T09:30")


def written(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    fill(book, book.add_worksheet("一月"))
    book.close()
    return file.getvalue()


def first(data: bytes, name: str = "a.xlsx") -> Sheet:
    return read_workbook(data, name).sheets[0]


def test_leading_empty_rows_and_columns_keep_every_address_right() -> None:
    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_string("C4", "企业名称")
        page.write_string("D5", CODE)
        page.write_number("E5", 12.5)
        page.write_blank("H9", None, _.add_format({"bold": True}))

    read = first(written(fill))
    assert read.cell(4, 3) == "企业名称"
    assert read.cell(5, 4) == CODE
    assert read.cell(5, 5) == 12.5
    assert (len(read.rows), read.width) == (5, 5)
    assert read.rows[0] == (None,) * 5


def test_each_type_of_cell_stays_what_it_is() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(
        [
            "文字", 42, 42.5, True, MIDNIGHT, MOMENT,
            dt.time(9, 30), dt.timedelta(days=2), 0.1, 360426199101010071, "  空 格 ", 1e300,
        ]
    )  # fmt: skip
    file = io.BytesIO()
    book.save(file)
    (row,) = first(file.getvalue()).rows
    assert row[0] == "文字"
    assert (row[1], type(row[1])) == (42, int)
    assert (row[2], row[3]) == (42.5, True)
    assert row[4] in (dt.date(2021, 3, 5), MIDNIGHT)
    assert row[5] == MOMENT
    assert row[6:9] == (dt.time(9, 30), dt.timedelta(days=2), 0.1)
    assert isinstance(row[9], float)
    assert row[10:] == ("  空 格 ", 1e300)


def test_hidden_sheets_rows_and_columns_formulas_errors_and_merged_areas_are_found() -> None:
    def fill(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        for row in range(9):
            page.write_row(row, 0, [f"r{row}", row, row, row])
        page.set_row(2, None, None, {"hidden": True})
        page.set_row(4, 0)
        page.set_column("C:C", None, None, {"hidden": True})
        page.set_column("D:D", 0)
        page.write_formula("B7", "=1+1", None, 99)
        page.write_array_formula("B8:C9", "{=A1:B2}", None, 5)
        page.write_formula("A9", "=1/0", None, "#DIV/0!")
        page.merge_range("A1:B1", "标题")
        other = book.add_worksheet("藏")
        other.write(0, 0, "x")
        other.hide()
        book.add_worksheet("深藏").very_hidden()

    workbook = read_workbook(written(fill), "a.xlsx")
    assert [(s.name, s.hidden) for s in workbook.sheets] == [
        ("一月", False),
        ("藏", True),
        ("深藏", True),
    ]
    read = workbook.sheets[0]
    assert read.hidden_rows == {3, 5}
    assert read.hidden_columns == {3, 4}
    assert read.formulas == {(7, 2), (8, 2), (8, 3), (9, 2), (9, 3), (9, 1)}
    assert read.errors == {(9, 1)}
    assert read.merged == ((1, 1, 1, 2),)
    assert read.cell(7, 2) == 99
    assert read.cell(9, 1) is None


def test_a_formula_without_a_value_at_the_end_is_still_within_the_sheet() -> None:
    read = first(
        xlsx(
            sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="F5"><f>A1</f></c></row>')
        )
    )
    assert (len(read.rows), read.width) == (5, 6)
    assert read.formulas == {(5, 6)}


@pytest.mark.parametrize("mac", [False, True])
def test_both_date_systems_give_the_same_day_and_the_second_is_noted(mac: bool) -> None:
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    page = book.active
    assert page is not None
    page["B2"] = MIDNIGHT
    file = io.BytesIO()
    book.save(file)
    workbook = read_workbook(file.getvalue(), "a.xlsx")
    assert workbook.date1904 is mac
    assert str(workbook.sheets[0].cell(2, 2))[:10] == "2021-03-05"
    assert [f.kind.code for f in workbook.findings] == (["N-FILE-33"] if mac else [])


def test_rich_text_spaces_and_escapes_are_read_as_people_see_them() -> None:
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><t>有限</t></r><r><rPr><b/></rPr><t xml:space="preserve">公司 </t></r>'
        '<rPh sb="0" eb="1"><t>ユウ</t></rPh></si><si><t>a&amp;b_x000D_c</t></si></sst>'
    )
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    (row,) = first(xlsx(sheet(cells), xl__sharedStrings_xml=shared)).rows
    assert row == ("有限公司 ", "a&b\rc")


def test_cells_without_addresses_are_counted() -> None:
    read = first(xlsx(sheet("<row><c><v>1</v></c><c><f>2</f></c></row><row><c><v>3</v></c></row>")))
    assert (read.cell(1, 1), read.cell(2, 1)) == (1, 3)
    assert read.formulas == {(1, 2)}


@pytest.mark.parametrize(
    "broken",
    [
        sheet('<row r="1"><c r="1A"><v>1</v></c></row>'),
        sheet('<row r="x"><c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        "<worksheet><sheetData>",
        sheet("", after='<mergeCells><mergeCell ref="nowhere"/></mergeCells>'),
    ],
)
def test_a_sheet_that_makes_no_sense_is_refused(broken: str) -> None:
    with pytest.raises(DeliveryRefused, match="inside of the workbook cannot be understood"):
        read_workbook(xlsx(broken), "a.xlsx")


def test_two_sheets_of_one_part_are_refused() -> None:
    made = parts()
    text = str(made["xl/workbook.xml"])
    made["xl/workbook.xml"] = text.replace(
        "</sheets>", '<sheet name="b" sheetId="2" r:id="rId1"/></sheets>'
    )
    with pytest.raises(DeliveryRefused, match="cannot be understood"):
        read_workbook(zipped(made), "a.xlsx")


def test_a_workbook_without_a_filled_cell_is_refused() -> None:
    with pytest.raises(DeliveryRefused, match="No cell of the file holds anything"):
        read_workbook(xlsx(sheet("")), "a.xlsx")


def old(fill: Callable[[xlwt.Worksheet], object], **options: bool) -> bytes:
    book = xlwt.Workbook()
    book.dates_1904 = options.get("mac", False)
    fill(book.add_sheet("一月"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_old_binary_workbook_is_read_by_the_worker_and_says_what_was_not_checked() -> None:
    style = xlwt.easyxf(num_format_str="YYYY-MM-DD")

    def fill(page: xlwt.Worksheet) -> None:
        page.write(2, 1, "企业名称")
        page.write(3, 1, CODE)
        page.write(3, 2, 42)
        page.write(3, 3, dt.date(2021, 3, 5), style)
        page.write_merge(0, 0, 0, 3, "标题")

    workbook = read_workbook(old(fill), "a.xls")
    (read,) = workbook.sheets
    assert (read.cell(3, 2), read.cell(4, 2), read.cell(4, 3)) == ("企业名称", CODE, 42)
    assert str(read.cell(4, 4))[:10] == "2021-03-05"
    assert not read.checked
    assert (1, 1, 1, 4) in read.merged
    said = [f.sentence("en") for f in workbook.findings]
    assert "hidden rows, hidden columns and formulas were not looked for" in said[0]


def test_an_old_workbook_that_counts_from_1904_says_so() -> None:
    workbook = read_workbook(old(lambda page: page.write(0, 0, "x"), mac=True), "a.xls")
    assert workbook.date1904
    assert [f.kind.code for f in workbook.findings] == ["N-FILE-32", "N-FILE-33"]


def test_a_worker_that_does_not_answer_in_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "_WORKER", ("-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(xls, "SECONDS", -9.5)
    with pytest.raises(DeliveryRefused, match="took more time or memory than is allowed"):
        read_workbook(old(lambda page: page.write(0, 0, "x")), "a.xls")


def test_a_worker_that_dies_of_its_limits_refuses_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "_WORKER", ("-c", "import os, signal; os.kill(os.getpid(), 9)"))
    with pytest.raises(DeliveryRefused, match="more time or memory"):
        read_workbook(old(lambda page: page.write(0, 0, "x")), "a.xls")


def test_the_worker_may_not_write_a_file_or_take_memory(tmp_path: Path) -> None:
    program = (
        "import io, sys\nfrom evenhand.sources import xls_worker\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b''))\nprint(xls_worker.main())\n"
        f"try:\n    with open({str(tmp_path / 'a')!r}, 'w') as f: f.write('x' * 10)\n"
        "except OSError as error: print(error)\n"
        "try:\n    bytes(2**30)\nexcept MemoryError: print('no memory')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"{xls_worker.UNREADABLE}\n")
    assert "no memory" in done.stdout
    assert "File too large" in done.stdout


TABLE = (
    '<table:table table:name="一月"><table:table-column table:number-columns-repeated="2"/>'
    '<table:table-column table:visibility="collapse"/>'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="5"/>'
    '</table:table-row><table:table-row table:visibility="filter">'
    '<table:table-cell table:number-columns-repeated="2"/>'
    '<table:table-cell office:value-type="string"><office:annotation><text:p>备注</text:p>'
    "</office:annotation>"
    '<text:p>企业<text:s text:c="2"/>名</text:p><text:p>称</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="42"><text:p>42</text:p></table:table-cell>'
    '<table:table-cell office:value-type="date" office:date-value="2021-03-05"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="99"/>'
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="">'
    "<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
    '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" '
    'table:number-rows-spanned="1" office:value-type="time" office:time-value="PT09H30M00S"/>'
    "<table:covered-table-cell/></table:table-row>"
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row></table:table>'
)


def test_an_ods_is_read_with_repeats_hidden_parts_formulas_and_without_comments() -> None:
    read = first(ods(TABLE), "a.ods")
    assert len(read.rows) == 5
    assert read.rows[2] == (None, None, "企业  名\n称", 42, dt.date(2021, 3, 5), True, 99, None)
    assert read.hidden_rows == {3}
    assert read.hidden_columns == {3}
    assert read.formulas == {(3, 7), (3, 8)}
    assert read.errors == {(3, 8)}
    assert read.merged == ((4, 1, 4, 2),)
    assert read.cell(5, 1) == dt.timedelta(hours=9, minutes=30)


@pytest.mark.slow
@pytest.mark.needs_tool("soffice")
def test_what_libreoffice_writes_is_read_alike_from_all_three_formats(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_row("B3", ["企业名称", "代码", "金额"])
        page.write_row("B4", ["临禾食品有限公司", CODE, 18000.5])
        page.write_formula("D5", "=D4*2", None, 1)
        page.set_row(4, None, None, {"hidden": True})
        page.merge_range("A1:C1", "标题")

    source = tmp_path / "a.xlsx"
    source.write_bytes(written(fill))
    office = shutil.which("soffice")
    assert office
    read = {}
    for kind in ("ods", "xls", "xlsx"):
        out = tmp_path / kind
        subprocess.run(
            [office, f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", kind,
             "--outdir", str(out), str(source)],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        read[kind] = first((out / f"a.{kind}").read_bytes(), f"a.{kind}")
    assert read["ods"].rows == read["xlsx"].rows == read["xls"].rows
    assert read["xlsx"].cell(4, 4) == 18000.5
    for kind in ("ods", "xlsx"):
        assert read[kind].formulas == {(5, 4)}
        assert read[kind].hidden_rows == {5}
        assert read[kind].merged == ((1, 1, 1, 3),)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 40), st.integers(0, 60)),
        st.one_of(
            st.text("甲乙丙 abc<>&\"'=+-@", max_size=12),
            st.integers(-(2**53), 2**53),
            st.booleans(),
        ),
        min_size=1,
        max_size=40,
    ),
    st.booleans(),
)
def test_every_cell_comes_back_at_its_address_and_the_short_way_agrees_with_the_long(
    cells: dict[tuple[int, int], str | int | bool], merge: bool
) -> None:
    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        for (row, column), value in cells.items():
            if isinstance(value, bool):
                page.write_boolean(row, column, value)
            elif isinstance(value, str):
                page.write_string(row, column, value)
            else:
                page.write_number(row, column, value)
        if merge:
            page.merge_range(50, 0, 51, 3, "")

    data = written(fill)
    raw = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    long = read_sheet(io.BytesIO(raw))
    short = plain_facts(raw)
    if short is not None:
        assert (short.cells, short.shared, short.merged) == (long.cells, long.shared, long.merged)
        assert short.rows >= long.rows
        assert short.columns >= long.columns
    if any(value != "" for value in cells.values()):
        read = first(data)
        for (row, column), value in cells.items():
            expected = None if value == "" else value
            assert read.cell(row + 1, column + 1) == expected


@pytest.mark.parametrize(
    "mark",
    ["<f>A1</f>", 't="e"', ' hidden="1"', ' ht="0"', ' r = "B1"', "<!-- -->"],
)
def test_the_short_way_is_not_taken_where_there_is_something_to_find(mark: str) -> None:
    inside = mark if mark.startswith("<") else ""
    attribute = "" if mark.startswith("<") else mark
    raw = sheet(
        f'<row r="1"{attribute if "h" in mark else ""}><c r="A1" {attribute}>{inside}<v>1</v></c></row>'
    )
    assert plain_facts(raw.encode()) is None
