"""Subjects live on, or end: what a delivery says of who somebody is, and what follows at once.

A subject that is struck off, merges into another or dies has all its entries and cases ended in the
transaction that learns of it. A code that is issued again begins a new subject: the old one keeps its
past; a record of the new holder's time that was put down to the old one counts for neither until it
is delivered again. Whoever died takes part in nothing any more. No case is opened against whoever is
no more, whatever is delivered later. A new name changes a name. Nothing passes to a successor (RF-9).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from evenhand.cases.commands import Gone
from evenhand.cases.succession import ceased
from evenhand.identity.holders import Holders, value_of_holder
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import DeliveryId, RecordId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.keys.vault import Chance
from evenhand.pipeline.consenting import names_of, schemes_of
from evenhand.pipeline.dossiers import CHANGE
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.records.statement import Admission, Record
from evenhand.relational.facts import records_about
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.segment import EvidenceRow
from evenhand.rights.floor import enforces

_ENDS: Final = frozenset({"deregistered", "merged_into"})


@dataclass(slots=True)
class Lives:
    """What a delivery says of subjects themselves.

    Attributes:
        holders: Whose each code was, codes that this delivery issues again among them.
        gone: Subjects that are no more, and why.
        mistaken: Records of a new holder's time that were put down to the old one.
        drafts: Events that say which codes were issued again.
    """

    holders: Holders
    gone: dict[SubjectId, Gone] = field(default_factory=dict)
    mistaken: list[RecordId] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)


@enforces("RF-9")
def lives_of(opened: Opened, knowledge: Knowledge, admission: Admission, chance: Chance) -> Lives:
    """Read what admitted rows say of subjects, before their records get a subject.

    A row whose identity waits says nothing yet.
    """
    vault = opened.register.vault
    lives = Lives(knowledge.holders)
    for death in admission.deaths:
        person = vault.subject_of("resident", death.person)
        if person is not None:
            lives.gone[person] = "deceased"
    for record in admission.records:
        says = dict(record.values).get("change") if record.type == CHANGE else None
        if says == "code_reissued" and not record.waits:
            _reissue(opened, knowledge, record, lives, chance)
    return lives


def ended_by(lives: Lives, rows: Sequence[EvidenceRow]) -> None:
    """Take in which subjects the stored rows say are no more."""
    for row in rows:
        ends = row.scored.get("type") == CHANGE and row.scored.get("f_change") in _ENDS
        if ends and not row.scored.get("waits"):
            lives.gone.setdefault(row.subject, "deregistered")


def follows_from(
    opened: Opened, lives: Lives, delivery: DeliveryId, changed: Sequence[Draft], at: Moment
) -> tuple[Draft, ...]:
    """The events to record with the delivery: reissued codes, who is no more, what ends with them.

    Args:
        opened: The register.
        lives: What the delivery says of subjects.
        delivery: The delivery itself.
        changed: What follows from it for records; a case that this ends does not end twice.
        at: The register's clock.
    """
    over = {draft.topic for draft in changed if draft.kind in ("case.closed", "case.ended")}
    ended = ceased(opened.desk, lives.gone, at)
    return (
        *lives.drafts,
        *_no_more(opened, lives, delivery, at),
        *(draft for draft in ended if draft.topic not in over),
    )


@enforces("RF-1")
def _no_more(opened: Opened, lives: Lives, delivery: DeliveryId, at: Moment) -> Iterator[Draft]:
    """Record once who is no more, and withdraw what the dead had agreed to."""
    knowledge, vault = opened.knowledge(), opened.register.vault
    today = opened.today(at).isoformat()
    for subject in sorted(lives.gone.keys() - knowledge.gone.keys()):
        why = lives.gone[subject]
        body: dict[str, Json] = {"subject": str(subject), "why": why, "delivery": delivery}
        yield Draft("subject.gone", str(subject), SYSTEM, body)
        if why != "deceased":
            continue
        for scheme in schemes_of(knowledge, vault, subject):
            named = names_of(knowledge, vault, subject, scheme)
            withdrawn: dict[str, Json] = {**named, "scheme": scheme, "since": today, "why": why}
            yield Draft("consent.withdrawn", scheme, SYSTEM, withdrawn)


def _reissue(
    opened: Opened, knowledge: Knowledge, record: Record, lives: Lives, chance: Chance
) -> None:
    named, vault = record.named, opened.register.vault
    first = None if named is None else vault.subject_of(named.scheme, named.value)
    if (
        named is None
        or first is None
        or lives.holders.on(first, record.happened) != (lives.holders.now(first))
    ):
        return
    known = [day for day, _ in lives.holders.since.get(first, ())]
    if record.happened in known:
        return
    before = lives.holders.now(first)
    value = value_of_holder(named.value, record.happened)
    enrolled = vault.enrol([(named.scheme, value, named.subject_kind)], chance)
    holder = enrolled[named.scheme, value]
    lives.holders = lives.holders.reissued(first, record.happened, holder)
    lives.gone[before] = "deregistered"
    about = records_about(opened.register.evidence, knowledge.segments, [before])
    late = [f.record for f in about if f.happened >= record.happened]
    mistaken = [number for number in late if number not in knowledge.withdrawn]
    lives.mistaken += mistaken
    body = {
        "subject": str(first),
        "holder": str(holder),
        "since": record.happened.isoformat(),
    }
    once = (f"reissued:{first}:{record.happened}",)
    lives.drafts.append(Draft("subject.code_reissued", str(first), SYSTEM, body, once=once))
    if mistaken:
        lives.drafts.append(
            Draft(
                "record.corrected",
                str(before),
                SYSTEM,
                {
                    "on": record.happened.isoformat(),
                    "records": [str(number) for number in sorted(mistaken)],
                    "outcome": "misidentified",
                    "reasons": "code_reissued",
                },
            )
        )
