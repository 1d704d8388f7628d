"""What the register no longer may hold: whoever left, and records whose retention is over.

It is done at the beginning of each day's run. A resident who withdrew their last consent is erased:
keys, identifier and rows; of one who keeps another consent the records go that no scheme they still
agree to counts (RF-1). Whatever is killed in between the next run completes.
"""

from __future__ import annotations

from collections import defaultdict

from evenhand.kernel.ids import RecordId, RecordType, SchemeId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.relational.erasure import erase, take_out
from evenhand.relational.facts import records_about, records_over
from evenhand.rights.floor import enforces


@enforces("RF-1", "RF-12")
def forget(opened: Opened, knowledge: Knowledge, at: Moment) -> int:
    """Forget what is due; the caller holds the register's lock.

    Returns:
        How many rows of evidence were taken out.
    """
    register = opened.register
    gone, left_over = _leavers(opened, knowledge)
    over = records_over(register.evidence, knowledge.segments, opened.today(at))
    erased = erase(register, gone, at) if gone else 0
    records = [*over, *left_over]
    return erased + (take_out(register, at, records) if records else 0)


def _leavers(opened: Opened, knowledge: Knowledge) -> tuple[list[SubjectId], list[RecordId]]:
    """Who withdrew their last consent; and records of others that no consent covers any more."""
    kept: dict[str, set[SchemeId]] = defaultdict(set)
    left: set[str] = set()
    for (person, scheme), consent in knowledge.consents.items():
        if consent.withdrawn is None:
            kept[person].add(scheme)
        else:
            left.add(person)
    gone: list[SubjectId] = []
    records: list[RecordId] = []
    counted = _counted(opened, knowledge)
    for person in sorted(left):
        subject = opened.register.vault.subject_of("resident", person)
        if subject is None:
            continue
        if not kept[person]:
            gone.append(subject)
            continue
        covered = set().union(*(counted[scheme] for scheme in kept[person]))
        about = records_about(opened.register.evidence, knowledge.segments, [subject])
        records += [facts.record for facts in about if facts.type not in covered]
    return gone, records


def _counted(opened: Opened, knowledge: Knowledge) -> dict[SchemeId, set[RecordType]]:
    """Which record types each public scheme looks at, in any of its versions."""
    counted: dict[SchemeId, set[RecordType]] = defaultdict(set)
    for made in knowledge.schemes.values():
        counted[made.scheme] |= opened.scheme(made).reads()
    return counted
