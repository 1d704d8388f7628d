"""Enrol and revoke people: two stewards sign the same content, the auditor countersigns.

Whoever holds an office of the register's settings can be enrolled for nothing else, under no other
account. An enrolment carries its number, so that what was signed once cannot be used again after a
revocation.
"""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.cases.desk import Desk
from evenhand.cases.findings import NUMBER_IN_TEXT
from evenhand.cases.guards import D3_OFFICE, free_of_numbers, holds_a_number
from evenhand.cases.hand import Hand
from evenhand.cases.people import ENROLLED, TITLES, People, Role
from evenhand.cases.person_findings import (
    ACCOUNT_TAKEN,
    ALREADY_ENROLLED,
    FOUNDER,
    KEY_TAKEN,
    NOTHING_TO_SIGN,
    OTHER_STEWARD,
    WRONG_ROLE,
)
from evenhand.cases.recording import record_signed
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.findings import Kind, Place, found
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.relational.ledger import Draft, Event


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Whom the stewards enrol, as what.

    Attributes:
        natural: Which natural person it is, as a reference that says nothing by itself.
    """

    person: PersonId
    natural: str
    role: Role
    authority: AuthorityId
    key: PublicKey

    def content(self, people: People) -> dict[str, Json]:
        """What is signed; ``term`` counts the person's enrolments."""
        return {
            "natural": self.natural,
            "role": self.role,
            "authority": self.authority,
            "key": str(self.key),
            "term": len(people.tenures.get(self.person, ())) + 1,
        }


def enrol(desk: Desk, hand: Hand, enrolment: Enrolment, at: Moment) -> Event:
    """A steward signs an enrolment; it needs another steward and the auditor before it counts.

    Raises:
        NotPermitted: When the person is no steward, or the signature is not theirs.
        NotLawfulNow: When the enrolment is not possible, or this steward signed it before.
    """

    def make() -> Draft:
        people, now = desk.people, desk.now(at)
        _holds(people, hand.person, "steward")
        _possible(people, enrolment, now)
        content = enrolment.content(people)
        before = people.pending.get(enrolment.person, {}).get(digest(content))
        _unless(before is None or hand.person not in before.stewards, OTHER_STEWARD, hand.person)
        return Draft("person.enrolled", enrolment.person, hand.person, content)

    return record_signed(desk, hand, make, at)[0]


def countersign(desk: Desk, hand: Hand, enrolment: Enrolment, at: Moment) -> Event:
    """The auditor countersigns what two stewards signed; it counts seven days later.

    Raises:
        NotPermitted: When the person is not the auditor, or the signature is not theirs.
        NotLawfulNow: When two stewards have not signed exactly this.
    """

    def make() -> Draft:
        people, now = desk.people, desk.now(at)
        _holds(people, hand.person, "auditor")
        _possible(people, enrolment, now)
        agreed = digest(enrolment.content(people))
        signed = people.pending.get(enrolment.person, {}).get(agreed)
        _unless(signed is not None and len(signed.stewards) >= 2, NOTHING_TO_SIGN, enrolment.person)
        body: dict[str, Json] = {"enrolment": agreed}
        return Draft("person.countersigned", enrolment.person, hand.person, body)

    return record_signed(desk, hand, make, at)[0]


def revoke(desk: Desk, hand: Hand, person: PersonId, why: str, at: Moment) -> Event:
    """One steward revokes a person, or an enrolment under way; it counts at once.

    Raises:
        NotPermitted: When the person who acts is no steward, or the signature is not theirs.
        NotLawfulNow: When there is nobody to revoke.
    """

    def make() -> Draft:
        people, now = desk.people, desk.now(at)
        _holds(people, hand.person, "steward")
        free_of_numbers(desk.context(now), why)
        held = people.tenures.get(person, ())
        open_one = bool(people.pending.get(person)) or any(t.until is None for t in held)
        _unless(open_one, NOTHING_TO_SIGN, person)
        body: dict[str, Json] = {"why": why, "term": len(held)}
        return Draft("person.revoked", person, hand.person, body)

    return record_signed(desk, hand, make, at)[0]


def _possible(people: People, enrolment: Enrolment, now: Moment) -> None:
    """Refuse an enrolment that would make a founder anything else, or share a key."""
    _unless(enrolment.role in ENROLLED, WRONG_ROLE, enrolment.role)
    _unless(not holds_a_number(enrolment.natural), NUMBER_IN_TEXT, "")
    _unless(
        all(
            f.person != enrolment.person
            and f.natural != enrolment.natural
            and all(t.key != enrolment.key for t in people.of(f.person))
            for f in (*people.founders.stewards, people.founders.auditor)
        ),
        FOUNDER,
        enrolment.person,
    )
    held = people.tenures.get(enrolment.person, ())
    over = all(t.until is not None and t.until <= now for t in held)
    _unless(over, ALREADY_ENROLLED, enrolment.person)
    own = all(t.natural == enrolment.natural for t in held)
    _unless(own, ACCOUNT_TAKEN, enrolment.person)
    everybody = (t for tenures in people.tenures.values() for t in tenures)
    shared = any(t.key == enrolment.key and t.natural != enrolment.natural for t in everybody)
    _unless(not shared, KEY_TAKEN, enrolment.person)


def _holds(people: People, person: PersonId, role: Role) -> None:
    if people.founders.role_of(person) != role:
        refusal = D3_OFFICE.refusal(read=person, allowed=TITLES[role])
        raise NotPermitted(refusal, D3_OFFICE.name)


def _unless(holds: bool, kind: Kind, read: str) -> None:
    if holds:
        return
    finding = found(kind, Place(), read=read)
    text = Text(
        zh=finding.sentence("zh") + kind.mend.zh,
        en=f"{finding.sentence('en')} {kind.mend.en}",
    )
    raise NotLawfulNow(kind.code, text)
