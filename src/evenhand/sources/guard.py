"""Look at a delivered file's bytes before any library reads them.

What it guards: the readers, and the machine they run on, from files that are bombs, carry programs,
lead elsewhere or are not what their name says. What it does not do: it says nothing about cells.

1. The file has at least one byte and at most ``LARGEST`` bytes.
2. Its first bytes and its name's ending say the same format.
3. A zip is whole and plain; its parts are few, unfold within limits and are harmless (``zip_guard``).
4. An old binary workbook holds no macros, password or links (``xls_guard``).
5. A text file has no NUL byte, unless it says by its mark that it is UTF-16.

Each refusal is a ``DeliveryRefused`` with one finding that says what a clerk can do::

    format = guard(data, "2026-03.xlsx")
"""

from __future__ import annotations

import re
from typing import Final

from evenhand.sources.guard_findings import (
    BROKEN_ARCHIVE,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    NAME_BELIES_CONTENT,
    NUL_BYTES,
    UNKNOWN_FORMAT,
    WEB_PAGE,
)
from evenhand.sources.refusal import refused
from evenhand.sources.sheet import Format
from evenhand.sources.xls_guard import guard_xls
from evenhand.sources.zip_guard import guard_zip

LARGEST: Final = 64 * 1024 * 1024
"""Bytes that a delivered file may have; csv and tsv have no other limit."""

FORMATS: Final[tuple[Format, ...]] = ("xlsx", "xls", "ods", "csv", "tsv")
_ALLOWED: Final = ".xlsx .xls .ods .csv .tsv"

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_MARKS: Final = (b"\xef\xbb\xbf", *_UTF16)
_OTHER: Final = {
    b"%PDF": "PDF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
}
_WEB: Final = re.compile(
    rb"\s*(?:<!doctype|<\?xml|<html|<head|<body|<table|<meta|<style|<div|<script|<workbook|mime-version:)",
    re.IGNORECASE,
)


def guard(data: bytes, name: str) -> Format:
    """Say which format a file has, once it is sure that reading it does no harm.

    Raises:
        DeliveryRefused: With the one reason for which the file is not read.
    """
    if not data:
        raise refused(EMPTY_FILE, name)
    if len(data) > LARGEST:
        raise refused(FILE_TOO_LARGE, name, read=f"{len(data):,}", allowed=f"{LARGEST:,}")
    named = _ending(name)
    if data.startswith(_ZIP):
        return _as_named(guard_zip(data, name), named, name)
    if data.startswith(_OLE):
        guard_xls(data, name)
        return _as_named("xls", named, name)
    _guard_text(data, named, name)
    return named


def _ending(name: str) -> Format:
    ending = name.rsplit(".", 1)[-1].strip().lower() if "." in name else ""
    for known in FORMATS:
        if ending == known:
            return known
    raise refused(UNKNOWN_FORMAT, name, read=f".{ending}" if ending else "-", allowed=_ALLOWED)


def _as_named(content: Format, named: Format, name: str) -> Format:
    if content != named:
        raise refused(NAME_BELIES_CONTENT, name, read=f".{content}", allowed=f".{named}")
    return content


def _guard_text(data: bytes, named: Format, name: str) -> None:
    for magic, said in _OTHER.items():
        if data.startswith(magic):
            raise refused(UNKNOWN_FORMAT, name, read=said, allowed=_ALLOWED)
    bare = data[:4096]
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    if data.startswith(_UTF16):
        bare = bare.replace(b"\x00", b"")
    if web := _WEB.match(bare):
        raise refused(WEB_PAGE, name, read=web[0].strip().decode().lower())
    if named not in ("csv", "tsv"):
        if b"\x00" in bare or not bare.strip():
            raise refused(BROKEN_ARCHIVE, name)
        raise refused(NAME_BELIES_CONTENT, name, read=".csv / .txt", allowed=f".{named}")
    if not data.startswith(_UTF16) and b"\x00" in data:
        raise refused(NUL_BYTES, name)
