"""What a marked copy says: each finding as a mark with its place and its words in one language.

A finding of a silent kind says what and where, and never what was read; that is decided when the
finding is made and again when its sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Language, Text

FINDINGS_SHEET: Final = "核验问题 Findings"
"""Name of the sheet that lists all findings; ignored when the copy is delivered."""

AUTHOR: Final = "Evenhand"
"""Author of the comments in a marked copy; by it they are known when the copy comes back."""

FILL: Final = "FFF2CC"
EDGE: Final = "C00000"
"""Colours of a marked cell; the thick border says the same without colour."""

MOST_LISTED: Final = 50_000
MOST_COMMENTS: Final = 10_000
"""Beyond these a copy would open slowly; cells are filled all the same."""

HEADS: Final = (
    Text(zh="代码", en="Code"),
    Text(zh="位置", en="Where"),
    Text(zh="问题", en="What is wrong"),
    Text(zh="原因", en="Why it matters"),
    Text(zh="处理", en="How to mend it"),
    Text(zh="示例", en="Example"),
)
WIDTHS: Final = (14, 20, 60, 40, 50, 24)
MORE: Final = Text(zh="另有 {count} 个问题未列出。", en="{count} further findings are not listed.")

_COPY: Final = re.compile(r"[ _]?\(?\d*\)?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding as the copy shows it; ``row`` and ``column`` are None above a single cell."""

    code: str
    where: str
    words: tuple[str, str, str, str]
    sheet: str | None
    row: int | None
    column: int | None
    last_row: int | None

    @property
    def comment(self) -> str:
        """The text of the comment on the cell."""
        what, _, mend, example = self.words
        return "\n".join(filter(None, (f"{self.code}  {what}", mend, example)))

    @property
    def line(self) -> tuple[str, ...]:
        """The cells of its line in the list, after the code and the place."""
        return self.words


def is_findings_sheet(name: str) -> bool:
    """Say whether a sheet is the list of findings of a marked copy that came back."""
    return _COPY.sub("", name.strip()) == FINDINGS_SHEET


def marks(findings: Iterable[Finding], language: Language) -> tuple[Mark, ...]:
    """Turn findings into marks, in the order of their places."""
    return tuple(
        Mark(
            finding.kind.code,
            str(finding.place),
            (
                finding.sentence(language),
                finding.kind.why.said_in(language),
                finding.kind.mend.said_in(language),
                finding.kind.example,
            ),
            finding.place.sheet,
            finding.place.row,
            finding.place.column,
            finding.place.last_row,
        )
        for finding in sorted(findings, key=_order)
    )


def cells_of(made: Sequence[Mark], sheet: str, rows: int) -> dict[tuple[int, int], list[Mark]]:
    """The marked cells of one sheet; a finding about a whole row marks its first cell."""
    found: dict[tuple[int, int], list[Mark]] = {}
    for mark in made:
        if mark.sheet == sheet and mark.row is not None:
            last = min(mark.last_row or mark.row, max(rows, mark.row))
            for row in range(mark.row, last + 1):
                found.setdefault((row, mark.column or 1), []).append(mark)
    return found


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return (place.sheet or "", place.row or 0, place.column or 0, finding.kind.code)
