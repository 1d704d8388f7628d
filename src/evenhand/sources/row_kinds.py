"""Say what each row of a sheet is: title or head, blank, note or total, or a row of data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from evenhand.sources.contract import plain_head
from evenhand.sources.delivery import MatchedColumn, RowKind
from evenhand.sources.sheet import CellValue, Sheet

_NOTE: Final = re.compile(
    r"\s*(?:填\s*[表报]\s*(?:说\s*明|须\s*知|要\s*求)|说\s*明\s*(?:[:：]|$)|备\s*注\s*(?:[:：]|$)|附?\s*注\s*\d*\s*(?:[:：]|$)"
    r"|[合总小共]\s*计|填表人|填报人|制表人?|审核人|填报单位|填报日期|数据来源|以下空白"
    r"|(?:note|notes|total|subtotal|source|prepared by)\b)",
    re.IGNORECASE,
)
_INSTRUCTION: Final = re.compile(r"填\s*[表报]\s*(?:说\s*明|须\s*知|要\s*求)")


def row_kinds(
    sheet: Sheet, columns: Sequence[MatchedColumn], head_ends: int, waived: Collection[int] = ()
) -> tuple[RowKind, ...]:
    """Say what each row is; everything up to the end of the head is head.

    Cells of waived columns are not looked at.
    """
    indices = [matched.index - 1 for matched in columns]
    others = [i for i in range(sheet.width) if i + 1 not in waived and i not in set(indices)]
    heads = [frozenset(plain_head(s) for s in (m.head, *m.column.spellings)) for m in columns]
    required = [m.column.required for m in columns]
    kinds: list[RowKind] = ["header"] * min(head_ends, len(sheet.rows))
    for row in sheet.rows[head_ends:]:
        cells = tuple([row[i] for i in indices])
        kinds.append(_kind(cells, heads, required, (row[i] for i in others)))
    return tuple(kinds)


def _kind(
    cells: tuple[CellValue, ...],
    heads: Sequence[frozenset[str]],
    required: Sequence[bool],
    others: Iterator[CellValue],
) -> RowKind:
    filled = [i for i, cell in enumerate(cells) if not _is_blank(cell)]
    if not filled:
        return "note" if any(_is_note(cell) for cell in others) else "blank"
    texts = [i for i in filled if isinstance(cells[i], str)]
    instructed = any(required[i] and _says_instruction(cells[i]) for i in texts)
    if instructed or all(_is_note(cells[i]) for i in filled):
        return "note"
    if texts and _says_head(cells[texts[0]], heads[texts[0]]):
        repeated = sum(_says_head(cells[i], heads[i]) for i in texts)
        if repeated >= 2 and repeated * 2 >= len(filled):
            return "header"
    given = sum(1 for i in filled if required[i])
    few = given * 2 < max(sum(required), 2) or len(filled) == 1
    if few and (any(_is_note(cells[i]) for i in texts) or any(_is_note(cell) for cell in others)):
        return "note"
    return "data"


def _is_blank(cell: CellValue) -> bool:
    return cell is None or (
        isinstance(cell, str) and not cell.strip("\u200b\u200c\u200d\ufeff \t\r\n\u3000\xa0")
    )


def _is_note(cell: CellValue) -> bool:
    return isinstance(cell, str) and bool(_NOTE.match(cell))


def _says_instruction(cell: CellValue) -> bool:
    return isinstance(cell, str) and "填" in cell and bool(_INSTRUCTION.match(cell))


def _says_head(cell: CellValue, heads: frozenset[str]) -> bool:
    return isinstance(cell, str) and len(cell) <= 80 and plain_head(cell) in heads
