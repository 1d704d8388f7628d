"""Who has agreed to what, as a fold of the events of consent.

A yes counts from the moment at which it stands: signed with the resident's own key, or entered by one
clerk from a paper form and confirmed by a second. A withdrawal counts at once, and at every moment
before it. The events name a resident by their random number, and a form by a keyed commitment: when
the vault forgets the number, nothing here is about anybody.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, TypeVar, cast

from evenhand.kernel.canonical import Json
from evenhand.kernel.consent import Consent
from evenhand.kernel.ids import PersonId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Day, Moment, day
from evenhand.relational.ledger import SYSTEM, Event
from evenhand.rights.floor import enforces

_Value = TypeVar("_Value", bound=Hashable)

CONSENT_KINDS: Final = (
    "consent.words",
    "consent.entered",
    "consent.confirmed",
    "consent.given",
    "consent.withdrawn",
    "consent.record_refused",
    "consent.letters_sent",
)

AT_EVERY_MOMENT: Final = ("consent.withdrawn", "consent.record_refused")
"""These count at every known-at moment, also at one before they were recorded (RF-1)."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A yes on paper that one clerk has entered and no second has confirmed yet; it counts for nothing.

    Attributes:
        consent: What the form says; ``known`` is when it was entered.
        clerk: Who entered it; empty for a delivered worksheet, whose clerk the delivery names.
        key: The resident's own public key, where the form names one.
    """

    consent: Consent
    clerk: PersonId | str = ""
    key: str = ""


@dataclass(slots=True)
class Agreed:
    """The fold.

    Attributes:
        given: The last yes of each resident to each scheme, withdrawn or not.
        left: The last day for which a withdrawal was signed.
        entered: What waits for a second clerk: by delivery, or by the commitment to the form.
        forms: Commitments to the numbers of all forms that were entered.
        keys: Whose own key it is.
        letters: Commitment to a form and whose letter about it waits to be sent.
        refused: Records that their subject refused, with the keyed number of their document.
        words: Digests of the consent texts that were recorded.
    """

    given: dict[tuple[str, SchemeId], Consent] = field(default_factory=dict)
    left: dict[tuple[str, SchemeId], Day] = field(default_factory=dict)
    entered: dict[str, list[Entered]] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    keys: dict[str, SubjectId] = field(default_factory=dict)
    letters: dict[str, SubjectId] = field(default_factory=dict)
    refused: dict[RecordId, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def take(self, event: Event) -> None:
        """Take one event of ``CONSENT_KINDS``."""
        body = event.body
        if event.kind == "consent.words":
            self.words.add(str(body["words"]))
        elif event.kind == "consent.entered":
            self._enter(event)
        elif event.kind == "consent.confirmed":
            self._confirm(str(body["entry"]), event.at)
        elif event.kind == "consent.given":
            self._count(_consent(event), own=event.actor != SYSTEM)
        elif event.kind == "consent.withdrawn":
            self._withdraw(event)
        elif event.kind == "consent.record_refused":
            self.refused[RecordId.parse(str(body["record"]))] = int(str(body["document"]))
        elif event.kind == "consent.letters_sent":
            for form in _items(body["forms"]):
                self.letters.pop(str(form), None)

    def undo(self, delivery: str) -> None:
        """Forget what a delivery that was undone entered; its forms may be delivered again."""
        for one in self.entered.pop(delivery, ()):
            self.forms.discard(one.consent.form)

    def bury(self, person: SubjectId) -> None:
        """Forget the keys and the waiting forms of whoever has died; nobody signs in their name."""
        self.keys = {key: whose for key, whose in self.keys.items() if whose != person}
        for entry, entries in list(self.entered.items()):
            self.entered[entry] = [o for o in entries if o.consent.person != str(person)]
            if not self.entered[entry]:
                del self.entered[entry]

    def waiting_of(self, person: str) -> list[Consent]:
        """What a resident signed and no second clerk has confirmed."""
        return [
            one.consent
            for entries in self.entered.values()
            for one in entries
            if one.consent.person == person
        ]

    def _enter(self, event: Event) -> None:
        body, consent = event.body, _consent(event)
        entry = str(body.get("delivery") or body["content"])
        clerk = "" if event.actor == SYSTEM else event.actor
        one = Entered(consent, clerk, str(body.get("key", "")))
        self.entered.setdefault(entry, []).append(one)
        self.forms.add(consent.form)

    @enforces("RF-1")
    def _confirm(self, entry: str, at: Moment) -> None:
        """From here on it counts: two people have read the same form."""
        for one in self.entered.pop(entry, ()):
            self._count(replace(one.consent, known=at))
            if one.clerk:
                self.letters[entry] = SubjectId.parse(one.consent.person)
            if one.key:
                self.keys[one.key] = SubjectId.parse(one.consent.person)

    @enforces("RF-1")
    def _count(self, consent: Consent, own: bool = False) -> None:
        """Count a yes that was signed after the last withdrawal, whatever came in first.

        An old form that is delivered again brings nobody back. What somebody signs with their own key
        is signed when it is recorded. A further yes takes nothing away from the one before it.
        """
        key = (consent.person, consent.scheme)
        left = self.left.get(key)
        if not own and left is not None and consent.since <= left:
            return
        before = self.given.get(key)
        if before is None or before.withdrawn is not None:
            self.given[key] = consent
            return
        self.given[key] = replace(
            before,
            form=consent.form,
            version=consent.version,
            words=consent.words,
            also=(*before.also, before.version),
            signed=max(consent.since, before.signed or before.since),
        )

    @enforces("RF-1")
    def _withdraw(self, event: Event) -> None:
        scheme = SchemeId.parse(str(event.body["scheme"]))
        for person in _persons(event.body):
            key = (person, scheme)
            left = max(day(str(event.body["since"])), self.left.get(key, Day.min))
            self.left[key] = left
            given = self.given.get(key)
            if given is None or given.withdrawn is not None:
                continue
            if (given.signed or given.since) <= left:
                self.given[key] = replace(given, withdrawn=event.at)


def _consent(event: Event) -> Consent:
    body = event.body
    return Consent(
        _persons(body)[0],
        _one(SchemeId.parse(str(body["scheme"]))),
        _one(day(str(body["since"]))),
        _one(event.at),
        form=str(body.get("form", "")),
        version=_one(str(body.get("version", ""))),
        words=_one(str(body.get("words", ""))),
    )


def _one(value: _Value) -> _Value:
    """The first of equal values: many consents name the same scheme, day, moment and words."""
    return cast("_Value", _first(value))


@lru_cache(maxsize=4_096, typed=True)
def _first(value: Hashable) -> Hashable:
    return value


def _persons(body: Mapping[str, Json]) -> list[str]:
    """Whom an event is about: by number, in the first registers by pseudonym, or by both."""
    return [str(body[name]) for name in ("subject", "person") if name in body]


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()
