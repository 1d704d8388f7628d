"""What everybody who works on cases looks at: one fold of the ledger, kept up with its end.

A desk reads each event of the ledger once. Inside a transaction it reads on to the ledger's end
before anything is decided, so that an act is checked against what is true in that transaction (G2).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Protocol

from evenhand.cases.case import CASE_KINDS, Decision, Facts, State
from evenhand.cases.commands import Context, RepairPath
from evenhand.cases.fold import apply
from evenhand.cases.people import PERSON_KINDS, Founders, People, take
from evenhand.cases.together import TOGETHER, Agreements
from evenhand.cases.witnessed import COSIGNED, Witnessed
from evenhand.kernel.calendars import Calendar
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import CaseId, PersonId, RecordId
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.keys.acts import verifies
from evenhand.relational.doubts import DOUBT_KINDS, Doubts
from evenhand.relational.ledger import Event, Ledger, Transaction, signed_bytes

_CASE_KINDS = frozenset(CASE_KINDS)


class Reader(Protocol):
    """A ledger or an open transaction."""

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        """Read events in order."""
        ...


class Desk:
    """The fold of one register's ledger for people who work on cases.

    Attributes:
        ledger: The register's ledger.
        zone: The register's civil time zone.
        calendar: Working days of its jurisdiction; a list or scheme may name others (``calendar_of``).
        people: Who may act.
        states: Every case.
        agreements: What two stewards signed together.
        witnessed: How many days a witness saw go by, where one is enrolled.
        doubts: Which records are in doubt, and why.
        repair_paths: How cases can be repaired, and what is missing, as the pipeline looked it up.
    """

    def __init__(
        self,
        ledger: Ledger,
        founders: Founders,
        zone: dt.tzinfo,
        calendar: Calendar,
        named: Callable[[str], Calendar] | None = None,
    ) -> None:
        self.ledger = ledger
        self.zone = zone
        self.calendar = calendar
        self._named = named
        self.people = People(founders)
        self.agreements = Agreements(founders)
        self.witnessed = Witnessed(zone)
        self.states: dict[CaseId, State] = {}
        self._decided: dict[CaseId, dict[int, Event]] = defaultdict(dict)
        self.doubts = Doubts()
        self._listed: Counter[tuple[str, Day]] = Counter()
        self.repair_paths: dict[CaseId, RepairPath] = {}
        self._seen = 0
        self._last: Moment | None = None
        self.catch_up()

    def catch_up(self, reader: Reader | None = None) -> None:
        """Read on to the end of the ledger."""
        for event in (reader or self.ledger).read(after=self._seen):
            self._take(event)
            self._seen, self._last = event.seq, event.at

    @contextmanager
    def transaction(self, at: Moment) -> Iterator[Transaction]:
        """Open a transaction of the ledger with the desk kept up: before, inside it, and after."""
        with self.ledger.transaction(at) as opened:
            self.catch_up(opened)
            yield opened
        self.catch_up()

    def state(self, case: str) -> State:
        """One case.

        Raises:
            BadInput: When there is none of that number.
        """
        try:
            return self.states[CaseId(case)]
        except KeyError:
            raise BadInput(
                Text(
                    zh=f"没有编号为“{case}”的案件。用 case list 查看全部案件。",
                    en=f'There is no case "{case}". See them all with `case list`.',
                )
            ) from None

    def now(self, at: Moment) -> Moment:
        """The moment at which the ledger would record something: never before its last event."""
        return at if self._last is None else max(at, self._last)

    def today(self, at: Moment) -> Day:
        """The civil day of a moment in the register's zone."""
        return at.astimezone(self.zone).date()

    def calendar_of(self, facts: Facts) -> Calendar:
        """The working days that a case's deadlines are counted by: its list's, or the register's.

        Raises:
            BadInput: When it names a calendar that this version of Evenhand does not have.
        """
        if not facts.calendar or self._named is None:
            return self.calendar
        return self._named(facts.calendar)

    def doubtful(self) -> frozenset[RecordId]:
        """Records that somebody disputes and nobody has settled (RF-16)."""
        return self.doubts.now()

    def settlers(self, facts: Facts) -> frozenset[PersonId]:
        """Who found that a record of a case stands although it was in doubt."""
        return frozenset[PersonId]().union(*(self.doubts.settlers(r) for r in facts.records))

    def context(self, at: Moment, actor: PersonId | None = None, signed: bool = False) -> Context:
        """Everything that the core may know about this moment."""
        now = self.now(at)
        today = self.today(now)
        listed = self._listed[self.people.natural_of(actor), today] if actor else 0
        return Context(
            at=now,
            today=today,
            people=self.people,
            calendar=self.calendar,
            actor=actor,
            signed=signed,
            doubtful=self.doubtful(),
            listed_today=listed,
            passing=self.witnessed,
        )

    def decisions_verified(self, state: State) -> bool:
        """Say whether each decision that counts carries its officer's own signature."""
        events = self._decided[state.facts.case]
        return bool(state.decisions) and all(
            self._verified(decision, events.get(decision.seq)) for decision in state.decisions
        )

    def _verified(self, decision: Decision, event: Event | None) -> bool:
        if event is None:
            return False
        key = self.people.public_key_of(decision.by, event.at, event.seq)
        message = signed_bytes(event.kind, event.topic, event.actor, event.body)
        return verifies(key, message, event.signature)

    def _take(self, event: Event) -> None:
        if event.kind in _CASE_KINDS:
            self._take_case(event)
        elif event.kind in PERSON_KINDS:
            self.people = take(self.people, event)
        elif event.kind in DOUBT_KINDS:
            self.doubts.take(event)
        elif event.kind in TOGETHER:
            agreed = self.agreements.take(event, self.people)
            if agreed is not None:
                self.witnessed.agree(agreed)
        elif event.kind == COSIGNED:
            self.witnessed.take(event)

    def _take_case(self, event: Event) -> None:
        case = CaseId(event.topic)
        state = apply(self.states.get(case), event)
        self.states[case] = state
        self.witnessed.begin(event)
        if event.kind != "case.decided":
            return
        self._decided[case][event.seq] = event
        against = ("list", "stands") if state.facts.adverse else ("ends",)
        if event.body["outcome"] in against:
            self._listed[self.people.natural_of(event.actor), self.today(event.at)] += 1
