"""Give a delivered workbook back with its cells marked and a sheet that lists every finding.

A small xlsx keeps its layout: the delivered file is opened and marked. Anything else, and whatever
cannot be opened like that, is written anew from the cells that were read. In both, every cell that
could be taken for a formula is text (reliability F24). The copy is returned, never kept; when it is
delivered again, ``read_workbook`` leaves the list out, and nothing reads fills and comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Language
from evenhand.sources.mark_anew import mark_anew
from evenhand.sources.mark_in_place import CannotMark, mark_in_place
from evenhand.sources.marks import marks
from evenhand.sources.sheet import Workbook

MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 400_000
"""Above these, opening the delivered file to mark it takes too long."""


def marked_copy(
    data: bytes, workbook: Workbook, findings: Sequence[Finding], language: Language
) -> bytes:
    """Return an xlsx of the delivered workbook in which every finding is marked and listed.

    Args:
        data: The delivered bytes, which passed the guard.
        workbook: What was read from them.
        findings: Everything that was found, in any order.
        language: Of the comments and the list; heads are in both.
    """
    made = marks(findings, language)
    rows = sum(len(sheet.rows) for sheet in workbook.sheets)
    cells = sum(len(sheet.rows) * sheet.width for sheet in workbook.sheets)
    if workbook.format == "xlsx" and rows <= MOST_ROWS and cells <= MOST_CELLS:
        try:
            return mark_in_place(data, workbook, made, language)
        except CannotMark:
            pass
    return mark_anew(workbook, made, language)
