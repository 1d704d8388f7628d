"""How an act of a person enters the ledger: prepared, signed by its author, checked, recorded.

``prepare`` says what would be recorded; its author signs exactly that, wherever their key is;
``submit`` checks the signature and every guard again in the transaction that records it. When the
case changed in between, what would be recorded differs, the signature does not fit, and nothing is
recorded.
"""

from __future__ import annotations

from dataclasses import replace

from evenhand.cases.commands import OF_PEOPLE, Command, Context, EventBody
from evenhand.cases.desk import Desk
from evenhand.cases.hand import Hand
from evenhand.cases.transitions import decide
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.kernel.periods import Moment
from evenhand.keys.acts import verifies
from evenhand.relational.ledger import SYSTEM, Draft, Event, signed_bytes

__all__ = ["Hand", "act", "prepare", "submit"]


def prepare(desk: Desk, person: PersonId, case: str, command: Command, at: Moment) -> Draft:
    """Say what a person's command would record, for them to sign.

    Raises:
        NotLawfulNow: When the case does not allow it now.
        NotPermitted: When this person may not.
    """
    desk.catch_up()
    bodies = _decided(desk, case, command, desk.context(at, person, signed=True))
    return _draft(bodies[0], case, person)


def submit(
    desk: Desk, draft: Draft, command: Command, signature: str, at: Moment
) -> tuple[Event, ...]:
    """Record a person's signed act, and what follows from it, or nothing.

    Raises:
        NotLawfulNow: When the case does not allow it now.
        NotPermitted: When this person may not, or the signature does not fit what would be recorded.
    """
    person, case = PersonId(draft.actor), draft.topic
    with desk.transaction(at) as opened:
        intended = desk.context(at, person, signed=True)
        would = _draft(_decided(desk, case, command, intended)[0], case, person)
        message = signed_bytes(would.kind, would.topic, would.actor, would.body)
        own = verifies(desk.people.public_key_of(person, intended.at), message, signature)
        bodies = _decided(desk, case, command, desk.context(at, person, signed=own))
        return opened.append([_draft(body, case, person, signature) for body in bodies])


def act(desk: Desk, hand: Hand, case: str, command: Command, at: Moment) -> tuple[Event, ...]:
    """Prepare, sign and submit in one go, for whoever has their key at hand.

    Raises:
        NotLawfulNow: When the case does not allow it now.
        NotPermitted: When this person may not.
    """
    draft = prepare(desk, hand.person, case, command, at)
    return submit(desk, draft, command, hand.signed(draft), at)


def _decided(desk: Desk, case: str, command: Command, context: Context) -> tuple[EventBody, ...]:
    if not isinstance(command, OF_PEOPLE):
        raise TypeError(f"{type(command).__name__} is no act of a person")
    state = desk.state(case)
    repair = desk.repair_paths.get(CaseId(case))
    calendar, settlers = desk.calendar_of(state.facts), desk.settlers(state.facts)
    seen = replace(context, repair=repair, calendar=calendar, settlers=settlers)
    return decide(state, command, seen)


def _draft(body: EventBody, case: str, person: PersonId, signature: str = "") -> Draft:
    if body.by_system:
        return Draft(body.kind, case, SYSTEM, body.body)
    return Draft(body.kind, CaseId(case), person, body.body, signature)
