"""Exact identifiers alone: nobody is linked by name (RF-9), what is not sure waits (RF-16)."""

from __future__ import annotations

import pytest

from evenhand.identity.resolve import WAITING, resolve
from evenhand.kernel.codes import organisation_code_passes, uscc_check_character
from evenhand.kernel.ids import SubjectId
from evenhand.records.statement import Record
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import admit_rows
from tests.unit.sources.linhe import HEAD, PENALTIES, row

KNOWN = SubjectId(5)
ORGANISATION = next(
    code for code in (f"MA000000{c}" for c in "0123456789X") if organisation_code_passes(code)
)
UNIFIED = f"91000000{ORGANISATION}"
UNIFIED += uscc_check_character(UNIFIED)


def nobody(scheme: str, value: str) -> SubjectId | None:
    return None


def records(*rows: tuple[CellValue, ...]) -> tuple[Record, ...]:
    filled = [(*cells, *(None,) * (7 - len(cells))) for cells in rows]
    return admit_rows([(*HEAD, "组织机构代码"), *filled], PENALTIES)[1].records


def test_one_subject_for_one_exact_code() -> None:
    made = records(row(1), row(1, document="临环罚〔2026〕9号"), row(2))
    resolution = resolve(made, nobody)
    assert [w[:2] for w in resolution.wanted] == [
        ("uscc", "91000000MA0000001R"),
        ("uscc", str(row(2)[1])),
    ]
    enrolled = {(s, v): SubjectId(n) for n, (s, v, _) in enumerate(resolution.wanted, 1)}
    subjects = resolution.subjects(enrolled)
    assert subjects[made[0].record] == subjects[made[1].record] != subjects[made[2].record]
    assert not resolution.waiting


def test_a_known_subject_is_not_enrolled_again() -> None:
    made = records(row(1))
    resolution = resolve(made, lambda scheme, value: KNOWN if scheme == "uscc" else None)
    assert resolution.wanted == ()
    assert resolution.subjects({}) == {made[0].record: KNOWN}


def test_a_public_body_is_enrolled_as_what_its_code_says() -> None:
    assert resolve(records(row(1)), nobody).wanted[0][2] == "enterprise"


def test_an_organisation_code_finds_the_code_that_holds_it() -> None:
    made = records(row(1, uscc=UNIFIED), (*row(2, uscc=None), ORGANISATION))
    resolution = resolve(made, nobody)
    assert set(resolution.under.values()) == {("uscc", UNIFIED)}
    assert not resolution.waiting


def test_an_organisation_code_that_nobody_has_waits() -> None:
    made = records((*row(2, uscc=None), ORGANISATION))
    resolution = resolve(made, nobody)
    assert resolution.waiting == {made[0].record}
    assert resolution.wanted[0][0] == WAITING


@pytest.mark.parametrize("code", [None, "91350211M0000XUF46", "不是代码"])
def test_floor_rf_16_what_is_not_sure_waits_under_a_number_of_its_own(code: CellValue) -> None:
    made = records(row(1, uscc=code), row(2, uscc=code))
    resolution = resolve(made, nobody)
    assert resolution.waiting == {record.record for record in made}
    assert len(set(resolution.under.values())) == 2
    assert all(scheme == WAITING for scheme, _, _ in resolution.wanted)


def test_the_same_row_waits_under_the_same_number_again() -> None:
    bad = row(1, uscc="91350211M0000XUF46")
    assert resolve(records(bad), nobody).wanted == resolve(records(row(5), bad), nobody).wanted[1:]


def test_floor_rf_9_nobody_is_linked_by_name() -> None:
    same_name = "临禾第1化工有限公司"
    made = records(row(1), row(2, name=same_name), row(3, name=same_name, uscc=None))
    resolution = resolve(made, nobody)
    assert len(resolution.wanted) == 3


def test_a_wanted_reference_that_was_not_enrolled_is_an_error() -> None:
    with pytest.raises(KeyError):
        resolve(records(row(1)), nobody).subjects({})
