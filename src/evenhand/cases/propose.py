"""Grounds to proposed cases: never twice for one ground, one document at most one adverse case.

This is all that the daily run can do against anybody: open a case that waits for people. It reads
no score; permuting all of them changes nothing here (D5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evenhand.cases.case import Facts, Ruling, State
from evenhand.cases.commands import Context, Propose
from evenhand.cases.desk import Desk
from evenhand.cases.findings import UNTRACED
from evenhand.cases.transitions import decide
from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.findings import Place, found
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import (
    AuthorityId,
    CaseId,
    DeliveryId,
    ListId,
    PersonId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Day, Moment, Span
from evenhand.kernel.text import Text
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.schemes.scheme import InForce


@dataclass(frozen=True, slots=True)
class Origin:
    """One delivery that a record came with, was edited or corrected by, and the clerk who signed it."""

    delivery: DeliveryId
    clerk: PersonId


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of grounds.

    Attributes:
        new: Cases opened now.
        known: Cases that these grounds opened before.
        left_out: Grounds that opened none, each with the reason.
    """

    new: tuple[CaseId, ...]
    known: tuple[CaseId, ...]
    left_out: tuple[tuple[CaseId, Text], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a list, a court's register or a scheme says of the cases that grounds of it open.

    Attributes:
        authority: Whose officers decide.
        subjects: What kind of subject.
        public_since: When the rule was public in the register (RF-13).
        lasts: How long an entry lasts.
        follows: The case that must have taken effect before.
        latest: No entry lasts beyond this day.
        calendar: The working days that its deadlines are counted by; empty: the register's.
    """

    authority: AuthorityId
    subjects: SubjectKind
    public_since: Day | None
    objection_days: int
    lasts: Span
    ruling: Ruling | None = None
    follows: CaseId | None = None
    latest: Day | None = None
    calendar: str = ""


Proposable = tuple[Ground, Terms | NotLawfulNow]
"""A ground with the terms of its case, or the reason why it can open none."""


def propose(
    desk: Desk,
    grounds: Iterable[Ground],
    in_force: Mapping[SchemeId, InForce],
    origins: Mapping[RecordId, Sequence[Origin]],
    at: Moment,
) -> Proposed:
    """Open a case for each ground of a list that is new, in one transaction.

    Args:
        desk: The register's cases.
        grounds: What was found; their order does not matter.
        in_force: The schemes that they name, as the register applies them.
        origins: For each record everybody who delivered, edited or corrected it.
        at: The register's clock.
    """
    return propose_on(desk, on_lists(grounds, in_force), origins, at)


def on_lists(grounds: Iterable[Ground], in_force: Mapping[SchemeId, InForce]) -> list[Proposable]:
    """Give grounds of lists the terms that their lists say."""
    return [(ground, _terms_of_list(ground, in_force[ground.scheme])) for ground in grounds]


def propose_on(
    desk: Desk,
    found: Iterable[Proposable],
    origins: Mapping[RecordId, Sequence[Origin]],
    at: Moment,
    courts: frozenset[AuthorityId] = frozenset(),
) -> Proposed:
    """Open a case for each ground that is new, whatever its kind, in one transaction.

    Args:
        desk: The register's cases.
        found: Grounds with the terms of their cases; their order does not matter.
        origins: For each record everybody who delivered, edited or corrected it.
        at: The register's clock.
        courts: Which authorities are courts (RF-3).
    """
    new: list[CaseId] = []
    known: list[CaseId] = []
    left_out: list[tuple[CaseId, Text]] = []
    drafts: list[Draft] = []
    with desk.transaction(at) as opened:
        taken = _Taken.by(desk.states.values())
        context = replace(desk.context(at), courts=courts)
        for ground, terms in sorted(found, key=lambda f: (f[0].met_on, f[0].list, f[0].case_id())):
            case = ground.case_id()
            if case in desk.states or case in new:
                known.append(case)
                continue
            try:
                draft = _draft(desk, ground, terms, origins, (taken, context))
            except NotLawfulNow as refused:
                left_out.append((case, refused.text))
                continue
            taken.take(case, ground)
            new.append(case)
            drafts.append(draft)
        opened.append(drafts)
    return Proposed(tuple(new), tuple(known), tuple(left_out))


@dataclass(slots=True)
class _Taken:
    """What can open no further case: documents of adverse ones, subjects on or off a red list."""

    documents: dict[int, CaseId]
    red: dict[tuple[SubjectId, ListId], CaseId]

    @classmethod
    def by(cls, states: Iterable[State]) -> _Taken:
        taken = cls({}, {})
        for state in states:
            facts = state.facts
            if facts.adverse and not (state.status == "closed" and state.why == "evidence"):
                taken.documents |= dict.fromkeys(facts.documents, facts.case)
            elif not facts.adverse and (
                state.status not in ("closed", "ended") or state.why == "refused"
            ):
                taken.red[facts.subject, facts.list] = facts.case
        return taken

    def case(self, ground: Ground) -> CaseId | None:
        """The case that already rests on what this ground rests on."""
        if ground.kind == "red":
            return self.red.get((ground.subject, ground.list))
        return next((self.documents[d] for d in ground.documents if d in self.documents), None)

    def take(self, case: CaseId, ground: Ground) -> None:
        """Remember what a new case rests on."""
        if ground.kind == "red":
            self.red[ground.subject, ground.list] = case
        else:
            self.documents |= dict.fromkeys(ground.documents, case)


def _draft(
    desk: Desk,
    ground: Ground,
    terms: Terms | NotLawfulNow,
    origins: Mapping[RecordId, Sequence[Origin]],
    beside: tuple[_Taken, Context],
) -> Draft:
    taken, context = beside
    facts = _facts(ground, terms, origins)
    before = desk.states.get(facts.follows) if facts.follows else None
    checked = replace(context, known_case=taken.case(ground), before=before)
    (body,) = decide(None, Propose(facts), checked)
    once = (f"ground:{facts.case}",)
    return Draft(body.kind, facts.case, SYSTEM, body.body, once=once)


def _terms_of_list(ground: Ground, rules: InForce) -> Terms | NotLawfulNow:
    """What a list says of its cases; nothing, when its scheme is for study only."""
    scheme = rules.scheme
    if scheme.kind != "official":
        return NotLawfulNow(
            "order",
            Text(
                zh=f"{scheme.scheme} 只供研究，不产生案件。",
                en=f"{scheme.scheme} is a reproduction for study; no case comes of it.",
            ),
        )
    rule = scheme.list_rule(ground.list)
    return Terms(
        authority=rule.decided_by or scheme.authority,
        subjects=scheme.subjects,
        public_since=rules.public_since,
        objection_days=rule.objection_days,
        lasts=rule.lasts,
        latest=scheme.in_force.last if scheme.emergency else None,
        calendar=rule.calendar or scheme.calendar,
    )


def _facts(
    ground: Ground, terms: Terms | NotLawfulNow, origins: Mapping[RecordId, Sequence[Origin]]
) -> Facts:
    """What the case is proposed on.

    Raises:
        NotLawfulNow: When nobody can say who delivered a record, or the ground can open no case.
    """
    for record in ground.records:
        if not origins.get(record):
            raise _untraced(record)
    if isinstance(terms, NotLawfulNow):
        raise terms
    delivered = [origin for record in ground.records for origin in origins[record]]
    lasts = terms.lasts
    return Facts(
        case=ground.case_id(),
        subject=ground.subject,
        list=ground.list,
        kind=ground.kind,
        scheme=ground.scheme,
        version=ground.version,
        rule=ground.rule,
        records=ground.records,
        documents=ground.documents,
        met_on=ground.met_on,
        authority=terms.authority,
        subjects=terms.subjects,
        public_since=terms.public_since,
        objection_days=terms.objection_days,
        lasts_months=lasts.months if lasts.unit in ("month", "year") else 0,
        submitters=frozenset(origin.clerk for origin in delivered),
        deliveries=tuple(sorted({origin.delivery for origin in delivered})),
        lasts_days=lasts.count if lasts.unit == "day" else 0,
        ruling=terms.ruling,
        grade=ground.detail if ground.kind == "grade" else "",
        stage=ground.detail if ground.kind == "stage" else "",
        follows=terms.follows,
        latest=terms.latest,
        calendar=terms.calendar,
    )


def _untraced(record: RecordId) -> NotLawfulNow:
    finding = found(UNTRACED, Place(), read=record)
    return NotLawfulNow("E5-traced", Text(zh=finding.sentence("zh"), en=finding.sentence("en")))
