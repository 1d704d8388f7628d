"""Receive a delivery: guard, read, admit, store, and only then hand out the receipt.

The order of writes: sealed bytes and held rows, evidence segment, receipt, the ledger's event that
points to all of them, the answer. A crash before the event leaves files that no event names, which
the next delivery or ``evenhand check`` finds; a crash after it leaves everything. Delivering the same
file again changes nothing and returns the same receipt.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evenhand.cases.case import Cause
from evenhand.cases.passing_time import reconsidered
from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.collector import collector_resting
from evenhand.kernel.errors import Conflict, DeliveryRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import DeliveryId, PersonId, RecordId, RecordType, SchemeId, SourceId
from evenhand.kernel.periods import Clocks, Moment
from evenhand.kernel.text import Text
from evenhand.keys.sealing import seal
from evenhand.keys.vault import Chance
from evenhand.pipeline.consequences import Change, consequences
from evenhand.pipeline.debtors import changed_by
from evenhand.pipeline.door import (
    clerk_who_signed,
    name_to_read_by,
    record_refusal,
    refuse_numbered_sheets,
    refuse_retired,
    refuse_undone,
)
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.living_on import Lives, ended_by, follows_from, lives_of
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.paper_consents import consents_entered
from evenhand.pipeline.residents import kept_for
from evenhand.pipeline.storing import Storing, evidence_rows
from evenhand.records.admit import admit
from evenhand.records.context import AdmissionContext, Known
from evenhand.records.held import SETTLED, replaceable
from evenhand.records.receipt import receipt_of
from evenhand.records.statement import Admission
from evenhand.relational.durable import write_durably
from evenhand.relational.facts import standing_on
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.register import Register
from evenhand.relational.segment import EvidenceRow, Segment
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import Scheme
from evenhand.sources.contract import Contract
from evenhand.sources.delivery import Delivery
from evenhand.sources.receive import Clerk, digest_of, take


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file at the door: for which source, what it is called, its bytes, who signed its digest."""

    source: SourceId
    name: str
    data: bytes
    clerk: PersonId
    signature: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """A delivery that was taken.

    Attributes:
        receipt: What the clerk gets, as it was written.
        findings: Every finding, for the marked-up copy; never kept.
        again: True when the same file had been delivered before; nothing changed.
    """

    delivery: DeliveryId
    source: SourceId
    name: str
    receipt: Mapping[str, Json]
    findings: tuple[Finding, ...]
    opened: Delivery | None
    again: bool

    @property
    def rows(self) -> int:
        """Rows of the file."""
        return sum(self.fates.values())

    @property
    def fates(self) -> Counter[str]:
        """Rows by what became of them, as the receipt says it."""
        counts = self.receipt["counts"]
        return Counter(
            {str(k): int(str(v)) for k, v in counts.items() if k != "rows"}
            if isinstance(counts, Mapping)
            else {}
        )

    @property
    def held_by_code(self) -> Counter[str]:
        """How often each kind of finding held a row."""
        return Counter(f.kind.code for f in self.findings if f.kind.weight == "holds")


def receive_delivery(opened: Opened, incoming: Incoming, at: Moment, chance: Chance) -> Taken:
    """Receive one delivery.

    Raises:
        DeliveryRefused: When the file is refused whole; its digest and the reasons are recorded.
        NotPermitted: When the signer is no clerk of the source's authority.
    """
    with opened.register.lock():
        knowledge = opened.knowledge()
        contract = opened.contract(incoming.source, knowledge)
        delivery = DeliveryId.of(digest_of(incoming.data))
        clerk = _clerk(opened, incoming, contract, at)
        if delivery in knowledge.deliveries:
            _refuse_other_source(knowledge.deliveries[delivery].source, incoming)
            return _again(opened, incoming, delivery)
        refuse_undone(opened, delivery)
        refuse_retired(knowledge, incoming.source)
        taken = _taken(opened, incoming, contract, at)
        with collector_resting():
            admitted = _admitted(opened, taken, knowledge, (at, chance))
            _write(opened, incoming, taken, admitted, (clerk, at, chance))
        admission = admitted.admission
        receipt = json.loads(opened.register.receipt_path(delivery).read_bytes())
    findings = (*admission.findings, *(f for fate in admission.fates for f in fate.findings))
    return Taken(delivery, contract.source, incoming.name, receipt, findings, taken, False)


