"""Look at a zipped workbook (xlsx, ods) before any library opens it.

The directory of the zip is read by the standard library once its size is known to be small; every
part is then unfolded here, piece by piece, and its real bytes are counted, whatever the directory
claims. A file passes only when it has one reading: one directory at the very end, no overlap, no two
parts of one name, local and central headers that agree. So what is checked is what is read later.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.sources.guard_findings import (
    BROKEN_ARCHIVE,
    DOCUMENT_TYPE,
    EMBEDDED_OBJECT,
    ENCRYPTED,
    EXTERNAL_LINK,
    INFLATES_TOO_FAR,
    MACROS,
    ODD_XML,
    TOO_MANY_PARTS,
    UNKNOWN_FORMAT,
    UNSAFE_PART,
)
from evenhand.sources.refusal import refused
from evenhand.sources.sheet import Format

MOST_PARTS: Final = 200
MOST_BYTES: Final = 200 * 1024 * 1024
"""Bytes that all parts together may have when unfolded."""
MOST_RATIO: Final = 120
"""How many times larger than packed a part may be; parts below ``_SMALL`` bytes are let be."""
MOST_TAGS: Final = 24_000_000
"""Tags that all parts together may have; 200 MiB of ordinary cells have about 22 million."""

_SMALL: Final = 1024 * 1024
_PIECE: Final = 256 * 1024
_DIRECTORY: Final = 256 * 1024
_END: Final = struct.Struct("<4sHHHHIIH")
_END64: Final = struct.Struct("<4sQHHIIQQQQ")
_LOCATOR: Final = struct.Struct("<4sIQI")
_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_SATURATED: Final = (0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
_LONGEST_MARK: Final = 32

_FORBIDDEN_PARTS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"vbaproject|vbadata|macrosheets/|dialogsheets/|^basic/|^scripts/"), MACROS),
    (
        re.compile(
            r"externallinks?/|(?:^|/)connections\.xml$|querytables/|webextensions/|xl/model/"
        ),
        EXTERNAL_LINK,
    ),
    (
        re.compile(r"activex|embeddings/|oleobject|^object[^/]*/|objectreplacements/"),
        EMBEDDED_OBJECT,
    ),
)
_FORBIDDEN_CONTENT: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"<!DOCTYPE", DOCUMENT_TYPE),
    (b"<!ENTITY", DOCUMENT_TYPE),
    (b"ddeLink", EXTERNAL_LINK),
    (b":dde-", EXTERNAL_LINK),
    (b":table-source", EXTERNAL_LINK),
    (b":cell-range-source", EXTERNAL_LINK),
    (b":encryption-data", ENCRYPTED),
    (b":event-listener", MACROS),
)
_FORBIDDEN_TYPES: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"macroenabled", MACROS),
    (b"vbaproject", MACROS),
    (b"macrosheet", MACROS),
    (b"externallink", EXTERNAL_LINK),
    (b"oleobject", EMBEDDED_OBJECT),
    (b"activex", EMBEDDED_OBJECT),
)
_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_ALLOWED: Final = ".xlsx .xls .ods .csv .tsv"


def guard_zip(data: bytes, name: str) -> Format:
    """Say whether a harmless zip is an xlsx or an ods.

    Raises:
        DeliveryRefused: When it is broken, a bomb, encrypted, carries a program or leads elsewhere.
    """
    parts = _directory(data, name)
    _refuse_names(parts, name)
    starts = _refuse_overlap(data, parts, name)
    unfolded = tags = 0
    kept: dict[str, bytes] = {}
    for part in parts:
        scan = _Scan(part.filename, name)
        unfolded += _unfold(data, part, starts[part.filename], scan, unfolded)
        tags += scan.tags
        if tags > MOST_TAGS:
            raise refused(
                INFLATES_TOO_FAR, name, read=f"{tags:,} <…>", allowed=f"{MOST_TAGS:,} <…>"
            )
        if part.filename in ("[Content_Types].xml", "mimetype"):
            kept[part.filename] = scan.head
    return _format(kept, {part.filename for part in parts}, name)


def _directory(data: bytes, name: str) -> list[zipfile.ZipInfo]:
    """Read the directory, once its end record says that it is small and stands at the very end."""
    at = len(data) - _END.size
    if at < 0:
        raise refused(BROKEN_ARCHIVE, name)
    mark, disk, first, here, count, size, start, comment = _END.unpack_from(data, at)
    if mark != b"PK\x05\x06" or disk or first or comment or here != count:
        raise refused(BROKEN_ARCHIVE, name)
    locator = at - _LOCATOR.size
    if locator >= _END64.size and data.startswith(b"PK\x06\x07", locator):
        at = locator - _END64.size
        _, _, place, _ = _LOCATOR.unpack_from(data, locator)
        mark64, *_, count64, size64, start64 = _END64.unpack_from(data, at)
        short, long = (count, size, start), (count64, size64, start64)
        agree = all(a in (b, full) for a, b, full in zip(short, long, _SATURATED, strict=True))
        if mark64 != b"PK\x06\x06" or place != at or not agree:
            raise refused(BROKEN_ARCHIVE, name)
        count, size, start = long
    if count > MOST_PARTS or size > _DIRECTORY:
        raise refused(TOO_MANY_PARTS, name, read=f"{count:,}", allowed=MOST_PARTS)
    if start + size != at:
        raise refused(BROKEN_ARCHIVE, name)
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, UnicodeDecodeError, NotImplementedError):
        raise refused(BROKEN_ARCHIVE, name) from None
    if not parts or len(parts) != count:
        raise refused(BROKEN_ARCHIVE, name)
    return parts


def _refuse_names(parts: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for part in parts:
        said = part.orig_filename
        low = said.replace("\\", "/").lower()
        steps = low.split("/")
        if low in seen or said.startswith(("/", "\\")) or ".." in steps or ":" in steps[0]:
            raise refused(UNSAFE_PART, name)
        if any(ord(c) < 32 for c in said):
            raise refused(UNSAFE_PART, name)
        seen.add(low)
        for pattern, kind in _FORBIDDEN_PARTS:
            if pattern.search(low):
                raise refused(kind, name)
        if part.flag_bits & 0x2041:
            raise refused(ENCRYPTED, name)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refused(BROKEN_ARCHIVE, name)


def _refuse_overlap(data: bytes, parts: list[zipfile.ZipInfo], name: str) -> dict[str, int]:
    """Return where each part's packed bytes begin; no two parts may share a byte."""
    starts: dict[str, int] = {}
    reached = 0
    for part in sorted(parts, key=lambda p: p.header_offset):
        at = part.header_offset
        if at < reached or at + _LOCAL.size > len(data):
            raise refused(BROKEN_ARCHIVE, name)
        mark, _, flags, method, *_, named, extra = _LOCAL.unpack_from(data, at)
        begin = at + _LOCAL.size + named + extra
        reached = begin + part.compress_size
        if (
            mark != b"PK\x03\x04"
            or method != part.compress_type
            or flags & 0x1
            or reached > len(data)
            or data[at + _LOCAL.size : at + _LOCAL.size + named].replace(b"\\", b"/")
            != _raw_name(part)
        ):
            raise refused(BROKEN_ARCHIVE, name)
        starts[part.filename] = begin
    return starts


