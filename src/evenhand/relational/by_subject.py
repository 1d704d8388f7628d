"""The scored columns of one segment laid out so that one subject's rows are found without a scan.

``by_subject.bin`` holds the rows of ``scored.parquet`` again, column after column, in the narrowest
whole numbers that hold them (texts as places in a list, days as days since 1970), with the place at
which each subject's rows begin. It is mapped into memory: finding a subject is a binary search,
taking its rows copies these rows and no other.

The file begins with eight bytes (the length of the head, little-endian), then the head, a line of JSON
that says where each column begins and names the SHA-256 of the index and of each block of 4,096 rows
(for each column its values, then which of them are there), then from the next multiple of 64 bytes the
columns. ``segment.json`` names the SHA-256 of the head and of the whole file. No row is handed out before the
block that holds it was held against its digest; a block that was is not read for it again.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text

BY_SUBJECT_FILE: Final = "by_subject.bin"
ROWS_OF_BLOCK: Final = 4096

_FORM: Final = "evenhand/by-subject/1"
_ALIGNED: Final = 64
_LENGTH: Final = 8
_WIDTHS: Final = ((1, pa.int8()), (2, pa.int16()), (4, pa.int32()), (8, pa.int64()))
_NUMBERS: Final = dict(_WIDTHS)
_TYPES: Final[Mapping[str, pa.DataType]] = {
    str(kind): kind for kind in (pa.int64(), pa.string(), pa.date32(), pa.bool_())
}
_INDEX: Final = ("subjects", "starts", "corrected", "corrections")


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column is: from ``at`` on, ``width`` bytes a value; a width of 0: ``same`` throughout.

    Attributes:
        there_at: Where one byte for each row says whether there is a value; None: always.
        texts: What the values are places in.
    """

    name: str
    type: str
    width: int
    at: int
    there_at: int | None
    same: str | None
    texts: list[str] | None


def laid_out(scored: pa.Table) -> tuple[bytes, str]:
    """Lay out the scored columns of a segment, which are in order of subject and record.

    Returns:
        The file, and the SHA-256 of its head, in hexadecimal.
    """
    body = bytearray()
    columns = [_add(body, name, scored[name].combine_chunks()) for name in scored.column_names]
    index_from = len(body)
    index = dict(zip(_INDEX, (_put(body, part) for part in _index_of(scored)), strict=True))
    view = memoryview(body)
    starts = range(0, scored.num_rows, ROWS_OF_BLOCK)
    head = canonical(
        {
            "form": _FORM,
            "rows": scored.num_rows,
            "columns": [asdict(column) for column in columns],
            "index": {name: list(place) for name, place in index.items()},
            "index_from": index_from,
            "index_digest": hashlib.sha256(view[index_from:]).hexdigest(),
            "blocks": [_block(view, columns, start, scored.num_rows) for start in starts],
        }
    )
    view.release()
    before = _LENGTH + len(head)
    gap = bytes(-before % _ALIGNED)
    whole = len(head).to_bytes(_LENGTH, "little") + head + gap + bytes(body)
    return whole, hashlib.sha256(head).hexdigest()


def unproved(segment: str, file: str) -> ProofFailed:
    """Say that a file of a segment does not fit its digest."""
    return ProofFailed(
        Text(
            zh=f"证据文件 {segment}/{file} 与其摘要不符，未予读取。请运行 evenhand check。",
            en=f"The evidence file {segment}/{file} does not fit its digest and was not read. "
            "Run: evenhand check",
        )
    )


