"""Lists published in Gansu: codes that are missing, fail or disagree are found, all of them.

What ought to be found is worked out here from the cells alone, by the text of the standards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from evenhand.pipeline.opened import Opened
from evenhand.relational.engine import Query
from evenhand.sources.sheet import Sheet
from evenhand.sources.workbook import read_workbook
from tests.real.study import Receipt, Study, credit_code_passes, organisation_code_passes

pytestmark = pytest.mark.real

MISSING, NO_CHECK, NO_FORM, ORGANISATION, DISAGREES, ALONE = (
    "W-ID-07", "W-ID-03", "W-ID-04", "W-ID-08", "W-ID-11", "W-ID-14",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class List:
    """One delivered list: its file, and in which columns its codes are, from 0."""

    source: str
    file: str
    unified: int
    organisation: int

    def sheet(self, shared: Path) -> Sheet:
        """Its sheet, as the file has it."""
        path = shared / "xlsx" / self.file
        return read_workbook(path.read_bytes(), path.name).sheets[0]

    def rows(self, shared: Path, is_so: Callable[[str, str], bool]) -> set[int]:
        """Numbers of the rows whose two codes, without white space, are so."""
        return {
            number
            for number, row in enumerate(self.sheet(shared).rows[1:], 2)
            if is_so(_plain(row[self.unified]), _plain(row[self.organisation]))
        }


CLEAN = List("gansu-ecommerce-list", "cn_gansu_91855_ecommerce_blacklist.xlsx", 3, 2)
OLD = List("gansu-logistics-list", "cn_gansu_93516_logistics_blacklist.xls", 4, 3)
OCR = List("gansu-court-enforcement", "cn_gansu_93512_1_court_enforcement_ocr.xlsx", 3, 4)


def _plain(cell: object) -> str:
    return "".join(str(cell).split()) if cell is not None else ""


def _names_another(unified: str, organisation: str) -> bool:
    """Say whether both codes of a row pass, and are of two organisations."""
    both = credit_code_passes(unified) and organisation_code_passes(organisation)
    return both and unified[8:17] != organisation.replace("-", "")


@pytest.fixture(scope="module")
def gansu(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("gansu-lists", tmp_path_factory.mktemp("gansu") / "register")


@pytest.fixture(scope="module")
def receipts(gansu: Study, shared: Path) -> dict[List, Receipt]:
    return {one: gansu.receive(one.source, shared / "xlsx" / one.file) for one in (CLEAN, OLD, OCR)}


def test_every_row_of_every_list_is_stored_or_the_head(receipts: dict[List, Receipt]) -> None:
    assert {one.source: receipt.counts for one, receipt in receipts.items()} == {
        "gansu-ecommerce-list": {"rows": 501, "stored": 500, "held": 0, "refused": 1},
        "gansu-logistics-list": {"rows": 271, "stored": 270, "held": 0, "refused": 1},
        "gansu-court-enforcement": {"rows": 182, "stored": 181, "held": 0, "refused": 1},
    }


def test_all_476_unified_codes_of_the_clean_list_pass(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    receipt = receipts[CLEAN]
    assert len(CLEAN.rows(shared, lambda unified, _: credit_code_passes(unified))) == 476
    assert receipt.rows(NO_CHECK, NO_FORM, MISSING) == set()


def test_organisation_codes_of_the_clean_list_that_fail_or_disagree_are_found(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    """84 repeat the unified code, one is a register number, and one is another organisation's."""
    receipt = receipts[CLEAN]
    failing = CLEAN.rows(shared, lambda _, code: bool(code) and not organisation_code_passes(code))
    others = CLEAN.rows(shared, _names_another)
    assert (len(failing), others) == (85, {201})
    assert receipt.rows(ORGANISATION) == failing
    assert receipt.rows(DISAGREES) == others
    assert receipt.words(DISAGREES) == (
        'The organisation code "682145919" is not the one inside the credit code, "MA5KU9W57".'
    )


