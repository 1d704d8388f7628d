"""The smallest parts of a scheme: where it stands in the file, numbers with a history, conditions.

Points are whole thousandths of a point everywhere. Days are half-open inside, last days in files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text

Thousandths: TypeAlias = int
Value: TypeAlias = str | int | bool | Day
"""A typed value of a record's field: code, whole number (amounts in thousandths), flag, day."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a part stands in its file, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a scheme was read from, and where each of its parts stands there.

    Attributes:
        file: What findings call the file; empty for a scheme that came from no file.
        lines: By path of keys and indices, such as ``("factors", 3, "points")``.
    """

    file: str = ""
    lines: Mapping[tuple[str | int, ...], Line] = field(default_factory=dict)

    def at(self, *path: str | int) -> Line:
        """Say where a part stands, or the nearest part around it that the file has."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return Line(1, 1)


@dataclass(frozen=True, slots=True)
class Article:
    """A law or rule and the article in it."""

    title: Text
    article: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A number with a history: pairs of first day and thousandths, in order of days.

    A number without a history has one pair, whose day is ``Day.min``.

    Attributes:
        references: The article that set each value, in the same order; empty where none is given.
    """

    history: tuple[tuple[Day, Thousandths], ...]
    references: tuple[str, ...] = ()

    @classmethod
    def always(cls, value: Thousandths) -> Dated:
        """A number that never changed."""
        return cls(((Day.min, value),))

    def on(self, of: Day) -> Thousandths:
        """The number on a day.

        Raises:
            ValueError: When the day lies before the first.
        """
        for since, value in reversed(self.history):
            if since <= of:
                return value
        raise ValueError(f"no value on {of}, before {self.history[0][0]}")


Test = Literal["is", "one_of", "at_least", "at_most", "more_than", "less_than"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of one field; ``field`` may also be ``severity`` or ``kind`` (from the catalogue)."""

    field: str
    test: Test
    values: tuple[Value, ...]
    line: Line
