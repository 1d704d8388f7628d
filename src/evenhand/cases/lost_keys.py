"""A person's key that somebody else may have: it counts for nothing from a moment on, also backwards.

One steward says so, as with a revocation: it can only help the subjects of cases. In the same
transaction every case that rests on what the key signed from that moment on loses it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from evenhand.cases.case import PROVEN, State
from evenhand.cases.commands import LoseSignatures
from evenhand.cases.desk import Desk
from evenhand.cases.guards import D3_OFFICE, free_of_numbers
from evenhand.cases.hand import Hand
from evenhand.cases.people import TITLES
from evenhand.cases.person_findings import NOTHING_TO_SIGN
from evenhand.cases.recording import record_signed
from evenhand.cases.together import refused
from evenhand.cases.transitions import decide
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, NotPermitted
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.relational.ledger import SYSTEM, Draft, Event, Transaction

_ACTS = ("case.decided", "case.delivered", "case.waived", "case.answered")


@dataclass(frozen=True, slots=True)
class LostKey:
    """A person's key that others may have: since when, and why that is thought."""

    person: PersonId
    key: PublicKey
    since: Moment
    why: str


@dataclass(slots=True)
class _Lost:
    """What one case loses."""

    decisions: list[int] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    delivery: bool = False
    waiver: bool = False


def report_lost(desk: Desk, hand: Hand, lost: LostKey, at: Moment) -> tuple[Event, ...]:
    """A steward reports that somebody else may have a person's key; it counts at once.

    Returns:
        The report, and what follows for cases.

    Raises:
        BadInput: When the moment is still to come.
        NotPermitted: When the person who acts is no steward, or the signature is not theirs.
        NotLawfulNow: When nobody has or had that key under that account, or it was lost before.
    """
    return record_signed(
        desk,
        hand,
        lambda: _draft(desk, hand, lost, at),
        at,
        lambda opened: _follows(desk, opened, lost, at),
    )


def _draft(desk: Desk, hand: Hand, lost: LostKey, at: Moment) -> Draft:
    people = desk.people
    if people.founders.role_of(hand.person) != "steward":
        refusal = D3_OFFICE.refusal(read=hand.person, allowed=TITLES["steward"])
        raise NotPermitted(refusal, D3_OFFICE.name)
    free_of_numbers(desk.context(at), lost.why)
    if lost.since > desk.now(at):
        raise BadInput(
            Text(
                zh=f"{said(lost.since)} 还没有到。请写密钥最早可能丢失的时刻。",
                en=f"{said(lost.since)} is still to come. Write the first moment at which the key may "
                "have been lost.",
            )
        )
    held = people.tenures.get(lost.person, ())
    counted = [t for t in held if t.key == lost.key and (t.until is None or t.until > lost.since)]
    if not counted:
        raise refused(NOTHING_TO_SIGN, lost.person)
    body: dict[str, Json] = {
        "key": str(lost.key),
        "since": said(lost.since),
        "term": len(held),
        "why": lost.why,
    }
    return Draft("person.compromised", lost.person, hand.person, body)


def _follows(desk: Desk, opened: Transaction, lost: LostKey, at: Moment) -> Iterator[Draft]:
    context = desk.context(at)
    for case, of in sorted(_acts(desk, opened, lost).items()):
        state = desk.states[case]
        if state.status in ("ended", "closed"):
            continue
        command = _command(state, lost.person, of)
        for body in decide(state, command, context):
            yield Draft(body.kind, case, SYSTEM, body.body)


def _command(state: State, person: PersonId, of: _Lost) -> LoseSignatures:
    """Of what was lost, what still counts; of an entry in effect everything led to it."""
    if state.status == "in_effect":
        counting = tuple(of.decisions)
    else:
        now = {decision.seq for decision in (*state.decisions, *state.reviews)}
        counting = tuple(seq for seq in of.decisions if seq in now)
    return LoseSignatures(
        person, counting, tuple(of.answers), of.delivery, of.waiver and person in state.waivers
    )


def _acts(desk: Desk, opened: Transaction, lost: LostKey) -> dict[CaseId, _Lost]:
    """What each case has of the key since the moment: the acts that bear on its subject."""
    found: dict[CaseId, _Lost] = defaultdict(_Lost)
    for event in opened.read(kinds=_ACTS):
        if event.actor != lost.person or event.at < lost.since:
            continue
        if desk.people.public_key_of(lost.person, event.at, event.seq) != lost.key:
            continue
        of = found[CaseId(event.topic)]
        if event.kind == "case.decided":
            of.decisions.append(event.seq)
        elif event.kind == "case.answered":
            of.answers.append(str(event.body["objection"]))
        elif event.kind == "case.waived":
            of.waiver = True
        elif event.body["how"] in PROVEN:
            of.delivery = True
    return found
