"""Whatever a sheet holds: each row gets one fate, the fates add up, nothing prohibited leaks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.canonical import canonical
from evenhand.kernel.codes import pseudonym
from evenhand.records.admit import admit
from evenhand.records.receipt import receipt_of
from evenhand.sources.sheet import CellValue
from tests.unit.records.deliveries import (
    CALENDAR,
    DONATION,
    KEY,
    SCHEME,
    context,
    delivered,
    number,
)
from tests.unit.sources.linhe import CATALOGUE, DONATIONS, HEAD, contract, row, sheet, workbook

PHONE = "13800138000"
PERSON = number()

CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(dt.date(1899, 1, 1), dt.date(2200, 1, 1)),
    st.datetimes(),
    st.times(),
    st.sampled_from(
        ["未标明", "合计", "填表说明", "备注：", *HEAD, PHONE, PERSON, "9.1E+17", "92000000MA0000001N",
         "91350211M0000XUF46", "二〇二六年二月三日", "5万元", "约3万", "0", "1", "王小明", "\u202e", "\u200b"]
    ),
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> list[tuple[CellValue, ...]]:
    """A page of penalties with titles, good rows, broken cells, notes, blanks, heads again."""
    made: list[tuple[CellValue, ...]] = [("2026年2月",)] * draw(st.integers(0, 2))
    made.append(HEAD)
    for index in range(draw(st.integers(1, 12))):
        kind = draw(
            st.sampled_from(["good", "good", "broken", "again", "blank", "head", "note", "wild"])
        )
        cells: list[CellValue] = list(row(index))
        if kind == "broken":
            cells[draw(st.integers(0, 5))] = draw(CELLS)
        elif kind == "again":
            cells = list(row(0))
        elif kind == "blank":
            cells = [None] * 6
        elif kind == "head":
            cells = list(HEAD)
        elif kind == "note":
            cells = ["合计", None, None, None, None, 1]
        elif kind == "wild":
            cells = [draw(CELLS) for _ in range(6)]
        made.append(tuple(cells))
    return made


def areas(rows: int) -> st.SearchStrategy[Any]:
    """Addresses inside a sheet."""
    return st.frozensets(st.tuples(st.integers(1, rows), st.integers(1, 7)), max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_rows_are_stored_held_or_refused_and_always_add_up(data: st.DataObject) -> None:
    rows = data.draw(pages())
    length = len(rows)
    page = sheet(
        rows,
        hidden=data.draw(st.booleans()),
        hidden_rows=data.draw(st.frozensets(st.integers(1, length), max_size=3)),
        formulas=data.draw(areas(length)),
        errors=data.draw(areas(length)),
        merged=tuple(
            (r, c, r + data.draw(st.integers(0, 3)), c + data.draw(st.integers(0, 3)))
            for r, c in data.draw(areas(length))
            if r > rows.index(HEAD) + 1
        ),
    )
    others = [sheet([("说",), ("明",)], "填表说明"), sheet([(1, 2), (3,)], "台账")]
    delivery = delivered(workbook(page, *others), contract())
    if any(f.kind.weight == "stops" for f in delivery.findings):
        return
    admission = admit(delivery, CATALOGUE, context())
    places = [(f.sheet, f.row) for f in admission.fates]
    assert places == [
        (s.name, r) for s in delivery.workbook.sheets for r in range(1, len(s.rows) + 1)
    ]
    told = Counter(fate.fate for fate in admission.fates)
    assert told["stored"] == len(admission.records)
    assert told["held"] == len(admission.held)
    for fate in admission.fates:
        assert (fate.fate == "stored") == (fate.reason in ("", "identity_waits"))
        if fate.reason in ("finding", "prohibited", "sole_trader", "repeat", "conflict"):
            assert fate.findings or fate.sheet == "台账"
    receipt: Any = receipt_of(delivery, admission, CATALOGUE, CALENDAR)
    for counts in (receipt["counts"], *receipt["sheets"]):
        assert counts["rows"] == counts["stored"] + counts["held"] + counts["refused"]
    told_in_full = canonical(receipt).decode() + repr(admission)
    assert PERSON not in told_in_full
    assert PHONE not in told_in_full


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_floor_rf_1_a_residents_receipt_never_depends_on_consents(data: st.DataObject) -> None:
    people = [number("19900307", n) for n in range(1, 5)]
    rows: list[tuple[CellValue, ...]] = [("身份证号码", "献血证编号", "献血日期", "献血量")]
    for index in range(data.draw(st.integers(1, 10))):
        person = data.draw(st.one_of(st.sampled_from(people), CELLS))
        document = data.draw(st.one_of(st.just(f"血证第{index % 4}号"), CELLS))
        rows.append(
            (person, document, data.draw(st.one_of(st.just("2026-02-01"), CELLS)), index % 3)
        )
    delivery = delivered(workbook(sheet(rows)), contract(DONATIONS))
    if any(f.kind.weight == "stops" for f in delivery.findings):
        return
    receipts = set()
    for _ in range(3):
        joined = data.draw(st.sets(st.sampled_from(people)))
        known = context(
            consents=frozenset((pseudonym(n, KEY), SCHEME) for n in joined),
            counts={DONATION: frozenset({SCHEME})},
        )
        admission = admit(delivery, CATALOGUE, known)
        receipts.add(canonical(receipt_of(delivery, admission, CATALOGUE, CALENDAR)))
        told = repr(admission)
        assert not any(person in told for person in people)
        kept = {r.named.value for r in admission.records if r.named}
        assert kept <= {pseudonym(n, KEY) for n in joined}
    assert len(receipts) == 1
