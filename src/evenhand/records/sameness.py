"""Hold rows against each other and against earlier records of the same document.

What it guards: one document about one subject is recorded once, whatever it is delivered in. What it
does not do: it settles no conflict; a person does. Rules, in order:

1. Rows of one delivery that say the same are one: the first stays, the others are repeats.
2. Rows of one delivery that say different things of one document and subject are all held, and an
   earlier record of it is in doubt.
3. A row that says what an earlier record says is a repeat; one that says something else is held, and
   the earlier record is in doubt from then on (RF-16), unless a person has found it wrong already.
4. A record that a correction took away is never brought back by the same document.
5. Of a type that a document may have several records of, such as payments, those that differ are several.

Of a residents' source rules 3 and 4 are never told: whether an earlier row was kept is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evenhand.kernel.ids import RecordId, RecordType, SubjectId
from evenhand.records.context import AdmissionContext, Known, waiting_value
from evenhand.records.document_findings import (
    DOC_CONFLICT,
    DOC_CONFLICT_INSIDE,
    DOC_KNOWN,
    DOC_REPEAT,
    DOC_RETRACTED,
)
from evenhand.records.row_reading import RowReading

Who: TypeAlias = tuple[str, str]
"""Scheme and identifier; for a row without one, an empty scheme and the name."""


@dataclass(slots=True)
class Weighed:
    """A row that could be stored, while it is held against others.

    Attributes:
        key: Keyed number of its document.
        content: Keyed number of what it says.
        repeat: True when it says what another row or record says.
        torn: True when another row of the delivery says something else of the document.
        conflicts: Earlier records that say something else.
        supersedes: The record whose place it takes.
        unspoken: True when what became of it must not be told to its source.
        several: True for a type of which one document may have several records.
    """

    reading: RowReading
    key: int
    content: int
    who: Who
    waits: bool
    repeat: bool = False
    torn: bool = False
    conflicts: tuple[RecordId, ...] = ()
    supersedes: RecordId | None = None
    retracts: bool = False
    unspoken: bool = False
    several: bool = False

    @property
    def type(self) -> RecordType:
        """The record type of its sheet."""
        return self.reading.rule.record

    @property
    def stands(self) -> bool:
        """Say whether it may still become a record."""
        free = not (self.repeat or self.conflicts or self.unspoken)
        return free and self.reading.notes.fate == "stored"


def mark_repeats(rows: Sequence[Weighed]) -> None:
    """Mark rows of one delivery that repeat or contradict each other."""
    groups: dict[tuple[int, RecordType, Who, int], list[Weighed]] = {}
    for row in rows:
        own = row.content if row.several else 0
        groups.setdefault((row.key, row.type, row.who, own), []).append(row)
    for group in groups.values():
        if len(group) == 1:
            continue
        if len({row.content for row in group}) == 1:
            for row in group[1:]:
                row.repeat = True
                row.reading.notes.find(DOC_REPEAT, other=_said(group[0], row))
        else:
            for row in group:
                row.torn = True
                others = next(other for other in group if other.content != row.content)
                row.reading.notes.find(DOC_CONFLICT_INSIDE, other=_said(others, row))


def _said(other: Weighed, beside: Weighed) -> str:
    """Name another row, with its sheet where it stands in another one."""
    notes = other.reading.notes
    same = notes.sheet == beside.reading.notes.sheet
    return str(notes.row) if same else f"{notes.sheet}!{notes.row}"


def mark_known(
    rows: Iterable[Weighed], known: Mapping[int, Sequence[Known]], context: AdmissionContext
) -> None:
    """Mark rows that repeat or contradict a record of an earlier delivery."""
    for row in rows:
        if not (row.stands or row.torn):
            continue
        earlier = [k for k in known.get(row.key, ()) if k.type == row.type]
        subject = subject_of(row, context) if earlier else None
        same = [k for k in earlier if k.subject == subject]
        if row.several:
            same = [k for k in same if k.content == row.content]
        if row.torn:
            row.conflicts = tuple(k.record for k in same if not k.retracted)
        elif same and all(k.record in context.replaceable and not k.retracted for k in same):
            row.supersedes = same[-1].record
        elif same:
            _mark(row, same)


def _mark(row: Weighed, same: Sequence[Known]) -> None:
    """Mark a row about the document and subject of earlier records, and say so where it may be said."""
    notes = row.reading.notes
    retracted = any(k.retracted for k in same)
    row.repeat = retracted or any(k.content == row.content for k in same)
    row.unspoken = notes.quiet
    if not row.repeat:
        row.conflicts = tuple(k.record for k in same)
    if not notes.quiet:
        known = DOC_RETRACTED if retracted else DOC_KNOWN
        notes.find(known if row.repeat else DOC_CONFLICT, read=same[0].record)


def subject_of(row: Weighed, context: AdmissionContext) -> SubjectId | None:
    """The number of the row's subject, or the one under which it would wait."""
    named = row.reading.named
    if row.waits or named is None:
        scheme, value = row.who
        return context.subject_of("waiting", waiting_value(row.key, row.type, scheme, value))
    number = context.subject_of(named.scheme, named.value)
    happened = row.reading.happened
    if number is None or happened is None:
        return number
    return context.holder_on(number, happened)
