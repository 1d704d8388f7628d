"""Sheets held against their contract: heads, versions, kinds of rows, prohibited columns (RF-4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from evenhand.sources.delivery import MatchedSheet
from evenhand.sources.match import Matching, match
from evenhand.sources.sheet import CellValue
from tests.unit.sources.linhe import HEAD, PENALTIES, contract, row, sheet, workbook

Rows = Sequence[Sequence[CellValue]]


def held_against(rows: Rows, **more: Any) -> Matching:
    return match(workbook(sheet(rows, **more)), contract())


def read(rows: Rows, **more: Any) -> MatchedSheet:
    matching = held_against(rows, **more)
    assert not [f for f in matching.findings if f.kind.weight == "stops"]
    return matching.sheets[0]


def fields(made: MatchedSheet) -> dict[str, int]:
    return {matched.column.field: matched.index for matched in made.columns}


def said(matching: Matching, weight: str = "stops") -> list[str]:
    return [
        f"{f.place} {f.kind.code} {f.sentence('en')}"
        for f in matching.findings
        if f.kind.weight == weight
    ]


GOOD = [row(1), row(2), row(3)]


def test_a_plain_sheet_is_read_by_its_heads() -> None:
    made = read([HEAD, *GOOD])
    assert fields(made) == {
        "name": 1,
        "uscc": 2,
        "document": 3,
        "decided_on": 4,
        "article": 5,
        "amount": 6,
    }
    assert made.kinds == ("header", "data", "data", "data")


def test_titles_empty_rows_and_columns_above_the_head_keep_addresses_right() -> None:
    shifted = [(None, None, *cells) for cells in (HEAD, *GOOD)]
    made = read(
        [(), (None, None, "临禾市2026年2月环境行政处罚信息"), (None, None, "单位：万元"), *shifted]
    )
    assert fields(made)["name"] == 3
    assert made.kinds == ("header",) * 4 + ("data",) * 3


@pytest.mark.parametrize(
    "head",
    [
        "行政处罚决定书\n文号",
        "行政处罚决定书文号：",
        " 行政处罚 决定书文号 *",
        "处罚决定书文号",
        "行政处罚决定书,文号.",
    ],
)
def test_a_head_may_be_written_in_many_ways(head: str) -> None:
    assert fields(read([(*HEAD[:2], head, *HEAD[3:]), *GOOD]))["document"] == 3


def test_a_full_width_underscore_is_an_underscore() -> None:
    head = (HEAD[0], "行政相对人代码＿1（统一社会信用代码）", *HEAD[2:])
    assert fields(read([head, *GOOD]))["uscc"] == 2


def test_a_head_in_two_rows_with_merged_groups() -> None:
    top = ("行政相对人", None, "行政处罚决定书", None, "处罚依据", "罚款金额(万元)")
    low = ("名称", "统一社会信用代码", "文号", "处罚决定日期", None, None)
    merged = ((1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 2, 5), (1, 6, 2, 6))
    made = read([top, low, *GOOD], merged=merged)
    assert fields(made) == {
        "name": 1, "uscc": 2, "document": 3, "decided_on": 4, "article": 5, "amount": 6,
    }  # fmt: skip
    assert made.kinds[:3] == ("header", "header", "data")


def test_a_head_in_two_rows_without_merged_cells_as_in_csv() -> None:
    top = ("行政相对人", None, "行政处罚决定书", None, "处罚依据", "罚款金额(万元)")
    low = ("名称", "统一社会信用代码", "文号", "处罚决定日期", None, None)
    assert len(fields(read([top, low, *GOOD]))) == 6


def test_a_head_that_is_merged_downwards_ends_where_it_ends() -> None:
    merged = tuple((1, c, 2, c) for c in range(1, 7))
    assert read([HEAD, (None,) * 6, *GOOD], merged=merged).kinds[:3] == ("header", "header", "data")


def test_nineteen_and_twenty_two_columns_are_one_table() -> None:
    wide = (*HEAD, "排放类型", "超标天数", "整改期限")
    assert len(fields(read([wide, *GOOD]))) == 9
    assert len(fields(read([HEAD, *GOOD]))) == 6


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (HEAD, "header"),
        ((None,) * 6, "blank"),
        (("  ", "\u3000", None), "blank"),
        (("填表说明：本表由执法部门填写",), "note"),
        (("备注：以上数据截至2月底",), "note"),
        (("合　计", None, None, None, None, 12.5), "note"),
        (("Total", None, None, None, None, 12.5), "note"),
        (("制表人：办公室", None, "填报日期：2026-03-02"), "note"),
        ((None, None, "填表须知"), "note"),
        ((*row(4)[:2], "填报说明", *row(4)[3:]), "note"),
        (("合计利群食品有限公司", *row(5)[1:]), "data"),
        ((*row(5)[:4], "填表说明不全", row(5)[5]), "data"),
        (("注册科技有限公司", *row(5)[1:]), "data"),
        (("仅有名称的公司",), "data"),
    ],
)
def test_every_row_is_known_for_what_it_is(cells: Sequence[CellValue], kind: str) -> None:
    assert read([HEAD, *GOOD, cells, row(9)]).kinds == (
        "header", "data", "data", "data", kind, "data",
    )  # fmt: skip


def test_a_row_with_a_serial_number_alone_is_blank() -> None:
    made = read([("序号", *HEAD), (1, *row(1)), (2,)])
    assert made.kinds == ("header", "data", "blank")


def test_waived_columns_are_not_read_and_make_the_file_one_about_people() -> None:
    made = read([(*HEAD, "法定代表人", "备注"), (*row(1), "某某", "x")])
    assert made.waived == (7,)
    assert 7 not in fields(made).values()


def test_what_stands_in_a_waived_column_is_not_even_looked_at() -> None:
    made = read([(*HEAD, "法定代表人"), (*row(1), "某某"), (*(None,) * 6, "备注：某某")])
    assert made.kinds == ("header", "data", "blank")


def test_a_new_column_warns_and_is_not_read() -> None:
    matching = held_against([(*HEAD, "处罚类型"), *GOOD])
    assert said(matching, "warns") == [
        '行政处罚!G1 W-COL-02 The column "处罚类型" is not known and was not read. '
        'The nearest is "排放类型".'
    ]


def test_a_column_without_a_head_warns() -> None:
    matching = held_against([HEAD, (*row(1), "多出来的")])
    assert "行政处罚!G1 W-COL-08 A column has cells but no head" in said(matching, "warns")[0]


def test_a_hidden_column_that_is_read_warns() -> None:
    matching = held_against([HEAD, *GOOD], hidden_columns=frozenset({6}))
    assert said(matching, "warns") == [
        '行政处罚!F1 W-COL-07 The hidden column "罚款金额(万元)" was read as well.'
    ]


def test_a_missing_required_column_stops_with_the_nearest_head() -> None:
    renamed = (HEAD[0], HEAD[1], "行政处罚文书编号", *HEAD[3:])
    assert said(held_against([renamed, *GOOD])) == [
        '行政处罚!1 E-COL-01 The required column "行政处罚决定书文号" is missing. '
        'The nearest head is "行政处罚文书编号".'
    ]


def test_the_nearest_head_is_found_in_any_case_and_width() -> None:
    english = contract(
        PENALTIES.replace(
            "spellings: [行政处罚决定书文号, 处罚决定书文号]", "spellings: [DOCUMENT NO]"
        )
    )
    rows = [(*HEAD[:2], "ｄｏｃｕｍｅｎｔ＿ｎｏ", *HEAD[3:]), *GOOD]
    found = said(match(workbook(sheet(rows)), english))
    assert found[0].endswith('is missing. The nearest head is "ｄｏｃｕｍｅｎｔ＿ｎｏ".')


def test_all_missing_columns_are_named_at_once() -> None:
    found = said(held_against([("当事人名称", "违法事实"), ("甲公司", "超标排放")]))
    assert [line.split('"')[1] for line in found] == [
        "统一社会信用代码",
        "行政处罚决定书文号",
        "处罚决定日期",
    ]


def test_swapped_columns_are_noticed() -> None:
    swapped = [(a, c, b, d, e, f) for a, b, c, d, e, f in GOOD]
    found = said(held_against([HEAD, *swapped]))
    assert found == [
        '行政处罚!B1 E-COL-03 Of 3 filled cells under "统一社会信用代码", 3 look like words, '
        "not like credit codes.",
        '行政处罚!C1 E-COL-03 Of 3 filled cells under "行政处罚决定书文号", 3 look like credit codes, '
        "not like document numbers.",
    ]


def test_a_date_column_full_of_codes_is_noticed() -> None:
    codes = [row(i, decided_on=row(i)[1]) for i in range(1, 9)]
    found = said(held_against([HEAD, *codes]))
    assert (
        'Of 8 filled cells under "处罚决定日期", 8 look like credit codes, not like days.'
        in found[0]
    )


def test_columns_shifted_by_one_are_noticed() -> None:
    shifted = [(None, *cells[:-1]) for cells in GOOD]
    assert len(said(held_against([HEAD, *shifted]))) >= 3


@pytest.mark.parametrize(
    "day",
    [dt.date(2026, 2, 3), "2026年2月3日", "2026.2.3", "2026/2/3", 46056,
     "46056", "H30.3.31", "平成30年３月31日",
     "20260203", "二〇二六年二月三日", "2026-02-03 10:00:00", "26-2-3", "未标明", "不详", None],
)  # fmt: skip
def test_days_in_any_form_are_no_other_column(day: CellValue) -> None:
    read([HEAD, *(row(i, decided_on=day) for i in range(1, 9))])


@pytest.mark.parametrize("amount", ["壹万伍仟元", "5万元", "¥18000.00", 2.5, "2,500", "不详", None])
def test_amounts_in_any_form_are_no_other_column(amount: CellValue) -> None:
    read([HEAD, *(row(i, amount=amount) for i in range(1, 9))])


@pytest.mark.parametrize("code", ["9.14E+17", 9.14e17, "91000000MA000", "911000001234567890", "无"])
def test_destroyed_codes_are_rows_to_hold_and_no_other_column(code: CellValue) -> None:
    read([HEAD, *(row(i, uscc=code) for i in range(1, 9))])


def test_two_columns_of_one_head_stop() -> None:
    found = said(held_against([(*HEAD, "罚款数额"), *((*r, "25000") for r in GOOD)]))
    assert found == [
        '行政处罚!G1 E-COL-05 Two columns are the same thing: "罚款数额" and "罚款金额(万元)".'
    ]


def test_a_head_that_names_the_other_unit_stops() -> None:
    text = PENALTIES.replace("罚款金额(万元)", "罚款金额").replace("罚款金额(元), ", "")
    text = text.replace("unit: yuan}", "unit: yuan}").replace("罚款数额", "罚没金额(万元)")
    made = match(workbook(sheet([(*HEAD[:5], "罚没金额（万元）"), *GOOD])), contract(text))
    assert said(made) == [
        '行政处罚!F1 E-COL-06 The head "罚没金额（万元）" names another unit than the contract (元).'
    ]


@pytest.mark.parametrize(
    ("head", "matter"),
    [
        ("宗教信仰", "religion, ethnicity and language"),
        ("法定代表人手机号", "the people behind an organisation"),
        ("人脸照片", "biometrics"),
        ("配偶姓名", "relatives, associates, namesakes"),
        ("血型", "health, genetics and sexual life"),
    ],
)
def test_floor_rf_4_a_prohibited_column_stops_the_delivery(head: str, matter: str) -> None:
    found = said(held_against([(*HEAD, head), *GOOD]))
    assert found == [f'行政处罚!G1 E-COL-04 The column "{head}" is prohibited ({matter}).']


def test_a_sheet_without_any_head_stops_and_says_what_it_should_have() -> None:
    found = said(held_against([("a", "b"), (1, 2)]))
    assert found == [
        '行政处罚 E-SHEET-13 No head was found in the sheet "行政处罚". It should have: '
        "行政相对人名称、统一社会信用代码、行政处罚决定书文号、处罚决定日期."
    ]


def test_a_sheet_that_is_too_wide_stops_at_once() -> None:
    found = said(held_against([(*HEAD, *(f"列{n}" for n in range(9000)))]))
    assert found == [
        '行政处罚 E-SHEET-18 The sheet "行政处罚" has 9006 columns; at most 500 are allowed.'
    ]


def test_guides_and_empty_sheets_are_not_read() -> None:
    matching = match(
        workbook(sheet([HEAD, *GOOD]), sheet([("怎样填写",)], "填表说明"), sheet([], "Sheet3")),
        contract(),
    )
    assert [u.sheet.name for u in matching.unread] == ["填表说明", "Sheet3"]
    assert not matching.findings


def test_a_sheet_that_the_contract_does_not_know_is_refused_with_its_rows() -> None:
    matching = match(
        workbook(sheet([HEAD, *GOOD]), sheet([("甲", "乙"), (1, 2)], "内部台账")), contract()
    )
    assert said(matching, "refuses") == [
        '内部台账 E-SHEET-11 The contract knows no sheet "内部台账"; its 2 rows were not read.'
    ]
    assert len(matching.sheets) == 1


def test_a_hidden_sheet_holds_its_rows() -> None:
    found = said(held_against([HEAD, *GOOD], hidden=True), "holds")
    assert found == ['行政处罚 E-SHEET-12 The sheet "行政处罚" is hidden; its rows are held.']


TWO = PENALTIES.replace(
    "record: environmental_penalty\n",
    "sheets:\n"
    "  - {sheet: penalties, names: [行政处罚], record: environmental_penalty}\n"
    "  - {sheet: old-penalties, names: [历史处罚], record: environmental_penalty, optional: true}\n",
)


def test_sheets_are_known_by_name() -> None:
    matching = match(
        workbook(sheet([HEAD, *GOOD], "历史 处罚"), sheet([HEAD, *GOOD], "行政处罚")), contract(TWO)
    )
    assert [made.rule.sheet for made in matching.sheets] == ["old-penalties", "penalties"]
    assert not matching.findings


def test_a_missing_sheet_stops_with_the_nearest_name() -> None:
    matching = match(
        workbook(sheet([HEAD, *GOOD], "历史处罚"), sheet([("a",)], "处罚行政")), contract(TWO)
    )
    assert said(matching) == [
        'f.xlsx E-SHEET-10 The sheet "行政处罚" is missing. The nearest is "处罚行政".'
    ]


def test_equal_sheets_under_another_name_cannot_be_told_apart() -> None:
    found = said(match(workbook(sheet([HEAD, *GOOD], "Sheet1")), contract(TWO)))
    assert found == [
        'Sheet1 E-SHEET-16 The sheet "Sheet1" may be any of these: 行政处罚, 历史处罚.'
    ]


def test_a_renamed_sheet_is_known_by_its_columns_and_warned_about() -> None:
    one = TWO.replace(
        "  - {sheet: old-penalties, names: [历史处罚], record: environmental_penalty, optional: true}\n",
        "",
    )
    matching = match(workbook(sheet([HEAD, *GOOD], "Sheet1")), contract(one))
    assert len(matching.sheets) == 1
    assert said(matching, "warns")[0].startswith(
        'Sheet1 W-SHEET-15 The sheet is called "Sheet1", in the contract "行政处罚"'
    )


VERSIONS = PENALTIES + PENALTIES[PENALTIES.index('  - version: "2"') :].replace(
    'version: "2"', 'version: "1"'
).replace("统一社会信用代码, 行政相对人代码_1(统一社会信用代码)", "代码_1").replace(
    "组织机构代码, 行政相对人代码_2(组织机构代码)", "代码_2"
)  # fmt: skip


def test_the_layout_version_is_chosen_by_the_columns() -> None:
    made = match(workbook(sheet([HEAD, *GOOD])), contract(VERSIONS)).sheets[0]
    assert made.layout.version == "2"
    old = (HEAD[0], "代码＿1", *HEAD[2:])
    made = match(workbook(sheet([old, *GOOD])), contract(VERSIONS)).sheets[0]
    assert made.layout.version == "1"


def test_a_version_cell_holds_the_sheet_against_its_own_layout() -> None:
    marked = [("evenhand:linhe-environmental-penalties:1",), HEAD, *GOOD]
    found = said(match(workbook(sheet(marked)), contract(VERSIONS)))
    assert 'The required column "代码_1" is missing.' in found[0]


@pytest.mark.parametrize(
    "mark", ["evenhand:linhe-tax-penalties:2", "evenhand:linhe-environmental-penalties:9"]
)
def test_a_template_of_another_source_or_unknown_version_stops(mark: str) -> None:
    found = said(match(workbook(sheet([(mark,), HEAD, *GOOD])), contract(VERSIONS)))
    assert found == [
        "行政处罚 E-SHEET-14 The sheet was made from the template of "
        f'"{mark.removeprefix("evenhand:").replace(":", " ")}"; here belongs: '
        "linhe-environmental-penalties 1, linhe-environmental-penalties 2."
    ]
