"""Check the rows of the live segments: as many as were recorded, each once, each with its key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.keys.sealing import KEY_BYTES
from evenhand.relational import findings
from evenhand.relational.live import LiveDelivery, segments_of
from evenhand.relational.register import VAULT_FOLDER, Register
from evenhand.relational.segment import SCORED_FILE

_EVIDENCE = Place(file="evidence")


def check_rows(
    register: Register, live: Iterable[LiveDelivery], unsound: Collection[str]
) -> Iterator[Finding]:
    """Hold what deliveries recorded against what their segments hold.

    Args:
        register: The register.
        live: The deliveries that stand.
        unsound: Segments that were found damaged; deliveries with such a one are passed over.
    """
    records: dict[str, pa.ChunkedArray] = {}
    for delivery in live:
        if not set(unsound).isdisjoint(delivery.segments):
            continue
        there = 0
        for name in delivery.segments:
            read = _read(register, name, ["record", "delivery"])
            own = pc.equal(read["delivery"], delivery.delivery)
            there += pc.sum(own).as_py() or 0
            records[name] = read["record"]
        if there > delivery.rows or (delivery.exact and there < delivery.rows):
            told = {"delivery": delivery.delivery, "told": delivery.rows, "there": there}
            yield found(findings.ROWS_LOST, _EVIDENCE, **told)
    yield from _twice([*records.values()])


def check_keys(
    register: Register, live: Iterable[LiveDelivery], unsound: Collection[str]
) -> Iterator[Finding]:
    """Hold the subjects of the sound segments against the vault, and look at every key in it."""
    lengths = register.vault.key_lengths()
    place = Place(file=VAULT_FOLDER)
    rows: Counter[int] = Counter()
    for name in set(segments_of(live)).difference(unsound):
        rows.update(_subjects(register, name))
    unknown = sorted(number for number in rows if SubjectId(number) not in lengths)
    if unknown:
        told = {"read": SubjectId(unknown[0]), "count": len(unknown)}
        yield found(findings.KEY_MISSING, place, **told)
    for subject, length in lengths.items():
        if length not in (None, KEY_BYTES):
            yield found(findings.KEY_LENGTH, place, read=subject, count=length)
    erased = {int(subject) for subject, length in lengths.items() if length is None}
    if erased:
        yield found(findings.ERASED, place, count=len(erased))
    left = sum(rows[number] for number in erased)
    if left:
        yield found(findings.ERASED_ROWS, _EVIDENCE, count=left)


def _twice(records: list[pa.ChunkedArray]) -> Iterator[Finding]:
    if not records:
        return
    counted = pc.value_counts(pa.chunked_array([c for r in records for c in r.chunks], pa.int64()))
    again = counted.filter(pc.greater(pc.struct_field(counted, "counts"), 1))
    if len(again):
        first = min(entry["values"] for entry in again.to_pylist())
        read = RecordId(first)
        yield found(findings.RECORD_TWICE, _EVIDENCE, read=read, count=len(again))


def _subjects(register: Register, name: str) -> dict[int, int]:
    counted = pc.value_counts(_read(register, name, ["subject"])["subject"])
    return {entry["values"]: entry["counts"] for entry in counted.to_pylist()}


def _read(register: Register, name: str, columns: list[str]) -> pa.Table:
    return pq.read_table(register.evidence.folder / name / SCORED_FILE, columns=columns)
