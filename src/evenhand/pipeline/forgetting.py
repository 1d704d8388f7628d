"""What the register no longer may hold: whoever left, what was refused, records whose retention is over.

It is done at the beginning of each day's run. A resident who withdrew their last consent is erased:
keys, identifier and rows; of one who keeps another consent, or about whom a court has ruled (RF-3),
the records go that nothing else covers. So is whoever was entered from a form that no second clerk
confirmed in time. Whatever is killed in between the next run completes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.pipeline.consenting import CONFIRM_WITHIN
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.letters import clear_letters
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.residents import Numbers, covered
from evenhand.records.admit import is_court_ruling
from evenhand.relational.erasure import erase, take_out
from evenhand.relational.facts import facts_of, records_about, records_over
from evenhand.relational.live import LIVE_KINDS, live_segments, not_undone
from evenhand.rights.floor import enforces


@enforces("RF-1", "RF-12")
def forget(opened: Opened, knowledge: Knowledge, at: Moment) -> int:
    """Forget what is due; the caller holds the register's lock.

    Returns:
        How many rows of evidence were taken out.
    """
    register = opened.register
    gone, left_over = _leavers(opened, knowledge, at)
    ever = live_segments(not_undone(register.ledger.read(kinds=LIVE_KINDS)))
    over = records_over(register.evidence, ever, opened.today(at))
    refused = facts_of(register.evidence, ever, knowledge.agreed.refused)
    erased = erase(register, gone, at) if gone else 0
    clear_letters(opened)
    records = [*over, *left_over, *refused]
    return erased + (take_out(register, at, records) if records else 0)


def _leavers(
    opened: Opened, knowledge: Knowledge, at: Moment
) -> tuple[list[SubjectId], list[RecordId]]:
    """Whom nothing covers any more; and records of others that no consent covers any more."""
    numbers = Numbers(opened.register.vault)
    kept = _covered_of(opened, knowledge, numbers)
    persons = {person for person, _ in knowledge.agreed.left}
    left = {subject for person in persons if (subject := numbers.of(person)) is not None}
    for subject in _entered(knowledge, numbers, at):
        kept.setdefault(subject, frozenset())
    stray = numbers.pseudonyms.keys() - kept.keys()
    types = _types_about(opened, knowledge, {*left, *stray})
    bound = {state.facts.subject for state in opened.desk.states.values()}
    gone: list[SubjectId] = []
    records: list[RecordId] = []
    for subject in sorted({*left, *stray}):
        ruled = {r for r, kind in types[subject].items() if _is_ruling(opened, kind)}
        if subject in kept or subject in bound or ruled:
            fit = kept.get(subject, frozenset())
            records += [
                r for r, kind in types[subject].items() if r not in ruled and kind not in fit
            ]
        else:
            gone.append(subject)
    return gone, records


def _covered_of(
    opened: Opened, knowledge: Knowledge, numbers: Numbers
) -> dict[SubjectId, frozenset[RecordType]]:
    """What each resident's consents cover; those who said the same yes share one set in memory."""
    alike: dict[tuple[object, ...], frozenset[RecordType]] = {}
    kept: dict[SubjectId, frozenset[RecordType]] = {}
    for consent in knowledge.consents.values():
        subject = numbers.of(consent.person)
        if subject is None or consent.withdrawn is not None:
            continue
        said = (consent.scheme, consent.version, consent.also, opened.today(consent.known))
        if said not in alike:
            alike[said] = covered(opened, consent, knowledge)
        before = kept.get(subject)
        kept[subject] = alike[said] if before is None else before | alike[said]
    return kept


def _types_about(
    opened: Opened, knowledge: Knowledge, subjects: Collection[SubjectId]
) -> dict[SubjectId, dict[RecordId, RecordType]]:
    """The records about some residents, with their types."""
    about: dict[SubjectId, dict[RecordId, RecordType]] = defaultdict(dict)
    for facts in records_about(opened.register.evidence, knowledge.segments, subjects):
        about[facts.subject][facts.record] = facts.type
    return about


@enforces("RF-3")
def _is_ruling(opened: Opened, kind: RecordType) -> bool:
    """A court's ruling stands without consent, and nobody leaves it by leaving a scheme."""
    return is_court_ruling(opened.catalogue.types[kind], opened.catalogue)


def _entered(knowledge: Knowledge, numbers: Numbers, at: Moment) -> Iterable[SubjectId]:
    """Residents whose form can still be confirmed."""
    for entries in knowledge.agreed.entered.values():
        for one in entries:
            subject = numbers.of(one.consent.person)
            if subject is not None and at < one.consent.known + CONFIRM_WITHIN:
                yield subject
