"""The nouns of a case: what it was proposed on, what happened so far, what is therefore true.

The life of an adverse case: proposed, noticed (the notice is made), delivered (proven; the time to
object runs), decided once (the first officer would list), decided (the second would too), in effect,
ended. A case that leads to no entry is closed. A red list needs no notice and one officer.

A state is a fold of events (``fold.py``); what may happen next is decided in ``transitions.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from evenhand.cases.redress import Appeal, RepairRequest
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import (
    AuthorityId,
    CaseId,
    EntryId,
    ListId,
    PersonId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Day, Days, Moment, Span

CaseKind = Literal["black", "red", "court", "grade", "stage"]
"""A list of serious breaches or of good conduct; the court's register of judgment debtors (RF-3); a worse
grade that would cost its subject something (RF-6); a step of measures that cannot be skipped."""

Status = Literal[
    "proposed", "noticed", "delivered", "decided_once", "decided", "in_effect", "ended", "closed"
]
Outcome = Literal["list", "do_not_list", "stands", "ends"]
Stage = Literal["first", "second", "review_first", "review_second"]
How = Literal["acknowledged", "signed_return", "sent", "queued", "bounced"]
"""How a notice fared; only the first two prove that it reached the subject (RF-10)."""

PROVEN: Final[frozenset[How]] = frozenset({"acknowledged", "signed_return"})

Cause = Literal[
    "doubted",
    "corrected",
    "retracted",
    "misidentified",
    "settled",
    "part_payment",
    "stay",
    "payment_plan",
    "plan_broken",
    "stay_lifted",
    "compromised",
    "appeal_overdue",
    "repair_overdue",
]
"""What became of a record after a case was proposed on it; ``settled``: paid or performed, where
the list's rule says that this ends the entry; five are of the court's register alone. Of no record are
``compromised`` (signed with a key that others may have) and the last two (an authority missed its time)."""

CASE_KINDS: Final = (
    "case.proposed",
    "case.noticed",
    "case.delivered",
    "case.waived",
    "case.objected",
    "case.answered",
    "case.opened",
    "case.decided",
    "case.took_effect",
    "case.suspended",
    "case.resumed",
    "case.signatures_void",
    "case.shortened",
    "case.appealed",
    "case.appeal_decided",
    "case.repair_asked",
    "case.repair_decided",
    "case.ended",
    "case.closed",
    "conflict.declared",
)
"""Every kind of event whose topic is a case."""


class Happening(Protocol):
    """An event as the core sees it; the ledger's Event is one."""

    @property
    def seq(self) -> int:
        """Its number in the ledger."""

    @property
    def at(self) -> Moment:
        """When it was recorded."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def topic(self) -> str:
        """The case."""

    @property
    def actor(self) -> str:
        """A person, or ``system``."""

    @property
    def body(self) -> Mapping[str, Json]:
        """What the kind says in particular."""

    @property
    def signature(self) -> str:
        """The author's, in base64; empty for the register's own."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The ground on which alone a natural person enters an adverse list (RF-3).

    Attributes:
        court: The court that ruled.
        docket: The number of the enforcement case, as a digest under the subject's key.
        final_on: When the ruling became final.
        able: The court found that the debtor can pay and refuses.
    """

    court: AuthorityId
    docket: str
    final_on: Day
    able: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a case was proposed on; it never changes.

    Attributes:
        records: The records that meet the rule.
        documents: Keys of the documents behind them.
        met_on: When the rule was met.
        authority: Whose officers decide.
        subjects: What kind of subject the scheme is about.
        public_since: When the rule was public in the register (RF-13).
        objection_days: Days to object after proven delivery.
        lasts_months: How long an entry lasts, in months.
        submitters: Everybody who delivered, edited or corrected one of the records.
        deliveries: The deliveries that brought them.
        lasts_days: In days instead, for a list whose rule says so.
        ruling: Of a case of the court register; None for every other.
        grade: The grade that would take effect, in a case of kind ``grade``.
        stage: The step of measures, in a case of kind ``stage``.
        follows: The case that must have taken effect before: the step before, or a predecessor's.
        latest: No entry lasts beyond this day, such as the end of an emergency scheme.
        calendar: The working days of its list or scheme; empty: those of the register.
    """

    case: CaseId
    subject: SubjectId
    list: ListId
    kind: CaseKind
    scheme: SchemeId
    version: str
    rule: int
    records: tuple[RecordId, ...]
    documents: tuple[int, ...]
    met_on: Day
    authority: AuthorityId
    subjects: str
    public_since: Day | None
    objection_days: int
    lasts_months: int
    submitters: frozenset[PersonId]
    deliveries: tuple[str, ...]
    lasts_days: int = 0
    ruling: Ruling | None = None
    grade: str = ""
    stage: str = ""
    follows: CaseId | None = None
    latest: Day | None = None
    calendar: str = ""

    @property
    def lasts(self) -> Span:
        """How long an entry lasts, as the list's rule says it."""
        if self.lasts_days:
            return Span(self.lasts_days, "day")
        return Span(self.lasts_months, "month")

    @property
    def entry(self) -> EntryId:
        """The entry that the case may lead to."""
        return EntryId.parse("E-" + self.case[2:])

    @property
    def adverse(self) -> bool:
        """True for everything but a list of good conduct."""
        return self.kind != "red"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to deliver the notice; ``paper`` is the digest of what proves it."""

    how: How
    delivered_on: Day
    paper: str
    by: PersonId


@dataclass(frozen=True, slots=True)
class Objection:
    """What the subject answered, and what the authority answered to it."""

    objection: str
    text: str
    on: Day
    answer: str | None = None
    answered_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """An officer opened the dossier with this content at this moment."""

    by: PersonId
    at: Moment
    content: str
    seq: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What one officer decided, by their own reading of the dossier."""

    stage: Stage
    outcome: Outcome
    by: PersonId
    on: Day
    reasons: str
    content: str
    objections: tuple[str, ...]
    seq: int


