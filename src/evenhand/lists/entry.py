"""The noun Entry: one subject on one list, from a day to a day, by one decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.grounds import ListKind
from evenhand.kernel.ids import (
    AuthorityId,
    CaseId,
    EntryId,
    ListId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Day, Days
from evenhand.schemes.scheme import Article, Repair


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject on one list, with everything that the list's rule gave it when it was decided.

    Attributes:
        subjects: What kind of subject the scheme is about, such as ``enterprise``.
        version: The version of the scheme by which it was decided; a later one changes nothing.
        authority: Whose officers decided.
        legal_basis: Of the list.
        term: From the day of effect up to, not including, the day after the last.
        decided_on: Day of the last decision that it needed.
        decisions: Numbers of the decisions' events in the ledger, in order.
        records: The records that it rests on.
        measures: What it may lead to, names of the catalogue.
        purposes: What it may be used for, names of the catalogue (RF-7).
        repair: How it can end early; None where the rule gives no way.
        visibility: ``public``, or ``purpose`` for entries that answer look-ups only.
    """

    entry: EntryId
    case: CaseId
    subject: SubjectId
    subjects: str
    list: ListId
    kind: ListKind
    topic: str
    scheme: SchemeId
    version: str
    authority: AuthorityId
    legal_basis: tuple[Article, ...]
    term: Days
    decided_on: Day
    decisions: tuple[int, ...]
    records: tuple[RecordId, ...]
    measures: tuple[str, ...]
    purposes: tuple[str, ...]
    repair: Repair | None
    visibility: Literal["public", "purpose"]
