"""Whom a row means: codes as typed, what waits, what is refused about people (RF-1) and traders (RF-3)."""

from __future__ import annotations

import pytest

from evenhand.kernel.codes import organisation_code_passes
from evenhand.kernel.ids import SubjectId
from evenhand.records.admit import admit
from evenhand.records.statement import Admission, Record
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    admitted,
    context,
    fate,
    number,
    said,
    taken,
)
from tests.unit.sources.linhe import CATALOGUE, HEAD, row

ORGANISATION = next(
    code for code in (f"MB000000{c}" for c in "0123456789X") if organisation_code_passes(code)
)


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


@pytest.mark.parametrize(
    "code",
    ["Ｎ1000000MA0000001C", " 91000000\xa0MA0000001R ", "91000000ma0000001r", "N1000000MA0000001C"],
)
def test_codes_are_taken_as_typed_but_for_width_space_and_case(code: str) -> None:
    record = stored(uscc=code)
    assert record.named is not None
    assert record.named.sure


@pytest.mark.parametrize("code", [91000000000000001, 9.1e17, 913101150000000000])
def test_a_numeric_code_holds_the_row_and_is_not_kept(code: float) -> None:
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("held", "finding")
    assert said(admission) == [
        "行政处罚!B2 E-ID-01 The identifier is stored as a number, not as text."
    ]
    assert "uscc" not in {field for field, _, _ in admission.held[0].cells}


@pytest.mark.parametrize("code", ["9.14E+17", "9.1e17", "9.14000000E+17"])
def test_a_code_that_a_spreadsheet_destroyed_holds_the_row(code: str) -> None:
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("held", "finding")
    assert f'A spreadsheet has turned the identifier into "{code}".' in said(admission)[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("91350211M0000XUF46", 'The check character of the credit code "91350211M0000XUF46" does not fit.'),
        ("91000000MA0000001", '"91000000MA0000001" does not have the form of a credit code.'),
        ("440101000012345", "does not have the form of a credit code."),
    ],
)  # fmt: skip
def test_a_code_that_fails_is_stored_and_waits(code: str, words: str) -> None:
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("stored", "identity_waits")
    assert words in said(admission)[0]
    record = admission.records[0]
    assert record.waits
    assert record.named is not None
    assert (record.named.value, record.named.sure) == (code, False)


@pytest.mark.parametrize("code", [None, "", "无", "不详", "/", "—"])
def test_a_row_without_a_code_is_stored_and_waits(code: CellValue) -> None:
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("stored", "identity_waits")
    assert said(admission) == ["行政处罚!B2 W-ID-07 No identifier is given."]
    assert admission.records[0].named is None
    assert admission.records[0].name == "临禾第1化工有限公司"


def test_an_organisation_code_alone_waits_until_a_unified_code_has_it() -> None:
    alone = extra("组织机构代码", "MA0000001", uscc=None)
    assert fate(alone) == ("stored", "identity_waits")
    found = alone.records[0].named
    assert found is not None
    assert found.scheme == "organisation_code"


def test_an_organisation_code_that_nobody_has_is_said_to_wait() -> None:
    admission = extra("组织机构代码", ORGANISATION, uscc=None)
    assert (
        "There is an organisation code alone, and no known organisation has it."
        in said(admission)[-1]
    )


def test_a_known_organisation_code_is_enough() -> None:

    made = taken(wide("组织机构代码", ORGANISATION, uscc=None))
    known = context(subject_of=lambda scheme, value: SubjectId(3))
    assert fate(admit(made, CATALOGUE, known))[0] == "stored"


def test_two_good_codes_that_contradict_each_other_wait() -> None:
    admission = extra("组织机构代码", ORGANISATION)
    assert fate(admission) == ("stored", "identity_waits")
    assert "is not the one inside the credit code" in said(admission)[0]


def test_a_bad_organisation_code_beside_a_good_code_only_warns() -> None:
    admission = extra("组织机构代码", "00000000-X")
    assert fate(admission) == ("stored", "")
    assert "W-ID-08" in said(admission)[0]


def test_the_organisation_code_inside_the_unified_one_is_no_question() -> None:
    assert fate(extra("组织机构代码", "MA0000001")) == ("stored", "")


@pytest.mark.parametrize("code", ["92000000MA0000001N", "92000000MA0000001X"])
def test_floor_rf_3_sole_traders_are_refused_without_a_trace(code: str) -> None:
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("refused", "sole_trader")
    assert said(admission)[0].endswith("This row is about a sole trader and was not kept.")
    assert not admission.records
    assert not admission.held


@pytest.mark.parametrize("typo", ["", "x"])
def test_floor_rf_1_residents_in_a_company_sheet_are_refused_without_a_trace(typo: str) -> None:

    person = number()
    code = person if not typo else person[:-1] + ("0" if person[-1] != "0" else "1")
    admission = admitted([row(1, uscc=code)])
    assert fate(admission) == ("refused", "finding")
    assert said(admission) == [
        "行政处罚!B2 E-ID-05 This row is about a person and cannot stand in a worksheet about "
        "organisations."
    ]
    assert code not in repr(admission)


@pytest.mark.parametrize(("kind", "reason"), [("自然人", "finding"), ("个体工商户", "sole_trader")])
def test_a_row_that_says_it_is_about_a_person_is_refused(kind: str, reason: str) -> None:
    assert fate(extra("行政相对人类别", kind)) == ("refused", reason)


def test_a_persons_name_without_a_code_is_held_and_not_kept() -> None:
    admission = admitted([row(1, name="王小明", uscc=None)])
    assert fate(admission) == ("held", "prohibited")
    assert admission.held[0].cells == ()
    assert "王小明" not in repr(admission)


def test_a_code_of_another_kind_of_subject_holds_the_row() -> None:
    admission = admitted([row(1, uscc="12000000MA0000001Y")])
    assert fate(admission) == ("held", "finding")
    assert "is that of another kind of subject (allowed: enterprise)." in said(admission)[0]
