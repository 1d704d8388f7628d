"""The nouns of a list: what leads to it, how long it lasts, how to leave it, what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from evenhand.kernel.grounds import ListKind
from evenhand.kernel.ids import AuthorityId, ListId, RecordType
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text
from evenhand.schemes.clause import Article, Condition, Line


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A list rule met by one record."""

    record: RecordType
    where: tuple[Condition, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class OnAccumulation:
    """A list rule met by several minor records of one kind within a time (RF-8)."""

    record: RecordType
    where: tuple[Condition, ...]
    same: str
    times: int
    within: Span
    line: Line


@dataclass(frozen=True, slots=True)
class OnGradeHeld:
    """A red-list rule: a grade held on each month day for a time, without records of some types."""

    grade: str
    during: Span
    without: tuple[RecordType, ...]
    line: Line


ListTrigger: TypeAlias = OnRecord | OnAccumulation | OnGradeHeld


@dataclass(frozen=True, slots=True)
class Repair:
    """How an organisation's entry ends early."""

    after: Span
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRule:
    """A red or black list: what leads to it, how long, for which purposes, with which measures.

    Attributes:
        objection_days: Days to object after proven delivery; never below 15 (RF-10).
        visibility: ``public`` for organisations; ``purpose`` answers look-ups only.
        decided_by: Authority whose officers decide on entries; None: the scheme's own.
        successors: True when a case of its own may be opened against a successor (RF-9).
        calendar: The shipped calendar whose working days its cases count by; empty: the scheme's.
    """

    list: ListId
    title: Text
    legal_basis: tuple[Article, ...]
    kind: ListKind
    topic: str
    enters_on: tuple[ListTrigger, ...]
    lasts: Span
    objection_days: int
    repair: Repair | None
    visibility: Literal["public", "purpose"]
    purposes: tuple[str, ...]
    measures: tuple[str, ...]
    line: Line
    decided_by: AuthorityId | None = None
    successors: bool = False
    calendar: str = ""
