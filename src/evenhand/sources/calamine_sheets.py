"""Read the cells of an xlsx or xls with calamine; the one place that knows it.

Addresses stay right because leading empty rows and columns are asked for. Whatever the library
raises, panics included, refuses the file as one that cannot be understood.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import python_calamine


class Unreadable(ValueError):
    """Calamine does not understand the file."""


@dataclass(frozen=True, slots=True)
class CalamineSheet:
    """One sheet as calamine gives it; an empty cell and an error are an empty text."""

    title: str
    hidden: bool
    rows: Sequence[Sequence[object]]
    merged: tuple[tuple[int, int, int, int], ...]


def sheets_of(data: bytes) -> Iterator[CalamineSheet]:
    """Yield the sheets of a workbook in order, charts as sheets without rows.

    Raises:
        Unreadable: When calamine does not understand the file.
    """
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for index, known in enumerate(workbook.sheets_metadata):
                yield _sheet(workbook, index, known)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Unreadable(str(error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable("the reader failed") from None


def _sheet(
    workbook: python_calamine.CalamineWorkbook, index: int, known: python_calamine.SheetMetadata
) -> CalamineSheet:
    hidden = known.visible != python_calamine.SheetVisibleEnum.Visible
    if known.typ != python_calamine.SheetTypeEnum.WorkSheet:
        return CalamineSheet(known.name, hidden, [], ())
    sheet = workbook.get_sheet_by_index(index)
    merged = tuple(
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return CalamineSheet(known.name, hidden, sheet.to_python(skip_empty_area=False), merged)
