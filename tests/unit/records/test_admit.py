"""What admission makes of a row: prohibited words (RF-4), documents (RF-5), articles (RF-8), faults."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from evenhand.kernel.errors import DeliveryRefused
from evenhand.records.admit import admit
from evenhand.records.statement import Admission, Record
from evenhand.sources.receive import take
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    NOW,
    admitted,
    context,
    csv,
    fate,
    of_row,
    said,
    taken,
)
from tests.unit.sources.linhe import CATALOGUE, HEAD, PENALTIES, contract, row


def stored(**changes: CellValue) -> Record:
    admission = admitted([row(1, **changes)])
    assert fate(admission)[0] == "stored", said(admission)
    return admission.records[0]


def wide(head: str, cell: CellValue, **changes: CellValue) -> list[tuple[CellValue, ...]]:
    """A head with one column more, and a row with its cell."""
    return [(*HEAD, head), (*row(1, **changes), cell)]


def extra(head: str, cell: CellValue, **changes: CellValue) -> Admission:
    """Admit one row with one column more."""
    return admit(taken(wide(head, cell, **changes)), CATALOGUE, context())


def test_a_good_row_becomes_a_record() -> None:
    record = stored()
    assert record.type == "environmental_penalty"
    assert record.named is not None
    assert (record.named.scheme, record.named.value, record.named.sure) == (
        "uscc", "91000000MA0000001R", True,
    )  # fmt: skip
    assert record.document.number == "临环罚〔2026〕1号"
    assert record.document.authority == "linhe-environment-bureau"
    assert record.happened == dt.date(2026, 2, 10)
    assert (record.severity, record.kind, record.adverse) == ("minor", "outlet", True)
    assert dict(record.values) == {"amount": 25_000_000}
    assert not record.waits


def test_every_value_keeps_its_text_cell_and_rule() -> None:
    statements = {s.field: s for s in stored(decided_on="2026年2月10日").statements}
    assert str(statements["decided_on"].cell) == "行政处罚!D2"
    assert statements["decided_on"].original == "2026年2月10日"
    assert statements["decided_on"].rule == "chinese"
    assert statements["uscc"].original == "91000000MA0000001R"
    assert statements["amount"].rule == "digits"


def test_names_are_cleaned_and_their_text_is_kept() -> None:
    record = stored(name="临禾\n食品（Ｂ）\u200b厂")
    assert record.name == "临禾食品（B）厂"
    assert (
        next(s for s in record.statements if s.field == "name").original
        == "临禾\n食品（Ｂ）\u200b厂"
    )


# Documents and days


@pytest.mark.parametrize("missing", [None, "未标明", "无", " "])
def test_floor_rf_5_a_row_without_a_document_number_is_held(missing: CellValue) -> None:
    admission = admitted([row(1, document=missing)])
    assert fate(admission) == ("held", "finding")
    assert said(admission) == ["行政处罚!C2 E-DOC-01 No document number is given."]


def test_floor_rf_5_a_row_without_a_day_is_held() -> None:
    admission = admitted([row(1, decided_on="不详")])
    assert fate(admission) == ("held", "finding")
    assert "E-DATE-06" in said(admission)[0]


def test_floor_rf_5_a_row_without_any_document_is_refused() -> None:
    admission = admitted([row(1, document=None, decided_on=None)])
    assert fate(admission) == ("refused", "finding")
    assert said(admission) == [
        "行政处罚!2 E-DOC-02 The row has neither a document number nor a day."
    ]


def test_a_day_still_to_come_holds_the_row() -> None:
    admission = admitted([row(1, decided_on="2026-03-03")])
    assert said(admission) == [
        '行政处罚!D2 E-DATE-20 "2026-03-03" lies after the day of delivery (2026-03-02).'
    ]
    assert fate(admitted([row(1, decided_on="2026-03-02")]))[0] == "stored"


def test_an_end_before_the_decision_holds_the_row() -> None:
    admission = extra("处罚有效期", "2026-02-09")
    assert (
        'The last day "2026-02-09" lies before the day of the decision (2026-02-10).'
        in said(admission)[0]
    )


@pytest.mark.parametrize(
    ("last", "ends"), [("2027-02-09", dt.date(2027, 2, 10)), ("长期", None), (None, None)]
)
def test_the_last_day_is_stored_as_the_day_after(last: CellValue, ends: dt.date | None) -> None:
    admission = extra("处罚有效期", last)
    assert admission.records[0].ends == ends


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026/13/04", "E-DATE-02"),
        ("3/5/2026", "E-DATE-03"),
        ("昨天", "E-DATE-01"),
        ("2026-02", "E-DATE-07"),
    ],
)
def test_days_that_cannot_be_read_hold_the_row(day: str, code: str) -> None:
    admission = admitted([row(1, decided_on=day)])
    assert fate(admission) == ("held", "finding")
    assert code in said(admission)[0]


def test_a_time_of_entry_is_read_and_a_bad_one_only_warns() -> None:
    assert extra("数据时间戳", "2026-02-12 10:00:00").records[0].reported == dt.date(2026, 2, 12)
    admission = extra("数据时间戳", "昨天")
    assert fate(admission) == ("stored", "")
    assert "W-DATE-22" in said(admission)[0]


# Articles, fields, codes


@pytest.mark.parametrize(
    ("article", "graded"),
    [
        ("《水污染防治法》第八十三条", ("serious", "discharge")),
        (" 《水污染防治法》 第八十三条。", ("serious", "discharge")),
        ("《水污染防治法》第八十三条；《水污染防治法》第八十四条", ("minor", "outlet")),
    ],
)
def test_floor_rf_8_severity_comes_from_the_cited_article(
    article: str, graded: tuple[str, str]
) -> None:
    record = stored(article=article)
    assert (record.severity, record.kind) == graded


def test_an_ungraded_article_warns_and_grades_nothing() -> None:
    admission = admitted([row(1, article="《水污染防治法》第八十五条")])
    assert fate(admission) == ("stored", "")
    assert 'The catalogue does not grade "《水污染防治法》第八十五条".' in said(admission)[0]
    assert admission.records[0].severity is None


def test_a_missing_article_warns() -> None:
    assert "W-DOC-06 No article is cited." in said(admitted([row(1, article=None)]))[0]


@pytest.mark.parametrize(
    ("head", "cell", "values"),
    [
        ("排放类型", "水", {"outlet": "water"}),
        ("是否再犯", "是", {"repeated": True}),
        ("是否再犯", "否", {"repeated": False}),
        ("超标天数", 30.0, {"days": 30}),
        ("超标天数", "1,200", {"days": 1200}),
        ("整改期限", "2026年5月1日", {"due": dt.date(2026, 5, 1)}),
        ("处罚结果", "罚款人民币贰万伍仟元整", {}),
    ],
)
def test_fields_are_read_by_their_kind(
    head: str, cell: CellValue, values: dict[str, object]
) -> None:
    assert dict(extra(head, cell).records[0].values) == {"amount": 25_000_000} | values


@pytest.mark.parametrize(
    ("head", "cell", "words"),
    [
        ("排放类型", "土壤", '"土壤" is not in the code list. Allowed: 大气, 水, 噪声.'),
        ("是否再犯", "也许", '"也许" is not in the code list.'),
        ("超标天数", "30天", '"30天" is not a whole number.'),
        ("超标天数", 1.5, '"1.5" is not a whole number.'),
        ("超标天数", "-3", '"-3" is not a whole number.'),
        ("当前状态", "1", 'The state "1" says that the document is not in force as it stands.'),
        ("当前状态", "7", '"7" is not in the code list. Allowed: 0, 1, 2, 3, 正常.'),
        ("当前状态", 7, '"7" is not in the code list.'),
        ("违法事实", "长" * 2001, "It has 2001 characters; at most 2000 are allowed."),
        ("违法事实", dt.date(2026, 1, 1), "There is a day or time where words should be."),
        ("违法事实", "他说\u202e倒着写", "characters that turn the direction of writing"),
    ],
)
def test_cells_that_cannot_be_read_hold_the_row(head: str, cell: CellValue, words: str) -> None:
    admission = extra(head, cell)
    assert fate(admission) == ("held", "finding")
    assert any(words in line for line in said(admission)), said(admission)


@pytest.mark.parametrize("state", [0, 0.0, "0", "正常", None])
def test_a_normal_state_is_stored(state: CellValue) -> None:
    assert fate(extra("当前状态", state)) == ("stored", "")


@pytest.mark.parametrize(
    ("amount", "thousandths"),
    [
        ("2.5", 25_000_000),
        (2.5, 25_000_000),
        ("5万元", 50_000_000),
        ("¥18000.00", 18_000_000),
        (None, None),
    ],
)
def test_amounts_are_thousandths_of_a_yuan(amount: CellValue, thousandths: int | None) -> None:
    assert dict(stored(amount=amount).values).get("amount") == thousandths


def test_a_fine_is_read_out_of_the_words_where_no_cell_gives_it() -> None:
    record = extra("处罚结果", "罚款人民币壹万伍仟元整", amount=None).records[0]
    assert dict(record.values) == {"amount": 15_000_000}
    assert next(s for s in record.statements if s.rule.startswith("words:")).field == "amount"


def test_words_and_cell_that_disagree_are_both_named() -> None:
    admission = extra("处罚结果", "罚款人民币壹万伍仟元整")
    assert (
        "The cell says 25,000 yuan, the words say 15,000 yuan; the cell holds."
        in said(admission)[0]
    )
    assert dict(admission.records[0].values) == {"amount": 25_000_000}


def test_a_required_empty_cell_holds_the_row() -> None:
    admission = admitted([row(1, name=None)])
    assert said(admission) == ['行政处罚!A2 E-ROW-01 The required "行政相对人名称" is empty.']


# Whole rows


def test_everything_wrong_with_a_row_is_said_at_once() -> None:
    admission = admitted(
        [row(1, uscc=9.1e17, decided_on="2026/13/04", amount="约5万元", document=None)]
    )
    assert [line.split()[1] for line in said(admission)] == [
        "E-DATE-02",
        "E-AMT-03",
        "E-ID-01",
        "E-DOC-01",
    ]


def test_findings_are_said_in_chinese_too() -> None:
    assert said(admitted([row(1, name=None)]), language="zh") == [
        "行政处罚!A2 E-ROW-01 必填的“行政相对人名称”是空的。"
    ]


def test_a_formula_refuses_its_row_and_names_the_cell() -> None:
    admission = admitted(
        [row(1), row(2)], touch=lambda book, page: page.write_formula("F3", "=1+1", None, 2.5)
    )
    assert fate(admission, 2) == ("stored", "")
    assert fate(admission, 3) == ("refused", "finding")
    assert said(admission, 3) == ["行政处罚!F3 E-ROW-02 The cell holds a formula."]


def test_a_formula_outside_the_contract_is_nobodys_business() -> None:
    admission = admitted(
        [row(1)], touch=lambda book, page: page.write_formula("K2", "=1+1", None, 2)
    )
    assert fate(admission) == ("stored", "")


def test_a_hidden_row_is_held() -> None:
    admission = admitted(
        [row(1), row(2)], touch=lambda book, page: page.set_row(1, None, None, {"hidden": True})
    )
    assert fate(admission, 2) == ("held", "finding")
    assert said(admission, 2) == ["行政处罚!2 E-ROW-06 The row is hidden."]
    assert fate(admission, 3) == ("stored", "")


def test_rows_of_a_hidden_sheet_are_held() -> None:
    def hide(book: Any, page: Any) -> None:
        book.add_worksheet("说明").activate()
        page.hide()

    admission = admitted([row(1)], touch=hide)
    assert fate(admission) == ("held", "finding")


def test_a_merged_cell_holds_the_rows_below_its_first() -> None:
    admission = admitted(
        [row(1), row(2), row(3)],
        touch=lambda book, page: page.merge_range("E2:E3", "《水污染防治法》第八十四条"),
    )
    assert fate(admission, 2) == ("stored", "")
    assert fate(admission, 3) == ("held", "finding")
    assert "E3 E-ROW-04" in said(admission, 3)[0]
    assert fate(admission, 4) == ("stored", "")


@pytest.mark.parametrize(
    "text",
    [
        "当事人电话13800138000",
        "身份证号110101199003074514",
        "当事人信仰佛教，家住解放路",
    ],
)
def test_floor_rf_4_suspect_words_hold_the_row_and_are_not_kept(text: str) -> None:
    admission = extra("违法事实", text)
    assert fate(admission) == ("held", "prohibited")
    assert text not in repr(admission)
    kept = {field: cell for field, _, cell in admission.held[0].cells}
    assert "facts" not in kept
    assert kept["document"] == "临环罚〔2026〕1号"


def test_floor_rf_4_a_finding_quotes_no_cell_that_may_be_about_a_person() -> None:
    admission = extra("超标天数", "13800138000号")
    assert fate(admission)[0] == "held"
    assert "13800138000" not in repr(admission)


def test_the_held_cells_are_those_of_the_contract_alone() -> None:
    admission = admitted([row(1, decided_on="昨天")])
    assert [field for field, _, _ in admission.held[0].cells] == [
        "name", "uscc", "document", "decided_on", "article", "amount",
    ]  # fmt: skip


def test_all_or_nothing_refuses_the_delivery_with_every_finding() -> None:
    whole = contract(PENALTIES.replace("record: env", "all_or_nothing: true\nrecord: env"))
    assert len(admitted([row(1), row(2), row(2)], whole).records) == 2
    with pytest.raises(DeliveryRefused) as caught:
        admitted([row(1), row(2, name=None), row(3, decided_on="昨天")], whole)
    assert "The contract takes all rows or none; 2 cannot be stored" in caught.value.text.en
    assert [f.kind.code for f in caught.value.findings] == ["E-ROW-01", "E-DATE-01"]


def test_what_a_source_expects_of_itself_is_warned_about() -> None:
    text = PENALTIES.replace("at_least: 1, at_most: 20000", "at_least: 3, at_most: 1")
    admission = admitted([row(1, article=None), row(2, article=None)], contract(text))
    assert [f.sentence("en") for f in admission.findings] == [
        "There are 2 rows of data; usually there are at least 3.",
        "There are 2 rows of data; usually there are at most 1.",
        'Only 0 % of the rows have "article"; usually at least 50 % do.',
    ]


def test_a_reproduction_lets_something_stand_in_for_a_document() -> None:
    text = (
        PENALTIES.replace(
            "subjects:", "kind: reproduction\ndocument_of: [name, decided_on]\nsubjects:"
        )
        .replace("constants: {", "constants: {decided_on: 2025-12-31, ")
        .replace("处罚决定书文号], required: true", "处罚决定书文号]")
    )
    admission = admitted([row(1, document="未标明", decided_on=None)], contract(text))
    assert fate(admission) == ("stored", "")
    assert admission.records[0].document.number == "临禾第1化工有限公司/"
    assert [f.kind.code for f in of_row(admission).findings] == ["W-DOC-03", "W-DOC-04"]


def test_each_of_several_ragged_rows_is_held() -> None:
    lines = csv([HEAD, *(row(i) for i in range(1, 8))]).split(b"\r\n")
    lines[3] += b',"too","many"'
    lines[4] += b',"too","much"'
    admission = admit(take(b"\r\n".join(lines), "f.csv", contract(), NOW), CATALOGUE, context())
    assert [fate(admission, n)[0] for n in (3, 4, 5, 6)] == ["stored", "held", "held", "stored"]


def test_a_ragged_row_of_a_text_file_is_held() -> None:

    data = csv([HEAD, row(1), row(2), row(3)]).replace(b'\r\n"', b'\r\n"', 1)
    lines = data.split(b"\r\n")
    lines[2] += b',"too","many"'
    admission = admit(take(b"\r\n".join(lines), "f.csv", contract(), NOW), CATALOGUE, context())
    assert fate(admission, 3) == ("held", "finding")
    assert "This row has 8 cells; most rows have 6." in said(admission, 3)[0]