def _clerk(opened: Opened, incoming: Incoming, contract: Contract, at: Moment) -> Clerk:
    """Who signed; in a register of study nobody has to."""
    if opened.register.settings.kind == "reproduction":
        key = opened.register.settings.auditor
        return Clerk(incoming.clerk, contract.authority, key)
    signed = (digest_of(incoming.data), contract)
    return clerk_who_signed(opened.desk, incoming.clerk, incoming.signature, signed, at)


def _taken(opened: Opened, incoming: Incoming, contract: Contract, at: Moment) -> Delivery:
    """Read the file; when it is refused whole, that is recorded, and nothing else of it."""
    try:
        name = name_to_read_by(incoming.name, contract)
        taken = take(incoming.data, name, contract, at)
        refuse_numbered_sheets(taken)
    except DeliveryRefused as refused:
        by = (digest_of(incoming.data), incoming.clerk, at)
        record_refusal(opened, contract, refused, by)
        raise
    return taken


def _refuse_other_source(before: SourceId, incoming: Incoming) -> None:
    """One file is one delivery; another authority is shown nothing of it."""
    if before != incoming.source:
        raise Conflict(
            Text(
                zh="同样内容的文件已由另一数据源报送，不能再作为本数据源报送。",
                en="A file with the same bytes was delivered for another source; it cannot be delivered "
                "for this one too.",
            )
        )


def _again(opened: Opened, incoming: Incoming, delivery: DeliveryId) -> Taken:
    receipt = json.loads(opened.register.receipt_path(delivery).read_bytes())
    return Taken(delivery, incoming.source, incoming.name, receipt, (), None, True)


def _context(
    opened: Opened, contract: Contract, knowledge: Knowledge, at: Moment
) -> AdmissionContext:
    register, today = opened.register, opened.today(at)
    counts: dict[RecordType, set[SchemeId]] = {}
    opt_in: dict[SchemeId, Scheme] = {}
    now = {applied.scheme.scheme: applied.scheme for applied in opened.in_force(today, knowledge)}
    for made in knowledge.latest_versions(today):
        scheme = now.get(made.scheme) or opened.scheme(made)
        if scheme.participation != "opt_in":
            continue
        opt_in[scheme.scheme] = scheme
        for record_type in scheme.reads():
            counts.setdefault(record_type, set()).add(scheme.scheme)

    given, beyond = (
        kept_for(opened, opt_in, knowledge, Clocks(today, at))
        if contract.about_residents
        else (frozenset(), frozenset())
    )
    meant = {waiting: subject for waiting, subject, _ in knowledge.judged}

    def on_documents(documents: frozenset[int]) -> dict[int, list[Known]]:
        facts = standing_on(register.evidence, knowledge.segments, documents)
        return {
            document: [
                Known(
                    f.record,
                    f.type,
                    meant.get(f.subject, f.subject),
                    f.content or 0,
                    retracted or f.record in knowledge.withdrawn,
                )
                for f, retracted in there
            ]
            for document, there in facts.items()
        }

    return AdmissionContext(
        pseudonym_key=register.vault.pseudonym_key,
        document_key=register.vault.document_key,
        today=today,
        consents=given,
        beyond=beyond,
        unwanted=frozenset(knowledge.agreed.refused.values()),
        counts=counts,
        opt_in=frozenset(opt_in),
        known=on_documents,
        subject_of=register.vault.subject_of,
        holder_on=knowledge.holders.on,
        replaceable=replaceable(register.ledger.read(kinds=(SETTLED,))),
    )


@dataclass(slots=True)
class _Admitted:
    """What became of a delivery, its records turned to rows of evidence; both at once are too much.

    Attributes:
        admission: Everything but the records.
        rows: The records as rows, until they are written.
        changes: What the records do to records that were there.
        lives: What it says of subjects themselves.
        of_debtors: What a court says became of its findings: paid, paused, a plan broken.
    """

    admission: Admission
    rows: list[EvidenceRow]
    changes: Mapping[RecordId, Cause]
    of_debtors: Mapping[RecordId, Cause]
    lives: Lives


def _admitted(
    opened: Opened, taken: Delivery, knowledge: Knowledge, when: tuple[Moment, Chance]
) -> _Admitted:
    at, chance = when
    admission = admit(taken, opened.catalogue, _context(opened, taken.contract, knowledge, at))
    lives = lives_of(opened, knowledge, admission, chance)
    storing = Storing(opened.register.vault, opened.catalogue, at, chance, lives.holders.on)
    rows = evidence_rows(admission.records, storing)
    ended_by(lives, rows)
    mistaken: dict[RecordId, Cause] = dict.fromkeys(lives.mistaken, "misidentified")
    changes = mistaken | _changes(admission)
    of_debtors = {r: c for r, c in changed_by(opened, rows).items() if r not in changes}
    return _Admitted(replace(admission, records=()), rows, changes, of_debtors, lives)


