"""csv and tsv: one encoding for the file in a fixed order, separators, quotes, ragged rows."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.errors import DeliveryRefused
from evenhand.sources.sheet import Workbook
from evenhand.sources.workbook import read_workbook

TEXT = (
    "企业名称,统一社会信用代码\n临禾食品有限公司,91000000MA0000001R\n"
    "𠮷野家餐饮有限公司,N1000000MA0000001C\n"
)


def read(text: str | bytes, name: str = "三月.csv", encoding: str = "utf-8") -> Workbook:
    return read_workbook(text if isinstance(text, bytes) else text.encode(encoding), name)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_each_encoding_is_known_recorded_and_three_names_are_offered(
    data: bytes, encoding: str
) -> None:
    workbook = read(data)
    assert workbook.encoding == encoding
    (sheet,) = workbook.sheets
    assert sheet.name == "三月"
    assert sheet.cell(3, 1) == "𠮷野家餐饮有限公司"
    (note,) = workbook.findings
    assert note.kind.code == "N-FILE-30"
    assert "临禾食品有限公司 / 𠮷野家餐饮有限公司" in note.sentence("zh")
    assert encoding.removesuffix("-sig").upper() in note.sentence("en")


def test_names_of_people_are_never_offered() -> None:
    workbook = read("姓名,身份证号\n张三,999999199001011238\n李四,999999198512310016\n")
    (note,) = workbook.findings
    assert "姓名 / 身份证号" in note.sentence("zh")
    assert "张三" not in str(note)
    assert "9999" not in str(note)


def test_a_file_in_no_known_encoding_is_refused_and_nothing_is_replaced() -> None:
    with pytest.raises(DeliveryRefused, match="it is none of UTF-8, UTF-16 \\(BOM\\), GB18030"):
        read(b"a,b\n\xff\xff\xff\xff\n")


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(DeliveryRefused, match="encoding of the text is not known"):
        read(codecs.BOM_UTF8 + TEXT.encode("gb18030"))


def test_nul_in_utf16_is_refused() -> None:
    with pytest.raises(DeliveryRefused, match="NUL bytes"):
        read("a\x00b,c\n".encode("utf-16"))


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("a;b\n1,5;2\n3,5;4\n", "a.csv", ";"),
        ("a\tb\n1,5\t2\n3\t4\n", "a.csv", "Tab"),
        ("sep=;\na;b\n1;2\n", "a.csv", ";"),
        ("a,b\n1,2\n", "a.tsv", ","),
    ],
)
def test_another_separator_is_found_and_noted(text: str, name: str, said: str) -> None:
    workbook = read(text, name)
    assert workbook.sheets[0].width == 2
    (note,) = workbook.findings
    assert note.sentence("en") == f"The cells are separated by {said}, not by commas."


def test_separators_and_line_breaks_inside_quotes_do_not_mislead() -> None:
    (sheet,) = read('"企业","代码"\n"\n",";"\n"a;b\n;",";"\n').sheets
    assert sheet.rows == (("企业", "代码"), ("\n", ";"), ("a;b\n;", ";"))


def test_commas_inside_quotes_and_tabs_in_tsv_need_no_note() -> None:
    assert read('a,b\n"1;2;3",4\n').findings == ()
    assert read("a\tb\n1,5\t2\n", "a.tsv").findings == ()


def test_every_value_is_text_as_typed_and_empty_cells_are_none() -> None:
    (sheet,) = read("a,b,c\n 0012 ,,1e5\n,,\n\n=1+1,@x,-3\n").sheets
    assert sheet.rows[1] == (" 0012 ", None, "1e5")
    assert sheet.rows[2] == sheet.rows[3] == (None, None, None)
    assert sheet.rows[4] == ("=1+1", "@x", "-3")


def test_a_row_keeps_its_number_behind_a_cell_of_several_lines() -> None:
    (sheet,) = read('a,b\n"一\n二\n三",1\nx,2\n').sheets
    assert sheet.cell(2, 1) == "一\n二\n三"
    assert sheet.cell(3, 1) == "x"


def test_rows_with_moved_values_are_found_together_with_where_they_are() -> None:
    workbook = read("a,b,c\n1,2,3\n1,2,3,4\n1,2,3,5\n1,2,3\n标题\n1,2,3,,\n", "三月.csv")
    ragged = [f for f in workbook.findings if f.kind.code == "E-SHEET-02"]
    assert [(f.place.row, f.place.last_row) for f in ragged] == [(3, 4), (6, None)]
    assert ragged[0].kind.weight == "holds"
    assert ragged[0].sentence("en") == "This row has 4 cells; most rows have 3."
    assert str(ragged[1].place) == "三月!6"


@pytest.mark.parametrize("text", ['a,b\n"1,2\n3,4\n', 'a,b\n"1" x,2\n', '"a,b\n1,2\n'])
def test_quotes_that_do_not_close_are_refused_with_the_line(text: str) -> None:
    with pytest.raises(DeliveryRefused, match=r"Near line [234] a quotation mark is not closed"):
        read(text)


def test_a_quote_that_swallows_the_file_is_refused() -> None:
    with pytest.raises(DeliveryRefused, match="holds more than 65,535 characters"):
        read('a,b\n"' + "1,2\n" * 50_000)


def test_too_many_cells_are_refused_before_they_are_made() -> None:
    with pytest.raises(DeliveryRefused, match="at most 12,000,000 is allowed"):
        read("," * 13_000_000)
    with pytest.raises(DeliveryRefused, match="spreads over"):
        read("," * 16_400 + "1\n" + "1\n" * 300)


CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cn", "Co"), exclude_characters="\x00\r"), max_size=20
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=12),
    st.sampled_from(["utf-8-sig", "utf-16", "gb18030", "utf-8"]),
)
def test_whatever_is_written_in_a_known_encoding_comes_back(
    rows: list[tuple[str, str, str]], encoding: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("企业", "代码", "备注"), *rows])
    data = file.getvalue().encode(encoding)
    if encoding == "gb18030":
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return
    (sheet,) = read(data).sheets
    for number, row in enumerate(rows, start=2):
        assert [sheet.cell(number, c) or "" for c in (1, 2, 3)] == list(row)
