"""Read csv and tsv: one encoding for the whole file, decided in a fixed order, never by guessing.

A byte order mark decides; without one the file is UTF-8 if it is valid UTF-8, else GB18030 if it is
valid GB18030, else refused. No character is ever replaced. Every value is text as typed. Rows with
more or fewer cells than most are found: a separator or line break without quotes has moved their
values. A row's number is that of the record, as a spreadsheet shows it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from evenhand.kernel.findings import Finding, Place, found
from evenhand.sources.extent import LONGEST_CELL, MOST_CELLS, refuse_extent
from evenhand.sources.grid import trimmed
from evenhand.sources.guard_findings import NUL_BYTES
from evenhand.sources.reading_findings import (
    BROKEN_QUOTES,
    CELL_TOO_LONG,
    CELLS_TOO_FAR,
    ENCODING_READ,
    RAGGED_ROW,
    SEPARATOR_READ,
    UNKNOWN_ENCODING,
)
from evenhand.sources.refusal import refused, shown_name
from evenhand.sources.sheet import Format, Sheet

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = {",": ",", "\t": "Tab", ";": ";"}
_SAMPLED: Final = 2_000
"""Rows among which names are looked for."""

_HINT: Final = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"')
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_PUBLIC_NAME: Final = re.compile(r"[^\d]{2,28}(?:公司|集团|厂|委员会|局|研究院|医院|法院)")


def read_delimited(data: bytes, name: str, known: Format) -> tuple[Sheet, str, list[Finding]]:
    """Return the one sheet of a csv or tsv, its encoding, and what was noticed.

    Raises:
        DeliveryRefused: When the encoding is none of the known ones, or quotes do not close.
    """
    text, encoding = _decoded(data, name)
    separator = _separator(text, known)
    if text.count(separator) + text.count("\n") > MOST_CELLS:
        raise refused(CELLS_TOO_FAR, name, sheet=name, read="∞", allowed=f"{MOST_CELLS:,}")
    records = list(_records(text, separator, name))
    title = shown_name(name).rpartition(".")[0] or "csv"
    width = max(map(len, records), default=0)
    filled = sum(map(len, records))
    refuse_extent([(title, len(records), width, filled)], name)
    rows, width = trimmed(records, (), name)
    place = Place(file=shown_name(name))
    noticed = list(_encoding_noticed(records, encoding, place))
    if separator != ("\t" if known == "tsv" else ","):
        noticed.append(found(SEPARATOR_READ, place, read=_SEPARATORS[separator]))
    noticed += _ragged(records, title, shown_name(name))
    return Sheet(title, rows, width), encoding, noticed


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, (encoding,), name)
    return _strictly(data, ("utf-8", "gb18030"), name)


def _strictly(data: bytes, encodings: tuple[str, ...], name: str) -> tuple[str, str]:
    for encoding in encodings:
        try:
            text = data.decode(encoding, "strict")
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise refused(NUL_BYTES, name)
        return text, encoding
    raise refused(UNKNOWN_ENCODING, name, allowed="UTF-8, UTF-16 (BOM), GB18030")


def _separator(text: str, known: Format) -> str:
    """Choose the separator that most of the first lines have equally often, quoted cells aside."""
    if hint := _HINT.match(text):
        return hint[1]
    first = "\t" if known == "tsv" else ","
    bare = _QUOTED.sub("", text[:65_536])
    lines = [line for line in islice(io.StringIO(bare), 40) if line.strip()]

    def even(separator: str) -> tuple[int, bool, int]:
        counts = Counter(line.count(separator) for line in lines)
        counts.pop(0, None)
        times, lines_alike = max(counts.items(), key=lambda c: (c[1], c[0]), default=(0, 0))
        return lines_alike, separator == first, times

    best = max(_SEPARATORS, key=even)
    return best if even(best)[0] else first


def _records(text: str, separator: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        if "field limit" in str(error):
            raise refused(CELL_TOO_LONG, name, allowed=f"{LONGEST_CELL:,}") from None
        raise refused(BROKEN_QUOTES, name, read=reader.line_num) from None


def _ragged(records: list[list[str]], title: str, file: str) -> Iterator[Finding]:
    """Find rows that have another number of cells than most; empty cells at the end do not count."""
    lengths = Counter(len(record) for record in records if any(record))
    if not lengths:
        return
    usual = max(lengths.items(), key=lambda counted: (counted[1], counted[0]))[0]

    def odd(numbered: tuple[int, list[str]]) -> int:
        _, record = numbered
        more = len(record) > usual and any(record[usual:])
        fewer = len(record) < usual and any(record)
        return len(record) if more or fewer else 0

    for length, group in groupby(enumerate(records, start=1), key=odd):
        if length:
            numbers = [number for number, _ in group]
            place = Place(file, title, numbers[0], None, numbers[-1] if numbers[1:] else None)
            yield found(RAGGED_ROW, place, read=length, allowed=usual)


def _encoding_noticed(records: list[list[str]], encoding: str, place: Place) -> Iterator[Finding]:
    """Offer three names for confirmation: of organisations, else heads, never of people."""
    cells = (cell.strip() for record in records[:_SAMPLED] for cell in record)
    names = _first_three(cell for cell in cells if _PUBLIC_NAME.fullmatch(cell))
    if not names:
        heads = (cell.strip() for record in records[:1] for cell in record)
        names = _first_three(cell for cell in heads if _NOT_ASCII.search(cell))
    if names:
        said = "utf-8" if encoding == "utf-8-sig" else encoding
        yield found(ENCODING_READ, place, encoding=said.upper(), read=" / ".join(names))


def _first_three(cells: Iterable[str]) -> list[str]:
    return list(islice(dict.fromkeys(cell[:30] for cell in cells), 3))
