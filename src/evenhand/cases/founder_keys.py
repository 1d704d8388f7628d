"""A steward or the auditor replaces their own key: the old one signs for the new, another of them confirms.

The old key has to sign, so that no two of the three can make themselves the third. Whoever lost a key
altogether cannot replace it. From the confirmation on the new key counts and the old one does not, for it
is the same person: what the old key signed before stays theirs.
"""

from __future__ import annotations

import base64
from typing import Final

from evenhand.cases.desk import Desk
from evenhand.cases.guards import D3_OFFICE
from evenhand.cases.hand import Hand
from evenhand.cases.people import KEY_REPLACED, People, vouched_for
from evenhand.cases.person_findings import KEY_USED, NO_REPLACEMENT, OWN_REPLACEMENT
from evenhand.cases.recording import record_signed
from evenhand.cases.together import refused
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.relational.events import Draft, Event

_FOUNDER: Final = Text(zh="管理员或审计员", en="a steward or the auditor")


def replace_own_key(desk: Desk, hand: Hand, new: PrivateKey, at: Moment) -> Event:
    """A steward or the auditor says which key follows theirs; it counts when another of them confirms.

    Args:
        desk: The cases.
        hand: The person, with the key that counts now.
        new: The new key; it signs too, so that nobody claims a key that they do not hold.
        at: The register's clock.

    Raises:
        NotPermitted: When the person is neither, or the signature is not theirs.
        NotLawfulNow: When the new key is or was somebody's.
    """

    def make() -> Draft:
        people = desk.people
        _founder(people, hand.person)
        if people.owner_of(new.public) is not None or _of_witness(desk, new.public):
            raise refused(KEY_USED, str(new.public))
        held = people.of(hand.person)
        body: dict[str, Json] = {
            "old": str(held[-1].key),
            "new": str(new.public),
            "term": len(held),
        }
        body["by_new"] = base64.b64encode(new.sign(vouched_for(hand.person, body))).decode()
        return Draft(KEY_REPLACED, hand.person, hand.person, body)

    return record_signed(desk, hand, make, at)[0]


def confirm_own_key(desk: Desk, hand: Hand, person: PersonId, new: PublicKey, at: Moment) -> Event:
    """Another steward, or the auditor, confirms whose key that is; it counts from now on.

    Args:
        desk: The cases.
        hand: Who confirms.
        person: Whose key is replaced.
        new: The new key as that person told it, face to face.
        at: The register's clock.

    Raises:
        NotPermitted: When the person is neither, or the signature is not theirs.
        NotLawfulNow: When it is their own key, or its owner did not say exactly that.
    """

    def make() -> Draft:
        _founder(desk.people, hand.person)
        if hand.person == person:
            raise refused(OWN_REPLACEMENT, person)
        offered = desk.people.offered.get(person)
        if offered is None or offered.body["new"] != str(new):
            raise refused(NO_REPLACEMENT, person)
        return Draft(KEY_REPLACED, person, hand.person, offered.body)

    return record_signed(desk, hand, make, at)[0]


def _founder(people: People, person: PersonId) -> None:
    if people.founders.role_of(person) is None:
        raise NotPermitted(D3_OFFICE.refusal(read=person, allowed=_FOUNDER), D3_OFFICE.name)


def _of_witness(desk: Desk, key: PublicKey) -> bool:
    enrolled = desk.witnessed.enrolled
    return enrolled is not None and enrolled.key == key
