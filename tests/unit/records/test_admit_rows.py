"""Whole rows: formulas, hidden and merged cells, suspect words (RF-4), all or nothing, text files."""

from __future__ import annotations

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
