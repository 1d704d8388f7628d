"""One segment of evidence as bytes: files with the same rows, and what proves them.

``scored.parquet`` holds the plain columns that engines scan, in row groups of 50,000. ``sealed.parquet``
holds one sealed blob for each row, in the same order (by subject, then record), in row groups of
1,000, so that one record is opened without reading the rest. ``by_subject.bin`` holds the scored rows
once more, so that one subject's are found without a scan (``by_subject``); a segment of form 1 has none.

``segment.json`` names the SHA-256 of the files (integrity) and of each block of 50,000 rows
(meaning: equal for equal rows, whatever wrote the files). A block's digest is taken over its columns,
scored then sealed: for each a line of JSON with name and type, then a line with its values, days as
days since 1970, sealed blobs as their lengths followed by their bytes. Because the sealed blobs are
within, nobody can guess rows from a digest. A segment's name is the start of the SHA-256 of its
``segment.json``: who knows the name (the ledger does) can prove every byte.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.keys.sealing import seal
from evenhand.relational.by_subject import BY_SUBJECT_FILE, laid_out
from evenhand.relational.columns import FIELD_PREFIX, SCORED, SEALED

SCORED_FILE = "scored.parquet"
SEALED_FILE = "sealed.parquet"
FACTS_FILE = "segment.json"
BLOCK = 50_000
SEALED_GROUP = 1_000

_FORM = "evenhand/segment/2"
_NAME_DIGITS = 32
_TYPES: dict[type, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.int64(),
    str: pa.string(),
    dt.date: pa.date32(),
}

Scalar: TypeAlias = int | str | bool | dt.date | None

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One record for the evidence: whose it is, what is scored, what is sealed.

    Attributes:
        scored: Values by column name, of ``columns.SCORED`` (subject and record aside) and
            ``f_<field>``; what is missing is null.
        sealed: Name, document, article and statements, as the bytes of a canonical value.
    """

    subject: SubjectId
    record: RecordId
    scored: Mapping[str, Scalar]
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment that was written: its name, how many rows, SHA-256 of its ``segment.json``."""

    name: str
    rows: int
    digest: str


def tables(
    rows: Sequence[EvidenceRow], key_of: Callable[[SubjectId], bytes]
) -> tuple[pa.Table, pa.Table]:
    """Lay rows out as the scored and the sealed table, by subject and record.

    Raises:
        ValueError: When there is no row, a record stands twice, a column is unknown, or a value
            does not have its column's type.
    """
    ordered = sorted(rows, key=lambda row: (row.subject, row.record))
    if not ordered or len({row.record for row in ordered}) != len(ordered):
        raise ValueError("a segment has at least one row, and each record once")
    subjects = pa.array([int(row.subject) for row in ordered], pa.int64())
    records = pa.array([int(row.record) for row in ordered], pa.int64())
    columns = {"subject": subjects, "record": records}
    for name, wanted in SCORED[2:]:
        columns[name] = _column(name, [row.scored.get(name) for row in ordered], wanted)
    for name in sorted({name for row in ordered for name in row.scored} - columns.keys()):
        if not name.startswith(FIELD_PREFIX):
            raise ValueError(f'evidence has no column "{name}"')
        values = [row.scored.get(name) for row in ordered]
        if any(value is not None for value in values):
            columns[name] = _column(name, values, None)
    keys = {row.subject: key_of(row.subject) for row in ordered}
    blobs = [
        seal(keys[row.subject], row.sealed, bound_to(row.subject, row.record)) for row in ordered
    ]
    sealed = pa.table([subjects, records, pa.array(blobs, pa.binary())], schema=pa.schema(SEALED))
    return pa.table(columns), sealed


def packed(scored: pa.Table, sealed: pa.Table) -> tuple[Segment, dict[str, bytes]]:
    """Turn the two tables into a segment's files."""
    by_subject, head = laid_out(scored)
    files = {
        SCORED_FILE: _parquet(scored, BLOCK),
        SEALED_FILE: _parquet(sealed, SEALED_GROUP, plain=True),
        BY_SUBJECT_FILE: by_subject,
    }
    starts = range(0, scored.num_rows, BLOCK)
    facts: Json = {
        "form": _FORM,
        "rows": scored.num_rows,
        "blocks": [block_digest(scored.slice(s, BLOCK), sealed.slice(s, BLOCK)) for s in starts],
        "by_subject": head,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    files[FACTS_FILE] = canonical(facts)
    digest = hashlib.sha256(files[FACTS_FILE]).hexdigest()
    return Segment(name_of(digest), scored.num_rows, digest), files


def name_of(digest: str) -> str:
    """Name a segment by the SHA-256 (hexadecimal) of its ``segment.json``."""
    return digest[:_NAME_DIGITS]


def bound_to(subject: SubjectId, record: RecordId) -> bytes:
    """What a sealed blob is bound to: it opens for this subject and record alone."""
    return f"evenhand/record/1\n{subject} {record}".encode()


def block_digest(scored: pa.Table, sealed: pa.Table) -> str:
    """Digest one block of rows by what they say, in hexadecimal; see the module's text."""
    made = hashlib.sha256()
    for table in (scored, sealed):
        for field in table.schema:
            made.update(_compact([field.name, str(field.type)]).encode() + b"\n")
            for piece in _values(table[field.name]):
                made.update(piece)
    return made.hexdigest()


def _values(column: pa.ChunkedArray) -> Iterator[bytes]:
    if pa.types.is_date32(column.type):
        column = column.cast(pa.int32())
    if pa.types.is_binary(column.type):
        yield _compact(pc.binary_length(column).to_pylist()).encode() + b"\n"
        for start in range(0, len(column), SEALED_GROUP):
            yield b"".join(column.slice(start, SEALED_GROUP).to_pylist())
    else:
        values: list[Any] = column.to_pylist()
        yield _compact(values).encode() + b"\n"


def _column(name: str, values: list[Scalar], wanted: pa.DataType | None) -> pa.Array:
    there = {_base(kind) for kind in set(map(type, values)) - {type(None)}}
    kinds = {_TYPES.get(kind) for kind in there}
    if None in kinds or (len(kinds) != 1 if wanted is None else not kinds <= {wanted}):
        raise ValueError(f'column "{name}" cannot hold {sorted(kind.__name__ for kind in there)}')
    try:
        return pa.array(values, wanted or kinds.pop())
    except OverflowError:
        raise ValueError(f'column "{name}" holds whole numbers of 64 bits') from None


def _base(kind: type) -> type:
    """The plain type of values of a type; identifiers are texts or numbers, a moment is no day."""
    return next((plain for plain in (bool, int, str) if issubclass(kind, plain)), kind)


def _parquet(table: pa.Table, group: int, *, plain: bool = False) -> bytes:
    """Write a table as Parquet; ``plain`` for sealed bytes, which nothing makes any shorter."""
    sink = io.BytesIO()
    packing = "none" if plain else "zstd"
    pq.write_table(
        table, sink, row_group_size=group, compression=packing, use_dictionary=not plain,
        write_statistics=not plain, version="2.6",
    )  # fmt: skip
    return sink.getvalue()
