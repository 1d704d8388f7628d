"""See that a row rests on a document: its number, its day, and days that can be (RF-5)."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.periods import Day
from evenhand.records.candidate import Candidate
from evenhand.records.document_findings import (
    DAY_AHEAD,
    DAY_ORDER,
    DOC_DAY_STANDS_IN,
    DOC_MISSING,
    DOC_NUMBER_MISSING,
    DOC_STANDS_IN,
)
from evenhand.records.value_findings import DAY_NOT_STATED
from evenhand.rights.floor import enforces
from evenhand.sources.contract import Role
from evenhand.sources.delivery import Delivery, MatchedSheet


@enforces("RF-5")
def complete_document(candidate: Candidate, made: MatchedSheet, *, reproduction: bool) -> None:
    """Ask for the document's number and day; where both are missing there is no document.

    In a reproduction, which has no effect on anybody, something else may stand in for either.
    """
    notes = candidate.notes
    numbered = any(c.field in candidate.filled for c in made.layout.with_role("document"))
    dated = any(c.field in candidate.filled for c in made.layout.with_role("decided_on"))
    if reproduction:
        _let_stand_in(candidate, made, numbered=numbered, dated=dated)
    elif not numbered and not dated:
        notes.find(DOC_MISSING)
        return
    elif not numbered:
        notes.find(DOC_NUMBER_MISSING, column_of(made, "document"))
    if not dated and candidate.decided_on is None:
        notes.find(DAY_NOT_STATED, column_of(made, "decided_on"), read="")


def _let_stand_in(candidate: Candidate, made: MatchedSheet, *, numbered: bool, dated: bool) -> None:
    """Put the cells that the contract names for the number, and its constant for the day.

    Where the sheet has no such column at all, the sheet says so once (``stand_ins``); where it has
    one, each row that lacks it does.
    """
    notes, rule = candidate.notes, made.rule
    if not numbered:
        said = {field: text.strip() for field, _, text in candidate.typed()}
        parts = [said.get(name, "") for name in rule.document_of]
        candidate.number = "/".join(parts) if any(parts) else f"{notes.sheet}!{notes.row}"
        if column_of(made, "document"):
            notes.find(DOC_STANDS_IN, column_of(made, "document"), read=candidate.number)
    if not dated and rule.constants.decided_on:
        candidate.decided_on = rule.constants.decided_on
        if column_of(made, "decided_on"):
            notes.find(
                DOC_DAY_STANDS_IN,
                column_of(made, "decided_on"),
                read=candidate.decided_on.isoformat(),
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


def check_days(candidate: Candidate, made: MatchedSheet, today: Day) -> None:
    """Hold a row whose days cannot be: still to come, or ending before they began."""
    notes = candidate.notes
    decided = candidate.decided_on
    if decided and decided > today:
        at = column_of(made, "decided_on")
        notes.find(DAY_AHEAD, at, read=decided.isoformat(), allowed=today.isoformat())
    if candidate.happened and candidate.happened > today:
        at = column_of(made, "happened")
        notes.find(DAY_AHEAD, at, read=candidate.happened.isoformat(), allowed=today.isoformat())
    candidate.happened = candidate.happened or decided
    if candidate.last and decided and candidate.last < decided:
        at = column_of(made, "ends")
        notes.find(DAY_ORDER, at, read=candidate.last.isoformat(), allowed=decided.isoformat())


def column_of(made: MatchedSheet, role: Role) -> int | None:
    """The number of the column of a role, if the sheet has it."""
    return next((m.index for m in made.columns if m.column.role == role), None)
