"""A small office in memory: people with keys, a clock, one case after another; nothing is written.

Change one thing, take a turn, look. ``Town.say`` is a person's turn and ``Town.run`` the register's;
both go through the core and leave events as the ledger would have them.
"""

from __future__ import annotations

import base64
import datetime as dt
import functools
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from evenhand.cases.case import Facts, State
from evenhand.cases.commands import (
    Command,
    Context,
    Decide,
    EventBody,
    Notify,
    Open,
    Propose,
    RecordDelivery,
    RepairPath,
    TakeEffect,
)
from evenhand.cases.fold import apply
from evenhand.cases.people import Founder, Founders, People, take
from evenhand.cases.transitions import decide
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.ids import (
    AuthorityId,
    CaseId,
    ListId,
    PersonId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Day, Moment, day, moment
from evenhand.keys.signing import PrivateKey
from evenhand.relational.events import Draft, Event, signed_bytes
from evenhand.sources.read_calendar import shipped_calendar

ZONE = ZoneInfo("Asia/Shanghai")
CHINA = shipped_calendar("china")
OFFICE = AuthorityId("linhe-credit-office")
TAX = AuthorityId("linhe-tax-office")
START = moment("2026-03-02T09:00:00+08:00")
CONTENT = hashlib.sha256(b"content").hexdigest()
PAPER = hashlib.sha256(b"paper").hexdigest()
REASONS = "The penalty decision is final and cites Article 126."

STAFF: Mapping[str, tuple[str, str, AuthorityId]] = {
    # account: natural person, role, authority
    "clerk-one": ("n-clerk-one", "clerk", OFFICE),
    "clerk-two": ("n-clerk-two", "clerk", OFFICE),
    "tax-clerk": ("n-tax-clerk", "clerk", TAX),
    "officer-one": ("n-officer-one", "officer", OFFICE),
    "officer-two": ("n-officer-two", "officer", OFFICE),
    "officer-three": ("n-officer-three", "officer", OFFICE),
    "officer-four": ("n-officer-four", "officer", OFFICE),
    "officer-one-again": ("n-officer-one", "officer", OFFICE),
    "clerk-as-officer": ("n-tax-clerk", "officer", OFFICE),
    "tax-officer": ("n-tax-officer", "officer", TAX),
    "reviewer": ("n-reviewer", "reviewer", OFFICE),
}
FOUNDING = {"steward-one": "n-s-one", "steward-two": "n-s-two", "auditor": "n-auditor"}


def key_of(person: str) -> PrivateKey:
    """The key of a person, the same in every run."""
    return PrivateKey.from_chance(hashlib.sha256(f"key of {person}".encode()).digest())


def founders() -> Founders:
    """Two stewards and an auditor."""
    one, two, auditor = (
        Founder(PersonId(p), natural, key_of(p).public) for p, natural in FOUNDING.items()
    )
    return Founders((one, two), auditor)


def facts(number: int = 1, **changes: object) -> Facts:
    """What a case is proposed on; each number makes another case of another document."""
    case = CaseId("C-" + hashlib.sha256(f"case {number}".encode()).hexdigest()[:16])
    made = Facts(
        case=case,
        subject=SubjectId(1000 + number),
        list=ListId("food-safety-serious"),
        kind="black",
        scheme=SchemeId("linhe-compliance"),
        version="2025.1",
        rule=1,
        records=(RecordId(5000 + number),),
        documents=(9000 + number,),
        met_on=day("2026-01-20"),
        authority=OFFICE,
        subjects="enterprise",
        public_since=day("2025-01-06"),
        objection_days=15,
        lasts_months=36,
        submitters=frozenset({PersonId("tax-clerk")}),
        deliveries=("D-0123456789abcdef",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@functools.cache
def staffed() -> tuple[tuple[Event, ...], People]:
    """The enrolment of everybody of ``STAFF``, with all three signatures, sixty days before."""
    people = People(founders())
    events: list[Event] = []
    for person, (natural, role, authority) in STAFF.items():
        body: dict[str, Json] = {
            "natural": natural,
            "role": role,
            "authority": authority,
            "key": str(key_of(person).public),
            "term": 1,
        }
        agreed: dict[str, Json] = {"enrolment": digest(body)}
        for draft in (
            Draft("person.enrolled", person, "steward-one", body),
            Draft("person.enrolled", person, "steward-two", body),
            Draft("person.countersigned", person, "auditor", agreed),
        ):
            events.append(happened(draft, len(events) + 1, START - dt.timedelta(days=60)))
            people = take(people, events[-1])
    return tuple(events), people


def happened(draft: Draft, seq: int, at: Moment, signed: bool = True) -> Event:
    """Make an event as the ledger would have it; chained to nothing."""
    signature = ""
    if draft.actor != "system" and signed:
        said = signed_bytes(draft.kind, draft.topic, draft.actor, draft.body)
        signature = base64.b64encode(key_of(draft.actor).sign(said)).decode()
    return Event(
        seq, at, draft.kind, draft.topic, draft.actor, draft.body, signature, "", ""
    )  # fmt: skip


class Town:
    """The office.

    Attributes:
        at: Its clock.
        events: Everything that happened.
        without: Names of guards that are off from now on.
        doubtful: Records in doubt.
        settlers: Who settled a doubt.
        repair: How the case can be repaired, and what is missing.
    """

    def __init__(self, without: frozenset[str] = frozenset()) -> None:
        self.at: Moment = START
        enrolled, self.people = staffed()
        self.events: list[Event] = list(enrolled)
        self.states: dict[CaseId, State] = {}
        self.without = without
        self.doubtful: frozenset[RecordId] = frozenset()
        self.settlers: frozenset[PersonId] = frozenset()
        self.case = facts().case
        self.repair: RepairPath | None = None

    # people

    def revoke(self, person: str) -> Event:
        """Revoke somebody at once."""
        body: dict[str, Json] = {"why": "moved away", "term": 1}
        return self.record(Draft("person.revoked", person, "steward-one", body))

    def record(self, draft: Draft, signed: bool = True) -> Event:
        """Leave an event as the ledger would have it."""
        event = happened(draft, len(self.events) + 1, self.at, signed)
        self.events.append(event)
        if event.kind.startswith("person."):
            self.people = take(self.people, event)
        elif event.kind.startswith("case.") or event.kind == "conflict.declared":
            case = CaseId(event.topic)
            self.states[case] = apply(self.states.get(case), event)
        return event

    def doubt(self, record: RecordId, settled: bool = False, by: str = "system") -> None:
        """Put a record in doubt, or settle that."""
        kind = "record.doubt_settled" if settled else "record.doubted"
        self.record(Draft(kind, str(record), by, {"records": [str(record)]}))
        self.doubtful = self.doubtful - {record} if settled else self.doubtful | {record}
        if settled and by != "system":
            self.settlers |= {PersonId(by)}

    # time

    @property
    def today(self) -> Day:
        """The civil day."""
        return self.at.astimezone(ZONE).date()

    def later(self, days: int = 0, minutes: int = 0) -> Town:
        """Let time go by."""
        self.at += dt.timedelta(days=days, minutes=minutes)
        return self

    # turns

    @property
    def state(self) -> State:
        """The case that the town works on."""
        return self.states[self.case]

    def context(self, actor: str | None = None, signed: bool = True) -> Context:
        """What the core may know now."""
        listed = sum(
            e.body["outcome"] in ("list", "stands")
            and self.people.natural_of(e.actor) == self.people.natural_of(actor or "")
            and e.at.astimezone(ZONE).date() == self.today
            for e in self.events
            if e.kind == "case.decided"
        )
        return Context(
            at=self.at,
            today=self.today,
            people=self.people,
            calendar=CHINA,
            actor=None if actor is None else PersonId(actor),
            signed=signed,
            doubtful=self.doubtful,
            settlers=self.settlers,
            listed_today=listed,
            courts=frozenset({OFFICE}),
            repair=self.repair,
            without=self.without,
        )

    def say(self, person: str, command: Command, signed: bool = True) -> tuple[EventBody, ...]:
        """A person's turn; refused turns raise and leave nothing."""
        bodies = decide(self.states.get(self.case), command, self.context(person, signed))
        for body in bodies:
            actor = "system" if body.by_system else person
            self.record(Draft(body.kind, self.case, actor, body.body), signed)
        return bodies

    def run(self, command: Command, **changes: object) -> tuple[EventBody, ...]:
        """The register's own turn."""
        context = replace(self.context(), **changes)  # type: ignore[arg-type]
        if isinstance(command, Propose) and command.facts.follows is not None:
            context = replace(context, before=self.states.get(command.facts.follows))
        state = None if isinstance(command, Propose) else self.states.get(self.case)
        bodies = decide(state, command, context)
        for body in bodies:
            self.record(Draft(body.kind, self.case, "system", body.body))
        return bodies

    # the lawful life, step by step

    def propose(self, number: int = 1, **changes: object) -> Town:
        """Open a case; the town works on it from now on."""
        made = facts(number, **changes)
        self.case = made.case
        self.run(Propose(made))
        return self

    def notice(self) -> Town:
        self.run(Notify(CONTENT))
        return self

    def deliver(self, by: str = "clerk-one") -> Town:
        self.say(by, RecordDelivery("acknowledged", self.today, PAPER))
        return self

    def open(self, person: str, content: str = CONTENT) -> Town:
        self.say(person, Open(content, "0" * 64))
        return self

    def first(self, person: str = "officer-one", outcome: str = "list") -> Town:
        return self.sign(person, "first", outcome)

    def second(self, person: str = "officer-two", outcome: str = "list") -> Town:
        return self.sign(person, "second", outcome)

    def sign(self, person: str, stage: str, outcome: str, **changes: object) -> Town:
        """Open, read, decide, naming every objection."""
        if not any(o.by == person and o.seq > self.state.changed for o in self.state.openings):
            self.open(person)
        self.later(minutes=3)
        self.say(person, self.decision(stage, outcome, **changes))
        return self

    def decision(self, stage: str, outcome: str, **changes: object) -> Decide:
        """A decision as the state wants it, with changes."""
        made = Decide(
            stage,  # type: ignore[arg-type]
            outcome,  # type: ignore[arg-type]
            REASONS,
            CONTENT,
            tuple(o.objection for o in self.state.objections),
        )
        return replace(made, **changes)  # type: ignore[arg-type]

    def effect(self) -> Town:
        self.run(TakeEffect())
        return self

    def until(self, stage: str) -> Town:
        """Go on to a stage of the lawful life: proposed, noticed, delivered, heard, decided_once,
        decided, in_effect."""
        steps = {
            "proposed": self.propose,
            "noticed": self.notice,
            "delivered": self.deliver,
            "heard": lambda: self.later(days=16),
            "decided_once": self.first,
            "decided": self.second,
            "in_effect": self.effect,
        }
        for name, step in steps.items():
            step()
            if name == stage:
                return self
        raise ValueError(stage)

    def finish(self) -> Town:
        """Try to bring the case into effect with whatever is left to do; refusals stop it."""
        try:
            if self.state.status in ("proposed",):
                self.notice()
            if self.state.status == "noticed":
                self.deliver()
            if self.state.status == "delivered":
                if not self.state.window_over(self.today):
                    self.later(days=16)
                self.first()
            if self.state.status == "decided_once":
                self.second("officer-three")
            if self.state.status == "decided":
                self.effect()
        except (NotLawfulNow, NotPermitted):
            pass
        return self
