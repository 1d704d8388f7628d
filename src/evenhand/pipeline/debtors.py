"""Judgment debtors: what a court found about residents, and what became of it since (RF-3).

A finding that still stands and that nothing pauses is a ground for a case of kind ``court``. A payment,
a stay or a plan that comes in later changes the case in the transaction that takes it in. No scheme
has a part in this: nothing is counted, nobody is scored.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence

from evenhand.cases.case import Cause, Ruling
from evenhand.cases.kinds import pausing
from evenhand.cases.propose import Proposable, Terms
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import RecordId, RecordType, SchemeId
from evenhand.kernel.periods import Day, Span
from evenhand.pipeline.dossiers import open_records
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import (
    RecordFacts,
    corrections_of,
    records_of_types,
    values_of,
)
from evenhand.relational.segment import EvidenceRow
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import CourtRegister


@enforces("RF-3")
def debtors(opened: Opened, knowledge: Knowledge) -> list[Proposable]:
    """Findings of courts on which no case rests yet, with the terms of their registers.

    A ruling that lacks something is handed on as it is: the core refuses it in words.
    """
    since = _public_since(opened)
    found: list[Proposable] = []
    for register in opened.catalogue.court_registers.values():
        became = _became(opened, knowledge, register)
        free = [
            facts
            for facts in _standing(opened, knowledge, register.finding)
            if not _over_or_paused(became.get(facts.record, ()))
        ]
        found += _proposable(opened, knowledge, register, free, since)
    return found


def what_became_of_findings(opened: Opened, knowledge: Knowledge) -> dict[RecordId, Cause]:
    """For each finding that a court took back or paused: the last that became of it."""
    found: dict[RecordId, Cause] = {}
    for register in opened.catalogue.court_registers.values():
        for record, causes in _became(opened, knowledge, register).items():
            found[record] = "settled" if "settled" in causes else causes[-1]
    return found


def _over_or_paused(causes: Sequence[Cause]) -> bool:
    return "settled" in causes or bool(pausing(causes))


def changed_by(opened: Opened, rows: Iterable[EvidenceRow]) -> dict[RecordId, Cause]:
    """What rows that come in now do to findings on which a case rests (E5)."""
    causes = {
        kind: cause
        for register in opened.catalogue.court_registers.values()
        for kind, cause in _causes(register).items()
    }
    came = [row for row in rows if row.scored["type"] in causes]
    if not came:
        return {}
    opened.desk.catch_up()
    rests_on = {
        (state.facts.subject, document): state.facts.records
        for state in opened.desk.states.values()
        if state.facts.kind == "court"
        for document in state.facts.documents
    }
    changes: dict[RecordId, Cause] = {}
    for row in sorted(came, key=lambda r: str(r.scored["happened"])):
        cause = causes[RecordType(str(row.scored["type"]))]
        for record in rests_on.get((row.subject, int(str(row.scored["document"]))), ()):
            _note(changes, record, cause)
    return changes


def _note(changes: dict[RecordId, Cause], record: RecordId, cause: Cause) -> None:
    """Keep what became of a finding last; what is paid stays paid."""
    if changes.get(record) != "settled":
        changes[record] = cause


def _causes(register: CourtRegister) -> dict[RecordType, Cause]:
    return {
        register.paid: "settled",
        register.part_payment: "part_payment",
        register.stay: "stay",
        register.payment_plan: "payment_plan",
        register.plan_broken: "plan_broken",
        **({register.stay_lifted: "stay_lifted"} if register.stay_lifted else {}),
    }


def _standing(opened: Opened, knowledge: Knowledge, kind: RecordType) -> list[RecordFacts]:
    """Findings that no correction took away or replaced."""
    store = opened.register.evidence
    there = records_of_types(store, knowledge.segments, [kind])
    gone = corrections_of(store, knowledge.segments, [facts.record for facts in there])
    return [facts for facts in there if facts.record not in gone and not facts.waits]


def _became(
    opened: Opened, knowledge: Knowledge, register: CourtRegister
) -> dict[RecordId, list[Cause]]:
    """Everything that a court's records say of each finding; they come in order, then by day."""
    causes, store = _causes(register), opened.register.evidence
    later = records_of_types(store, knowledge.segments, list(causes))
    if not later:
        return {}
    findings = {
        (facts.subject, facts.document): facts.record
        for facts in records_of_types(store, knowledge.segments, [register.finding])
    }
    order = {delivery: n for n, delivery in enumerate(knowledge.deliveries)}
    changes: dict[RecordId, list[Cause]] = {}
    for facts in sorted(later, key=lambda f: (order[f.delivery], f.happened)):
        record = findings.get((facts.subject, facts.document))
        if record is not None:
            changes.setdefault(record, []).append(causes[facts.type])
    return changes


def _proposable(
    opened: Opened,
    knowledge: Knowledge,
    register: CourtRegister,
    findings: Sequence[RecordFacts],
    since: Day | None,
) -> list[Proposable]:
    grounds = {facts.record: _ground(register, facts) for facts in findings}
    fresh = [f for f in findings if grounds[f.record].case_id() not in opened.desk.states]
    rulings = _rulings(opened, knowledge, register, fresh)
    return [
        (
            grounds[facts.record],
            Terms(
                authority=register.court,
                subjects=opened.register.vault.identifier_of(facts.subject)[2],
                public_since=since,
                objection_days=register.objection_days,
                lasts=Span(register.lasts_months, "month"),
                ruling=rulings.get(facts.record),
            ),
        )
        for facts in fresh
    ]


def _ground(register: CourtRegister, facts: RecordFacts) -> Ground:
    return Ground(
        subject=facts.subject,
        list=register.register,
        kind="court",
        scheme=SchemeId(register.register),
        version=register.version,
        rule=1,
        records=(facts.record,),
        documents=() if facts.document is None else (facts.document,),
        met_on=facts.happened,
    )


def _rulings(
    opened: Opened,
    knowledge: Knowledge,
    register: CourtRegister,
    findings: Sequence[RecordFacts],
) -> Mapping[RecordId, Ruling]:
    """The ruling behind each finding; one that does not say since when it is final has none."""
    store, records = opened.register.evidence, [facts.record for facts in findings]
    final = values_of(store, knowledge.segments, records, register.final_on)
    able = values_of(store, knowledge.segments, records, register.able)
    sealed = open_records(opened, knowledge, records)
    rulings = {}
    for facts in findings:
        on = final.get(facts.record)
        if isinstance(on, Day) and facts.record in sealed:
            key = opened.register.vault.key_of(facts.subject)
            number = str(sealed[facts.record].sealed.get("document", "")).strip()
            docket = hmac.new(key, f"docket\x1f{number}".encode(), hashlib.sha256).hexdigest()
            rulings[facts.record] = Ruling(
                facts.authority, docket if number else "", on, able.get(facts.record) is True
            )
    return rulings


def _public_since(opened: Opened) -> Day | None:
    """Since when the catalogue, which names the registers, is that of this register (RF-13)."""
    for event in opened.register.ledger.read(kinds=("catalogue.set",)):
        return opened.today(event.at)
    return None
