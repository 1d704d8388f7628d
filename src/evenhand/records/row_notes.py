"""What is noticed about one row while it is read, and what that makes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.records.document_findings import DAY_ORDER
from evenhand.records.identifier_findings import ID_DISAGREE, ID_SOLE_TRADER
from evenhand.records.prohibited import suspect
from evenhand.records.row_findings import FINES_DISAGREE
from evenhand.records.statement import Fate, Reason
from evenhand.sources.sheet import CellValue

UNSTATED = frozenset(
    (
        "",
        "-",
        "--",
        "—",
        "——",
        "/",
        "\\",
        "无",
        "不详",
        "未标明",
        "未知",
        "未注明",
        "暂无",
        "空",
        "null",
        "none",
        "n/a",
    )
)
"""Ways to say that nothing is said."""

_LONGEST_UNSTATED = max(len(said) for said in UNSTATED)

_OF_THE_ROW = frozenset({DAY_ORDER, FINES_DISAGREE, ID_DISAGREE})
"""Kinds whose ``allowed`` is another value of the same row."""


class RowNotes:
    """The findings of one row.

    Attributes:
        fate: What the findings make of the row.
        quiet: True for a row about residents: no finding quotes anything.
        unkept: Columns whose cells must not be kept as typed.
        keeps_nothing: True when nothing of the row may be kept.
    """

    __slots__ = ("fate", "file", "findings", "keeps_nothing", "quiet", "row", "sheet", "unkept")

    def __init__(self, file: str, sheet: str, row: int, *, quiet: bool) -> None:
        self.file = file
        self.sheet = sheet
        self.row = row
        self.quiet = quiet
        self.findings: list[Finding] = []
        self.fate: Fate = "stored"
        self.unkept: set[int] = set()
        self.keeps_nothing = quiet

    def find(self, kind: Kind, column: int | None = None, **values: object) -> None:
        """Note a finding at a cell of the row, or at the row as a whole.

        What was read is left out where it may be about a person.
        """
        if "read" in values and (self.quiet or suspect(str(values["read"]))):
            own = {"read": "…", "allowed": "…"} if kind in _OF_THE_ROW else {"read": "…"}
            values = values | own
        if kind.silent:
            self.unkept.add(column or 0)
        self.add(found(kind, Place(self.file, self.sheet, self.row, column), **values))

    def add(self, finding: Finding) -> None:
        """Take a finding that was made elsewhere; the heaviest decides about the row."""
        self.findings.append(finding)
        weight = finding.kind.weight
        if weight in ("refuses", "stops"):
            self.fate = "refused"
        elif weight == "holds" and self.fate == "stored":
            self.fate = "held"

    def find_all(self, kinds: Iterable[Kind], column: int, read: str = "") -> None:
        """Note several kinds at one cell."""
        for kind in kinds:
            self.find(kind, column, read=read)

    @property
    def reason(self) -> Reason:
        """Why it is not stored; the floor's reasons come before others."""
        if self.fate == "stored":
            return ""
        deciding = [f.kind for f in self.findings if f.kind.weight in ("holds", "refuses", "stops")]
        if ID_SOLE_TRADER in deciding:
            return "sole_trader"
        if any(kind.floor == "RF-4" for kind in deciding):
            return "prohibited"
        return "finding"


def typed(value: CellValue) -> str:
    """Say a cell as a text: what was typed, or how a number or day is written plainly."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    return str(value)


def is_unstated(value: CellValue) -> bool:
    """Say whether a cell is empty or says in one of the usual ways that nothing is said."""
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    said = value.strip("\u200b\u200c\u200d\ufeff \t\r\n\u3000\xa0")
    return len(said) <= _LONGEST_UNSTATED and said.lower() in UNSTATED
