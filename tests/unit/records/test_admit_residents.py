"""Rows about residents: kept only with consent, told to nobody (RF-1); rulings of courts (RF-3)."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from evenhand.kernel.canonical import canonical
from evenhand.kernel.codes import pseudonym
from evenhand.kernel.ids import RecordId, RecordType, SchemeId, SubjectId
from evenhand.records.context import Known
from evenhand.records.receipt import receipt_of
from evenhand.records.statement import Admission
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    CALENDAR,
    DONATION,
    KEY,
    SCHEME,
    Rows,
    admit_rows,
    fate,
    knows,
    number,
    said,
)
from tests.unit.sources.linhe import CATALOGUE, CONSENTS, DONATIONS, contract

HEAD = ("身份证号码", "献血证编号", "献血日期", "献血量")
COUNTS = {DONATION: frozenset({SCHEME})}
ANNA, BO, CAI = number("19900307"), number("19851120", 12), number("20010101", 7)

GOOD: Rows = [
    HEAD,
    (ANNA, "血证第1号", "2026-02-01", 200),
    (BO, "血证第2号", "2026-02-02", 400),
    (CAI, "血证第3号", "2026-02-03", 300),
]


def who(*numbers: str) -> frozenset[tuple[str, SchemeId]]:
    return frozenset((pseudonym(n, KEY), SCHEME) for n in numbers)


def admitted(rows: Rows, *consenting: str, **more: object) -> Admission:
    return admit_rows(rows, DONATIONS, consents=who(*consenting), counts=COUNTS, **more)[1]


def test_floor_rf_1_only_consenting_residents_are_stored() -> None:
    admission = admitted(GOOD, BO)
    assert [fate(admission, row) for row in (2, 3, 4)] == [
        ("refused", "not_kept"),
        ("stored", ""),
        ("refused", "not_kept"),
    ]
    record = admission.records[0]
    assert record.named is not None
    assert record.named.value == pseudonym(BO, KEY)
    assert record.document.authority == "linhe-blood-centre"


def test_floor_rf_1_a_consent_to_a_scheme_that_counts_other_types_keeps_nothing() -> None:
    made = admit_rows(GOOD, DONATIONS, consents=who(BO), counts={RecordType("x"): {SCHEME}})[1]
    assert not made.records


def test_floor_rf_1_no_number_is_anywhere_in_what_admission_says() -> None:
    broken = [
        *GOOD,
        (ANNA, "血证第9号", "昨天", 200),
        (BO[:-1] + "Y", "血证第8号", "2026-02-01", 1),
    ]
    admission = admitted(broken, ANNA, BO, CAI)
    told = repr(admission)
    for person in (ANNA, BO, CAI):
        assert person not in told
        assert person[6:14] not in told
    assert all(not row.cells for row in admission.held)


FAULTS: Rows = [
    ("2026年2月献血登记",),
    *GOOD,
    (ANNA, "血证第1号", "2026-02-01", 200),  # the same row again
    (BO, "血证第4号", "2026-02-01", 200),
    (BO, "血证第4号", "2026-02-01", 400),  # the same certificate, other content
    (number("20150101"), "血证第5号", "2026-02-01", 200),  # a minor
    (123456789012345678.0, "血证第6号", "2026-02-01", 200),  # a number
    (CAI, None, "2026-02-01", 200),
    (CAI, "血证第7号", "2027-02-01", 200),
    (ANNA, "血证第8号", "2026-02-01", "很多"),
    (None, None, None),
    ("合计", None, None, 1200),
]  # fmt: skip


@pytest.mark.parametrize("consenting", [(), (ANNA,), (BO, CAI), (ANNA, BO, CAI)])
def test_floor_rf_1_a_receipt_is_the_same_whoever_consented(consenting: tuple[str, ...]) -> None:
    def receipt(*numbers: str) -> bytes:
        delivery, admission = admit_rows(FAULTS, DONATIONS, consents=who(*numbers), counts=COUNTS)
        return canonical(receipt_of(delivery, admission, CATALOGUE, CALENDAR))

    assert receipt(*consenting) == receipt()


def test_a_receipt_about_residents_says_processed_held_refused() -> None:
    delivery, admission = admit_rows(FAULTS, DONATIONS, consents=who(ANNA), counts=COUNTS)
    receipt = receipt_of(delivery, admission, CATALOGUE, CALENDAR)
    assert receipt["counts"] == {"rows": 15, "processed": 3, "held": 6, "refused": 6}
    assert receipt["file"] == ""
    assert Counter(f.fate for f in admission.fates) == Counter(stored=1, held=6, refused=8)


def test_floor_rf_1_whether_an_earlier_row_was_kept_is_not_told() -> None:
    """The same certificate again, known or not, with equal or other content: equal receipts."""
    delivery, first = admit_rows(GOOD[:2], DONATIONS, consents=who(ANNA), counts=COUNTS)
    record = first.records[0]
    told = []
    for content in (None, record.content, record.content + 1):
        known = Known(RecordId(1), record.type, SubjectId(5), content or 0)
        knowing = {} if content is None else {"known": knows(known, at=record.document_key)}
        delivery, admission = admit_rows(
            GOOD[:2], DONATIONS, consents=who(ANNA), counts=COUNTS,
            subject_of=lambda scheme, value: SubjectId(5), **knowing,
        )  # fmt: skip
        told.append(canonical(receipt_of(delivery, admission, CATALOGUE, CALENDAR)))
    assert told[0] == told[1] == told[2]
    assert not admission.records
    assert [c.record for c in admission.conflicts] == [RecordId(1)]


def test_floor_rf_1_nobody_under_18_is_stored() -> None:
    young, just = number("20080303"), number("20080302")
    rows: Rows = [HEAD, (young, "1", "2026-02-01", 1), (just, "2", "2026-02-01", 1)]
    admission = admitted(rows, young, just)
    assert fate(admission, 2) == ("refused", "finding")
    assert said(admission, 2) == [
        "行政处罚!A2 E-ID-10 This row is about somebody under 18 and was not kept."
    ]
    assert fate(admission, 3) == ("stored", "")


@pytest.mark.parametrize("wrong", ["123", "11010119900307451X5", "张三", None, "110101900307451"])
def test_a_number_that_is_none_holds_the_row_and_is_not_quoted(wrong: CellValue) -> None:
    admission = admitted([HEAD, (wrong, "血证第1号", "2026-02-01", 200)])
    assert fate(admission) == ("held", "finding")
    assert "The resident's number has not the form" in said(admission)[0]
    assert str(wrong) not in said(admission)[0]


def test_small_x_and_width_are_no_matter() -> None:
    person = next(n for n in (number("19900307", i) for i in range(1, 99)) if n.endswith("X"))
    wide = "".join(chr(ord(c) + 0xFEE0) for c in person.lower())
    assert fate(admitted([HEAD, (wide, "1", "2026-02-01", 1)], person)) == ("stored", "")


def test_findings_about_residents_quote_nothing() -> None:
    admission = admitted([HEAD, (ANNA, "血证第1号", "去年春天", 200)])
    assert said(admission) == ['行政处罚!C2 E-DATE-01 "…" is not a day.']


COURT = """\
source: linhe-court-residents
title: {zh: 失信被执行人（自然人）, en: Judgment debtors}
authority: linhe-court
subjects: residents
cadence: {every: 1 month}
record: judgment_default
layouts:
  - version: "1"
    columns:
      - {field: number, role: identifier, spellings: [身份证号码], required: true}
      - {field: document, spellings: [案号], required: true}
      - {field: decided_on, spellings: [决定日期], required: true}