def _write(
    opened: Opened,
    incoming: Incoming,
    taken: Delivery,
    admitted: _Admitted,
    by: tuple[Clerk, Moment, Chance],
) -> None:
    """Write everything, the event that points to it last."""
    clerk, at, chance = by
    register, admission = opened.register, admitted.admission
    held = _seal_bytes(opened, incoming, taken, admission, chance)
    written = _evidence_of(register, admitted.rows) if admitted.rows else None
    admitted.rows.clear()
    consents = consents_entered(opened, opened.knowledge(), taken, admission.consents, chance)
    receipt = receipt_of(taken, admission, opened.catalogue, opened.calendar)
    data = canonical(receipt)
    write_durably(register.receipt_path(taken.delivery), data)
    body: dict[str, Json] = {
        "delivery": taken.delivery,
        "source": taken.contract.source,
        "digest": taken.digest,
        "name": "" if taken.contract.about_residents else taken.workbook.name,
        "format": taken.workbook.format,
        "clerk": clerk.person,
        "signature_of_digest": incoming.signature.hex(),
        "receipt": hashlib.sha256(data).hexdigest(),
        "segments": [] if written is None else [written.name],
        **held,
        **_sums(receipt),
    }
    once = (f"delivery:{taken.delivery}",)
    pointer = Draft("delivery.received", taken.delivery, SYSTEM, body, once=once)
    drafts = [pointer, *consents, *_conflicts(taken, admission)]
    with opened.desk.transaction(at) as transaction:
        change = Change(dict(admitted.changes), pointer.kind, by_person=False)
        follows = consequences(opened, opened.knowledge(), change, at)
        debtors = admitted.of_debtors
        of_court = reconsidered(opened.desk, debtors, at) if debtors else ()
        changed = (*follows.drafts, *of_court)
        lived = follows_from(opened, admitted.lives, taken.delivery, changed, at)
        transaction.append([*drafts, *changed, *lived])


def _evidence_of(register: Register, rows: Sequence[EvidenceRow]) -> Segment:
    keys = register.vault.keys_of({row.subject for row in rows})
    return register.evidence.write(rows, keys.__getitem__)


def _sums(receipt: Mapping[str, Json]) -> dict[str, Json]:
    counts, sheets = receipt["counts"], receipt["sheets"]
    whole = dict(counts) if isinstance(counts, Mapping) else {}
    return {**whole, "sheets": sheets, "quality": receipt["quality"]}


def _seal_bytes(
    opened: Opened, incoming: Incoming, taken: Delivery, admission: Admission, chance: Chance
) -> dict[str, Json]:
    """Seal the file until every row is settled; one that names people is never kept.

    Returns:
        SHA-256 of the sealed rows that wait, and of the sealed file where it is kept, in hexadecimal.
    """
    register, delivery = opened.register, taken.delivery
    if not admission.held:
        return {}
    key = register.vault.delivery_key(delivery, chance)
    rows: list[Json] = [
        {"sheet": h.sheet, "row": h.row, "cells": [[f, c, t] for f, c, t in h.cells]}
        for h in admission.held
    ]
    sealed = seal(key, canonical(rows), f"held {delivery}".encode())
    write_durably(register.held_path(delivery), sealed)
    digests: dict[str, Json] = {"held_digest": hashlib.sha256(sealed).hexdigest()}
    if not taken.names_people:
        whole = seal(key, incoming.data, f"delivery {delivery}".encode())
        write_durably(register.delivery_path(delivery), whole)
        digests["kept_digest"] = hashlib.sha256(whole).hexdigest()
    return digests


def _changes(admission: Admission) -> dict[RecordId, Cause]:
    """What the delivery does to records that were there: cases that rest on them change with it."""
    changes: dict[RecordId, Cause] = {
        conflict.record: "doubted" for conflict in admission.conflicts
    }
    for record in admission.records:
        if record.supersedes is not None:
            changes[record.supersedes] = "retracted" if record.retracts else "corrected"
    return changes


@enforces("RF-16")
def _conflicts(taken: Delivery, admission: Admission) -> list[Draft]:
    """Both sides of a conflict count against nobody until a person settles it."""
    return [
        Draft(
            "document.conflict",
            taken.delivery,
            SYSTEM,
            {
                "records": [str(conflict.record)],
                "delivery": taken.delivery,
                "sheet": conflict.sheet,
                "row": conflict.row,
            },
        )
        for conflict in admission.conflicts
    ]
