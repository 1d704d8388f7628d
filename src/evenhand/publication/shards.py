"""One entry as a line: its fields, its salt, and its leaf of the log.

A line is the canonical JSON of ``{"entry": …, "leaf": n, "salt": "64 hexadecimal digits"}``. The
leaf of the log is the letter E and SHA-256(salt || canonical JSON of the entry); without the salt it
says nothing of whom it is about. The leaf of a manifest is the letter M and the file's SHA-256.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from evenhand.kernel.canonical import Json
from evenhand.publication.fields import NoEntry, check, read_plain

LONGEST_LINE: Final = 32_768
"""Bytes of one line, its newline included; above this nothing is written and nothing read."""

LEAF_BYTES: Final = 33
"""Bytes of every leaf of the log."""

_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_START = b'{"entry":'
_TAIL = re.compile(rb',"leaf":(0|[1-9][0-9]{0,14}),"salt":"([0-9a-f]{64})"\}\n')
_TAIL_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One line, read."""

    fields: Mapping[str, Any]
    leaf: int
    digest: bytes


def entry_bytes(fields: Mapping[str, Json]) -> bytes:
    """Return the canonical bytes of an entry: keys in order, no white space, UTF-8.

    The keys are plain ASCII and no value is a float, so the order of code points is that of RFC 8785.
    """
    return _CANONICAL.encode(fields).encode()


def salt_for(secret: bytes, entry: bytes) -> bytes:
    """Derive an entry's salt from a secret of the register: the same for the same entry, for ever.

    Raises:
        ValueError: When the secret is shorter than 32 bytes.
    """
    if len(secret) < 32:
        raise ValueError("the secret of the salts has at least 32 bytes")
    return hmac.digest(secret, b"evenhand/salt/1\n" + entry, "sha256")


def entry_leaf(salt: bytes, entry: bytes) -> bytes:
    """Return the leaf of the log that records an entry."""
    return b"E" + hashlib.sha256(salt + entry).digest()


def manifest_leaf(manifest: bytes) -> bytes:
    """Return the leaf of the log that records an edition's manifest."""
    return b"M" + hashlib.sha256(manifest).digest()


def line_of(entry: bytes, leaf: int, salt: bytes) -> bytes:
    """Write one line, its newline included.

    Raises:
        ValueError: When it is longer than a line may be.
    """
    line = _START + entry + b',"leaf":%d,"salt":"%s"}\n' % (leaf, salt.hex().encode())
    if len(line) > LONGEST_LINE:
        raise ValueError(f"a line has at most {LONGEST_LINE} bytes")
    return line


def read_line(line: bytes) -> Line:
    """Read one line, its newline included.

    Raises:
        NoEntry: When it is not exactly what ``line_of`` writes for fields of the closed list.
    """
    tail = _TAIL.search(line, max(0, len(line) - _TAIL_LONGEST))
    if not line.startswith(_START) or tail is None or tail.end() != len(line):
        raise NoEntry('{"entry": …, "leaf": …, "salt": …}')
    entry = line[len(_START) : tail.start()]
    try:
        fields = read_plain(entry.decode())
    except UnicodeDecodeError:
        raise NoEntry("UTF-8") from None
    if fields is None:
        fields = read_json(entry)
    salt = bytes.fromhex(tail[2].decode())
    return Line(fields, int(tail[1]), entry_leaf(salt, entry))


def read_json(entry: bytes) -> dict[str, Any]:
    """Read the canonical JSON of an entry, in whatever form its values need.

    Raises:
        NoEntry: When it is not canonical, or not of the closed list of fields.
    """
    try:
        fields = json.loads(entry)
        same = isinstance(fields, dict) and entry_bytes(fields) == entry
    except (ValueError, RecursionError):
        raise NoEntry("JSON") from None
    if not same:
        raise NoEntry("RFC 8785")
    check(fields)
    return dict(fields)
