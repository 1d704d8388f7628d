"""One cell of an ods: its attributes, its paragraphs, and the value that they make."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from evenhand.sources.grid import cell_value
from evenhand.sources.safe_xml import local
from evenhand.sources.sheet import CellValue

_DURATION: Final = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?")
_ERROR: Final = re.compile(r"#[A-Z/0!?]+[!?0A]?|Err:\d+")
_LONGEST_REPEAT: Final = 65_536


class Cell:
    """A cell while its elements are read.

    Attributes:
        repeat: How many columns it fills.
        formula: True when it holds a formula.
    """

    def __init__(self, attributes: dict[str, str], repeat: int) -> None:
        self.attributes = attributes
        self.repeat = repeat
        self.formula = "formula" in attributes
        self._paragraphs: list[list[str]] = []
        self._inside = 0

    @property
    def kind(self) -> str:
        """The type of the value; empty for a cell without one."""
        return self.attributes.get("value-type", "")

    @property
    def spans(self) -> tuple[int, int]:
        """How many rows and columns it covers, merged."""
        return (
            int(self.attributes.get("number-rows-spanned", "1")),
            int(self.attributes.get("number-columns-spanned", "1")),
        )

    @property
    def said(self) -> str:
        """Its paragraphs as lines."""
        return "\n".join("".join(parts) for parts in self._paragraphs)

    @property
    def is_error(self) -> bool:
        """Say whether it shows an error such as ``#REF!``."""
        return (self.formula or self.kind in ("error", "")) and bool(_ERROR.fullmatch(self.said))

    @property
    def says_something(self) -> bool:
        """Say whether it has a value, a text or a formula."""
        return bool(self.kind or self.formula or self.said)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag inside the cell, its attributes with their prefixes."""
        if name == "p":
            self._paragraphs.append([])
            self._inside += 1
        elif name == "s" and self._inside:
            many = next((v for k, v in attributes.items() if local(k) == "c"), "1")
            self.text(" " * min(int(many), _LONGEST_REPEAT))
        elif name == "tab" and self._inside:
            self.text("\t")
        elif name == "line-break" and self._inside:
            self.text("\n")

    def end(self, name: str) -> None:
        """Take an end tag inside the cell."""
        if name == "p":
            self._inside -= 1

    def text(self, said: str) -> None:
        """Take text inside the cell."""
        if self._inside and self._paragraphs:
            self._paragraphs[-1].append(said)


def read_value(cell: Cell) -> CellValue:
    """Return the value that a cell stores; None for an error or nothing.

    Raises:
        ValueError: When the stored value is none of its type.
    """
    attributes = cell.attributes
    if cell.is_error:
        return None
    match cell.kind:
        case "float" | "currency" | "percentage":
            said = attributes["value"]
            return int(said) if said.lstrip("-").isdigit() else cell_value(float(said))
        case "date":
            return _day_or_moment(attributes["date-value"])
        case "time":
            return _duration(attributes["time-value"])
        case "boolean":
            return attributes["boolean-value"] == "true"
    return attributes.get("string-value") or cell.said or None


def _day_or_moment(said: str) -> dt.date | dt.datetime:
    if "T" not in said:
        return dt.date.fromisoformat(said)
    moment = dt.datetime.fromisoformat(said)
    return moment.date() if moment.time() == dt.time() else moment


def _duration(said: str) -> dt.timedelta:
    found = _DURATION.fullmatch(said)
    if not found:
        raise ValueError(f"{said} is no duration")
    sign, days, hours, minutes, seconds, fraction = found.groups()
    length = dt.timedelta(
        days=int(days or 0),
        hours=int(hours or 0),
        minutes=int(minutes or 0),
        seconds=int(seconds or 0),
        microseconds=int(f"{fraction or '0':0<6}"[:6]),
    )
    return -length if sign else length
