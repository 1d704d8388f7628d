"""What admission has to know beside the delivery: keys, consents, and what is known already."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from evenhand.kernel.ids import RecordId, RecordType, SchemeId, SubjectId
from evenhand.kernel.periods import Day
from evenhand.records.statement import FieldValue


@dataclass(frozen=True, slots=True)
class Known:
    """A record of an earlier delivery, as far as a new row is held against it.

    Attributes:
        subject: Its subject's number, or the one under which it waits.
        content: What ``content_of`` says of it.
        retracted: True when a correction took it away; the same document does not bring it back.
    """

    record: RecordId
    type: RecordType
    subject: SubjectId
    content: int
    retracted: bool = False


KnownDocuments: TypeAlias = Callable[[frozenset[int]], Mapping[int, Sequence[Known]]]
"""Asked once, with the keys of all documents of a delivery: which records rest on each, corrections
and retracted ones too. Left out are those in whose place a later record of the same type stands, and
those of deliveries that were undone."""

SubjectOf: TypeAlias = Callable[[str, str], SubjectId | None]
"""The number of a subject by scheme of identifiers and identifier, if it has one."""


def nothing_known(documents: frozenset[int]) -> Mapping[int, Sequence[Known]]:
    """Answer of a register that holds no record."""
    return dict.fromkeys(documents, ())


HolderOn: TypeAlias = Callable[[SubjectId, Day], SubjectId]
"""Whose a code was on a day, given whose it was first: a code can be issued again."""


def first_holder(subject: SubjectId, on: Day) -> SubjectId:  # noqa: ARG001
    """Answer of a register in which no code was ever issued again."""
    return subject


def nobody_known(scheme: str, value: str) -> SubjectId | None:  # noqa: ARG001
    """Answer of a register that knows nobody."""
    return None


@dataclass(frozen=True, slots=True)
class AdmissionContext:
    """What the register knows when a delivery comes in.

    Attributes:
        pseudonym_key: Turns residents' numbers into pseudonyms.
        document_key: Numbers documents.
        today: The register's day.
        consents: Pairs of pseudonym and scheme for which a consent is in force.
        beyond: Pseudonym, scheme and type: what a scheme counts now and that consent does not cover.
        unwanted: Keyed numbers of documents whose records their subjects refused.
        counts: Which opt-in schemes count which record types.
        opt_in: Schemes that a resident may consent to.
        known: Records that stand on given documents.
        subject_of: Numbers of subjects.
        holder_on: Whose a reissued code was on a day.
        replaceable: Records that a person has found wrong, and whose place the next row about the
            same document takes.
    """

    pseudonym_key: bytes
    document_key: bytes
    today: Day
    consents: Set[tuple[str, SchemeId]] = frozenset()
    beyond: Set[tuple[str, SchemeId, RecordType]] = frozenset()
    unwanted: Set[int] = frozenset()
    counts: Mapping[RecordType, Set[SchemeId]] = field(default_factory=dict)
    opt_in: Set[SchemeId] = frozenset()
    known: KnownDocuments = nothing_known
    subject_of: SubjectOf = nobody_known
    holder_on: HolderOn = first_holder
    replaceable: Set[RecordId] = frozenset()


def content_of(
    happened: Day,
    ends: Day | None,
    graded: tuple[str | None, str | None],
    values: Mapping[str, FieldValue],
    key: bytes,
) -> int:
    """Number what a record says, with a key: 63 bits, equal for equal content, mute about it.

    Args:
        happened: Day of the event.
        ends: Day after the last, if limited.
        graded: Severity and kind.
        values: Scored fields.
        key: The key that numbers documents.
    """
    parts = [happened.isoformat(), ends.isoformat() if ends else "", *(g or "" for g in graded)]
    parts += [f"{name}={type(values[name]).__name__}:{values[name]}" for name in sorted(values)]
    made = hmac.digest(key, ("content\x1e" + "\x1f".join(parts)).encode(), "sha256")
    return int.from_bytes(made[:8]) >> 1


def waiting_value(document: int, record_type: RecordType, scheme: str, value: str) -> str:
    """Name the place under which a record waits for its identity; the same for the same row again.

    Args:
        document: Keyed number of its document.
        record_type: Its type.
        scheme: Scheme of the identifier that is not sure; empty where there is none.
        value: The identifier as typed; the subject's name where there is none.
    """
    return "\x1f".join((str(document), record_type, scheme, value))
