"""One subject's rows out of segments: found without a scan, proved block by block."""

from __future__ import annotations

import datetime as dt
import json
from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.errors import ProofFailed, RegisterDamaged
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.relational.by_subject import ROWS_OF_BLOCK, BySubject, laid_out
from evenhand.relational.columns import SCORED
from evenhand.relational.evidence import EvidenceStore
from evenhand.relational.register import Register
from evenhand.relational.segment import packed
from tests.small_register import delivery_of, rows_for

COUNT = 3 * ROWS_OF_BLOCK + 17


def scored(count: int = COUNT, first: int = 0, **columns: pa.Array) -> pa.Table:
    """Rows of subjects 10, 13, 16 …, three each, with values of every sort."""
    places = range(first, first + count)
    whole: dict[str, object] = {name: pa.nulls(count, kind) for name, kind in SCORED}
    whole |= {
        "subject": pa.array([10 + place // 3 * 3 for place in places], pa.int64()),
        "record": pa.array([2**62 + place for place in places], pa.int64()),
        "type": pa.array([f"type-{place % 300}" for place in places]),
        "content": pa.array([(-1) ** place * (2**63 - 1 - place) for place in places], pa.int64()),
        "happened": pa.array([dt.date(2026, 1, 1) - dt.timedelta(place) for place in places]),
        "adverse": pa.array([place % 2 == 0 for place in places]),
        "known": pa.array([2**60] * count, pa.int64()),
        "retracts": pa.array([False] * count),
        "waits": pa.array([False] * count),
        "delivery": pa.array(["D-1"] * count),
        "f_least": pa.array([-(2**63) if place % 7 else None for place in places], pa.int64()),
        "f_note": pa.array([None if place % 5 else "号" for place in places], pa.string()),
        **columns,
    }
    return pa.table(whole)


def opened(table: pa.Table) -> BySubject:
    data, head = laid_out(table)
    return BySubject(pa.py_buffer(data), "segment", head)


def test_rows_of_some_subjects_are_those_of_a_scan() -> None:
    table = scored()
    wanted = [9, 10, 14, 4_105, 4_108, COUNT + 7, 10**9]
    found = opened(table).about(wanted)
    assert found.equals(table.filter(pc.is_in(table["subject"], pa.array(wanted))))
    assert found.num_rows == 9  # 10, 4105 and 4108 are there, three each


def test_all_rows_come_back_as_they_were_in_every_type_and_null() -> None:
    table = scored()
    assert opened(table).whole().equals(table)


def test_the_same_rows_make_the_same_bytes_whatever_they_were_cut_from() -> None:
    table = scored()
    cut = pa.concat_tables([table.slice(0, 100), table.slice(100)])
    assert laid_out(table) == laid_out(cut)


def test_who_takes_the_place_of_a_record_is_found_whoever_they_are_about() -> None:
    corrected: list[int | None] = [None] * COUNT
    corrected[5_000], corrected[9_000] = 2**62 + 1, 2**62 + 1
    table = scored(supersedes=pa.array(corrected, pa.int64()))
    there = opened(table)
    found = there.correcting({2**62 + 1, 2**62 + 2})
    assert found["record"].to_pylist() == [2**62 + 5_000, 2**62 + 9_000]
    assert there.subjects_of({2**62 + 1, 2**62 + 5_000, 7}) == {10, 10 + 5_000 // 3 * 3}


def test_a_flipped_bit_stops_the_subject_that_it_belongs_to_and_no_other() -> None:
    data, head = laid_out(scored())
    wrong = bytearray(data)
    length = int.from_bytes(data[:8], "little")
    told = json.loads(data[8 : 8 + length])
    records = next(column for column in told["columns"] if column["name"] == "record")
    body = 8 + length + -(8 + length) % 64
    wrong[body + records["at"] + 8 * (ROWS_OF_BLOCK + 2)] ^= 1
    there = BySubject(pa.py_buffer(bytes(wrong)), "a-segment", head)
    assert there.about([10]).num_rows == 3
    with pytest.raises(ProofFailed, match=r"a-segment/by_subject\.bin does not fit its digest"):
        there.about([10 + ROWS_OF_BLOCK // 3 * 3 + 3])


@pytest.mark.parametrize("at", [0, 9, 100, -1])
def test_a_flipped_bit_of_head_or_index_stops_everything(at: int) -> None:
    data, head = laid_out(scored(30))
    wrong = bytearray(data)
    wrong[at] ^= 1
    with pytest.raises(ProofFailed, match="was not read"):
        BySubject(pa.py_buffer(bytes(wrong)), "segment", head)


def test_segments_are_asked_together_and_a_field_that_one_lacks_is_null(register: Register) -> None:
    store, key_of = register.evidence, register.vault.key_of
    first = rows_for(register, delivery_of(1), 20)
    names = [store.write(first, key_of).name]
    names.append(store.write(rows_for(register, delivery_of(2), 9), key_of).name)
    subject = first[0].subject
    tables = [pq.read_table(path) for path in store.scored_paths(names)]
    scanned = pa.concat_tables(tables, promote_options="default")
    found = store.about(names, [subject])
    wanted = scanned.filter(pc.equal(scanned["subject"], int(subject)))
    assert found.num_rows > 0
    assert found.select(wanted.column_names).sort_by("record").equals(wanted.sort_by("record"))
    assert store.about(names, [SubjectId(1)]).num_rows == 0
    assert store.whose(names, [first[0].record, RecordId(5)]) == {subject}
    assert store.whose(names, []) == set()


def old_segment(store: EvidenceStore, name: str) -> str:
    """The segment as a version wrote it that laid nothing out by subject."""
    folder = store.folder / name
    facts = json.loads((folder / "segment.json").read_bytes())
    del facts["by_subject"], facts["files"]["by_subject.bin"]
    facts["form"] = "evenhand/segment/1"
    said = json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()
    (folder / "segment.json").write_bytes(said)
    (folder / "by_subject.bin").unlink()
    old = sha256(said).hexdigest()[:32]
    folder.rename(store.folder / old)
    return old


def test_a_segment_of_an_older_version_is_read_checked_and_written_anew(register: Register) -> None:
    store = register.evidence
    rows = rows_for(register, delivery_of(1), 20)
    name = store.write(rows, register.vault.key_of).name
    before = store.about([name], [rows[0].subject])
    old = old_segment(store, name)
    assert store.check([old]) == ()
    assert store.about([old], [rows[0].subject]).equals(before)
    anew, lacks = store.without(old, [rows[0].subject])
    assert anew is not None
    assert sum(lacks.values()) == before.num_rows
    assert (store.folder / anew.name / "by_subject.bin").exists()
    assert store.about([anew.name], [rows[0].subject]).num_rows == 0


def test_a_file_that_is_changed_later_is_proved_again(register: Register) -> None:
    store = register.evidence
    rows = rows_for(register, delivery_of(1), 20)
    name = store.write(rows, register.vault.key_of).name
    store.about([name], [rows[0].subject])
    path = store.folder / name / "by_subject.bin"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(ProofFailed, match=r"by_subject\.bin does not fit"):
        store.about([name], [rows[0].subject])
    assert [finding.kind.code for finding in store.check([name])] == ["E-REG-04"]


def test_rows_by_subject_that_say_something_else_are_found_by_the_check(register: Register) -> None:
    """Whoever wrote the segment laid out other rows by subject than it holds."""
    store = register.evidence
    rows = rows_for(register, delivery_of(1), 20)
    name = store.write(rows, register.vault.key_of).name
    folder = store.folder / name
    table = pq.read_table(folder / "scored.parquet")
    _, files = packed(table, pq.read_table(folder / "sealed.parquet"))
    other = table.set_column(1, "record", pc.add(table["record"], 1))
    files["by_subject.bin"], head = laid_out(other)
    facts = json.loads(files["segment.json"])
    facts["by_subject"] = head
    facts["files"]["by_subject.bin"] = sha256(files["by_subject.bin"]).hexdigest()
    said = json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()
    forged = store.folder / sha256(said).hexdigest()[:32]
    forged.mkdir()
    for file, written in {**files, "segment.json": said}.items():
        (forged / file).write_bytes(written)
    assert [finding.kind.code for finding in store.check([forged.name])] == ["E-REG-05"]


def test_a_field_of_two_types_is_refused_in_words(register: Register) -> None:
    store = register.evidence
    names = []
    for kind in (pa.int64(), pa.string()):
        table = scored(3, f_two=pa.array(["1"] * 3).cast(kind))
        subjects, records = table["subject"], table["record"]
        sealed = pa.table(
            {"subject": subjects, "record": records, "sealed": pa.array([b"x"] * 3, pa.binary())}
        )
        segment, files = packed(table, sealed)
        (store.folder / segment.name).mkdir()
        for file, data in files.items():
            (store.folder / segment.name / file).write_bytes(data)
        names.append(segment.name)
    with pytest.raises(RegisterDamaged, match="one type in one segment") as refused:
        store.about(names, [SubjectId(10)])
    assert "类型不同" in refused.value.said_in("zh")
