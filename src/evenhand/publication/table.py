"""The entries of a shard as a table, for people with a spreadsheet.

It is made from the lines alone, so whoever verifies makes it again and compares. UTF-8 with a byte
order mark, every cell in quotes, and an apostrophe before a cell that a program would take for a
formula, a number or a day (OWASP ASVS 5.0, 1.2.10).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Entry = Mapping[str, Any]
Column = Callable[[Sequence[Entry]], list[str]]
"""Makes the cells of one column, a cell for each entry."""

_SPREADSHEET = re.compile(
    r"[=+\-@\t\r\n\0＝＋－＠|%]"  # taken for a formula or a command
    r"|[0-9.,:/ -]*[0-9][0-9.,:/ eE+-]*\Z"  # taken for a number or a day
)


def table_of(entries: Iterable[Entry]) -> bytes:
    """Make the table of some entries."""
    rows = list(entries)
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(zip(*(make(rows) for make in _TABLE.values()), strict=True))
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _neutral(cells: Iterable[str]) -> list[str]:
    taken_for_another = _SPREADSHEET.match
    return ["'" + cell if taken_for_another(cell) else cell for cell in cells]


def _as_it_is(name: str) -> Column:
    """Cells whose form no spreadsheet changes, or days, which it should read as such."""
    return lambda rows: [str(row[name]) for row in rows]


def _text(name: str) -> Column:
    return lambda rows: _neutral([row[name] for row in rows])


def _texts(name: str) -> Column:
    return lambda rows: _neutral(["; ".join(row[name]) for row in rows])


def _law(language: str) -> Column:
    return lambda rows: _neutral(
        [
            "; ".join([f"{law[language]} {law['article']}" for law in row["legal_basis"]])
            for row in rows
        ]
    )


def _repair_after(rows: Sequence[Entry]) -> list[str]:
    return _neutral([row["repair"]["after"] if row["repair"] else "" for row in rows])


def _repair_needs(rows: Sequence[Entry]) -> list[str]:
    return _neutral(["; ".join(row["repair"]["needs"]) if row["repair"] else "" for row in rows])


def _identifier(rows: Sequence[Entry]) -> list[str]:
    """Always with an apostrophe, so that the column is of one kind."""
    return [f"'{row['identifier']}" for row in rows]


_TABLE: Mapping[str, Column] = {
    "entry": _as_it_is("entry"),
    "list": _text("list"),
    "kind": _as_it_is("kind"),
    "topic": _text("topic"),
    "identifier": _identifier,
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

COLUMNS: tuple[str, ...] = tuple(_TABLE)
"""The columns of the table, in order."""
