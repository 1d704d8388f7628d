"""One entry as a line: its fields, its salt, its leaf of the log; and the same lines as a table.

A line is the canonical JSON of ``{"entry": …, "leaf": n, "salt": "64 hexadecimal digits"}``. The
leaf of the log is the letter E and SHA-256(salt || canonical JSON of the entry); without the salt it
says nothing of whom it is about. The leaf of a manifest is the letter M and the file's SHA-256.

The table beside the lines is made from them alone, so it can be made again and compared. It is for
people with a spreadsheet: a byte order mark, every cell in quotes, and an apostrophe before a cell
that a program would take for a formula or a number (OWASP ASVS 5.0, 1.2.10).

The fields are a closed list. ``lists.disclose`` chooses by the same names; here is the stranger's
copy of them, because whoever verifies has this stage and nothing above it.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from evenhand.kernel.canonical import Json
from evenhand.kernel.codes import (
    birth_day,
    kind_of_organisation,
    resident_number_passes,
    uscc_passes,
)

LONGEST_LINE = 32_768
"""Bytes of one line, its newline included; above this nothing is written and nothing read."""

ORGANISATIONS: Final = ("enterprise", "public_body", "social_organisation")
"""Whom an edition may name; residents and sole traders never (RF-3)."""

_IDENTIFIERS = ("uscc", "organisation_code", "register_number")
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
_VERSION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
_DAY = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_SALT = re.compile(r"[0-9a-f]{64}")
_PERSON = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_SPREADSHEET = re.compile(
    r"[=+\-@\t\r\n\0＝＋－＠|%]"  # taken for a formula or a command
    r"|[0-9.,:/ -]*[0-9][0-9.,:/ eE+-]*\Z"  # taken for a number or a day
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LARGEST = 2**53 - 1

Check = Callable[[Any], bool]


def _text(longest: int) -> Check:
    """A text without control characters, bidirectional ones included."""
    control = _CONTROL.search
    return lambda value: (
        isinstance(value, str) and 0 < len(value) <= longest and control(value) is None
    )


def _form(pattern: re.Pattern[str]) -> Check:
    fits = pattern.fullmatch
    return lambda value: isinstance(value, str) and fits(value) is not None


def _one_of(*allowed: str) -> Check:
    return lambda value: isinstance(value, str) and value in allowed


def _several(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _object(**parts: Check) -> Check:
    return lambda value: (
        isinstance(value, dict)
        and value.keys() == parts.keys()
        and all(check(value[name]) for name, check in parts.items())
    )


def _count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _LARGEST


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


FIELDS: Mapping[str, Check] = {
    "case": _form(re.compile(r"C-[0-9a-f]{16}")),
    "decided_by": _form(_NAME),
    "decided_on": _form(_DAY),
    "decisions": _several(_count),
    "entry": _form(re.compile(r"E-[0-9a-f]{16}")),
    "identifier": _text(64),
    "identifier_scheme": _one_of(*_IDENTIFIERS),
    "kind": _one_of("black", "red"),
    "last_day": _form(_DAY),
    "legal_basis": _several(_object(article=_text(200), en=_text(400), zh=_text(400))),
    "list": _form(_NAME),
    "measures": _several(_form(_NAME)),
    "name": _text(400),
    "purposes": _several(_form(_NAME)),
    "records": _several(_form(re.compile(r"R-[0-9A-HJKMNP-TV-Z]{13}"))),
    "repair": _or_none(_object(after=_text(40), needs=_several(_form(_NAME)))),
    "scheme": _form(_NAME),
    "since": _form(_DAY),
    "subject_kind": _one_of(*ORGANISATIONS, "resident", "sole_trader"),
    "topic": _form(_NAME),
    "version": _form(_VERSION),
}
"""Every field of a published entry, and what a value of it looks like."""

_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_START = b'{"entry":'
_TAIL = re.compile(rb',"leaf":(0|[1-9][0-9]{0,14}),"salt":"([0-9a-f]{64})"\}\n')
_TAIL_LONGEST = 120


class NoLine(ValueError):
    """A line that is not well formed; its text names the field."""


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
    return hmac.new(secret, b"evenhand/salt/1\n" + entry, hashlib.sha256).digest()


def entry_leaf(salt: bytes, entry: bytes) -> bytes:
    """Return the leaf of the log that records an entry."""
    return b"E" + hashlib.sha256(salt + entry).digest()


def manifest_leaf(manifest: bytes) -> bytes:
    """Return the leaf of the log that records an edition's manifest."""
    return b"M" + hashlib.sha256(manifest).digest()


