"""The marked copy shows every finding where it is, keeps the layout, and runs nothing."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.text import Text
from evenhand.records.prohibited_findings import RESIDENT_NUMBER
from evenhand.records.value_findings import NO_SUCH_DAY, NOT_AN_AMOUNT
from evenhand.sources import mark_anew, mark_in_place, marked_copy, marks
from evenhand.sources.marks import FINDINGS_SHEET, is_findings_sheet
from evenhand.sources.workbook import read_workbook
from tests.unit.sources.bombs import ods

DAY = dt.datetime.fromisoformat("2026-03-04")
NUMBER = "999999199001011238"
WHOLE_ROW = Kind(
    "W-ROW-99",
    "warns",
    Text(zh="整行", en="The whole row."),
    Text(zh="因", en="Why."),
    Text(zh="改", en="Mend."),
)


def delivered() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet("月 报's")
    page.merge_range(
        "A1:E1", "临禾市 2026 年 3 月", book.add_format({"bold": True, "bg_color": "#00FF00"})
    )
    page.write_row("A2", ["企业名称", "处罚决定日期", "罚款", "备注", "公式"])
    page.write_row("A3", ["临禾食品有限公司", "2026/13/04", "五千块", f"身份证{NUMBER}"])
    page.write_formula("E3", "=1+1", None, 99)
    page.write_string("A4", "=cmd|'/C calc'!A0")
    page.write_string("B4", '=HYPERLINK("http://x","y")')
    page.write_datetime("C4", DAY, book.add_format({"num_format": "yyyy-mm-dd"}))
    page.set_column("A:A", 44)
    book.add_worksheet("代码").write(0, 0, "x")
    book.close()
    return file.getvalue()


def findings(file: str = "三月.xlsx", sheet: str = "月 报's") -> tuple[Finding, ...]:
    return (
        found(NO_SUCH_DAY, Place(file, sheet, 3, 2), read="2026/13/04"),
        found(NOT_AN_AMOUNT, Place(file, sheet, 3, 3), read="五千块"),
        found(RESIDENT_NUMBER, Place(file, sheet, 3, 4), read=NUMBER),
        found(WHOLE_ROW, Place(file, sheet, 4)),
        found(WHOLE_ROW, Place(file, sheet, 1, 3)),
        found(WHOLE_ROW, Place(file)),
    )


def copy_of(data: bytes, name: str, given: Sequence[Finding], language: str = "zh") -> bytes:
    return marked_copy.marked_copy(data, read_workbook(data, name), given, language)  # type: ignore[arg-type]


def opened(copy: bytes, sheet: str = "月 报's") -> tuple[Worksheet, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    page, listed = book[sheet], book[FINDINGS_SHEET]
    assert isinstance(page, Worksheet)
    assert isinstance(listed, Worksheet)
    return page, listed


def anew(data: bytes, name: str, given: Sequence[Finding]) -> bytes:
    return mark_anew.mark_anew(read_workbook(data, name), marks.marks(given, "zh"), "zh")


@pytest.mark.parametrize("how", ["in place", "anew"])
def test_marked_cells_are_filled_framed_and_say_code_problem_and_remedy(how: str) -> None:
    make = copy_of if how == "in place" else anew
    page, listed = opened(
        make(delivered(), "三月.xlsx", findings()), "月 报's" if how == "in place" else "月 报_s"
    )
    cell = page["B3"]
    assert cell.fill.start_color.rgb[-6:] == "FFF2CC"
    assert cell.border.left.style == "thick"
    assert cell.comment is not None
    assert cell.comment.text.startswith("E-DATE-02  “2026/13/04”：日历上没有这一天。")
    assert "照决定书写明年-月-日。" in cell.comment.text
    assert "2026-03-14" in cell.comment.text
    assert page["A3"].comment is None
    assert page["A4"].comment is not None
    heads = [head.value for head in listed[1]]
    assert heads[0] == "代码 Code"
    assert len(list(listed.iter_rows(min_row=2))) == 6


def test_the_layout_of_a_small_workbook_stays() -> None:
    page, _ = opened(copy_of(delivered(), "三月.xlsx", findings()))
    assert page.column_dimensions["A"].width == pytest.approx(44, abs=1)
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:E1"]
    assert page["A1"].font.b
    assert page["A1"].comment is not None, "a mark inside a merged area stands on its first cell"
    assert page["C4"].value == DAY
    book = openpyxl.load_workbook(io.BytesIO(copy_of(delivered(), "三月.xlsx", findings())))
    assert book.sheetnames == ["月 报's", "代码", FINDINGS_SHEET]
    assert book.active is not None
    assert book.active.title == FINDINGS_SHEET


@pytest.mark.parametrize("make", [copy_of, anew])
def test_a_silent_finding_is_marked_and_quotes_nothing(make: object) -> None:
    copy = make(delivered(), "三月.xlsx", findings())  # type: ignore[operator]
    page, listed = opened(
        copy, next(t for t in openpyxl.load_workbook(io.BytesIO(copy)).sheetnames)
    )
    assert page["D3"].comment is not None
    assert "E-TEXT-20" in page["D3"].comment.text
    assert NUMBER not in page["D3"].comment.text
    said = " ".join(str(cell.value) for row in listed.iter_rows() for cell in row)
    assert "E-TEXT-20" in said
    assert NUMBER not in said


@pytest.mark.parametrize("make", [copy_of, anew])
def test_the_list_leads_to_each_cell(make: object) -> None:
    copy = make(delivered(), "三月.xlsx", findings())  # type: ignore[operator]
    title = openpyxl.load_workbook(io.BytesIO(copy)).sheetnames[0]
    _, listed = opened(copy, title)
    links = [row[1].hyperlink.location for row in listed.iter_rows(min_row=2) if row[1].hyperlink]
    quoted = title.replace("'", "''")
    assert f"'{quoted}'!B3" in links
    assert f"'{quoted}'!A4" in links
    assert len(links) == 5


@pytest.mark.parametrize("make", [copy_of, anew])
def test_nothing_in_the_copy_is_a_formula(make: object) -> None:
    copy = make(delivered(), "三月.xlsx", findings())  # type: ignore[operator]
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet"):
                assert not re.search(rb"<f[ >/]", parts.read(part))
    page, _ = opened(copy, openpyxl.load_workbook(io.BytesIO(copy)).sheetnames[0])
    assert page["A4"].value == "=cmd|'/C calc'!A0"
    assert page["A4"].data_type == "s"
    assert page["B4"].data_type == "s"


def test_a_copy_that_comes_back_is_read_without_the_list_and_marked_afresh() -> None:
    once = copy_of(delivered(), "三月.xlsx", findings())
    again = read_workbook(once, "三月.xlsx")
    assert [s.name for s in again.sheets] == ["月 报's", "代码"]
    assert again.sheets[0].cell(3, 1) == "临禾食品有限公司"
    assert again.sheets[0].formulas == frozenset()
    one = (found(NO_SUCH_DAY, Place("三月.xlsx", "月 报's", 4, 2), read="x"),)
    page, listed = opened(copy_of(once, "三月.xlsx", one))
    assert page["B3"].comment is None
    assert page["B3"].fill.fill_type is None
    assert page["B4"].comment is not None
    assert len(list(listed.iter_rows(min_row=2))) == 1


@pytest.mark.parametrize(
    ("name", "known"),
    [
        (FINDINGS_SHEET, True),
        (f" {FINDINGS_SHEET} ", True),
        (f"{FINDINGS_SHEET} (2)", True),
        (f"{FINDINGS_SHEET}2", True),
        ("Findings", False),
        ("核验问题", False),
        ("一月", False),
    ],
)
def test_the_list_is_known_by_its_name(name: str, known: bool) -> None:
    assert is_findings_sheet(name) is known


def test_csv_and_ods_come_back_as_xlsx() -> None:
    data = "企业名称,日期\n=1+1,2026/13/04\n".encode()
    given = (found(NO_SUCH_DAY, Place("三月.csv", "三月", 2, 2), read="2026/13/04"),)
    page, _ = opened(copy_of(data, "三月.csv", given), "三月")
    assert page["A2"].value == "=1+1"
    assert page["A2"].data_type == "s"
    assert page["B2"].comment is not None
    table = (
        '<table:table table:name="一[月]:*"><table:table-row><table:table-cell '
        'office:value-type="date" office:date-value="2021-03-05"/></table:table-row></table:table>'
    )
    page, _ = opened(copy_of(ods(table), "a.ods", ()), "一_月___")
    assert str(page["A1"].value)[:10] == "2021-03-05"


def test_a_file_that_cannot_be_opened_for_marking_is_written_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KeyError("styles")

    monkeypatch.setattr("openpyxl.load_workbook", refuse)
    copy = copy_of(delivered(), "三月.xlsx", findings())
    monkeypatch.undo()
    page, _ = opened(copy, "月 报_s")
    assert page["B3"].comment is not None


def test_a_large_workbook_is_written_anew_and_further_findings_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marked_copy, "MOST_ROWS", 3)
    for module in (mark_in_place, mark_anew):
        monkeypatch.setattr(module, "MOST_LISTED", 2)
    page, listed = opened(copy_of(delivered(), "三月.xlsx", findings(), "en"), "月 报_s")
    assert page["B3"].comment is not None
    assert listed["A4"].value == "4 further findings are not listed."


def test_a_finding_over_many_rows_marks_each() -> None:
    data = ("a,b\n" + "1,2\n" * 9).encode()
    given = (found(WHOLE_ROW, Place("三月.csv", "三月", 3, None, 5)),)
    page, _ = opened(copy_of(data, "三月.csv", given), "三月")
    assert [bool(page.cell(row, 1).comment) for row in range(1, 8)] == [
        False, False, True, True, True, False, False,
    ]  # fmt: skip


def test_no_temporary_file_is_left_or_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    data = delivered()
    for name in ("NamedTemporaryFile", "mkstemp", "TemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)
    assert copy_of(data, "三月.xlsx", findings())
    assert anew(data, "三月.xlsx", findings())


@pytest.mark.slow
@pytest.mark.needs_tool("soffice")
def test_libreoffice_opens_the_copy_shows_the_marks_and_finds_no_formula(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office
    for label, make in (("place", copy_of), ("anew", anew)):
        path = tmp_path / f"{label}.xlsx"
        path.write_bytes(make(delivered(), "三月.xlsx", findings()))
        subprocess.run(
            [office, f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "fods",
             "--outdir", str(tmp_path), str(path)],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        said = (tmp_path / f"{label}.fods").read_text(encoding="utf-8")
        assert said.count("table:formula") == 0
        assert said.count("<office:annotation ") >= 5
        assert FINDINGS_SHEET in said
        assert "#ffF2CC".lower() in said.lower()
        assert 'xlink:href="#' in said
        assert NUMBER not in "".join(
            re.findall(r"<office:annotation .*?</office:annotation>", said, re.S)
        )
