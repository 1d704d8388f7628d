"""See that a row rests on a document: its number, its day, and days that can be (RF-5)."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.periods import Day
from evenhand.records.document_findings import (
    DAY_AHEAD,
    DAY_ORDER,
    DOC_DAY_STANDS_IN,
    DOC_MISSING,
    DOC_NUMBER_MISSING,
    DOC_STANDS_IN,
)
from evenhand.records.row_reading import RowReading
from evenhand.records.value_findings import DAY_NOT_STATED
from evenhand.rights.floor import enforces
from evenhand.sources.contract import Role
from evenhand.sources.delivery import Delivery, MatchedSheet


@enforces("RF-5")
def complete_document(reading: RowReading, made: MatchedSheet, *, reproduction: bool) -> None:
    """Ask for the document's number and day; where both are missing there is no document.

    In a reproduction, which has no effect on anybody, something else may stand in for either.
    """
    notes = reading.notes
    numbered = any(c.field in reading.filled for c in made.layout.with_role("document"))
    dated = any(c.field in reading.filled for c in made.layout.with_role("decided_on"))
    if reproduction:
        _let_stand_in(reading, made, numbered=numbered, dated=dated)
    elif not numbered and not dated:
        notes.find(DOC_MISSING)
        return
    elif not numbered:
        notes.find(DOC_NUMBER_MISSING, column_of(made, "document"))
    if not dated and reading.decided_on is None:
        notes.find(DAY_NOT_STATED, column_of(made, "decided_on"), read="")


def _let_stand_in(reading: RowReading, made: MatchedSheet, *, numbered: bool, dated: bool) -> None:
    """Put the cells that the contract names for the number, and its constant for the day.

    Where the sheet has no such column at all, the sheet says so once (``stand_ins``); where it has
    one, each row that lacks it does.
    """
    notes, rule = reading.notes, made.rule
    if not numbered:
        said = {field: text.strip() for field, _, text in reading.typed()}
        parts = [said.get(name, "") for name in rule.document_of]
        reading.number = "/".join(parts) if any(parts) else f"{notes.sheet}!{notes.row}"
        if column_of(made, "document"):
            notes.find(DOC_STANDS_IN, column_of(made, "document"), read=reading.number)
    if not dated and rule.constants.decided_on:
        reading.decided_on = rule.constants.decided_on
        if column_of(made, "decided_on"):
            notes.find(
                DOC_DAY_STANDS_IN,
                column_of(made, "decided_on"),
                read=reading.decided_on.isoformat(),
            )


def stand_ins(delivery: Delivery) -> Iterator[Finding]:
    """Say of each sheet of a reproduction that it has no document numbers or no days at all."""
    if delivery.contract.kind != "reproduction":
        return
    for made in delivery.sheets:
        place = Place(delivery.workbook.name, made.sheet.name)
        if not column_of(made, "document"):
            named = "/".join(made.rule.document_of) or f"{made.sheet.name}!…"
            yield found(DOC_STANDS_IN, place, read=named)
        if not column_of(made, "decided_on") and made.rule.constants.decided_on:
            yield found(DOC_DAY_STANDS_IN, place, read=made.rule.constants.decided_on.isoformat())


def check_days(reading: RowReading, made: MatchedSheet, today: Day) -> None:
    """Hold a row whose days cannot be: still to come, or ending before they began."""
    notes = reading.notes
    decided = reading.decided_on
    if decided and decided > today:
        at = column_of(made, "decided_on")
        notes.find(DAY_AHEAD, at, read=decided.isoformat(), allowed=today.isoformat())
    if reading.happened and reading.happened > today:
        at = column_of(made, "happened")
        notes.find(DAY_AHEAD, at, read=reading.happened.isoformat(), allowed=today.isoformat())
    reading.happened = reading.happened or decided
    if reading.last and decided and reading.last < decided:
        at = column_of(made, "ends")
        notes.find(DAY_ORDER, at, read=reading.last.isoformat(), allowed=decided.isoformat())


def column_of(made: MatchedSheet, role: Role) -> int | None:
    """The number of the column of a role, if the sheet has it."""
    return next((m.index for m in made.columns if m.column.role == role), None)
