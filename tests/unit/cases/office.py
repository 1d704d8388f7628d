"""The same office over a real ledger on disk: people enrolled through the door, signed acts."""

from __future__ import annotations

import datetime as dt
import hashlib

from evenhand.cases import adjudicate
from evenhand.cases.adjudicate import Proof, Verdict
from evenhand.cases.desk import Desk
from evenhand.cases.dossier import (
    Content,
    Dossier,
    RecordSaid,
    Said,
    Telling,
    content_of,
    rule_of_list,
)
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.cases.hand import Hand
from evenhand.cases.notice import give_notice
from evenhand.cases.passing_time import pass_time
from evenhand.cases.propose import Origin, Proposed, propose
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import (
    CaseId,
    DeliveryId,
    ListId,
    PersonId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Days, Moment, Span, day
from evenhand.kernel.text import Text
from evenhand.relational.ledger import Event, Ledger
from evenhand.schemes.scheme import (
    Article,
    Dated,
    InForce,
    Line,
    ListRule,
    Repair,
    Scale,
    Scheme,
)
from evenhand.sources.catalogue import Catalogue, CatalogueEntry
from tests.unit.cases.town import (
    CHINA,
    OFFICE,
    PAPER,
    REASONS,
    STAFF,
    START,
    ZONE,
    founders,
    key_of,
)

BLACK, RED = ListId("food-safety-serious"), ListId("food-safety-exemplary")
SCHEME = SchemeId("linhe-compliance")
NOBODY = Line(1, 1)
DELIVERY = DeliveryId("D-0123456789abcdef")


def hand(person: str) -> Hand:
    """A person with their key."""
    return Hand(PersonId(person), key_of(person).sign)


def list_rule(name: ListId, kind: str, months: int) -> ListRule:
    serious = kind == "black"
    return ListRule(
        list=name,
        title=Text(zh="食品安全严重失信主体名单", en="Serious food-safety offences")
        if serious
        else Text(zh="食品安全守信激励名单", en="Exemplary food safety"),
        legal_basis=(
            Article(
                Text(zh="《食品安全法》", en="Food Safety Law"),
                "第一百一十三条" if serious else "Article 113",
            ),
        ),
        kind=kind,  # type: ignore[arg-type]
        topic="food-safety",
        enters_on=(),
        lasts=Span(months, "month"),
        objection_days=15,
        repair=Repair(Span(12, "month"), ("penalty_performed",)) if serious else None,
        visibility="public",
        purposes=("food-procurement",),
        measures=("inspect-more-often",) if serious else (),
        line=NOBODY,
    )


def scheme(**changes: object) -> Scheme:
    parts: dict[str, object] = {
        "scheme": SCHEME,
        "version": "2025.1",
        "title": Text(
            zh="临禾市企业合规评价办法", en="Linhe rules on the compliance of enterprises"
        ),
        "authority": OFFICE,
        "jurisdiction": "Linhe",
        "domain": "market",
        "kind": "official",
        "legal_basis": (),
        "subjects": "enterprise",
        "participation": "by_law",
        "published": day("2025-01-06"),
        "in_force": Days(day("2025-03-01")),
        "scale": Scale(Dated.always(0), None, None, "higher"),
        "factors": (),
        "grades": (),
        "direct": (),
        "grades_purposes": (),
        "benefits": (),
        "lists": (list_rule(BLACK, "black", 36), list_rule(RED, "red", 24)),
        "examples": (),
        "made_up": None,
        "digest": "0" * 64,
    }
    return Scheme(**(parts | changes))  # type: ignore[arg-type]


CATALOGUE = Catalogue(
    types={},
    authorities={},
    domains={},
    purposes={},
    measures={
        "inspect-more-often": CatalogueEntry(
            "inspect-more-often",
            Text(zh="增加检查频次。", en="You are inspected more often."),
            Text(zh="《食品安全法》", en="Food Safety Law"),
        )
    },
    benefits={},
)


def ground(number: int, kind: str = "black", **changes: object) -> Ground:
    """A ground of its own subject, record and document for each number."""
    parts: dict[str, object] = {
        "subject": SubjectId(1000 + number),
        "list": BLACK if kind == "black" else RED,
        "kind": kind,
        "scheme": SCHEME,
        "version": "2025.1",
        "rule": 1,
        "records": (RecordId(5000 + number),),
        "documents": (9000 + number,),
        "met_on": day("2026-01-20"),
    }
    return Ground(**(parts | changes))  # type: ignore[arg-type]


class Office:
    """An office over a ledger; ``at`` is its clock."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.desk = Desk(self.ledger, founders(), ZONE, CHINA)
        self.at: Moment = START
        self.in_force = {SCHEME: InForce(scheme(), day("2025-01-06"))}

    def staff(self) -> None:
        """Enrol everybody, thirty days before."""
        for person in STAFF:
            wanted, at = enrolment(person), START - dt.timedelta(days=30)
            enrol(self.desk, hand("steward-one"), wanted, at)
            enrol(self.desk, hand("steward-two"), wanted, at)
            countersign(self.desk, hand("auditor"), wanted, at)

    def later(self, days: int = 0, minutes: int = 0) -> Office:
        self.at += dt.timedelta(days=days, minutes=minutes)
        return self

    def propose(self, *grounds: Ground) -> Proposed:
        origin = Origin(DELIVERY, PersonId("tax-clerk"))
        origins = {record: (origin,) for g in grounds for record in g.records}
        return propose(self.desk, grounds, self.in_force, origins, self.at)

    def case(self, number: int = 1) -> CaseId:
        """Propose one case, and return it."""
        (case,) = self.propose(ground(number)).new
        return case

    def content(self, case: CaseId) -> Content:
        state = self.desk.state(case)
        records = tuple(said(record) for record in state.facts.records)
        telling = Telling(
            name="临禾甲食品有限公司",
            rule=Text(
                zh="食品安全处罚情节严重的，列入。", en="A serious food-safety penalty leads to it."
            ),
            records=records,
            authority=Text(zh="临禾市信用办", en="Linhe credit office"),
            salt=hashlib.sha256(case.encode()).hexdigest(),
        )
        rule = rule_of_list(scheme(), state.facts.list, CATALOGUE)
        return content_of(state, rule, telling)

    def notice(self, case: CaseId) -> None:
        give_notice(self.desk, self.content(case), self.at)

    def deliver(self, case: CaseId, person: str = "clerk-one") -> None:
        proof = Proof("acknowledged", self.desk.today(self.at), PAPER)
        adjudicate.record_delivery(self.desk, hand(person), case, proof, self.at)

    def heard(self, number: int = 1) -> CaseId:
        """A case whose time to object is over."""
        case = self.case(number)
        self.notice(case)
        self.deliver(case)
        self.later(days=16)
        return case

    def open(self, case: CaseId, person: str) -> Dossier:
        return adjudicate.open_dossier(self.desk, hand(person), self.content(case), self.at)

    def first(
        self, case: CaseId, person: str = "officer-one", outcome: str = "list"
    ) -> tuple[Event, ...]:
        dossier = self.open(case, person)
        self.later(minutes=3)
        verdict = Verdict(outcome, REASONS)  # type: ignore[arg-type]
        return adjudicate.decide_first(self.desk, hand(person), dossier, verdict, self.at)

    def second(
        self, case: CaseId, person: str = "officer-two", outcome: str = "list"
    ) -> tuple[Event, ...]:
        dossier = self.open(case, person)
        self.later(minutes=3)
        verdict = Verdict(outcome, REASONS)  # type: ignore[arg-type]
        return adjudicate.decide_second(self.desk, hand(person), dossier, verdict, self.at)

    def review(self, case: CaseId, person: str, outcome: str) -> tuple[Event, ...]:
        dossier = self.open(case, person)
        self.later(minutes=3)
        verdict = Verdict(outcome, REASONS)  # type: ignore[arg-type]
        return adjudicate.review(self.desk, hand(person), dossier, verdict, self.at)

    def in_effect(self, number: int = 1) -> CaseId:
        case = self.heard(number)
        self.first(case)
        self.second(case)
        pass_time(self.desk, self.at)
        return case


def enrolment(account: str, **changes: object) -> Enrolment:
    natural, role, authority = STAFF.get(account, ("n-new", "officer", OFFICE))
    parts: dict[str, object] = {
        "person": PersonId(account),
        "natural": natural,
        "role": role,
        "authority": authority,
        "key": key_of(account).public,
    }
    return Enrolment(**(parts | changes))  # type: ignore[arg-type]


def said(record: RecordId) -> RecordSaid:
    return RecordSaid(
        record=record,
        title=Text(zh="食品安全行政处罚", en="Food-safety penalty"),
        authority=Text(zh="临禾市市场监督管理局", en="Linhe market bureau"),
        document="临市监罚〔2026〕7号",
        decided_on=day("2026-01-20"),
        article="第一百二十三条",
        values=(Said(Text(zh="罚款金额", en="Fine"), "120000.00", "双公示!K14"),),
    )
