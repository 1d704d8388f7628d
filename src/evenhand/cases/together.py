"""What two stewards sign together: the same content, each with a key of their own.

A witness is enrolled and dismissed so, and the register's own key is replaced and revoked so. What one
steward signed alone changes nothing; ``term`` counts what was agreed, so that nothing is signed twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from evenhand.cases.guards import D3_OFFICE, D5_PERSON
from evenhand.cases.hand import Hand
from evenhand.cases.people import TITLES, Founders, People
from evenhand.cases.person_findings import NOTHING_TO_SIGN, OTHER_STEWARD
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.findings import Kind, Place, found
from evenhand.kernel.text import Text
from evenhand.keys.acts import verifies
from evenhand.relational.events import Draft, Event, signed_bytes

TOGETHER: Final = frozenset(
    {"witness.enrolled", "witness.dismissed", "key.announced", "key.revoked"}
)
"""Kinds of events that two stewards sign."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What stewards sign: the kind and topic of the event, and what it says."""

    kind: str
    topic: str
    body: Mapping[str, Json]

    def named(self) -> str:
        """The digest by which two signatures are of the same content."""
        return digest({"kind": self.kind, "topic": self.topic, "body": dict(self.body)})


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two stewards signed: their events in order; it counts from the second."""

    proposal: Proposal
    signed: tuple[Event, ...]

    @property
    def seq(self) -> int:
        """The number of the event from which it counts."""
        return self.signed[-1].seq


@dataclass(slots=True)
class Agreements:
    """The fold of such events.

    Attributes:
        agreed: Everything that two stewards signed, in order.
    """

    founders: Founders
    agreed: list[Agreed] = field(default_factory=list)
    _open: dict[str, Agreed] = field(default_factory=dict)

    def take(self, event: Event, people: People) -> Agreed | None:
        """Take one event; the agreement when it is the second steward's.

        What is not signed by a steward changes nothing.
        """
        if not self._signed(event, people):
            return None
        proposal = Proposal(event.kind, event.topic, event.body)
        if event.body.get("term") != self.term(event.kind, event.topic):
            return None
        named = proposal.named()
        before = self._open.get(named, Agreed(proposal, ()))
        if any(one.actor == event.actor for one in before.signed):
            return None
        now = replace(before, signed=(*before.signed, event))
        if len(now.signed) < 2:
            self._open[named] = now
            return None
        self._open.pop(named, None)
        self.agreed.append(now)
        return now

    def term(self, kind: str, topic: str) -> int:
        """The number that the next agreement of a kind about a topic carries."""
        return 1 + len(self.of(kind, topic))

    def of(self, kind: str, topic: str | None = None) -> tuple[Agreed, ...]:
        """What was agreed of a kind, about one topic or any."""
        return tuple(
            one
            for one in self.agreed
            if one.proposal.kind == kind and topic in (None, one.proposal.topic)
        )

    def waiting(self, kind: str, topic: str) -> Proposal | None:
        """The last that one steward signed and another has not."""
        fitting = [
            one.proposal
            for one in self._open.values()
            if (one.proposal.kind, one.proposal.topic) == (kind, topic)
            and one.proposal.body.get("term") == self.term(kind, topic)
        ]
        return fitting[-1] if fitting else None

    def draft(self, hand: Hand, proposal: Proposal) -> Draft:
        """What a steward's signature would record.

        Raises:
            NotPermitted: When the person is no steward.
            NotLawfulNow: When this steward signed it before.
        """
        if self.founders.role_of(hand.person) != "steward":
            refusal = D3_OFFICE.refusal(read=hand.person, allowed=TITLES["steward"])
            raise NotPermitted(refusal, D3_OFFICE.name)
        before = self._open.get(proposal.named())
        if before is not None and any(one.actor == hand.person for one in before.signed):
            raise refused(OTHER_STEWARD, hand.person)
        return Draft(proposal.kind, proposal.topic, hand.person, proposal.body)

    def confirmed(self, kind: str, topic: str) -> Proposal:
        """What waits for a second steward.

        Raises:
            NotLawfulNow: When nothing does.
        """
        waiting = self.waiting(kind, topic)
        if waiting is None:
            raise refused(NOTHING_TO_SIGN, topic)
        return waiting

    def _signed(self, event: Event, people: People) -> bool:
        if self.founders.role_of(event.actor) != "steward":
            return False
        key = people.public_key_of(event.actor, event.at, event.seq)
        message = signed_bytes(event.kind, event.topic, event.actor, event.body)
        return verifies(key, message, event.signature)


def unsigned() -> NotPermitted:
    """What is raised for a signature that is not the person's."""
    read = Text(
        zh="签名与将要记录的内容不符", en="the signature does not fit what would be recorded"
    )
    return NotPermitted(D5_PERSON.refusal(read=read), D5_PERSON.name)


def refused(kind: Kind, read: str) -> NotLawfulNow:
    """What is raised when something cannot be agreed now."""
    finding = found(kind, Place(), read=read)
    text = Text(
        zh=finding.sentence("zh") + kind.mend.zh,
        en=f"{finding.sentence('en')} {kind.mend.en}",
    )
    return NotLawfulNow(kind.code, text)
