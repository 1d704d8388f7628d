"""What time does to cases: carries out what two officers signed, or helps the subject.

The daily run may call this, and nothing else that changes a case which is open. Running it again on
the same day changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from evenhand.cases.case import Cause, State
from evenhand.cases.commands import (
    Command,
    Context,
    EventBody,
    Expire,
    Improve,
    Lapse,
    Lighten,
    Overdue,
    Reconsider,
    RepairPath,
    TakeEffect,
)
from evenhand.cases.desk import Desk
from evenhand.cases.elapsing import last_day_of_authority
from evenhand.cases.running import day_of_authority, day_of_review, day_of_term
from evenhand.cases.transitions import decide
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.ids import CaseId, RecordId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.rights.floor import enforces

Changes = Mapping[RecordId, Cause]
"""What became of records since cases were proposed on them."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What time did, and which decided cases it could not let take effect, each with the reason."""

    events: tuple[Event, ...]
    held_up: tuple[tuple[CaseId, Text], ...]


def pass_time(
    desk: Desk,
    at: Moment,
    changes: Changes | None = None,
    better: Collection[CaseId] = (),
    milder: Mapping[CaseId, Lighten] | None = None,
    repairs: Mapping[CaseId, RepairPath] | None = None,
) -> Passed:
    """Bring every case up to a moment, in one transaction.

    Args:
        desk: The register's cases.
        at: The register's clock.
        changes: Records that were corrected, retracted, found to be about somebody else, or settled
            where the list's rule says that this ends the entry. Doubts stand in the ledger itself.
        better: Cases about grades that their subjects' records do not give any more.
        milder: What newer versions of schemes say of entries that older ones led to (D4).
        repairs: Of cases with an open application for repair, what is there by now.
    """
    held_up: list[tuple[CaseId, Text]] = []
    drafts: list[Draft] = []
    with desk.transaction(at) as opened:
        context = desk.context(at)
        for case in sorted(desk.states):
            state = desk.states[case]
            if state.status in ("ended", "closed"):
                continue
            bodies = _reconsidered(state, context, changes or {})
            if not bodies and case in better:
                bodies = decide(state, Improve(), context)
            if not bodies and milder and case in milder and state.status == "in_effect":
                bodies = decide(state, milder[case], context)
            seen = replace(context, repair=(repairs or {}).get(case))
            bodies = bodies or tuple(_elapsed(desk, state, seen, held_up))
            drafts += [Draft(body.kind, case, SYSTEM, body.body) for body in bodies]
        events = opened.append(drafts)
    return Passed(events, tuple(held_up))


@enforces("RF-16")
def reconsidered(desk: Desk, changes: Changes, at: Moment) -> tuple[Draft, ...]:
    """What follows for cases from changed records, for the transaction that records the change (E5).

    The caller appends the drafts together with the event of the change, so that no entry has effect
    on evidence that was corrected.
    """
    desk.catch_up()
    context = desk.context(at)
    return tuple(
        Draft(body.kind, case, SYSTEM, body.body)
        for case in sorted(desk.states)
        if desk.states[case].status not in ("ended", "closed")
        for body in _reconsidered(desk.states[case], context, changes)
    )


def _reconsidered(state: State, context: Context, changes: Changes) -> tuple[EventBody, ...]:
    by_cause: dict[Cause, list[RecordId]] = {}
    for record in state.facts.records:
        if record in changes:
            by_cause.setdefault(changes[record], []).append(record)
        elif record in context.doubtful:
            by_cause.setdefault("doubted", []).append(record)
    bodies: list[EventBody] = []
    for cause in sorted(by_cause, key=lambda c: c == "doubted"):
        bodies += decide(state, Reconsider(cause, tuple(by_cause[cause])), context)
        if bodies and bodies[-1].kind in ("case.closed", "case.ended"):
            break
    return tuple(bodies)


def _elapsed(
    desk: Desk, state: State, context: Context, held_up: list[tuple[CaseId, Text]]
) -> Iterator[EventBody]:
    """What time does to one case of which no record changed."""
    if state.status == "decided":
        signed = replace(context, signed=desk.decisions_verified(state))
        try:
            yield from decide(state, TakeEffect(), signed)
        except (NotLawfulNow, NotPermitted) as refused:
            held_up.append((state.facts.case, refused.text))
        else:
            return
    if state.status == "in_effect":
        missed = decide(state, Overdue(), context)
        yield from missed
        if missed:
            return
    command = _due(state, context)
    if command is not None:
        yield from decide(state, command, context)


def _due(state: State, context: Context) -> Command | None:
    if state.status == "in_effect":
        stop = state.effect.stop if state.effect else None
        review = state.suspension.review_until if state.suspension else None
        over = stop is not None and stop <= day_of_term(state, context)
        unreviewed = review is not None and review < day_of_review(state, context)
        return Expire() if over or unreviewed else None
    last, _ = last_day_of_authority(state)
    return Lapse() if last < day_of_authority(state, context) else None