class BySubject:
    """A segment's rows, found by subject; keeps its file mapped.

    Args:
        data: The file.
        segment: Name of the segment.
        head_digest: SHA-256 of the file's head, as the segment's facts have it.

    Raises:
        ProofFailed: When head or index do not fit their digests; a row's block is held against its own
            when the row is asked for.
    """

    def __init__(self, data: pa.Buffer, segment: str, head_digest: str) -> None:
        self._segment = segment
        length = int.from_bytes(data[:_LENGTH], "little")
        said = bytes(data[_LENGTH : _LENGTH + length])
        if hashlib.sha256(said).hexdigest() != head_digest:
            raise unproved(self._segment, BY_SUBJECT_FILE)
        head: Mapping[str, Any] = json.loads(said)
        before = _LENGTH + length
        self._body = data.slice(before + -before % _ALIGNED)
        self._view = memoryview(self._body)
        self._rows: int = head["rows"]
        self._columns = [_Column(**column) for column in head["columns"]]
        self._digests: Sequence[str] = head["blocks"]
        self._proved = bytearray(len(self._digests))
        if hashlib.sha256(self._view[head["index_from"] :]).hexdigest() != head["index_digest"]:
            raise unproved(self._segment, BY_SUBJECT_FILE)
        at, count = head["index"]["subjects"]
        known = [None, self._body.slice(at, 8 * count)]
        self._known = pa.Array.from_buffers(pa.int64(), count, known)
        self._starts, corrected, corrections = (
            self._numbers(*head["index"][name]) for name in _INDEX[1:]
        )
        self._corrections: dict[int, list[int]] = {}
        for record, place in zip(corrected, corrections, strict=True):
            self._corrections.setdefault(record, []).append(place)
        self._arrays = {column.name: self._array(column) for column in self._columns}

    def about(self, subjects: Sequence[int]) -> pa.Table:
        """All rows of some subjects; the numbers are in order, each once.

        Raises:
            ProofFailed: When a block that holds one of them does not fit its digest.
        """
        return self._taken(self._places(subjects))

    def correcting(self, records: Iterable[int]) -> pa.Table:
        """All rows that take the place of some records, whoever they are about.

        Raises:
            ProofFailed: When a block that holds one of them does not fit its digest.
        """
        if not self._corrections:
            return self._taken(array("q"))
        found = (self._corrections.get(record, ()) for record in records)
        return self._taken(array("q", sorted(place for places in found for place in places)))

    @property
    def corrects(self) -> bool:
        """Whether any row takes the place of a record."""
        return bool(self._corrections)

    def subjects_of(self, records: Collection[int]) -> set[int]:
        """Whose some records are; looks through one column of all rows.

        Raises:
            ProofFailed: When a block does not fit its digest.
        """
        self._prove(range(len(self._digests)))
        wanted = pa.array(sorted(records), pa.int64())
        numbers = self._plain(self._columns[1], None)
        rows = pc.indices_nonzero(pc.is_in(numbers, value_set=wanted)).cast(pa.int64())
        return set(self._plain(self._columns[0], rows).to_pylist())

    def whole(self) -> pa.Table:
        """All rows, for whoever holds them against ``scored.parquet``."""
        self._prove(range(len(self._digests)))
        return self._table(None)

    def _places(self, subjects: Sequence[int]) -> array[int]:
        places, starts = array("q"), self._starts
        wanted = pa.array(subjects, pa.int64())
        at = pc.search_sorted(self._known, wanted)
        there = pc.less(at, len(self._known))
        at, wanted = at.filter(there), wanted.filter(there)
        for place in at.filter(pc.equal(self._known.take(at), wanted)).to_pylist():
            places.extend(range(starts[place], starts[place + 1]))
        return places

    def _taken(self, places: array[int]) -> pa.Table:
        self._prove({place // ROWS_OF_BLOCK for place in places})
        numbers = pa.Array.from_buffers(pa.int64(), len(places), [None, pa.py_buffer(places)])
        return self._table(numbers)

    def _table(self, places: pa.Array | None) -> pa.Table:
        return pa.table({column.name: self._plain(column, places) for column in self._columns})

    def _prove(self, blocks: Iterable[int]) -> None:
        for block in blocks:
            if not self._proved[block]:
                start = block * ROWS_OF_BLOCK
                if _block(self._view, self._columns, start, self._rows) != self._digests[block]:
                    raise unproved(self._segment, BY_SUBJECT_FILE)
                self._proved[block] = 1

    def _plain(self, column: _Column, places: pa.Array | None) -> pa.Array:
        """The values of a column at some places, as the type that it has in ``scored.parquet``."""
        kind = _TYPES[column.type]
        count = self._rows if places is None else len(places)
        if not column.width:
            if column.same is None:
                return pa.nulls(count, kind)
            number = int(column.same)
            same = number if column.texts is None else column.texts[number]
            return pa.repeat(pa.scalar(same, _stored(kind)), count).cast(kind)
        values, there = self._arrays[column.name]
        if places is not None:
            values = values.take(places)
            there = None if there is None else there.take(places)
        if there is not None:
            values = pc.if_else(there.cast(pa.bool_()), values, pa.scalar(None, values.type))
        if column.texts is not None:
            texts = pa.array(column.texts, pa.string())
            return texts.take(values)
        return values.cast(_stored(kind)).cast(kind)

    def _array(self, column: _Column) -> tuple[pa.Array, pa.Array | None]:
        if not column.width:
            return pa.nulls(0), None
        values = self._over(_NUMBERS[column.width], column.at)
        there = None if column.there_at is None else self._over(pa.int8(), column.there_at)
        return values, there

    def _over(self, kind: pa.DataType, at: int) -> pa.Array:
        size = self._rows * kind.bit_width // 8
        return pa.Array.from_buffers(kind, self._rows, [None, self._body.slice(at, size)])

    def _numbers(self, at: int, count: int) -> memoryview:
        return self._view[at : at + 8 * count].cast("q")


def _stored(kind: pa.DataType) -> pa.DataType:
    """Days and truths are numbers in the file."""
    if pa.types.is_date32(kind):
        return pa.int32()
    return pa.int8() if pa.types.is_boolean(kind) else kind


def _add(body: bytearray, name: str, values: pa.Array) -> _Column:
    """Add one column to the file's body."""
    kind, texts = str(values.type), None
    if _TYPES.get(kind) is None:
        raise ValueError(f'column "{name}" cannot hold {kind}')
    there = None
    if values.null_count and values.null_count < len(values):
        there = values.is_valid().cast(pa.int8())
    if values.null_count == len(values):
        return _Column(name, kind, 0, 0, None, None, None)
    if kind == "string":
        coded = values.dictionary_encode()
        values, texts = coded.indices, coded.dictionary.to_pylist()
    numbers = values.cast(_stored(values.type)).cast(pa.int64()).fill_null(0)
    least, most = pc.min_max(numbers).as_py().values()
    if there is None and least == most:
        return _Column(name, kind, 0, 0, None, str(least), texts)
    bits = 1 + max((one if one >= 0 else -one - 1).bit_length() for one in (least, most))
    width, narrow = next((size, of) for size, of in _WIDTHS if bits <= 8 * size)
    at, _ = _put(body, numbers.cast(narrow))
    there_at = None if there is None else _put(body, there)[0]
    return _Column(name, kind, width, at, there_at, None, texts)


def _put(body: bytearray, numbers: pa.Array) -> tuple[int, int]:
    """Append whole numbers without nulls from the next multiple of 64 bytes; where, and how many."""
    body += bytes(-len(body) % _ALIGNED)
    at, size = len(body), numbers.type.bit_width // 8
    start = numbers.offset * size
    body += memoryview(numbers.buffers()[1])[start : start + len(numbers) * size]
    return at, len(numbers)


def _index_of(scored: pa.Table) -> Iterator[pa.Array]:
    """Each subject once, where its rows begin (and where all end); which rows correct which records."""
    runs = pc.run_end_encode(scored["subject"].combine_chunks(), run_end_type=pa.int64())
    yield runs.values
    yield pa.concat_arrays([pa.array([0], pa.int64()), runs.run_ends])
    rows = pc.indices_nonzero(scored["supersedes"].is_valid().combine_chunks()).cast(pa.int64())
    yield scored["supersedes"].combine_chunks().take(rows)
    yield rows


def _block(view: memoryview, columns: Sequence[_Column], start: int, rows: int) -> str:
    """Digest the rows of one block as the file holds them."""
    end = min(start + ROWS_OF_BLOCK, rows)
    made = hashlib.sha256()
    for column in columns:
        if column.width:
            made.update(view[column.at + start * column.width : column.at + end * column.width])
        if column.there_at is not None:
            made.update(view[column.there_at + start : column.there_at + end])
    return made.hexdigest()


if sys.byteorder != "little":  # the file is read as it lies
    raise ImportError("evidence is laid out for little-endian machines")
