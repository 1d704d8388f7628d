"""Read the cells of a row: texts, days, and the scored fields of its record type.

Each function takes one cell of a matched column, notes what is wrong, and returns the value with the
rule that read it, or None where there is none to take. An empty cell is no value; whether it had to
be there is asked by ``admit``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.periods import Day
from evenhand.records import normalise
from evenhand.records.amounts import read_amount
from evenhand.records.days import range_said, read_day, rules_said
from evenhand.records.fines import Fines
from evenhand.records.nearest import Nearest
from evenhand.records.row_findings import (
    CELL_NO_TEXT,
    CELL_TOO_LONG,
    CODE_UNKNOWN,
    FINES_DISAGREE,
    NOT_WHOLE,
    NUMBER_LOST,
)
from evenhand.records.row_notes import RowNotes, is_unstated, typed
from evenhand.records.statement import FieldValue
from evenhand.records.value_findings import (
    AMOUNT_NOT_STATED,
    DAY_NOT_STATED,
    DAY_OUT_OF_RANGE,
    DAY_RULE_NOT_ALLOWED,
    NO_LAST_DAY,
    NOT_A_DAY,
)
from evenhand.sources.catalogue import FieldRule
from evenhand.sources.contract import Column, plain_head
from evenhand.sources.delivery import MatchedColumn
from evenhand.sources.sheet import CellValue

_WHOLE: Final = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.0+)?")
_LARGEST: Final = 10**12
_EXACT: Final = 10**15
_POWER_OF_TEN: Final = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+")

_FLAGS: Final = {
    "是": True, "有": True, "y": True, "yes": True, "true": True, "1": True,
    "否": False, "无": False, "n": False, "no": False, "false": False, "0": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A scored value and the rule that read it."""

    value: FieldValue
    rule: str = ""


def read_text(matched: MatchedColumn, value: CellValue, notes: RowNotes) -> str | None:
    """Read words: cleaned, not too long; numbers as they are written; no days or times."""
    if is_unstated(value):
        return None
    if not isinstance(value, (str, int, float)):
        notes.find(CELL_NO_TEXT, matched.index)
        return None
    raw = typed(value)
    column = matched.column
    if column.role == "document" and _is_lost(value):
        notes.find(NUMBER_LOST, matched.index, read=raw)
        return None
    if len(raw) > column.max_length:
        notes.find(CELL_TOO_LONG, matched.index, read=len(raw), allowed=column.max_length)
        return None
    if column.role == "name":
        cleaned = normalise.name(raw)
    elif column.role == "document":
        cleaned = normalise.code(raw)
    else:
        cleaned = normalise.text(raw)
    notes.find_all(cleaned.notes, matched.index, cleaned.characters)
    return cleaned.value if cleaned.usable else None


def _is_lost(value: CellValue) -> bool:
    """Say whether a spreadsheet may have changed the last digits of a number that stands for words."""
    if isinstance(value, str):
        return bool(_POWER_OF_TEN.fullmatch(value.strip()))
    return isinstance(value, (int, float)) and not abs(value) < _EXACT


def read_day_of(
    matched: MatchedColumn, value: CellValue, notes: RowNotes, *, date1904: bool
) -> tuple[Day, str] | None:
    """Read a day by the rules that the column allows; "long-term" has no day."""
    answer = read_day(value, matched.column.dates, date1904)
    if not isinstance(answer, Kind):
        return answer
    if answer is DAY_NOT_STATED:
        return None
    if answer is NO_LAST_DAY and matched.column.role == "ends":
        notes.find(answer, matched.index, read=typed(value))
        return None
    kind = NOT_A_DAY if answer is NO_LAST_DAY else answer
    allowed = {
        DAY_OUT_OF_RANGE: range_said(),
        DAY_RULE_NOT_ALLOWED: rules_said(matched.column.dates),
    }
    notes.find(kind, matched.index, read=typed(value)[:80], allowed=allowed.get(kind, ""))
    return None


