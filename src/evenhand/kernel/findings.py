"""What is wrong with a cell, row, sheet, file or scheme: where, what, why, how to mend.

A stage declares its kinds of finding once, each with a code that never changes its meaning
(``E-…`` stops, holds or refuses; ``W-…`` warns; ``N-…`` only notes). A finding is one kind at one
place with what was read there. A kind that is ``silent`` never quotes what was read: it is used
for residents' numbers and prohibited contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from evenhand.kernel.text import Language, Text

Weight = Literal["stops", "refuses", "holds", "warns", "notes"]
"""What a finding does: stops the whole file, refuses or holds its row, warns, or only notes."""

_CODE = re.compile(r"^[EWN]-[A-Z]+-[0-9]{2,3}$")
_LETTER = {"stops": "E", "refuses": "E", "holds": "E", "warns": "W", "notes": "N"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding, the same for every time it is found.

    Attributes:
        code: For example ``E-DATE-02``; it is in ``docs/reference/errors.md`` for ever.
        weight: What the finding does to the row or file.
        what: Sentence that says what is wrong; may have the places ``{read}``, ``{allowed}``,
            ``{nearest}`` and whatever else the stage fills in.
        why: Why it matters.
        mend: What to do.
        example: A good value, as somebody would type it; empty where none makes sense.
        silent: True when a finding of this kind must not quote what was read.
        floor: Number of the rights-floor rule that it enforces, such as ``RF-4``.
    """

    code: str
    weight: Weight
    what: Text
    why: Text
    mend: Text
    example: str = ""
    silent: bool = False
    floor: str | None = None

    def __post_init__(self) -> None:
        """Refuse a code that is malformed or belies the weight.

        Raises:
            ValueError: When the code does not fit.
        """
        if not _CODE.match(self.code) or self.code[0] != _LETTER[self.weight]:
            raise ValueError(f"{self.code} is no code for a finding that {self.weight}")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding is: a sheet's cell, a line and column of a text file, or a file as a whole.

    Rows, columns, lines are counted from 1. ``column`` is a sheet's column or a line's character.
    """

    file: str = ""
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    last_row: int | None = None

    def __str__(self) -> str:
        """Say the place as people do: ``Sheet!C14``, ``file.yaml:3:7`` or the file's name."""
        if self.sheet is None:
            if self.row is None:
                return self.file
            return f"{self.file}:{self.row}:{self.column or 1}"
        if self.row is None:
            return self.sheet if self.column is None else f"{self.sheet}!{letters(self.column)}"
        cell = f"{letters(self.column) if self.column else ''}{self.row}"
        return f"{self.sheet}!{cell}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of finding at one place."""

    kind: Kind
    place: Place
    values: tuple[tuple[str, str], ...] = field(default=())

    def sentence(self, language: Language) -> str:
        """Say what is wrong, quoting what was read unless the kind is silent."""
        values = {"read": "", "allowed": "", "nearest": ""} | dict(self.values)
        if self.kind.silent:
            values["read"] = "…"
        return self.kind.what.said_in(language).format_map(values)


def found(kind: Kind, place: Place, **values: object) -> Finding:
    """Make a finding; the values fill the places of the kind's sentence.

    A silent kind forgets ``read`` here, so that it can reach no log, receipt or copy.
    """
    kept = {k: str(v) for k, v in values.items() if not (kind.silent and k == "read")}
    return Finding(kind, place, tuple(sorted(kept.items())))


@lru_cache(maxsize=1_024)
def letters(column: int) -> str:
    """Say a column number (from 1) in a spreadsheet's letters: 1 is A, 28 is AB.

    Raises:
        ValueError: When the number is below 1.
    """
    if column < 1:
        raise ValueError(f"no column {column}")
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said
