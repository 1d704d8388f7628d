"""Segments of evidence: written whole, proved before they are read, opened by their key alone."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import Conflict, EvenhandError, ProofFailed, RegisterDamaged
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.relational.columns import SCORED
from evenhand.relational.durable import write_folder_durably
from evenhand.relational.evidence import EvidenceRow, EvidenceStore, Segment
from evenhand.relational.register import Register
from evenhand.relational.segment import Scalar, packed, tables
from tests.small_register import delivery_of, rows_for

FILES = ("by_subject.bin", "scored.parquet", "sealed.parquet", "segment.json")


@pytest.fixture
def store(register: Register) -> EvidenceStore:
    return register.evidence


@pytest.fixture
def rows(register: Register) -> list[EvidenceRow]:
    return rows_for(register, delivery_of(1), 20)


@pytest.fixture
def segment(register: Register, rows: list[EvidenceRow]) -> Segment:
    return register.evidence.write(rows, register.vault.key_of)


def rescored(row: EvidenceRow, scored: Mapping[str, Scalar]) -> EvidenceRow:
    return replace(row, scored={**row.scored, **scored})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def read(store: EvidenceStore, name: str, file: str = "scored.parquet") -> pa.Table:
    return pq.read_table(store.folder / name / file)


def test_a_segment_has_four_files_and_is_named_by_its_facts(
    store: EvidenceStore, segment: Segment
) -> None:
    assert names(store.folder / segment.name) == list(FILES)
    assert segment.digest.startswith(segment.name)
    assert segment.rows == 20
    assert store.names() == [segment.name]


def test_rows_are_sorted_by_subject_and_record_in_both_files(
    store: EvidenceStore, segment: Segment, rows: list[EvidenceRow]
) -> None:
    wanted = sorted((int(row.subject), int(row.record)) for row in rows)
    for file in ("scored.parquet", "sealed.parquet"):
        table = read(store, segment.name, file)
        pairs = zip(table["subject"].to_pylist(), table["record"].to_pylist(), strict=True)
        assert list(pairs) == wanted


def test_the_scored_columns_are_those_agreed_and_the_fields_in_use(
    store: EvidenceStore, segment: Segment
) -> None:
    schema = read(store, segment.name).schema
    agreed = [(field.name, field.type) for field in schema][: len(SCORED)]
    assert agreed == list(SCORED)
    assert schema.names[len(SCORED) :] == ["f_amount"]
    assert schema.field("f_amount").type == pa.int64()


@pytest.mark.parametrize(
    ("value", "kind"),
    [(7, pa.int64()), ("A", pa.string()), (True, pa.bool_()), (dt.date(2026, 1, 2), pa.date32())],
)
def test_fields_are_typed_by_their_values(
    register: Register, rows: list[EvidenceRow], value: Scalar, kind: pa.DataType
) -> None:
    one = rescored(rows[0], {"f_x": value, "f_none": None})
    written = register.evidence.write([one, rows[1]], register.vault.key_of)
    table = read(register.evidence, written.name)
    assert table.schema.field("f_x").type == kind
    assert sorted(table["f_x"].to_pylist(), key=str) == sorted([None, value], key=str)
    assert "f_none" not in table.schema.names


def test_the_same_rows_in_any_order_are_the_same_segment(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    before = {f: (register.evidence.folder / segment.name / f).stat().st_mtime_ns for f in FILES}
    assert register.evidence.write(rows[::-1], register.vault.key_of) == segment
    after = {f: (register.evidence.folder / segment.name / f).stat().st_mtime_ns for f in FILES}
    assert (register.evidence.names(), after) == ([segment.name], before)


def test_other_sealed_content_is_another_segment(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    other = [replace(rows[0], sealed=canonical({"name": "another"})), *rows[1:]]
    assert register.evidence.write(other, register.vault.key_of).name != segment.name


def test_sealed_parts_are_opened_for_the_records_asked_for(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    wanted = {rows[n].record: json.loads(rows[n].sealed) for n in (3, 11)}
    asked = [*wanted, RecordId(1)]
    assert dict(register.evidence.unseal([segment.name], asked, register.vault.key_of)) == wanted
    assert list(register.evidence.unseal([segment.name], [], register.vault.key_of)) == []


def test_a_record_deep_in_a_long_segment_is_opened(register: Register) -> None:
    rows = rows_for(register, delivery_of(2), 2_600)
    written = register.evidence.write(rows, register.vault.key_of)
    sealed = pq.ParquetFile(register.evidence.folder / written.name / "sealed.parquet")
    assert sealed.num_row_groups == 3
    wanted = {rows[n].record: json.loads(rows[n].sealed) for n in (0, 999, 1_000, 1_777, 2_599)}
    assert dict(register.evidence.unseal([written.name], wanted, register.vault.key_of)) == wanted
    assert register.evidence.check([written.name]) == ()


def test_nothing_of_what_is_sealed_stands_in_the_files(
    store: EvidenceStore, segment: Segment
) -> None:
    for file in FILES:
        data = (store.folder / segment.name / file).read_bytes()
        assert "食品有限公司".encode() not in data
        assert b"linhe-market-bureau" in data or file != "scored.parquet"


def test_files_are_handed_out_in_the_order_asked_for(register: Register, segment: Segment) -> None:
    second = register.evidence.write(rows_for(register, delivery_of(2)), register.vault.key_of)
    paths = register.evidence.scored_paths([second.name, segment.name])
    assert [path.parent.name for path in paths] == [second.name, segment.name]
    assert register.evidence.check([second.name, segment.name]) == ()


def test_rows_are_taken_out_without_a_key(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    gone = rows[0].subject
    kept = [row for row in rows if row.subject != gone and row.record != rows[1].record]
    made, count = register.evidence.without(segment.name, [gone], [rows[1].record])
    assert made == register.evidence.write(kept, register.vault.key_of)
    assert count == {rows[0].scored["delivery"]: len(rows) - len(kept)}
    register.evidence.remove(segment.name)
    assert made is not None
    assert register.evidence.names() == [made.name]
    asked = [row.record for row in rows]
    opened = dict(register.evidence.unseal([made.name], asked, register.vault.key_of))
    assert opened == {row.record: json.loads(row.sealed) for row in kept}


def test_taking_out_nothing_or_everything(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    assert register.evidence.without(segment.name, [SubjectId(1)]) == (None, {})
    everybody = {row.subject for row in rows}
    delivery = rows[0].scored["delivery"]
    assert register.evidence.without(segment.name, everybody) == (None, {delivery: 20})
    assert register.evidence.names() == [segment.name]


# What is refused.


def flip(path: Path, byte: int, *, keep_time: bool = False) -> None:
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[byte % len(data)] ^= 0x10
    path.write_bytes(data)
    if keep_time:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("byte", range(0, 4_000, 401))
def test_a_flipped_bit_is_found_before_a_file_is_read(
    store: EvidenceStore, segment: Segment, byte: int
) -> None:
    store.scored_paths([segment.name])
    flip(store.folder / segment.name / "scored.parquet", byte)
    with pytest.raises(ProofFailed, match=r"scored\.parquet does not fit its digest and was not"):
        store.scored_paths([segment.name])
    codes = [finding.kind.code for finding in store.check([segment.name])]
    assert codes == ["E-REG-04"]


@pytest.mark.parametrize("byte", [5, 500, 5_000])
def test_a_flipped_bit_in_the_sealed_file_is_found(
    register: Register, rows: list[EvidenceRow], segment: Segment, byte: int
) -> None:
    flip(register.evidence.folder / segment.name / "sealed.parquet", byte)
    with pytest.raises(ProofFailed, match=r"sealed\.parquet does not fit"):
        list(register.evidence.unseal([segment.name], [rows[0].record], register.vault.key_of))
    found = register.evidence.check([segment.name])
    assert [finding.kind.code for finding in found] == ["E-REG-04"]
    assert "1–20" in found[0].sentence("en")


def test_files_that_were_exchanged_together_with_their_digests_are_found(
    register: Register, segment: Segment
) -> None:
    """Whoever rewrites file and segment.json alike cannot rewrite the name that the ledger has."""
    store = register.evidence
    other = store.write(rows_for(register, delivery_of(2), 3), register.vault.key_of)
    for file in FILES:
        data = (store.folder / other.name / file).read_bytes()
        (store.folder / segment.name / file).write_bytes(data)
    with pytest.raises(ProofFailed, match="does not fit its digest"):
        store.scored_paths([segment.name])
    found = store.check([segment.name])
    assert [finding.kind.code for finding in found] == ["E-REG-03"]
    assert "does not fit the segment's name" in found[0].sentence("en")


def test_a_new_process_remembers_no_digest(store: EvidenceStore, segment: Segment) -> None:
    store.scored_paths([segment.name])
    flip(store.folder / segment.name / "scored.parquet", 100, keep_time=True)
    with pytest.raises(ProofFailed):
        EvidenceStore(store.folder).scored_paths([segment.name])
    assert store.check([segment.name]) != ()


@pytest.mark.parametrize("file", FILES)
def test_a_missing_segment_or_file_is_named(
    store: EvidenceStore, segment: Segment, file: str
) -> None:
    (store.folder / segment.name / file).unlink()
    assert [f.kind.code for f in store.check([segment.name])] == ["E-REG-02"]
    if file == "by_subject.bin":
        with pytest.raises(RegisterDamaged, match=f"{segment.name} is missing"):
            store.about([segment.name], [])
    elif file != "sealed.parquet":
        with pytest.raises(RegisterDamaged, match=f"{segment.name} is missing") as refused:
            store.scored_paths([segment.name])
        assert "缺失" in refused.value.said_in("zh")


def test_a_damaged_segment_is_not_taken_for_written(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    flip(register.evidence.folder / segment.name / "sealed.parquet", 9)
    with pytest.raises(ProofFailed):
        register.evidence.write(rows, register.vault.key_of)


def test_rows_that_do_not_fit_their_blocks_are_named(
    register: Register, rows: list[EvidenceRow]
) -> None:
    """A writer with a fault: files and name fit each other, the rows do not fit the digests."""
    scored, sealed = tables(rows, register.vault.key_of)
    wrong, files = packed(scored, sealed.slice(0, 19))
    write_folder_durably(register.evidence.folder / wrong.name, files)
    found = register.evidence.check([wrong.name])
    assert [finding.kind.code for finding in found] == ["E-REG-05"]
    assert "与 segment.json 不符：1–20" in found[0].sentence("zh")


def test_rows_out_of_order_are_found(register: Register, rows: list[EvidenceRow]) -> None:
    """A writer with a fault: all digests fit, but the rows do not stand by subject and record."""
    scored, sealed = tables(rows, register.vault.key_of)
    backwards = list(reversed(range(len(rows))))
    wrong, files = packed(scored.take(backwards), sealed.take(backwards))
    write_folder_durably(register.evidence.folder / wrong.name, files)
    assert [f.kind.code for f in register.evidence.check([wrong.name])] == ["E-REG-05"]


@pytest.mark.parametrize(
    ("scored", "says"),
    [
        ({"unknown": 1}, 'no column "unknown"'),
        ({"type": 5}, r"\"type\" cannot hold \['int', 'str'\]"),
        ({"happened": "2026-01-02"}, "cannot hold"),
        ({"happened": dt.datetime(2026, 1, 2, tzinfo=dt.UTC)}, "cannot hold"),
        ({"adverse": 1}, "cannot hold"),
        ({"document": True}, "cannot hold"),
        ({"known": 2**63}, "64 bits"),
        ({"f_rate": 0.5}, "cannot hold"),
    ],
)
def test_a_value_of_another_type_is_refused(
    register: Register, rows: list[EvidenceRow], scored: dict[str, Scalar], says: str
) -> None:
    wrong = rescored(rows[0], scored)
    with pytest.raises(ValueError, match=says):
        register.evidence.write([wrong, *rows[1:]], register.vault.key_of)
    assert register.evidence.names() == []


def test_a_field_of_two_types_is_refused(register: Register, rows: list[EvidenceRow]) -> None:
    values: tuple[Scalar, ...] = (1, "one")
    two = [rescored(row, {"f_x": value}) for row, value in zip(rows, values, strict=False)]
    with pytest.raises(ValueError, match=r"\"f_x\" cannot hold \['int', 'str'\]"):
        register.evidence.write(two, register.vault.key_of)


def test_a_segment_without_rows_or_with_a_record_twice_is_refused(
    register: Register, rows: list[EvidenceRow]
) -> None:
    for wrong in ([], [rows[0], rows[0]]):
        with pytest.raises(ValueError, match="at least one row, and each record once"):
            register.evidence.write(wrong, register.vault.key_of)


def test_an_erased_subject_stays_shut(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    register.vault.destroy(rows[0].subject)
    with pytest.raises(Conflict, match="was erased"):
        list(register.evidence.unseal([segment.name], [rows[0].record], register.vault.key_of))
    other = next(row for row in rows if row.subject != rows[0].subject)
    opened = register.evidence.unseal([segment.name], [other.record], register.vault.key_of)
    assert dict(opened) == {other.record: json.loads(other.sealed)}


def test_another_key_opens_nothing(
    register: Register, rows: list[EvidenceRow], segment: Segment
) -> None:
    wrong: Callable[[SubjectId], bytes] = lambda subject: bytes(32)  # noqa: E731
    with pytest.raises(ProofFailed, match="Sealed bytes were changed"):
        list(register.evidence.unseal([segment.name], [rows[0].record], wrong))


def test_an_unknown_subject_has_no_key_to_write_with(
    register: Register, rows: list[EvidenceRow]
) -> None:
    stranger = replace(rows[0], subject=SubjectId(5))
    with pytest.raises(EvenhandError, match="unknown"):
        register.evidence.write([stranger], register.vault.key_of)
    assert register.evidence.names() == []
