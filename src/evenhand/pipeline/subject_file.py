"""A subject's file: everything that the register holds about one subject, and what they can do now.

It is a fold of nouns that are there already: live evidence, standings, cases, consents, events. The
file leaves nothing out (RF-14): each live evidence row about the subject and each event that names the
subject, one of their records, cases or entries is in it. It tells nobody else's affairs: in what an
event says, numbers of other subjects, records and cases are left blank.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.cases.case import State
from evenhand.cases.dossier import Content, RecordSaid
from evenhand.cases.letters import Letter, letters_of
from evenhand.kernel.canonical import Json
from evenhand.kernel.consent import Consent
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import CaseId, DeliveryId, RecordId, SubjectId
from evenhand.kernel.periods import Clocks, Day, Moment
from evenhand.pipeline.dossiers import contents_of, names_of, open_records
from evenhand.pipeline.inquiry import Reckoning, reckon
from evenhand.pipeline.knowledge import Knowledge, Received
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.reading import is_reading
from evenhand.relational.facts import RecordFacts, corrections_of, records_about
from evenhand.relational.ledger import Event
from evenhand.rights.floor import enforces

Doing = Literal["object", "wait_for_notice", "wait", "appeal", "add_papers", "refuse"]
"""What a subject can do in a case now: object, await the letter, await us, appeal, add papers to a
review, refuse an entry of good conduct."""

MUST: Final[frozenset[Doing]] = frozenset({"object"})
"""What runs out for the subject within days, and goes first."""

_NAMED: Final = re.compile(r"\b[SRCE]-[0-9A-Za-z]{8,}\b")
_LEAVES_OUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Can:
    """One thing that the subject can do now, in one case, up to and including a day."""

    case: CaseId
    doing: Doing
    until: Day | None


@dataclass(frozen=True, slots=True)
class RecordInFile:
    """One record with its document, every typed value with its cell, and what became of it.

    Attributes:
        facts: Its plain facts.
        said: What was typed; None when it cannot be unsealed any more.
        received: The delivery that brought it; None when that was undone.
        received_on: The civil day of that, in the register's zone.
        replaced_by: Records that took its place or took it away.
        in_doubt: It is disputed or in conflict and counts against nobody.
    """

    facts: RecordFacts
    said: RecordSaid | None
    received: Received | None
    received_on: Day | None
    replaced_by: tuple[RecordId, ...]
    in_doubt: bool


@dataclass(frozen=True, slots=True)
class CaseInFile:
    """One case: where it stands, what it is about, every letter it owes."""

    state: State
    content: Content
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """One event that is about the subject, with what concerns others left blank."""

    seq: int
    at: Moment
    kind: str
    topic: str
    actor: str
    body: Mapping[str, Json]
    reading: bool


@dataclass(frozen=True, slots=True)
class SubjectFile:
    """The file.

    Attributes:
        numbers: The subject's number, and those under which its records waited.
        identifier: By which identifier the register knows it and what that is; a resident's is a keyed
            pseudonym and left out.
        on: The day of the file.
        head: The last event of the ledger when it was made.
        can: What the subject can do now; what runs out first goes first.
        events: Everything that happened about the subject, looks included.
    """

    subject: SubjectId
    numbers: tuple[SubjectId, ...]
    kind: str
    identifier: tuple[str, str] | None
    name: str
    on: Day
    head: int
    can: tuple[Can, ...]
    records: tuple[RecordInFile, ...]
    standings: tuple[Reckoning, ...]
    cases: tuple[CaseInFile, ...]
    consents: tuple[Consent, ...]
    events: tuple[Happened, ...]

    @property
    def looks(self) -> tuple[Happened, ...]:
        """Who looked, when, why."""
        return tuple(event for event in self.events if event.reading)

    @property
    def in_effect(self) -> tuple[CaseInFile, ...]:
        """Entries that have effect on the day of the file."""
        return tuple(case for case in self.cases if case.state.serves_on(self.on))


@enforces("RF-14")
def subject_file(opened: Opened, subject: SubjectId, clocks: Clocks, at: Moment) -> SubjectFile:
    """Put together everything that the register holds about one subject.

    Args:
        opened: The register.
        subject: Whose file; the caller has asked ``reading`` whether it may be read.
        clocks: The two clocks of the standings in it.
        at: The register's clock.

    Raises:
        Conflict: When the subject was erased, or never was.
    """
    scheme, code, kind = opened.register.vault.identifier_of(subject)
    knowledge = opened.knowledge()
    opened.desk.catch_up()
    numbers = numbers_of(knowledge, subject)
    records = _records(opened, knowledge, numbers)
    cases = _cases(opened, knowledge, numbers)
    today = opened.today(opened.desk.now(at))
    own = frozenset(
        {
            *map(str, numbers),
            *(str(r.facts.record) for r in records),
            *(str(c.state.facts.case) for c in cases),
            *(str(c.state.facts.entry) for c in cases),
        }
    )
    deliveries = {r.facts.delivery for r in records}
    name = names_of(opened, knowledge, [subject]).get(subject, "")
    return SubjectFile(
        subject=subject,
        numbers=numbers,
        kind=str(kind),
        identifier=None if kind in ("resident", "sole_trader") else (scheme, code),
        name=name or next((c.content.name for c in cases if c.content.name), ""),
        on=today,
        head=opened.register.ledger.head()[0],
        can=what_can_be_done([c.state for c in cases], today),
        records=records,
        standings=tuple(_standings(opened, subject, clocks)),
        cases=cases,
        consents=tuple(
            c for (who, _), c in sorted(knowledge.consents.items()) if who == str(subject)
        ),
        events=tuple(happened_about(opened.register.ledger.read(), own, deliveries)),
    )


def numbers_of(knowledge: Knowledge, subject: SubjectId) -> tuple[SubjectId, ...]:
    """The subject's number, and every number that a person found to mean the subject, last finding first."""
    last = {waiting: meant for waiting, meant, _ in knowledge.judged}
    return (subject, *sorted(w for w, meant in last.items() if meant == subject != w))


