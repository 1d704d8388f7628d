"""Take rows out of the evidence for good: of subjects who are erased, of records whose time is over.

The order is: keys and identifiers are destroyed, segments are written again without the rows, one
event ``evidence.rewritten`` puts them in the place of the old ones, the old files go. Whatever is
killed in between is completed by the next call, because the vault says who is erased and the ledger
which segments were replaced. Events, receipts and published editions stay as they are; they hold
numbers and digests over sealed bytes, and reveal nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.relational.compaction import clear
from evenhand.relational.events import SYSTEM, Draft
from evenhand.relational.live import (
    LIVE_KINDS,
    LiveDelivery,
    live_deliveries,
    not_undone,
    rewritings,
    segments_of,
    sharing,
)
from evenhand.relational.register import Register


def erase(register: Register, subjects: Collection[SubjectId], at: Moment) -> int:
    """Erase subjects; the caller holds the register's lock.

    Args:
        register: The register.
        subjects: Whom; with them the numbers under which records of theirs waited for them.
        at: Now.

    Returns:
        How many rows were taken out.

    Raises:
        Conflict: When another process reads the vault just now; to be called again.
        EvenhandError: When the disk did not keep it; to be called again.
    """
    register.vault.destroy(*subjects)
    return take_out(register, at)


def take_out(register: Register, at: Moment, records: Collection[RecordId] = ()) -> int:
    """Take out the rows of all erased subjects, and records besides; the caller holds the lock.

    They are taken out of deliveries that were undone too.

    Args:
        register: The register.
        at: Now.
        records: Records whose retention is over.

    Returns:
        How many rows were taken out; 0 when there was nothing to do.

    Raises:
        EvenhandError: When the disk did not keep it; to be called again.
    """
    events = list(register.ledger.read(kinds=LIVE_KINDS))
    ever = live_deliveries(not_undone(events))
    erased = [s for s, length in register.vault.key_lengths().items() if length is None]
    replaced = _replaced(register, ever, erased, records)
    if replaced:
        body: dict[str, Json] = {"replaced": replaced}
        events += register.ledger.append(
            [Draft("evidence.rewritten", "evidence", SYSTEM, body)], at
        )
    clear(register, events)
    return sum(change.rows for event in events[-1:] if replaced for change in rewritings(event))


def _replaced(
    register: Register,
    ever: Mapping[str, LiveDelivery],
    subjects: Collection[SubjectId],
    records: Collection[RecordId],
) -> list[Json]:
    changes: list[Json] = []
    if not subjects and not records:
        return changes
    for name in segments_of(ever.values()):
        new, gone = register.evidence.without(name, subjects, records)
        if gone:
            change: dict[str, Json] = {"old": name, "new": new.name if new else None}
            change["rows"] = sum(gone.values())
            if len(sharing(ever.values(), [name])) > 1:
                change["deliveries"] = {**gone}
            changes.append(change)
    return changes
