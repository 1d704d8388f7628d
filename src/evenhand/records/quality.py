"""How good a delivery is: load, completeness, timeliness, in ten-thousandths.

Load is the share of rows of data that were taken. Completeness is the share of required cells that
are filled. Timeliness is the share of documents that came within seven working days of the decision,
by the day on which the authority entered the row where the sheet says so, else by the day of
delivery (double publicity; Suzhou's department sheet). A share of nothing is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.calendars import Calendar, add_working_days
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import Day
from evenhand.records.statement import Admission
from evenhand.sources.delivery import Delivery, MatchedSheet

WORKING_DAYS: Final = 7
"""Within so many working days of its decision a document is to be delivered."""


def quality_of(
    delivery: Delivery, admission: Admission, calendar: Calendar, today: Day
) -> Mapping[str, Json]:
    """Measure one delivery.

    Timeliness of a source about residents is left out: whose rows were kept would show in it (RF-1).
    """
    data = sum(sheet.data_rows() for sheet in delivery.sheets)
    taken = sum(1 for f in admission.fates if f.fate == "stored" or f.reason == "not_kept")
    measured: dict[str, Json] = {}
    if data:
        measured["load"] = 10_000 * taken // data
    required, filled = _required(delivery)
    if required:
        measured["completeness"] = 10_000 * filled // required
    if not delivery.contract.about_residents and admission.records:
        in_time = sum(
            1
            for record in admission.records
            if (record.reported or today)
            <= add_working_days(calendar, record.document.decided_on, WORKING_DAYS, "authority")
        )
        measured["timeliness"] = 10_000 * in_time // len(admission.records)
    return measured


def _required(delivery: Delivery) -> tuple[int, int]:
    """Count required cells of rows of data, and those of them that are filled."""
    required = filled = 0
    for made in delivery.sheets:
        wanted = [column.index - 1 for column in made.columns if column.column.required]
        for row in _rows(made):
            required += len(wanted)
            filled += sum(1 for index in wanted if row[index] not in (None, ""))
    return required, filled


def _rows(made: MatchedSheet) -> list[tuple[object, ...]]:
    return [row for row, kind in zip(made.sheet.rows, made.kinds, strict=True) if kind == "data"]
