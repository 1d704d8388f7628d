"""One document counts once: repeats, conflicts that count against nobody (RF-16), corrections."""

from __future__ import annotations

import pytest

from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.records.admit import admit
from evenhand.records.context import Known
from evenhand.records.statement import Admission
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    admit_rows,
    admitted,
    context,
    delivered,
    fate,
    key_of,
    known_from,
    knows,
    said,
)
from tests.unit.sources.linhe import CATALOGUE, PENALTIES, contract, row, sheet, workbook
from tests.unit.sources.linhe import HEAD as PENALTY_HEAD

FIRM = SubjectId(5)

# Rows of one delivery


def test_the_same_row_again_is_a_repeat_of_the_first() -> None:
    admission = admitted([row(1), row(2), row(1), row(1)])
    assert [fate(admission, n) for n in (2, 4, 5)] == [
        ("stored", ""),
        ("refused", "repeat"),
        ("refused", "repeat"),
    ]
    assert said(admission, 4) == [
        "行政处罚!4 E-DOC-07 The same as row 2; it was not recorded again."
    ]
    assert said(admission, 4, "zh") == ["行政处罚!4 E-DOC-07 与第 2 行相同，没有再次记录。"]


def test_spelling_of_the_name_makes_no_other_content() -> None:
    admission = admitted([row(1), row(1, name="临禾第一化工公司")])
    assert fate(admission, 3) == ("refused", "repeat")


def test_one_document_with_other_content_holds_both_rows() -> None:
    admission = admitted([row(1), row(1, amount="3")])
    assert [fate(admission, n) for n in (2, 3)] == [("held", "conflict"), ("held", "conflict")]
    assert "Row 3 says something else of the same document." in said(admission, 2)[0]
    assert not admission.records


def test_one_document_about_two_subjects_is_no_conflict() -> None:
    admission = admitted([row(1), row(2, document="临环罚〔2026〕1号", amount="3")])
    assert len(admission.records) == 2


def test_two_rows_without_a_code_are_told_apart_by_name() -> None:
    admission = admitted(
        [
            row(1, uscc=None, name="甲化工有限公司"),
            row(1, uscc=None, name="乙化工有限公司", amount="3"),
        ]
    )
    assert [fate(admission, n)[1] for n in (2, 3)] == ["identity_waits", "identity_waits"]


# Earlier deliveries


def test_what_an_earlier_delivery_brought_is_a_repeat() -> None:
    first = admitted([row(1)])
    admission = admitted([row(1)], **known_from(first, FIRM))
    assert fate(admission) == ("refused", "repeat")
    record = first.records[0].record
    assert said(admission)[0].endswith(f"it was not recorded again ({record}).")


def test_floor_rf_16_a_conflict_with_an_earlier_record_puts_both_in_doubt() -> None:
    first = admitted([row(1)])
    admission = admitted([row(1, amount="3")], **known_from(first, FIRM))
    assert fate(admission) == ("held", "conflict")
    assert not admission.records
    conflict = admission.conflicts[0]
    assert (conflict.sheet, conflict.row, conflict.record) == (
        "行政处罚", 2, first.records[0].record,
    )  # fmt: skip
    assert "An earlier delivery says something else of the same document" in said(admission)[0]


def test_floor_rf_16_a_torn_document_puts_the_earlier_record_in_doubt_too() -> None:
    first = admitted([row(1)])
    admission = admitted([row(1), row(1, amount="3")], **known_from(first, FIRM))
    assert [fate(admission, n) for n in (2, 3)] == [("held", "conflict"), ("held", "conflict")]
    assert {c.record for c in admission.conflicts} == {first.records[0].record}


def test_a_record_that_a_person_found_wrong_is_replaced() -> None:
    first = admitted([row(1)])
    wrong = first.records[0].record
    admission = admitted([row(1, amount="3")], replaceable={wrong}, **known_from(first, FIRM))
    assert fate(admission) == ("stored", "")
    assert admission.records[0].supersedes == wrong
    assert not admission.records[0].retracts


def test_the_same_document_about_another_subject_is_no_conflict() -> None:
    first = admitted([row(1)])
    admission = admitted([row(2, document="临环罚〔2026〕1号")], **known_from(first, FIRM))
    assert fate(admission) == ("stored", "")


def test_the_same_number_of_another_authority_is_another_document() -> None:
    first = admitted([row(1)])
    assert key_of("linhe-environment-bureau", "临环罚〔2026〕1号") == first.records[0].document_key
    assert key_of("linhe-court", "临环罚〔2026〕1号") != first.records[0].document_key


def test_a_waiting_row_that_comes_again_is_a_repeat() -> None:
    bad = row(1, uscc="91350211M0000XUF46")
    first = admitted([bad])
    record = first.records[0]

    def subject_of(scheme: str, value: str) -> SubjectId | None:
        return FIRM if scheme == "waiting" and "91350211M0000XUF46" in value else None

    known = Known(record.record, record.type, FIRM, record.content)
    admission = admitted([bad], known=knows(known, at=record.document_key), subject_of=subject_of)
    assert fate(admission) == ("refused", "repeat")


# Corrections

HEAD = ("当事人名称", "统一社会信用代码", "原处罚决定书文号", "撤销日期")


