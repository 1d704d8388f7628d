"""What becomes of cases when a subject is no more, and how an officer opens one against a successor.

The register ends what it must by itself; it opens nothing. Only a person opens a case against a
successor, and that person can sign neither of its decisions, as if they had supplied its evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from evenhand.cases.case import Facts, State
from evenhand.cases.commands import Cease, Follow, Gone
from evenhand.cases.desk import Desk
from evenhand.cases.hand import Hand
from evenhand.cases.transitions import decide
from evenhand.kernel.canonical import digest
from evenhand.kernel.ids import CaseId, PersonId, RecordId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.keys.acts import verifies
from evenhand.relational.ledger import SYSTEM, Draft, Event, signed_bytes


def ceased(desk: Desk, gone: Mapping[SubjectId, Gone], at: Moment) -> tuple[Draft, ...]:
    """What follows for cases when subjects are no more, for the transaction that records it.

    Args:
        desk: The register's cases.
        gone: Who is no more, and why.
        at: The register's clock.
    """
    desk.catch_up()
    context = desk.context(at)
    drafts = []
    for case in sorted(desk.states):
        state = desk.states[case]
        if state.facts.subject in gone and state.status not in ("ended", "closed"):
            bodies = decide(state, Cease(gone[state.facts.subject]), context)
            drafts += [Draft(body.kind, case, SYSTEM, body.body) for body in bodies]
    return tuple(drafts)


def case_of_successor(before: State, successor: SubjectId, change: RecordId) -> CaseId:
    """The one case that can follow from a predecessor's to a successor by a registration."""
    facts = {"follows": before.facts.case, "subject": str(successor), "record": str(change)}
    return CaseId.parse("C-" + digest(facts)[:16])


@dataclass(frozen=True, slots=True)
class Registration:
    """The document that names a successor: its record, keyed number, delivery, and who delivered it."""

    record: RecordId
    document: int
    delivery: str
    clerk: PersonId


def facts_of_successor(
    before: State, successor: SubjectId, change: Registration | None, hand: Hand
) -> Facts:
    """What a case against a successor is proposed on: the predecessor's records and the registration.

    The one document that is new is the registration; the documents behind the predecessor's entry
    stay its own (RF-8). Whoever opens the case counts as a supplier of its evidence.
    """
    facts = before.facts
    if change is not None:
        facts = replace(
            facts,
            records=tuple(sorted({*facts.records, change.record})),
            documents=(change.document,),
            deliveries=tuple(sorted({*facts.deliveries, change.delivery})),
            submitters=facts.submitters | {change.clerk},
        )
    return replace(
        facts,
        case=case_of_successor(before, successor, change.record if change else RecordId(0)),
        subject=successor,
        submitters=facts.submitters | {hand.person},
        follows=facts.case,
        latest=before.effect.last if before.effect else None,
    )


def open_against_successor(
    desk: Desk, hand: Hand, predecessor: str, asked: Callable[[State], Follow], at: Moment
) -> tuple[Event, ...]:
    """Check, sign and record the opening of a case against a successor, in one transaction.

    Args:
        desk: The register's cases.
        hand: The officer.
        predecessor: The predecessor's case.
        asked: What the officer asks, by that case as it stands when nothing can come between any more.
        at: The register's clock.

    Raises:
        BadInput: When there is no such case.
        NotLawfulNow: When the list, the term or a guard does not allow it; names the guard.
        NotPermitted: When this person may not.
    """
    with desk.transaction(at) as opened:
        command = asked(desk.state(predecessor))
        case = command.facts.case
        known = case if case in desk.states else None
        intended = replace(desk.context(at, hand.person, signed=True), known_case=known)
        (body,) = decide(None, command, intended)
        draft = Draft(body.kind, case, hand.person, body.body, once=(f"ground:{case}",))
        message = signed_bytes(draft.kind, draft.topic, draft.actor, draft.body)
        signature = hand.signed(draft)
        own = verifies(desk.people.public_key_of(hand.person, intended.at), message, signature)
        decide(None, command, replace(intended, signed=own))
        return opened.append([replace(draft, signature=signature)])
