"""The entries of a shard as a table, for people with a spreadsheet.

It is made from the lines alone, so whoever verifies makes it again and compares. UTF-8 with a byte
order mark, every cell in quotes, and an apostrophe before a cell that a program would take for a
formula, a number or a day (OWASP ASVS 5.0, 1.2.10).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Cell = Callable[[Mapping[str, Any]], str]

_SPREADSHEET = re.compile(
    r"[=+\-@\t\r\n\0＝＋－＠|%]"  # taken for a formula or a command
    r"|[0-9.,:/ -]*[0-9][0-9.,:/ eE+-]*\Z"  # taken for a number or a day
)


def table_of(entries: Iterable[Mapping[str, Any]]) -> bytes:
    """Make the table of some entries."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([make(fields) for make in _CELLS] for fields in entries)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _neutral(cell: str) -> str:
    return "'" + cell if _SPREADSHEET.match(cell) else cell


def _as_it_is(name: str) -> Cell:
    """A cell whose form no spreadsheet changes, or a day, which it should read as one."""
    return lambda fields: str(fields[name])


def _text(name: str) -> Cell:
    return lambda fields: _neutral(fields[name])


def _texts(name: str) -> Cell:
    return lambda fields: _neutral("; ".join(fields[name]))


def _law(language: str) -> Cell:
    return lambda fields: _neutral(
        "; ".join([f"{law[language]} {law['article']}" for law in fields["legal_basis"]])
    )


def _repair_after(fields: Mapping[str, Any]) -> str:
    return _neutral(fields["repair"]["after"]) if fields["repair"] else ""


def _repair_needs(fields: Mapping[str, Any]) -> str:
    return _neutral("; ".join(fields["repair"]["needs"])) if fields["repair"] else ""


_TABLE: Mapping[str, Cell] = {
    "entry": _as_it_is("entry"),
    "list": _text("list"),
    "kind": _as_it_is("kind"),
    "topic": _text("topic"),
    # always with an apostrophe, so that the column is of one kind
    "identifier": lambda fields: "'" + str(fields["identifier"]),
    "name": _text("name"),
    "subject_kind": _as_it_is("subject_kind"),
    "since": _as_it_is("since"),
    "last_day": _as_it_is("last_day"),
    "decided_on": _as_it_is("decided_on"),
    "decided_by": _text("decided_by"),
    "legal_basis_zh": _law("zh"),
    "legal_basis_en": _law("en"),
    "measures": _texts("measures"),
    "purposes": _texts("purposes"),
    "repair_after": _repair_after,
    "repair_needs": _repair_needs,
    "records": _texts("records"),
    "case": _as_it_is("case"),
    "scheme": _text("scheme"),
    "version": _text("version"),
    "identifier_scheme": _as_it_is("identifier_scheme"),
}
_CELLS = tuple(_TABLE.values())

COLUMNS: tuple[str, ...] = tuple(_TABLE)
"""The columns of the table, in order."""
