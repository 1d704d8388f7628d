"""What people, and the passing of time, may ask of a case; ``transitions.decide`` answers.

Commands of people become events that carry the person's own signature. Commands of the register
itself (no actor) carry out what officers signed, or let time help the subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from evenhand.cases.case import (
    Cause,
    Facts,
    How,
    Outcome,
    Stage,
    State,
)
from evenhand.cases.passing import LOCAL_CLOCK, Passing
from evenhand.cases.people import People
from evenhand.cases.redress import AppealOutcome, RepairOutcome
from evenhand.kernel.calendars import Calendar
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import AuthorityId, CaseId, PersonId, RecordId
from evenhand.kernel.periods import Day, Moment, Span
from evenhand.kernel.text import Text
from evenhand.kernel.two_clocks import day_against, day_in_favour

Gone = Literal["deregistered", "deceased"]
"""Why a subject is no more."""


@dataclass(frozen=True, slots=True)
class Propose:
    """Open a case on these facts; the register asks it."""

    facts: Facts


@dataclass(frozen=True, slots=True)
class Notify:
    """Make the notice; ``content`` is the digest of what it says."""

    content: str


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """A clerk of the deciding authority records how the notice fared."""

    how: How
    delivered_on: Day
    paper: str


@dataclass(frozen=True, slots=True)
class Waive:
    """A clerk records the subject's written waiver of the time to object; it takes two clerks."""

    paper: str


@dataclass(frozen=True, slots=True)
class Object:
    """Somebody enrolled records what the subject answered; ``paper`` is the digest of the letter."""

    text: str
    paper: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An officer answers one objection, with reasons."""

    objection: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Open:
    """An officer opens the dossier; the digests are of its content and of all that it shows.

    ``as_of`` is the event that last changed what was shown; None where nothing could come between.
    """

    content: str
    dossier: str
    as_of: int | None = None


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """Somebody says that this case touches their own interest."""

    why: str


@dataclass(frozen=True, slots=True)
class Decide:
    """An officer decides, by their own reading: the first, and blind to the first the second."""

    stage: Stage
    outcome: Outcome
    reasons: str
    content: str
    objections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refuse:
    """Somebody enrolled records that the subject does not want an entry of good conduct."""

    paper: str


@dataclass(frozen=True, slots=True)
class TakeEffect:
    """Carry out what the officers signed."""


@dataclass(frozen=True, slots=True)
class Reconsider:
    """Records of the case changed: suspend its entry, or close it before there is one."""

    cause: Cause
    records: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class Improve:
    """Drop a case of kind ``grade``: the computed grade is better than what it is about."""


@dataclass(frozen=True, slots=True)
class Cease:
    """End everything about a subject that is no more."""

    why: Gone


@dataclass(frozen=True, slots=True)
class Follow:
    """An officer opens a case of its own against a successor (RF-9).

    Attributes:
        facts: What it is proposed on; ``follows`` names the predecessor's case.
        predecessor: That case, as it stands.
        allowed: The list's rule says that an entry may follow.
        named: A registration names the subject as successor of the predecessor.
        reasons: Why, in the officer's own words.
    """

    facts: Facts
    predecessor: State
    allowed: bool
    named: bool
    reasons: str


@dataclass(frozen=True, slots=True)
class LoseSignatures:
    """Let acts in a case count no more: their author's key may have been in other hands by then.

    Attributes:
        person: Whose key it is.
        decisions: Numbers of the decisions.
        answers: Objections whose answers are lost.
        delivery: Whether the proof of delivery is.
        waiver: Whether the waiver is.
    """

    person: PersonId
    decisions: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    delivery: bool = False
    waiver: bool = False


@dataclass(frozen=True, slots=True)
class Appeal:
    """Somebody enrolled records the subject's appeal after the effect."""

    text: str
    paper: str


@dataclass(frozen=True, slots=True)
class DecideAppeal:
    """A reviewer who had no part in the case decides an appeal; ``until`` where it is shortened."""

    appeal: str
    outcome: AppealOutcome
    reasons: str
    content: str
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class AskForRepair:
    """Somebody enrolled records an organisation's application for repair."""

    paper: str


@dataclass(frozen=True, slots=True)
class DecideRepair:
    """An officer decides an application for repair."""

    repair: str
    outcome: RepairOutcome
    reasons: str


@dataclass(frozen=True, slots=True)
class Overdue:
    """Record that the authority missed its time to decide an appeal or a complete repair."""


@dataclass(frozen=True, slots=True)
class Lighten:
    """Let a newer version of the scheme that is in force help whoever was listed by an older one.

    Attributes:
        version: The newer version.
        lasts: How long an entry lasts by it; None when it lists for this conduct no more.
    """

    version: str
    lasts: Span | None


@dataclass(frozen=True, slots=True)
class RepairPath:
    """How an entry can end early: how long after its effect, and what of the needs is not there."""

    after: Span
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lapse:
    """Close a case whose time to deliver the notice or to decide ran out on the authority."""


@dataclass(frozen=True, slots=True)
class Expire:
    """End an entry whose last day is over, or that was suspended and not reviewed in time."""