def text(record: str) -> str:
    return f"""\
source: linhe-corrections
title: {{zh: 更正, en: Corrections}}
authority: linhe-environment-bureau
subjects: organisations
cadence: {{every: 1 month}}
record: {record}
layouts:
  - version: "1"
    columns:
      - {{field: name, spellings: [当事人名称]}}
      - {{field: uscc, role: identifier, spellings: [统一社会信用代码]}}
      - {{field: document, spellings: [原处罚决定书文号], required: true}}
      - {{field: decided_on, spellings: [撤销日期], required: true}}
"""


def correct(record: str, *rows: tuple[CellValue, ...], **knowing: object) -> Admission:
    return admit_rows([HEAD, *rows], text(record), **knowing)[1]


ANNULLED = ("临禾第1化工有限公司", "91000000MA0000001R", "临环罚〔2026〕1号", "2026-02-20")


def test_a_correction_that_retracts_names_the_record_that_it_takes_away() -> None:
    first = admitted([row(1)])
    admission = correct("penalty_annulled", ANNULLED, **known_from(first, FIRM))
    assert fate(admission) == ("stored", "")
    record = admission.records[0]
    assert (record.supersedes, record.retracts, record.corrects) == (
        first.records[0].record, True, True,
    )  # fmt: skip
    assert record.document_key == first.records[0].document_key


def test_a_correction_that_settles_leaves_the_record() -> None:
    first = admitted([row(1)])
    admission = correct("penalty_performed", ANNULLED, **known_from(first, FIRM))
    record = admission.records[0]
    assert (record.supersedes, record.retracts, record.corrects) == (None, False, True)


@pytest.mark.parametrize("record", ["penalty_annulled", "penalty_performed"])
def test_a_correction_of_nothing_is_held(record: str) -> None:
    admission = correct(record, ANNULLED)
    assert fate(admission) == ("held", "finding")
    assert (
        'There is no record of the document "临环罚〔2026〕1号" to correct.' in said(admission)[0]
    )


def test_a_correction_for_another_subject_corrects_nothing() -> None:
    first = admitted([row(1)])
    other = (*ANNULLED[:1], row(2)[1], *ANNULLED[2:])
    assert fate(correct("penalty_annulled", other, **known_from(first, FIRM))) == (
        "held",
        "finding",
    )


def test_a_correction_of_several_records_is_held() -> None:
    kind = RecordType("environmental_penalty")
    key = key_of("linhe-environment-bureau", "临环罚〔2026〕1号")
    both = knows(Known(RecordId(1), kind, FIRM, 1), Known(RecordId(2), kind, FIRM, 2), at=key)
    admission = correct(
        "penalty_annulled", ANNULLED, known=both, subject_of=lambda scheme, value: FIRM
    )
    assert fate(admission) == ("held", "finding")
    assert "it cannot be told which is corrected" in said(admission)[0]


@pytest.mark.parametrize("amount", ["2.5", "3"])
def test_what_was_taken_away_is_not_brought_back_by_the_same_document(amount: str) -> None:
    record = admitted([row(1)]).records[0]
    gone = Known(record.record, record.type, FIRM, record.content, retracted=True)
    admission = admitted(
        [row(1, amount=amount)],
        known=knows(gone, at=record.document_key),
        subject_of=lambda scheme, value: FIRM,
        replaceable={record.record},
    )
    assert fate(admission) == ("refused", "repeat")
    assert "The document was annulled or reversed; it was not recorded again" in said(admission)[0]
    assert not admission.conflicts


def test_what_was_taken_away_cannot_be_taken_away_twice() -> None:
    record = admitted([row(1)]).records[0]
    gone = Known(record.record, record.type, FIRM, record.content, retracted=True)
    other = (*ANNULLED[:3], "2026-02-21")
    admission = correct(
        "penalty_annulled",
        other,
        known=knows(gone, at=record.document_key),
        subject_of=lambda scheme, value: FIRM,
    )
    assert fate(admission) == ("held", "finding")
    assert "E-DOC-11" in said(admission)[0]


def test_a_correction_comes_again_as_a_repeat() -> None:
    key = key_of("linhe-environment-bureau", "临环罚〔2026〕1号")
    first = admitted([row(1)])
    made = correct("penalty_performed", ANNULLED, **known_from(first, FIRM)).records[0]
    records = [Known(r.record, r.type, FIRM, r.content) for r in (first.records[0], made)]
    again = correct(
        "penalty_performed",
        ANNULLED,
        known=knows(*records, at=key),
        subject_of=lambda scheme, value: FIRM,
    )
    assert fate(again) == ("refused", "repeat")


def test_a_document_and_its_correction_may_come_in_one_file() -> None:
    both = contract(
        PENALTIES.replace(
            "record: environmental_penalty\n",
            "sheets:\n"
            "  - {sheet: annulled, names: [撤销], record: penalty_annulled,\n"
            "     layouts: [{version: '1', columns: [\n"
            "      {field: uscc, role: identifier, spellings: [统一社会信用代码]},\n"
            "      {field: document, spellings: [原文号], required: true},\n"
            "      {field: decided_on, spellings: [撤销日期], required: true}]}]}\n"
            "  - {sheet: penalties, names: [行政处罚], record: environmental_penalty}\n",
        )
    )
    file = workbook(
        sheet([("统一社会信用代码", "原文号", "撤销日期"), ANNULLED[1:]], "撤销"),
        sheet([PENALTY_HEAD, row(1)], "行政处罚"),
    )
    annulled, penalty = admit(delivered(file, both), CATALOGUE, context()).records
    assert annulled.supersedes == penalty.record
