"""Shandong environmental penalties: every row accounted for, every missing number and day a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.sources.sheet import CellValue, Sheet
from evenhand.sources.workbook import read_workbook
from tests.real.study import Receipt, Study, credit_code_passes

pytestmark = pytest.mark.real

SOURCE = "shandong-environment-penalties"
FILE = "cn_shandong_env_penalties_part1.xlsx"
CODE, DAY, TITLE, FINE = 4, 10, 15, 13
NOTHING = {"", "无", "不详", "未标明", "/"}


@pytest.fixture(scope="module")
def sheet(shared: Path) -> Sheet:
    (one,) = read_workbook((shared / "xlsx" / FILE).read_bytes(), FILE).sheets
    return one


@pytest.fixture(scope="module")
def shandong(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("shandong-penalties", tmp_path_factory.mktemp("shandong") / "register")


@pytest.fixture(scope="module")
def receipt(shandong: Study, shared: Path) -> Receipt:
    return shandong.receive(SOURCE, shared / "xlsx" / FILE)


def _says_nothing(value: CellValue) -> bool:
    return value is None or (isinstance(value, str) and "".join(value.split()) in NOTHING)


def _empty(sheet: Sheet, column: int) -> set[int]:
    return {n for n in range(2, len(sheet.rows) + 1) if _says_nothing(sheet.cell(n, column))}


def test_every_row_is_accounted_for(receipt: Receipt, sheet: Sheet) -> None:
    assert receipt.counts == {"rows": 3_050, "stored": 1_780, "held": 1_265, "refused": 5}
    assert receipt.counts["rows"] == len(sheet.rows)
    assert receipt.reasons == {
        "header": 1, "finding": 1_246, "conflict": 19, "repeat": 4, "identity_waits": 50,
    }  # fmt: skip


def test_rows_without_any_decision_are_found_by_their_missing_day_and_number(
    receipt: Receipt, sheet: Sheet
) -> None:
    dayless, titleless = _empty(sheet, DAY), _empty(sheet, TITLE)
    assert len(dayless) == len(titleless) == 1_245
    assert receipt.rows("E-DATE-06") == dayless
    assert receipt.rows("W-DOC-03") == titleless
    assert dayless <= set(receipt.held)
    assert receipt.words("W-DOC-03").startswith("No document number is given; in this reproduction")


def test_codes_that_fail_are_found_all_of_them(receipt: Receipt, sheet: Sheet) -> None:
    failing = {
        number
        for number in range(2, len(sheet.rows) + 1)
        if (code := "".join(str(sheet.cell(number, CODE) or "").split()).upper())
        and not _says_nothing(code)
        and not credit_code_passes(code)
    }
    assert len(failing) == 70
    assert receipt.rows("W-ID-03", "W-ID-04") == failing
    assert receipt.waits == failing - set(receipt.held) - receipt.rows("E-DOC-07")


def test_one_document_with_several_contents_is_held_on_both_sides(
    shandong: Study, receipt: Receipt
) -> None:
    held = receipt.rows("E-DOC-09")
    assert len(held) == 19
    listed = [item for item in shandong.queue() if "E-DOC-09" in item["codes"]]
    assert {int(item["item"].rsplit("!", 1)[1]) for item in listed} == held
    assert receipt.words("E-DOC-09") == "Row 31 says something else of the same document."


def test_everything_that_waits_is_in_the_queue(shandong: Study, receipt: Receipt) -> None:
    queue = {int(item["item"].rsplit("!", 1)[1]) for item in shandong.queue()}
    assert queue == set(receipt.held) | receipt.waits
    assert len(queue) == 1_315


def test_the_same_worksheet_again_changes_nothing(
    shandong: Study, receipt: Receipt, shared: Path
) -> None:
    again = shandong.call("receive", SOURCE, shared / "xlsx" / FILE)
    assert "This file was delivered before; nothing changed." in again.err
    assert shandong.receive(SOURCE, shared / "xlsx" / FILE).said == receipt.said
