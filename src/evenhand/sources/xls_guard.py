"""Look at an old binary workbook (xls) before the limited worker reads it.

Its streams tell macros, embedded files and encryption by name; the first records of the workbook
stream [MS-XLS] tell passwords, macro sheets and links to other files or programs.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from evenhand.sources.compound import Compound, NotCompound
from evenhand.sources.guard_findings import (
    BROKEN_ARCHIVE,
    EMBEDDED_OBJECT,
    ENCRYPTED,
    EXTERNAL_LINK,
    MACROS,
    UNKNOWN_FORMAT,
)
from evenhand.sources.refusal import refused

_GLOBALS: Final = 8 * 1024 * 1024
"""Bytes of the workbook stream that are looked at: what comes before the first sheet."""

_MACRO_STREAMS: Final = frozenset({"_vba_project_cur", "vba", "_vba_project", "macros"})
_ENCRYPTED_STREAMS: Final = frozenset({"encryptedpackage", "encryptioninfo", "\x06dataspaces"})
_EMBEDDED_STREAMS: Final = frozenset({"\x01ole10native", "package", "ctls"})

_END_OF_PART: Final = 0x000A
_DATE_1904: Final = 0x0022
_PASSWORD: Final = 0x002F
_SHEET: Final = 0x0085
_SUPPORT: Final = 0x01AE
_MACRO_SHEETS: Final = (1, 6)


def guard_xls(data: bytes, name: str) -> None:
    """Refuse an old binary workbook that is broken, encrypted, carries programs or leads elsewhere.

    Raises:
        DeliveryRefused: With the reason.
    """
    try:
        compound = Compound(data)
        low = {stream.name.lower() for stream in compound.streams}
        if low & _ENCRYPTED_STREAMS:
            raise refused(ENCRYPTED, name)
        if low & _MACRO_STREAMS:
            raise refused(MACROS, name)
        if low & _EMBEDDED_STREAMS or any(one.startswith("mbd") for one in low):
            raise refused(EMBEDDED_OBJECT, name)
        records = list(_records(compound))
    except NotCompound:
        raise refused(BROKEN_ARCHIVE, name) from None
    if not records:
        raise refused(
            UNKNOWN_FORMAT, name, read="doc / ppt / msg", allowed=".xlsx .xls .ods .csv .tsv"
        )
    for kind, body in records:
        _refuse_record(kind, body, name)


def counts_from_1904(data: bytes) -> bool:
    """Say whether an old binary workbook that passed the guard counts its days from 1904."""
    return any(
        kind == _DATE_1904 and body[:2] == b"\x01\x00" for kind, body in _records(Compound(data))
    )


def _refuse_record(kind: int, body: bytes, name: str) -> None:
    if kind == _PASSWORD:
        raise refused(ENCRYPTED, name)
    if kind == _SHEET and len(body) > 5 and body[5] in _MACRO_SHEETS:
        raise refused(MACROS, name)
    if kind == _SUPPORT and body[2:4] not in (b"\x01\x04", b"\x01\x3a"):
        raise refused(EXTERNAL_LINK, name)


def _records(compound: Compound) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the workbook's first part; nothing when there is no workbook stream."""
    stream = next((s for s in compound.streams if s.name in ("Workbook", "Book")), None)
    if stream is None:
        return
    raw = compound.read(stream, _GLOBALS)
    at = 0
    while at + 4 <= len(raw):
        kind, length = struct.unpack_from("<HH", raw, at)
        yield kind, raw[at + 4 : at + 4 + length]
        if kind == _END_OF_PART:
            return
        at += 4 + length
