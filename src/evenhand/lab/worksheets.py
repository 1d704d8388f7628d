"""The worksheets that the authorities of a model city send, as bytes, in the order of delivery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenhand.kernel.ids import SourceId
from evenhand.lab.city import City
from evenhand.lab.workbook_bytes import file_bytes


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One file as it is delivered.

    Attributes:
        source: The contract that it comes under.
        name: What the authority calls the file.
    """

    source: SourceId
    name: str
    data: bytes


def worksheets(city: City) -> Iterator[Worksheet]:
    """Yield every worksheet of a city; the same city gives the same bytes."""
    for file in city.files:
        yield Worksheet(SourceId(file.source), file.name, file_bytes(file))
