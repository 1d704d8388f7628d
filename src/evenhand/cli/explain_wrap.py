"""Sentences in lines of at most 80 columns, Chinese and English; names and numbers are kept whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 80

_WIDE: Final = ("W", "F")
_NEVER_FIRST: Final = "，。；：、）》”’！？〕】%,.;:)]!?"
_NEVER_LAST: Final = "（《“‘〔【(["
_UNITS: Final = "年月日号分天条个项次级"
"""What a Chinese sentence counts in: never apart from its number."""
_PIECE: Final = re.compile(
    r"\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]"
    r"|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]+"
)


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in _WIDE else 1 for c in text)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence before it is broken into lines.

    Attributes:
        first: What stands before its first line, such as points in a column.
        rest: What stands before the others; None: the same.
    """

    text: str
    first: str = ""
    rest: str | None = None


def in_lines(said: Iterable[Said], width: int = WIDTH) -> Iterator[str]:
    """Break sentences into lines; an empty one is an empty line."""
    for one in said:
        if one.text or one.first:
            yield from wrapped(one.text, one.first, one.rest, width)
        else:
            yield ""


def page_in_lines(page: str, width: int = WIDTH) -> Iterator[str]:
    """Break a page of headings and items into lines; an item goes on under its first word."""
    for line in page.splitlines():
        item = line.startswith("- ")
        said = Said(line.removeprefix("- "), "- ", "  ") if item else Said(line)
        yield from in_lines([said], width)


def wrapped(
    text: str, first: str = "", rest: str | None = None, width: int = WIDTH
) -> Iterator[str]:
    """Break a text into lines; ``first`` stands before the first line, ``rest`` before the others."""
    line, empty = first, True
    after = first if rest is None else rest
    for piece in _pieces(text):
        if piece.isspace():
            line += "" if empty else " "
            continue
        if not empty and wide(line) + wide(piece) > width:
            yield line.rstrip()
            line, empty = after, True
        left = piece
        while wide(line) + wide(left) > width and wide(left) > width - wide(after):
            head, left = _cut(left, width - wide(line))
            yield line + head
            line, empty = after, True
        line, empty = line + left, False
    if not empty or line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What is never broken: words, numbers, a Chinese character with the marks that cling to it."""
    waiting = ""
    for piece in _PIECE.findall(text):
        counted = waiting[-1:].isdigit() and piece in _UNITS
        clings_back = piece[0] in _NEVER_FIRST or counted
        clings_on = bool(waiting) and waiting[-1] in _NEVER_LAST
        if waiting and (clings_back or clings_on) and not piece.isspace():
            waiting += piece
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _cut(piece: str, columns: int) -> tuple[str, str]:
    """As much of a piece as fits, and the rest; at least one character."""
    taken = 1
    while taken < len(piece) and wide(piece[: taken + 1]) <= columns:
        taken += 1
    return piece[:taken], piece[taken:]