def test_where_the_clean_list_has_an_organisation_code_alone_the_identity_waits(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    alone = CLEAN.rows(shared, lambda unified, organisation: not unified and bool(organisation))
    assert len(alone) == 24
    assert receipts[CLEAN].rows(ALONE) == alone
    assert receipts[CLEAN].waits == alone | {201}


def test_missing_unified_codes_of_the_old_list_are_found_all_of_them(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    receipt = receipts[OLD]
    without = OLD.rows(shared, lambda unified, _: not unified)
    nameless = OLD.rows(shared, lambda unified, organisation: not unified and not organisation)
    sure = OLD.rows(shared, lambda unified, _: credit_code_passes(unified))
    assert (len(without), len(nameless), len(sure)) == (250, 1, 19)
    assert receipt.rows(MISSING) == nameless
    assert without <= receipt.waits
    assert receipt.waits.isdisjoint(sure)
    assert len(receipt.waits) + len(sure) == 270


def test_codes_of_the_old_list_that_fail_are_found(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    unified = OLD.rows(shared, lambda code, _: bool(code) and not credit_code_passes(code))
    organisation = OLD.rows(
        shared, lambda _, code: bool(code) and not organisation_code_passes(code)
    )
    assert receipts[OLD].rows(NO_CHECK, NO_FORM) == unified == {197}
    assert receipts[OLD].rows(ORGANISATION) == organisation == {99}


def test_the_receipt_of_the_old_format_says_what_was_not_checked(
    receipts: dict[List, Receipt],
) -> None:
    assert receipts[OLD].words("N-FILE-32") == (
        "In the .xls format hidden rows, hidden columns and formulas were not looked for."
    )


def test_codes_that_character_recognition_broke_are_found_all_of_them(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    receipt = receipts[OCR]
    failing = OCR.rows(shared, lambda code, _: bool(code) and not credit_code_passes(code))
    passing = OCR.rows(shared, lambda code, _: credit_code_passes(code))
    assert (len(failing), len(passing)) == (121, 22)
    assert receipt.rows(NO_CHECK, NO_FORM) == failing
    assert failing <= receipt.waits
    assert receipt.words(NO_CHECK).startswith("The check character of the credit code")


def test_nothing_read_by_character_recognition_is_silently_accepted(
    receipts: dict[List, Receipt], shared: Path
) -> None:
    """Only a code that passes names anybody: 22 of 181; every other row waits for a person."""
    named = OCR.rows(shared, lambda code, _: credit_code_passes(code))
    assert not OCR.rows(shared, _names_another)
    assert len(named) == 22
    assert receipts[OCR].waits == set(range(2, 183)) - named
    bare = OCR.rows(shared, lambda unified, organisation: not unified and not organisation)
    assert receipts[OCR].rows(MISSING) == bare
    broken = OCR.rows(shared, lambda _, code: bool(code) and not organisation_code_passes(code))
    assert receipts[OCR].rows(ORGANISATION) == broken


def test_the_queue_lists_each_identity_that_waits_with_the_ways_to_settle_it(
    gansu: Study, receipts: dict[List, Receipt]
) -> None:
    queue = gansu.queue()
    for one, receipt in receipts.items():
        listed = [item for item in queue if item["source"] == one.source]
        assert {int(item["item"].rsplit("!", 1)[1]) for item in listed} == receipt.waits
        assert {item["what"] for item in listed} == {"identity"}
        assert {tuple(item["ways"]) for item in listed} == {("confirm", "correct", "refuse")}


def test_a_record_that_waits_counts_for_nobody(
    gansu: Study, receipts: dict[List, Receipt], shared: Path
) -> None:
    """The engine shows as many records as rows named somebody; a code that fails names no subject."""
    named = sum(receipt.counts["stored"] - len(receipt.waits) for receipt in receipts.values())
    count = Query("SELECT COUNT(*) AS records FROM records", (("records", "int64"),))
    with Opened(gansu.folder) as opened, opened.engine(opened.knowledge()) as engine:
        assert engine.run(count, {}).to_pylist() == [{"records": named}]
    row = min(receipts[OCR].rows(NO_CHECK))
    code = str(OCR.sheet(shared).rows[row - 1][OCR.unified])
    asked = gansu.call("explain", "any", code)
    assert asked.code == 2
    assert "The register has no such subject" in asked.err


def test_the_same_list_again_changes_nothing(
    gansu: Study, receipts: dict[List, Receipt], shared: Path
) -> None:
    again = gansu.receive(OCR.source, shared / "xlsx" / OCR.file)
    assert again.said == receipts[OCR].said
    whole = gansu.call("check")
    assert (whole.code, whole.out) == (0, "The register is whole.\n")