@dataclass(frozen=True, slots=True)
class Suspension:
    """An entry without effect until people have reviewed it; past ``review_until`` it ends.

    Attributes:
        causes: Each cause with the record that it is of.
        kinds: Every cause, those of no record too, in their order.
    """

    since: Day
    causes: tuple[tuple[Cause, RecordId], ...]
    review_until: Day
    kinds: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """One case at one moment.

    Attributes:
        content: Digest of what the notice says and the officers decide on; empty before the notice.
        object_until: Last day to object.
        decide_until: Last day on which the authority can decide to list.
        waivers: Who recorded the subject's written waiver; it counts when two people did.
        changed: Number of the event, objection or answer, that last changed the dossier.
        decisions: Those that still count; an objection after them voids them.
        reviews: Decisions of the review that is under way.
        rounds: How many reviews were finished without agreement.
        effect: From the day of effect up to, not including, the day after the last.
        why: For an ended or closed case, a key of ``endings.WHY``.
        appeals: Appeals after the effect, in their order.
        repairs: Applications for repair, in their order.
    """

    facts: Facts
    status: Status
    proposed_on: Day
    content: str = ""
    noticed_on: Day | None = None
    attempts: tuple[Attempt, ...] = ()
    delivered_on: Day | None = None
    object_until: Day | None = None
    decide_until: Day | None = None
    waivers: tuple[PersonId, ...] = ()
    waiver_paper: str = ""
    waived_on: Day | None = None
    objections: tuple[Objection, ...] = ()
    changed: int = 0
    openings: tuple[Opening, ...] = ()
    conflicts: frozenset[PersonId] = frozenset()
    decisions: tuple[Decision, ...] = ()
    reviews: tuple[Decision, ...] = ()
    rounds: int = 0
    effect: Days | None = None
    suspension: Suspension | None = None
    over_on: Day | None = None
    why: str = ""
    appeals: tuple[Appeal, ...] = ()
    repairs: tuple[RepairRequest, ...] = ()

    @property
    def suppliers(self) -> frozenset[PersonId]:
        """Everybody who brought evidence into the case: records, proofs of delivery, a waiver."""
        recorded = {a.by for a in self.attempts} | set(self.waivers)
        return self.facts.submitters | recorded

    @property
    def open_objections(self) -> tuple[str, ...]:
        """Objections that nobody has answered."""
        return tuple(o.objection for o in self.objections if o.answer is None)

    @property
    def open_appeals(self) -> tuple[Appeal, ...]:
        """Appeals that nobody has decided."""
        return tuple(a for a in self.appeals if a.outcome is None)

    @property
    def open_repairs(self) -> tuple[RepairRequest, ...]:
        """Applications for repair that nobody has decided."""
        return tuple(r for r in self.repairs if r.outcome is None)

    def appeal_overdue(self, day: Day) -> Appeal | None:
        """The first appeal that the authority did not decide in time, as seen on a day."""
        return next((a for a in self.appeals if a.overdue(day)), None)

    def repair_overdue(self, day: Day) -> RepairRequest | None:
        """The first complete application for repair that is past its day, as seen on a day."""
        return next((r for r in self.repairs if r.overdue(day)), None)

    def serves_on(self, day: Day) -> bool:
        """Say whether the entry is in force on a day: the one computation of it (D7, D9).

        Expiry, and the end of effect when the authority misses an appeal or a complete repair, are
        computed here, by no job that can forget.
        """
        return (
            self.status == "in_effect"
            and self.suspension is None
            and self.effect is not None
            and day in self.effect
            and self.appeal_overdue(day) is None
            and self.repair_overdue(day) is None
        )

    def window_over(self, day: Day) -> bool:
        """Say whether the time to object is over: run out after proven delivery, or waived."""
        if self.delivered_on is None or self.object_until is None:
            return False
        return self.waived_on is not None or day > self.object_until
