"""Stewards act together: enrol and dismiss a witness, replace and revoke the register's own key."""

from __future__ import annotations

from collections.abc import Callable

from evenhand.cases.desk import Desk
from evenhand.cases.guards import free_of_numbers
from evenhand.cases.hand import Hand
from evenhand.cases.person_findings import NOTHING_TO_SIGN
from evenhand.cases.recording import record_signed
from evenhand.cases.together import Agreements, Proposal, refused
from evenhand.cases.witnessed import Enrolled
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import Moment
from evenhand.relational.events import Draft, Event

Makes = Callable[[Agreements], Proposal]
"""Says what is signed, by what was agreed so far."""


def sign_together(desk: Desk, hand: Hand, makes: Makes, at: Moment) -> Event:
    """A steward signs something that counts when another signs the same.

    Raises:
        NotPermitted: When the person is no steward, or the signature is not theirs.
        NotLawfulNow: When this steward signed it before.
    """

    def make() -> Draft:
        return desk.agreements.draft(hand, makes(desk.agreements))

    return record_signed(desk, hand, make, at)[0]


def enrol_witness(desk: Desk, hand: Hand, witness: Enrolled, at: Moment) -> Event:
    """A steward enrols a witness, in place of one that there is; it counts when another does too.

    From then on nothing that runs against a subject runs faster than that witness's clock.

    Raises:
        NotPermitted: When the person is no steward, or the signature is not theirs.
        NotLawfulNow: When this steward signed it before.
    """

    def make(agreements: Agreements) -> Proposal:
        body: dict[str, Json] = {
            "key": str(witness.key),
            "origin": witness.origin,
            "term": agreements.term("witness.enrolled", witness.name),
        }
        return Proposal("witness.enrolled", witness.name, body)

    return sign_together(desk, hand, make, at)


def dismiss_witness(desk: Desk, hand: Hand, name: str, why: str, at: Moment) -> Event:
    """A steward dismisses the witness; it counts when another does too.

    What began while it was enrolled goes on by what it saw: a time to object that has not run out by
    then never does, and the case lapses in the subject's favour unless another witness is enrolled.

    Raises:
        NotPermitted: When the person is no steward, or the signature is not theirs.
        NotLawfulNow: When there is no such witness, or this steward signed it before.
    """

    def make(agreements: Agreements) -> Proposal:
        free_of_numbers(desk.context(at), why)
        enrolled = desk.witnessed.enrolled
        if enrolled is None or enrolled.name != name:
            raise refused(NOTHING_TO_SIGN, name)
        term = agreements.term("witness.dismissed", name)
        return Proposal("witness.dismissed", name, {"why": why, "term": term})

    return sign_together(desk, hand, make, at)