"""


def test_floor_rf_3_a_courts_ruling_needs_no_consent() -> None:
    rows = [("身份证号码", "案号", "决定日期"), (ANNA, "（2026）临0001执1号", "2026-02-01")]
    assert fate(admit_rows(rows, COURT)[1]) == ("stored", "")


# Consents

FORM = ("身份证号码", "同意书编号", "评价办法", "同意或撤回", "签署日期")


def consents(*rows: tuple[CellValue, ...]) -> Admission:
    return admit_rows([FORM, *rows], CONSENTS, opt_in={SCHEME})[1]


def test_consent_sheets_become_consents_and_no_records() -> None:
    admission = consents(
        (ANNA, "TY-1", "linhe-osmanthus", "同意", "2026-02-01"),
        (BO, "TY-2", "linhe-osmanthus", "撤回", "2026-02-02"),
    )
    assert not admission.records
    assert [(a.person, a.act, a.on, a.form) for a in admission.consents] == [
        (pseudonym(ANNA, KEY), "given", dt.date(2026, 2, 1), "TY-1"),
        (pseudonym(BO, KEY), "withdrawn", dt.date(2026, 2, 2), "TY-2"),
    ]
    assert fate(admission) == ("stored", "")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((ANNA, "TY-1", "linhe-osmanthus", "随便", "2026-02-01"), '"…" is not in the code list.'),
        ((ANNA, "TY-1", "linhe-other", "同意", "2026-02-01"), "can be joined. Allowed: linhe-osmanthus."),
        ((ANNA, None, "linhe-osmanthus", "同意", "2026-02-01"), "No document number is given."),
        ((ANNA, "TY-1", "linhe-osmanthus", "同意", "2026-03-09"), "lies after the day of delivery"),
        ((ANNA, "TY-1", "linhe-osmanthus", None, "2026-02-01"), 'The required "同意或撤回" is empty.'),
    ],
)  # fmt: skip
def test_floor_rf_1_a_consent_that_is_not_plain_is_held(
    row: tuple[CellValue, ...], words: str
) -> None:
    admission = consents(row)
    assert not admission.consents
    assert fate(admission) == ("held", "finding")
    assert any(words in line for line in said(admission)), said(admission)


@pytest.mark.parametrize("born", ["20100101", "20080202", "20080301"])
def test_floor_rf_1_whoever_signed_as_a_minor_agreed_to_nothing(born: str) -> None:
    """Also who has grown up since: the day of the signature counts, and nothing of it is kept."""
    young = number(born)
    admission = consents((young, "TY-1", "linhe-osmanthus", "同意", "2026-02-01"))
    assert fate(admission) == ("refused", "finding")
    assert not admission.consents
    (told,) = said(admission)
    assert told.endswith("Whoever signed was under 18 on that day. Nothing was entered or kept.")
    assert "E-ID-15" in told
    kept = repr(admission)
    assert young not in kept
    assert pseudonym(young, KEY) not in kept


def test_floor_rf_1_an_adult_from_the_day_on_can_sign() -> None:
    form = (number("20080201"), "TY-1", "linhe-osmanthus", "同意", "2026-02-01")
    assert len(consents(form).consents) == 1


def test_a_day_of_birth_that_lies_ahead_is_no_residents_number() -> None:
    admission = admitted([HEAD, (number("20270101"), "血证第1号", "2026-02-01", 200)])
    assert fate(admission) == ("held", "finding")
    assert "E-ID-09" in said(admission)[0]


def test_a_consent_that_is_there_twice_is_one() -> None:
    form = (ANNA, "TY-1", "linhe-osmanthus", "同意", "2026-02-01")
    admission = consents(form, form)
    assert len(admission.consents) == 1
    assert fate(admission, 3) == ("refused", "repeat")


def test_the_contract_may_name_the_scheme_for_all_rows() -> None:
    text = CONSENTS.replace(
        "record: scheme", "constants: {scheme: linhe-osmanthus}\nrecord: scheme"
    )
    text = text.replace("      - {field: scheme, spellings: [评价办法], required: true}\n", "")
    assert contract(text).sheets[0].constants.scheme == SCHEME
    rows = [(FORM[0], FORM[1], *FORM[3:]), (ANNA, "TY-1", "同意", "2026-02-01")]
    assert admit_rows(rows, text, opt_in={SCHEME})[1].consents[0].scheme == SCHEME