LEAF_BYTES: Final = 33


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
        NoLine: When it is not exactly what ``line_of`` writes for fields of the closed list.
    """
    tail = _TAIL.search(line, max(0, len(line) - _TAIL_LONGEST))
    if not line.startswith(_START) or tail is None or tail.end() != len(line):
        raise NoLine('{"entry": …, "leaf": …, "salt": …}')
    entry = line[len(_START) : tail.start()]
    try:
        fields = json.loads(entry)
        same = isinstance(fields, dict) and entry_bytes(fields) == entry
    except (ValueError, RecursionError):
        raise NoLine("JSON") from None
    if not same:
        raise NoLine("RFC 8785")
    check(fields)
    salt = bytes.fromhex(tail[2].decode())
    return Line(fields, int(tail[1]), entry_leaf(salt, entry))


def check(fields: Mapping[str, Any]) -> None:
    """Refuse fields outside the closed list, missing ones, and values that do not look like it.

    Raises:
        NoLine: Naming the first such field.
    """
    if fields.keys() != FIELDS.keys():
        raise NoLine(min(fields.keys() ^ FIELDS.keys()))
    for name, looks_right in FIELDS.items():
        if not looks_right(fields[name]):
            raise NoLine(name)


def names_a_person(fields: Mapping[str, Any]) -> bool:
    """Say whether an entry is of a resident or sole trader, or quotes a resident's number (RF-3).

    A code that passes as a unified social credit code is never taken for a resident's number.
    """
    code = fields["identifier"]
    if fields["subject_kind"] not in ORGANISATIONS:
        return True
    if fields["identifier_scheme"] == "uscc" and kind_of_organisation(code) == "sole_trader":
        return True
    quoted = [code, fields["name"], *_texts(fields["legal_basis"])]
    return any(_is_person(number.upper()) for text in quoted for number in _PERSON.findall(text))


def table_of(lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Make the table of some entries: UTF-8 with a byte order mark, commas, every cell in quotes."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([make(fields) for make in _CELLS] for fields in lines)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _neutral(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run, round or turn into a date."""
    return "'" + cell if _SPREADSHEET.match(cell) else cell


def _plain(name: str) -> Cell:
    return lambda fields: _neutral(fields[name])


def _listed(name: str) -> Cell:
    return lambda fields: _neutral("; ".join(fields[name]))


def _law(language: str) -> Cell:
    return lambda fields: _neutral(
        "; ".join([f"{law[language]} {law['article']}" for law in fields["legal_basis"]])
    )


def _repair_after(fields: Mapping[str, Any]) -> str:
    return _neutral(fields["repair"]["after"]) if fields["repair"] else ""


def _repair_needs(fields: Mapping[str, Any]) -> str:
    return _neutral("; ".join(fields["repair"]["needs"])) if fields["repair"] else ""


Cell = Callable[[Mapping[str, Any]], str]

_TABLE: Mapping[str, Cell] = {
    "entry": _plain("entry"),
    "list": _plain("list"),
    "kind": _plain("kind"),
    "topic": _plain("topic"),
    # always with an apostrophe, so that the column is of one kind
    "identifier": lambda fields: "'" + str(fields["identifier"]),
    "name": _plain("name"),
    "subject_kind": _plain("subject_kind"),
    "since": lambda fields: str(fields["since"]),
    "last_day": lambda fields: str(fields["last_day"]),
    "decided_on": lambda fields: str(fields["decided_on"]),
    "decided_by": _plain("decided_by"),
    "legal_basis_zh": _law("zh"),
    "legal_basis_en": _law("en"),
    "measures": _listed("measures"),
    "purposes": _listed("purposes"),
    "repair_after": _repair_after,
    "repair_needs": _repair_needs,
    "records": _listed("records"),
    "case": _plain("case"),
    "scheme": _plain("scheme"),
    "version": _plain("version"),
    "identifier_scheme": _plain("identifier_scheme"),
}
_CELLS = tuple(_TABLE.values())

COLUMNS: tuple[str, ...] = tuple(_TABLE)
"""The columns of the table, in order; days stay as they are, a spreadsheet reads them as days."""


def _texts(laws: Iterable[Mapping[str, str]]) -> list[str]:
    return [text for law in laws for text in law.values()]


def _is_person(number: str) -> bool:
    born = birth_day(number)
    return (
        born is not None
        and 1850 <= born.year <= 2150
        and resident_number_passes(number)
        and not uscc_passes(number)
    )