def _raw_name(part: zipfile.ZipInfo) -> bytes:
    encoding = "utf-8" if part.flag_bits & 0x800 else "cp437"
    return part.orig_filename.encode(encoding).replace(b"\\", b"/")


def _unfold(data: bytes, part: zipfile.ZipInfo, start: int, scan: _Scan, before: int) -> int:
    """Unfold one part piece by piece, show each piece to the scan, and count its real bytes."""
    packed = memoryview(data)[start : start + part.compress_size]
    real = 0
    crc = 0
    try:
        for piece in _pieces(packed, part.compress_type):
            real += len(piece)
            crc = zlib.crc32(piece, crc)
            if before + real > MOST_BYTES:
                allowed = f"{MOST_BYTES // 2**20} MiB"
                raise refused(INFLATES_TOO_FAR, scan.name, read=f"> {allowed}", allowed=allowed)
            if real > _SMALL and real > MOST_RATIO * max(part.compress_size, 1):
                raise refused(
                    INFLATES_TOO_FAR,
                    scan.name,
                    read=f"> {MOST_RATIO} : 1",
                    allowed=f"{MOST_RATIO} : 1",
                )
            scan.piece(piece)
    except zlib.error:
        raise refused(BROKEN_ARCHIVE, scan.name) from None
    if real != part.file_size or crc != part.CRC:
        raise refused(BROKEN_ARCHIVE, scan.name)
    return real


def _pieces(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
        return
    unfolding = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), 16_384):
        rest: bytes | memoryview = packed[at : at + 16_384]
        while rest:
            if piece := unfolding.decompress(rest, _PIECE):
                yield piece
            rest = unfolding.unconsumed_tail
            if unfolding.eof:
                break
    if not unfolding.eof or unfolding.unused_data:
        raise zlib.error


class _Scan:
    """Look for what no workbook may contain in one part, piece by piece.

    Pieces overlap by the length of the longest mark, so that none is missed where two meet.
    """

    def __init__(self, part: str, name: str) -> None:
        self.name = name
        self.head = b""
        self.tags = 0
        self._types = part == "[Content_Types].xml"
        self._xml: bool | None = part.lower().endswith((".xml", ".rels", ".vml")) or None
        self._tail = b""

    def piece(self, piece: bytes) -> None:
        """Look at the next piece.

        Raises:
            DeliveryRefused: When it contains something forbidden.
        """
        if not self.head:
            self.head = piece[:65_536]
            self._look_at_head()
        if not self._xml:
            return
        self.tags += piece.count(b"<")
        joined = self._tail + piece
        if b"\x00" in piece:
            raise refused(ODD_XML, self.name)
        for mark, kind in _FORBIDDEN_CONTENT:
            if mark in joined:
                raise refused(kind, self.name)
        if self._types:
            low = joined.lower()
            for mark, kind in _FORBIDDEN_TYPES:
                if mark in low:
                    raise refused(kind, self.name)
        self._tail = joined[-_LONGEST_MARK:]

    def _look_at_head(self) -> None:
        bare = self.head.removeprefix(b"\xef\xbb\xbf")
        if self._xml is None:
            self._xml = bare.lstrip().startswith(b"<")
        if not self._xml:
            return
        declared = _ENCODING.match(bare)
        if bare.startswith((b"\xff\xfe", b"\xfe\xff")) or (
            declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
        ):
            raise refused(ODD_XML, self.name)


def _format(kept: dict[str, bytes], names: set[str], name: str) -> Format:
    if kept.get("mimetype", b"").strip() == _ODS and "content.xml" in names:
        return "ods"
    types = kept.get("[Content_Types].xml", b"")
    if b"spreadsheetml.sheet.main+xml" in types:
        return "xlsx"
    said = "xlsb" if b"ms-excel.sheet.binary" in types else "docx / pptx" if types else "zip"
    raise refused(UNKNOWN_FORMAT, name, read=said, allowed=_ALLOWED)
