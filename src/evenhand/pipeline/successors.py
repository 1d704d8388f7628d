"""Open a case against a successor: find the registration that names it, and ask the core (RF-9)."""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.cases.case import State
from evenhand.cases.commands import Follow
from evenhand.cases.hand import Hand
from evenhand.cases.succession import (
    Registration,
    facts_of_successor,
    open_against_successor,
)
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Moment
from evenhand.pipeline.dossiers import CHANGE, OpenedRecord, open_records
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import records_about
from evenhand.relational.ledger import Event
from evenhand.rights.floor import enforces


@dataclass(frozen=True, slots=True)
class Succession:
    """What an officer asks: which case, against whom, why."""

    case: str
    successor: SubjectId
    reasons: str


@enforces("RF-9")
def follow_case(opened: Opened, hand: Hand, asked: Succession, at: Moment) -> tuple[Event, ...]:
    """Open a case of its own against a successor.

    The registration must have been delivered about the predecessor, be of a merger or split, name the
    successor's code, and be neither in doubt nor found wrong.

    Raises:
        BadInput: When there is no such case.
        NotLawfulNow: When the list, the registration or the term does not allow it.
        NotPermitted: When this person may not.
    """

    def command(before: State) -> Follow:
        knowledge, facts = opened.knowledge(), before.facts
        registration = _registration(opened, knowledge, facts.subject, asked.successor)
        made = facts_of_successor(before, asked.successor, registration, hand)
        rule = opened.scheme(knowledge.schemes[facts.scheme, facts.version]).list_rule(facts.list)
        named = registration is not None and registration.record not in opened.desk.doubtful()
        return Follow(made, before, rule.successors, named, asked.reasons)

    with opened.register.lock():
        return open_against_successor(opened.desk, hand, asked.case, command, at)


def _registration(
    opened: Opened, knowledge: Knowledge, before: SubjectId, successor: SubjectId
) -> Registration | None:
    """The latest registration by which a predecessor merged into a successor or was split into it."""
    about = records_about(opened.register.evidence, knowledge.segments, [before])
    changes = [
        f.record
        for f in sorted(about, key=lambda f: (f.happened, f.record))
        if f.type == CHANGE and not f.waits and f.record not in knowledge.withdrawn
    ]
    there = open_records(opened, knowledge, changes)
    found = None
    for record in changes:
        if record in there and _names(opened, there[record], successor):
            found = there[record].facts
    if found is None or found.document is None:
        return None
    clerk = knowledge.clerk_of(found.delivery)
    return Registration(found.record, found.document, found.delivery, clerk)


def _names(opened: Opened, registration: OpenedRecord, successor: SubjectId) -> bool:
    code = registration.typed("successor")
    first = opened.register.vault.subject_of("uscc", code) if code else None
    if first is None:
        return False
    holders = opened.knowledge().holders
    return holders.on(first, registration.facts.happened) == successor