class Codes:
    """What each spelling of a code means in one column: those of the contract, else the catalogue's."""

    def __init__(self, column: Column, rule: FieldRule | None) -> None:
        codes = dict(column.codes) or {code: code for code in (rule.codes if rule else ())}
        if column.kind == "flag" and not codes:
            codes = {word: str(flag).lower() for word, flag in _FLAGS.items()}
        self.meanings = {plain_head(said): meaning for said, meaning in codes.items()}
        self.allowed = ", ".join(list(codes)[:12])
        self.nearest = Nearest(codes)

    def meaning(self, said: str) -> str | None:
        """What a spelling means, compared as heads are; None for one that is not in the list."""
        return self.meanings.get(plain_head(said))


def read_code(
    matched: MatchedColumn, value: CellValue, notes: RowNotes, codes: Codes
) -> str | None:
    """Read a code by the spellings that the column allows."""
    said = typed(value)
    meaning = codes.meaning(said)
    if meaning is None and not is_unstated(value):
        notes.find(
            CODE_UNKNOWN,
            matched.index,
            read=said[:80],
            allowed=codes.allowed,
            nearest=codes.nearest.to(said),
        )
    return meaning


def read_field(
    matched: MatchedColumn,
    value: CellValue,
    notes: RowNotes,
    codes: Codes,
    *,
    date1904: bool,
) -> Value | None:
    """Read one scored field by the kind that the catalogue gives it."""
    kind = matched.column.kind
    if kind == "amount":
        return _amount(matched, value, notes)
    if kind == "integer":
        return _whole(matched, value, notes)
    if kind == "day":
        day = read_day_of(matched, value, notes, date1904=date1904)
        return Value(*day) if day else None
    if kind == "flag":
        return _flag(matched, value, notes, codes)
    meaning = read_code(matched, value, notes, codes)
    return Value(meaning, "code") if meaning is not None else None


def read_fines(
    words: tuple[MatchedColumn, str], answer: Fines | Kind, cell: int | None, notes: RowNotes
) -> Value | None:
    """Take the fine that a penalty's words state, and hold it against the fine in its own cell.

    Args:
        words: The words, cleaned, and their column.
        answer: What they say.
        cell: The fine in its own cell, thousandths of a yuan; None where no cell gives it.
        notes: Where findings go.
    """
    matched, text = words
    if isinstance(answer, Kind):
        if cell is None:
            notes.find(answer, matched.index, read=text[:80])
        return None
    if cell is None:
        return Value(answer.amount, f"words: {answer.rule}")
    if cell != answer.amount:
        notes.find(FINES_DISAGREE, matched.index, read=_yuan(cell), allowed=_yuan(answer.amount))
    return None


def _yuan(thousandths: int) -> str:
    whole, rest = divmod(thousandths, 1000)
    return f"{whole:,}" + (f".{rest:03d}".rstrip("0") if rest else "")


def _amount(matched: MatchedColumn, value: CellValue, notes: RowNotes) -> Value | None:
    answer = read_amount(value, matched.column.unit)
    if isinstance(answer, Kind):
        if answer is not AMOUNT_NOT_STATED:
            notes.find(answer, matched.index, read=typed(value)[:80])
        return None
    return Value(*answer)


def _whole(matched: MatchedColumn, value: CellValue, notes: RowNotes) -> Value | None:
    if is_unstated(value):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = int(value) if abs(value) <= _LARGEST else None
        if number is not None and number == value and number >= 0:
            return Value(number, "number")
    elif isinstance(value, str):
        said = normalise.code(value).value
        if _WHOLE.fullmatch(said):
            number = int(said.replace(",", "").partition(".")[0])
            if 0 <= number <= _LARGEST:
                return Value(number, "digits")
    notes.find(NOT_WHOLE, matched.index, read=typed(value)[:80])
    return None


def _flag(matched: MatchedColumn, value: CellValue, notes: RowNotes, codes: Codes) -> Value | None:
    meaning = read_code(matched, value, notes, codes)
    return Value(meaning == "true", "flag") if meaning is not None else None
