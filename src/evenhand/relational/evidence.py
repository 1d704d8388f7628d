"""Immutable Parquet segments of records, clustered by subject, each proved by its digests.

A segment appears whole or not at all, and is durable when ``write`` returns; then, and not before,
an event may name it. No byte of a segment is handed out before it was held against its digest.

Where a segment is read, its name may stand with a moment (``name@microseconds``, see ``live``): only its
rows known up to then are read, from a copy of these that lasts as long as the process.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.canonical import Json
from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.keys.sealing import unseal
from evenhand.relational.by_subject import unproved
from evenhand.relational.columns import SCORED
from evenhand.relational.durable import (
    LEFTOVER,
    keep_names,
    remove_durably,
    write_folder_durably,
)
from evenhand.relational.live import KNOWN_UNTIL
from evenhand.relational.rows_about import RowsAbout, State, missing, state_of
from evenhand.relational.segment import (
    FACTS_FILE,
    SCORED_FILE,
    SEALED_FILE,
    SEALED_GROUP,
    EvidenceRow,
    Segment,
    bound_to,
    name_of,
    packed,
    tables,
)
from evenhand.relational.segment_proof import prove_segment

__all__ = ["EvidenceRow", "EvidenceStore", "Segment"]

KeyOf = Callable[[SubjectId], bytes]


class EvidenceStore:
    """The segments in one folder.

    A file whose digest was checked is not read again for it by the same process, as long as it is
    the same file with the same size and time of change.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._checked: dict[State, str] = {}
        self._parts: TemporaryDirectory[str] | None = None
        self._rows = RowsAbout(folder, self._scored)

    def write(self, rows: Sequence[EvidenceRow], key_of: KeyOf) -> Segment:
        """Write rows as one segment; the same rows again change nothing.

        Raises:
            ValueError: When there is no row, a record stands twice, or a value does not fit.
            EvenhandError: When the disk did not keep it; there is no such segment then.
        """
        return self._keep(*tables(rows, key_of))

    def without(
        self,
        name: str,
        subjects: Collection[SubjectId] = (),
        records: Collection[RecordId] = (),
    ) -> tuple[Segment | None, dict[str, int]]:
        """Write a segment again without some rows, for erasure and the end of retention.

        The old segment stays until ``remove``. No key is needed: sealed blobs move as they are.

        Returns:
            The new segment and how many rows it lacks, by delivery; None when nothing is left, or
            nothing was taken out.

        Raises:
            RegisterDamaged: When the segment is missing.
            ProofFailed: When it does not fit its digests.
        """
        scored = pq.read_table(self._proved(name, SCORED_FILE))
        gone = pc.or_(_among(scored["subject"], subjects), _among(scored["record"], records))
        counted = pc.value_counts(scored["delivery"].filter(gone)).to_pylist()
        lacks = {one["values"]: one["counts"] for one in counted}
        if sum(lacks.values()) in (0, scored.num_rows):
            return None, lacks
        kept = pc.invert(gone)
        sealed = pq.read_table(self._proved(name, SEALED_FILE))
        return self._keep(scored.filter(kept), sealed.filter(kept)), lacks

    def together(self, names: Sequence[str]) -> Segment | None:
        """Write the rows of several segments as one; the old ones stay until ``remove``.

        Returns:
            The new segment; None when a field has one type in one and another in the next.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When one does not fit its digests.
        """
        try:
            scored, sealed = (
                pa.concat_tables(
                    [pq.read_table(self._proved(name, file)) for name in names],
                    promote_options="default",
                )
                for file in (SCORED_FILE, SEALED_FILE)
            )
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            return None
        plain = [name for name, _ in SCORED]
        fields = sorted(set(scored.column_names) - set(plain))
        order = pc.sort_indices(scored, [("subject", "ascending"), ("record", "ascending")])
        scored = scored.select([*plain, *fields]).take(order).combine_chunks()
        return self._keep(scored, sealed.take(order).combine_chunks())

    def apart(self, name: str, delivery: str) -> tuple[Segment | None, Segment | None]:
        """Write a segment as two: the rows of the other deliveries, and those of one.

        Returns:
            Both; None for the one that would have no row. The old segment stays until ``remove``.

        Raises:
            RegisterDamaged: When the segment is missing.
            ProofFailed: When it does not fit its digests.
        """
        scored = pq.read_table(self._proved(name, SCORED_FILE))
        sealed = pq.read_table(self._proved(name, SEALED_FILE))
        own = pc.equal(scored["delivery"], delivery)
        parts = ((scored.filter(rows), sealed.filter(rows)) for rows in (pc.invert(own), own))
        others, its = (self._keep(*part) if part[0].num_rows else None for part in parts)
        return others, its

    def remove(self, name: str) -> None:
        """Remove a segment that no event counts on any more; gone for good when it returns."""
        self._rows.forget(name)
        if self._parts is not None:
            for copied in Path(self._parts.name).glob(f"{name}{KNOWN_UNTIL}*"):
                copied.unlink()
        remove_durably(self.folder / name)

    def names(self) -> list[str]:
        """All segments that are there, named by an event or not, sorted."""
        folders = self.folder.iterdir()
        return sorted(path.name for path in folders if not path.name.endswith(LEFTOVER))

    def scored_paths(self, names: Collection[str]) -> list[Path]:
        """The scored files of segments, after each was held against its digest.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When a file does not fit its digest.
        """
        return [self._scored(name) for name in names]

    def about(self, names: Collection[str], subjects: Collection[SubjectId]) -> pa.Table:
        """All scored rows of some subjects, and those that take the place of one of theirs.

        Waiting numbers are subjects too. What it costs grows with the rows found and the number of
        segments, not with the rows that are there.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When a block that holds a row does not fit its digest.
        """
        return self._rows.about(names, subjects)

    def whose(self, names: Collection[str], records: Collection[RecordId]) -> set[SubjectId]:
        """Whose some records are; looks through the numbers of all records.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When a block does not fit its digest.
        """
        return self._rows.whose(names, records)

    def unseal(
        self, names: Collection[str], records: Collection[RecordId], key_of: KeyOf
    ) -> Iterator[tuple[RecordId, Json]]:
        """Open the sealed part of records, in the order of names, subjects and records.

        Raises:
            RegisterDamaged: When a segment is missing.
            ProofFailed: When a file does not fit its digest, or a blob its key.
        """
        wanted = pa.array(sorted(int(record) for record in set(records)), pa.int64())
        for name in dict.fromkeys(name.split(KNOWN_UNTIL)[0] for name in names):
            there = pq.read_table(self._proved(name, SCORED_FILE), columns=["record"])["record"]
            rows: list[int] = pc.indices_nonzero(pc.is_in(there, value_set=wanted)).to_pylist()
            if rows:
                yield from self._opened(self._proved(name, SEALED_FILE), rows, key_of)

    def check(self, names: Collection[str]) -> tuple[Finding, ...]:
        """Prove segments from their bytes up, past what this process remembers."""
        return tuple(finding for name in names for finding in prove_segment(self.folder / name))

    def _opened(
        self, path: Path, rows: Sequence[int], key_of: KeyOf
    ) -> Iterator[tuple[RecordId, Json]]:
        groups: dict[int, list[int]] = {}
        for row in rows:
            groups.setdefault(row // SEALED_GROUP, []).append(row % SEALED_GROUP)
        with pq.ParquetFile(path) as file:
            for group, places in groups.items():
                for row in file.read_row_group(group).take(places).to_pylist():
                    subject, record = SubjectId(row["subject"]), RecordId(row["record"])
                    opened = unseal(key_of(subject), row["sealed"], bound_to(subject, record))
                    yield record, json.loads(opened)

    def _keep(self, scored: pa.Table, sealed: pa.Table) -> Segment:
        segment, files = packed(scored, sealed)
        if (self.folder / segment.name).exists():
            for file in (SCORED_FILE, SEALED_FILE):
                self._proved(segment.name, file)
            keep_names(self.folder)  # whoever wrote it may have been killed before this
        else:
            write_folder_durably(self.folder / segment.name, files)
        return segment

    def _scored(self, name: str) -> Path:
        """The scored file of a segment, or of its rows that were known at a moment."""
        segment, _, until = name.partition(KNOWN_UNTIL)
        whole = self._proved(segment, SCORED_FILE)
        if not until:
            return whole
        if self._parts is None:
            self._parts = TemporaryDirectory(prefix="evenhand-")
        path = Path(self._parts.name) / name
        if not path.exists():
            rows = pq.read_table(whole)
            pq.write_table(rows.filter(pc.less_equal(rows["known"], int(until))), path)
        return path

    def _proved(self, name: str, file: str) -> Path:
        path = self.folder / name / file
        try:
            facts = (self.folder / name / FACTS_FILE).read_bytes()
            there = self._digest(path)
        except FileNotFoundError:
            raise missing(name) from None
        fits = name_of(hashlib.sha256(facts).hexdigest()) == name
        if not fits or _files(facts)[file] != there:
            raise unproved(name, file)
        return path

    def _digest(self, path: Path) -> str:
        key = state_of(path)
        if key not in self._checked:
            with path.open("rb") as file:
                self._checked[key] = hashlib.file_digest(file, "sha256").hexdigest()
        return self._checked[key]


def _files(facts: bytes) -> Mapping[str, str]:
    read: dict[str, Any] = json.loads(facts)
    files: dict[str, str] = read["files"]
    return files


def _among(column: pa.ChunkedArray, numbers: Collection[int]) -> pa.ChunkedArray:
    return pc.is_in(column, value_set=pa.array(sorted(map(int, numbers)), pa.int64()))
