"""Rows of a court about residents who owe: stored without consent, told like all others (RF-1, RF-3)."""

from __future__ import annotations

import functools
from typing import Any

from evenhand.kernel.canonical import canonical
from evenhand.kernel.codes import pseudonym
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.records.admit import admit
from evenhand.records.context import Known
from evenhand.records.receipt import receipt_of
from evenhand.records.statement import Admission
from evenhand.sources.contract import Contract
from evenhand.sources.delivery import Delivery
from evenhand.sources.read_catalogue import read_catalogue
from evenhand.sources.read_contract import read_contract
from evenhand.sources.receive import take
from tests.conftest import ROOT
from tests.unit.records.deliveries import CALENDAR, KEY, NOW, Rows, context, knows, number, xlsx

ANNA, BO = number("19900307"), number("19851120", 12)
WHO = ("身份证号码", "执行案号")
FINDING = (*WHO, "裁判生效日期", "有能力履行而拒不履行", "未履行金额（元）", "认定日期")
PART = (*WHO, "履行金额（元）", "履行日期")
FOUND = ("2026-01-10", "是", "80000", "2026-02-10")


@functools.cache
def of_debtors() -> Contract:
    file = ROOT / "src/evenhand/shipped/sources/linhe/court-debtors.yaml"
    return read_contract(file.read_bytes(), file.name, read_catalogue())


def delivered(sheet: str, rows: Rows, **knowing: Any) -> tuple[Delivery, Admission]:
    delivery = take(xlsx(rows, sheet), "debtors.xlsx", of_debtors(), NOW)
    return delivery, admit(delivery, read_catalogue(), context(**knowing))


def found(*people: str) -> Rows:
    return [FINDING, *((who, f"（2026）执{who[-4:]}号", *FOUND) for who in people)]


def standing(admission: Admission, people: dict[str, SubjectId]) -> dict[str, Any]:
    """What a register knows that stored the records of an admission."""
    (record,) = admission.records
    known = Known(RecordId(7), record.type, people[pseudonym(ANNA, KEY)], record.content)
    return {
        "known": knows(known, at=record.document_key),
        "subject_of": lambda _scheme, value: people.get(value),
    }


PEOPLE = {pseudonym(ANNA, KEY): SubjectId(1), pseudonym(BO, KEY): SubjectId(2)}


def test_rf_3_a_finding_of_a_court_is_stored_without_consent_and_nameless() -> None:
    _, admission = delivered("认定", found(ANNA))
    (record,) = admission.records
    assert record.type == "debtor_finding"
    assert record.adverse
    assert dict(record.values)["able_and_refuses"] is True
    assert str(dict(record.values)["final_on"]) == "2026-01-10"
    assert record.name == ""
    assert ANNA not in repr(admission)


def test_nobody_under_18_is_stored_not_even_as_a_debtor() -> None:
    _, admission = delivered("认定", found(number("20080303")))
    assert admission.records == ()
    assert admission.fates[1].fate == "refused"


def test_a_payment_names_the_finding_by_its_docket_number_and_debtor() -> None:
    _, first = delivered("认定", found(ANNA))
    docket = found(ANNA)[1][1]
    _, paid = delivered(
        "清偿", [(*WHO, "清偿日期"), (ANNA, docket, "2026-02-20")], **standing(first, PEOPLE)
    )
    assert [r.type for r in paid.records] == ["debtor_paid"]
    for who, of in ((BO, docket), (ANNA, "（2026）执9号")):
        _, stray = delivered(
            "清偿", [(*WHO, "清偿日期"), (who, of, "2026-02-20")], **standing(first, PEOPLE)
        )
        assert stray.records == ()


def test_a_debt_may_be_paid_in_several_parts() -> None:
    _, first = delivered("认定", found(ANNA))
    docket = found(ANNA)[1][1]
    rows = [PART, (ANNA, docket, "100", "2026-02-20"), (ANNA, docket, "250", "2026-02-25")]
    _, parts = delivered("部分履行", rows, **standing(first, PEOPLE))
    assert len(parts.records) == 2
    _, again = delivered("部分履行", [*rows, rows[1]], **standing(first, PEOPLE))
    assert len(again.records) == 2


def test_rf_1_a_receipt_is_the_same_whether_a_finding_was_known_or_not() -> None:
    _, first = delivered("认定", found(ANNA))
    docket = found(ANNA)[1][1]
    told = []
    for knowing in ({}, standing(first, PEOPLE)):
        delivery, admission = delivered(
            "清偿", [(*WHO, "清偿日期"), (ANNA, docket, "2026-02-20")], **knowing
        )
        told.append(canonical(receipt_of(delivery, admission, read_catalogue(), CALENDAR)))
    assert told[0] == told[1]
