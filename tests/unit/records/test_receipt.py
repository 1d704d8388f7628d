from __future__ import annotations

import json
from typing import Any

from evenhand.kernel.canonical import canonical
from evenhand.records.admit import admit
from evenhand.records.receipt import receipt_of
from evenhand.relational.columns import SCORED
from tests.unit.records.deliveries import CALENDAR, context, delivered, taken
from tests.unit.sources.linhe import CATALOGUE, HEAD, contract, row, sheet, workbook


def receipt(*rows: tuple[Any, ...]) -> dict[str, Any]:
    delivery = taken([("2026年2月",), HEAD, *rows])
    made = receipt_of(delivery, admit(delivery, CATALOGUE, context()), CATALOGUE, CALENDAR)
    read: dict[str, Any] = json.loads(canonical(made))
    return read


MIXED = (
    row(1),
    row(2, uscc="91350211M0000XUF46"),
    row(3, decided_on="昨天"),
    row(1),
    row(4, uscc=9.1e17),
    (),
    ("合计", None, None, None, None, 10),
)


def test_a_receipt_counts_rows_by_sheet_fate_and_reason() -> None:
    made = receipt(*MIXED)
    assert made["counts"] == {"rows": 9, "stored": 2, "held": 2, "refused": 5}
    assert made["sheets"] == [
        {
            "sheet": "行政处罚", "rows": 9, "stored": 2, "held": 2, "refused": 5,
            "reasons": {"blank": 1, "finding": 2, "header": 2, "identity_waits": 1, "note": 1, "repeat": 1},
            "record": "environmental_penalty",
            "title": {"zh": "environmental_penalty", "en": "environmental_penalty"},
            "layout": "2",
        }
    ]  # fmt: skip


def test_a_receipt_lists_what_a_person_has_to_settle() -> None:
    made = receipt(*MIXED)
    assert made["held"] == [
        {"sheet": "行政处罚", "row": 5, "reason": "finding", "codes": ["E-DATE-01"]},
        {"sheet": "行政处罚", "row": 7, "reason": "finding", "codes": ["E-ID-01"]},
    ]
    assert [(w["sheet"], w["row"]) for w in made["waits"]] == [("行政处罚", 4)]
    assert made["waits"][0]["record"].startswith("R-")


def test_every_finding_says_where_what_why_and_how_in_both_languages() -> None:
    found = {f["code"]: f for f in receipt(*MIXED)["findings"]}
    wrong = found["E-DATE-01"]
    assert wrong["weight"] == "holds"
    assert wrong["count"] == 1
    assert wrong["places"] == [
        {
            "at": "行政处罚!D5",
            "sheet": "行政处罚",
            "row": 5,
            "column": 4,
            "what": {"zh": "“昨天”不是日期。", "en": '"昨天" is not a day.'},
            "read": "昨天",
        }
    ]
    for finding in found.values():
        assert finding["why"]["zh"]
        assert finding["why"]["en"]
        assert finding["mend"]["zh"]


def test_the_heaviest_findings_come_first() -> None:
    codes = [f["code"][0] for f in receipt(*MIXED)["findings"]]
    assert codes == sorted(codes, key="EWN".index)


def test_a_silent_finding_quotes_nothing() -> None:
    made = receipt(row(1, uscc=123456789012345678.0))
    silent = next(f for f in made["findings"] if f["code"] == "E-ID-01")
    assert set(silent["places"][0]) == {"at", "sheet", "row", "column", "what"}
    assert "123456789012345" not in json.dumps(made)


def test_a_receipt_carries_the_quality_of_the_delivery() -> None:
    made = receipt(
        row(1, decided_on="2026-02-25"), row(2, decided_on="2026-01-05"), row(3, name=None)
    )
    assert made["quality"] == {
        "rows": 3, "loaded": 2, "load": 6666,
        "required": 12, "given": 11, "completeness": 9166,
        "dated": 3, "timely": 1, "timeliness": 3333,
    }  # fmt: skip


def test_sheets_that_were_not_read_are_counted_too() -> None:
    file = workbook(
        sheet([HEAD, row(1)]),
        sheet([("怎样填写",), (None,)], "说明"),
        sheet([("甲", "乙"), (1, 2)], "台账"),
    )
    delivery = delivered(file, contract())
    made = receipt_of(delivery, admit(delivery, CATALOGUE, context()), CATALOGUE, CALENDAR)
    assert made["counts"] == {"rows": 6, "stored": 1, "held": 0, "refused": 5}
    sheets: Any = made["sheets"]
    assert [s["reasons"] for s in sheets] == [
        {"header": 1},
        {"blank": 1, "note": 1},
        {"finding": 2},
    ]


def test_the_same_delivery_gives_the_same_bytes() -> None:
    assert receipt(*MIXED) == receipt(*MIXED)


def test_the_columns_of_evidence_have_a_place_for_what_a_record_says() -> None:
    assert {"document", "content", "supersedes", "retracts", "waits"} <= {
        name for name, _ in SCORED
    }
