"""The noun Page: a title, a day, and titled sections of paragraphs and items, in one language.

What a page says is known line by line before it is drawn, so that its text and its PDF cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.text import Language

Shape = Literal["paragraph", "item", "under"]
"""How a line stands: by itself, as an item of a list, or under the item before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section, however long; it is broken only where it is drawn."""

    text: str
    shape: Shape = "paragraph"

    def plain(self) -> str:
        """The line as it stands in a text: items begin with a hyphen."""
        return {"paragraph": "", "item": "- ", "under": "  "}[self.shape] + self.text


@dataclass(frozen=True, slots=True)
class Section:
    """A title and what stands below it."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What one letter or file says.

    Attributes:
        language: The language of everything but names and quoted values.
        title: Its title; adverse words stay out of it where the page lies open.
        under_title: The day, and whatever else stands right below the title.
        sections: In their order.
    """

    language: Language
    title: str
    under_title: tuple[str, ...]
    sections: tuple[Section, ...]

    def text(self) -> str:
        """The page as plain text, each line whole."""
        blocks = ["\n".join((self.title, *self.under_title))]
        blocks += ["\n".join((s.title, *(line.plain() for line in s.lines))) for s in self.sections]
        return "\n\n".join(blocks) + "\n"


def lines_of(written: str) -> tuple[Line, ...]:
    """Read lines as ``Line.plain`` writes them."""
    return tuple(_read(written))


def one_line(said: str) -> str:
    """What somebody typed, on one line; white space that is not one space is folded into one."""
    return " ".join(said.split())


def _read(written: str) -> Iterator[Line]:
    for line in written.splitlines():
        if line.startswith("- "):
            yield Line(line[2:], "item")
        elif line.startswith("  "):
            yield Line(line[2:], "under")
        else:
            yield Line(line)
