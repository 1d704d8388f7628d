"""What admission makes of a row: prohibited words (RF-4), documents (RF-5), articles (RF-8), faults."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.records.admit import admit
from evenhand.records.statement import Admission, Record
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    admitted,
    context,
    fate,
    said,
    taken,
)
from tests.unit.sources.linhe import CATALOGUE, HEAD, row


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


@pytest.mark.parametrize("lost", [2026000000000000012.0, "2.026E+18"])
def test_a_document_number_that_a_spreadsheet_changed_is_held(lost: CellValue) -> None:
    admission = admitted([row(1, document=lost)])
    assert fate(admission) == ("held", "finding")
    assert "is a number of more than 15 digits" in said(admission)[0]
    assert fate(admitted([row(1, document=20260012)]))[0] == "stored"


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