def what_can_be_done(states: Sequence[State], today: Day) -> tuple[Can, ...]:
    """What a subject can do in their cases on a day; what they must not miss first."""
    can = [c for state in states if (c := _can(state, today)) is not None]
    return tuple(sorted(can, key=lambda c: (c.doing not in MUST, c.until or Day.max, c.case)))


def _can(state: State, today: Day) -> Can | None:
    case = state.facts.case
    if state.status in ("ended", "closed"):
        return None
    if not state.facts.adverse:
        return Can(case, "refuse", None)
    if state.status == "in_effect":
        if state.suspension is not None:
            return Can(case, "add_papers", state.suspension.review_until)
        if state.effect is None or today not in state.effect:
            return None
        return Can(case, "appeal", state.effect.last)
    if state.status in ("proposed", "noticed"):
        return Can(case, "wait_for_notice", None)
    if state.object_until is not None and today <= state.object_until:
        return Can(case, "object", state.object_until)
    return Can(case, "wait", state.decide_until)


def happened_about(
    events: Iterator[Event], own: Collection[str], deliveries: Collection[DeliveryId]
) -> Iterator[Happened]:
    """Every event that names what is the subject's own, and the deliveries that brought their records."""
    brought = {str(delivery) for delivery in deliveries}
    for event in events:
        delivered = event.kind == "delivery.received" and event.topic in brought
        named = delivered or event.topic in own or event.actor in own or _names(event.body, own)
        if named:
            yield Happened(
                event.seq,
                event.at,
                event.kind,
                _blanked_text(event.topic, own),
                event.actor,
                {k: _blanked(v, own) for k, v in event.body.items()},
                is_reading(event),
            )


def _names(value: Json, own: Collection[str]) -> bool:
    if isinstance(value, str):
        return value in own or any(found in own for found in _NAMED.findall(value))
    if isinstance(value, Mapping):
        return any(_names(v, own) for v in value.values()) or any(k in own for k in value)
    if isinstance(value, (list, tuple)):
        return any(_names(v, own) for v in value)
    return False


def _blanked(value: Json, own: Collection[str]) -> Json:
    """The value without numbers of others."""
    if isinstance(value, str):
        return _blanked_text(value, own)
    if isinstance(value, Mapping):
        return {_blanked_text(k, own): _blanked(v, own) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        kept = [_blanked(v, own) for v in value]
        return [v for v in kept if v != _LEAVES_OUT]
    return value


def _blanked_text(text: str, own: Collection[str]) -> str:
    return _NAMED.sub(lambda found: found[0] if found[0] in own else _LEAVES_OUT, text)


def _records(
    opened: Opened, knowledge: Knowledge, numbers: Sequence[SubjectId]
) -> tuple[RecordInFile, ...]:
    evidence = opened.register.evidence
    about = sorted(
        records_about(evidence, knowledge.segments, numbers), key=lambda f: (f.happened, f.record)
    )
    there = open_records(opened, knowledge, [facts.record for facts in about])
    later = corrections_of(evidence, knowledge.segments, [facts.record for facts in about])
    doubtful = opened.desk.doubtful()
    return tuple(
        RecordInFile(
            facts,
            RecordSaid.of(
                facts.record,
                opened.catalogue.types[facts.type],
                opened.catalogue.authorities[facts.authority].title,
                facts.happened,
                there[facts.record].sealed,
            )
            if facts.record in there
            else None,
            (received := knowledge.deliveries.get(facts.delivery)),
            None if received is None else opened.today(received.at),
            tuple(one.record for one in later.get(facts.record, ())),
            facts.record in doubtful,
        )
        for facts in about
    )


def _cases(
    opened: Opened, knowledge: Knowledge, numbers: Sequence[SubjectId]
) -> tuple[CaseInFile, ...]:
    states = [s for _, s in sorted(opened.desk.states.items()) if s.facts.subject in numbers]
    contents = contents_of(opened, knowledge, states)
    ledger = opened.register.ledger
    return tuple(
        CaseInFile(
            state,
            contents[state.facts.case],
            letters_of(
                ledger.read(topic=state.facts.case),
                contents[state.facts.case],
                opened.desk.calendar_of(state.facts),
            ),
        )
        for state in states
    )


def _standings(opened: Opened, subject: SubjectId, clocks: Clocks) -> Iterator[Reckoning]:
    """The subject's standing under each scheme that is about them."""
    for in_force in opened.in_force(clocks.as_of, opened.knowledge(clocks.known_at)):
        try:
            yield reckon(opened, in_force.scheme.scheme, subject, clocks)
        except NotPermitted:
            continue  # the scheme is not about them, or they take no part in it
