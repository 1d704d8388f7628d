"""Check after the fact that consents came about as they must: two people, or the resident's own key.

It reads events alone, and stands apart from what records them: a change made around the program is
found by the next ``evenhand check``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evenhand.cases.people import PERSON_KINDS, Founders, People, take
from evenhand.keys.acts import verifies
from evenhand.keys.signing import PublicKey
from evenhand.relational.ledger import SYSTEM, Event, signed_bytes

_OWN = ("consent.given", "consent.withdrawn", "consent.record_refused")


def unlawful_consents(events: Iterable[Event], founders: Founders) -> Iterator[str]:
    """Yield a line for each act of consent that nobody who may has signed (C1, G3).

    Args:
        events: All events of a ledger, in order.
        founders: Stewards and auditor, as the settings say.
    """
    seen = _Seen(People(founders))
    for event in events:
        if event.kind in PERSON_KINDS:
            seen.people = take(seen.people, event)
        elif event.kind == "delivery.received":
            seen.first[str(event.body["delivery"])] = str(event.body["clerk"])
        elif event.kind == "consent.entered":
            seen.enter(event)
        elif event.kind == "consent.confirmed" and not seen.two_people(event):
            yield f"C1 one person entered and confirmed a consent (event {event.seq})"
        elif event.kind in _OWN and not seen.own(event):
            yield f"G3 {event.kind} lacks the signature of its resident (event {event.seq})"


@dataclass(slots=True)
class _Seen:
    """What was seen so far: who entered what first, and whose key it became."""

    people: People
    first: dict[str, str] = field(default_factory=dict)
    keys: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    own_keys: set[tuple[str, str]] = field(default_factory=set)

    def enter(self, event: Event) -> None:
        body = event.body
        entry = str(body.get("delivery") or body["content"])
        if event.actor != SYSTEM:
            self.first[entry] = event.actor
        if "key" in body:
            self.keys.setdefault(entry, []).append((str(body["subject"]), str(body["key"])))

    def two_people(self, event: Event) -> bool:
        entry = str(event.body["entry"])
        self.own_keys.update(self.keys.pop(entry, ()))
        first = self.first.get(entry)
        natural = self.people.natural_of
        return first is not None and natural(first) != natural(event.actor)

    def own(self, event: Event) -> bool:
        """Say whether it is its resident's own act; a clerk or a worksheet may say that one left."""
        body = event.body
        if not event.actor.startswith("S-"):
            first_registers = event.kind == "consent.given" and "subject" not in body
            return event.kind == "consent.withdrawn" or first_registers
        message = signed_bytes(event.kind, event.topic, event.actor, body)
        return event.actor == body["subject"] and any(
            verifies(PublicKey.parse(key), message, event.signature)
            for subject, key in self.own_keys
            if subject == event.actor
        )