Command: TypeAlias = (
    Propose
    | Notify
    | RecordDelivery
    | Waive
    | Object
    | Answer
    | Open
    | DeclareConflict
    | Decide
    | Refuse
    | TakeEffect
    | Reconsider
    | LoseSignatures
    | Improve
    | Cease
    | Follow
    | Appeal
    | DecideAppeal
    | AskForRepair
    | DecideRepair
    | Overdue
    | Lighten
    | Lapse
    | Expire
)

DOING: Final[Mapping[type, Text]] = {
    Propose: Text(zh="提议列入", en="propose an entry"),
    Notify: Text(zh="制作告知书", en="make the notice"),
    RecordDelivery: Text(zh="登记送达", en="record a delivery"),
    Waive: Text(zh="登记放弃异议期", en="record a waiver"),
    Object: Text(zh="提出异议", en="object"),
    Answer: Text(zh="答复异议", en="answer an objection"),
    Open: Text(zh="打开案卷", en="open the dossier"),
    DeclareConflict: Text(zh="声明利益冲突", en="declare a conflict of interest"),
    Decide: Text(zh="作出决定", en="decide"),
    Refuse: Text(zh="谢绝列入", en="refuse an entry of good conduct"),
    TakeEffect: Text(zh="使决定生效", en="let the decision take effect"),
    Reconsider: Text(zh="因证据变化而中止", en="suspend it for changed evidence"),
    Appeal: Text(zh="申诉", en="appeal"),
    DecideAppeal: Text(zh="决定申诉", en="decide an appeal"),
    AskForRepair: Text(zh="申请信用修复", en="ask for repair"),
    DecideRepair: Text(zh="决定信用修复", en="decide a repair"),
    Overdue: Text(zh="因机关逾期而中止", en="suspend it for the authority's lateness"),
    Lighten: Text(zh="按更轻的新规则缩短", en="shorten it by a milder rule"),
    Improve: Text(zh="因等级好转而结束", en="drop it for a better grade"),
    Cease: Text(zh="因主体不再存在而结束", en="end it because its subject is no more"),
    Follow: Text(zh="对承继者另立案件", en="open a case against a successor"),
    LoseSignatures: Text(zh="使签名不再有效", en="let signatures count no more"),
    Lapse: Text(zh="因逾期而结束案件", en="close it for lateness"),
    Expire: Text(zh="因期满而结束记录", en="end the entry for time"),
}
"""What a command does, as a part of a sentence."""

OF_PEOPLE: Final = (
    RecordDelivery, Waive, Object, Answer, Open, DeclareConflict, Decide, Refuse,
    Appeal, DecideAppeal, AskForRepair, DecideRepair,
)  # fmt: skip
"""Commands that only a person can give."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the core may know beside the case; all of it comes in, nothing is looked up.

    Attributes:
        at: The register's clock.
        today: The civil day of that moment, in the register's zone.
        people: Who may act.
        calendar: Working days of the jurisdiction.
        actor: Who commands; None is the register itself.
        signed: Whether the signatures that the command rests on were verified.
        doubtful: Records that somebody disputes and nobody has settled.
        settlers: Who found that the case's records stand although they were in doubt.
        listed_today: Decisions to list that the actor signed today, in all cases.
        known_case: The case that already rests on the same facts, when something is proposed.
        courts: Which authorities of the catalogue are courts (RF-3).
        before: The case that a proposed one follows.
        repair: How the case's entry can be repaired, and what is missing; None where there is no way.
        passing: How many days a witness saw go by, where one is enrolled.
        without: Names of guards that are off; only tests pass any.
    """

    at: Moment
    today: Day
    people: People
    calendar: Calendar
    actor: PersonId | None = None
    signed: bool = False
    doubtful: frozenset[RecordId] = frozenset()
    settlers: frozenset[PersonId] = frozenset()
    listed_today: int = 0
    known_case: CaseId | None = None
    courts: frozenset[AuthorityId] = frozenset()
    before: State | None = None
    repair: RepairPath | None = None
    passing: Passing = LOCAL_CLOCK
    without: frozenset[str] = field(default_factory=frozenset)

    def day_against(self, case: CaseId, kind: str, since: Day | None) -> Day:
        """The day that it is for what runs against the subject since an event of a case.

        Args:
            case: The case.
            kind: The kind of the event, such as ``case.delivered``; the last of that kind counts.
            since: The civil day of the event; None where there is none, which gives today.
        """
        if since is None:
            return self.today
        return day_against(since, self.today, self.passing.witnessed_since(case, kind))

    def day_in_favour(self, case: CaseId, kind: str, since: Day | None) -> Day:
        """The day that it is for what runs for the subject, such as the authority's own clocks."""
        if since is None:
            return self.today
        return day_in_favour(since, self.today, self.passing.witnessed_since(case, kind))


@dataclass(frozen=True, slots=True)
class EventBody:
    """An event that the core says should be recorded.

    ``by_system`` marks what follows from a person's act without being signed: it is recorded as the
    register's own, in the same transaction, after the act that it follows from.
    """

    kind: str
    body: Mapping[str, Json]
    by_system: bool = False
