"""Say whom records mean, as a pure function of what they say and who is known.

Exact identifiers only: a unified social credit code, an organisation code that exactly one known or
delivered code contains, a resident's pseudonym, a foreign register's own number. Nothing is linked
by name or by likelihood. A record that is not sure waits under a number of its own, which the same
row gets again, so that a row that is delivered twice is known for a repeat.

    resolution = resolve(admission.records, vault.subject_of)
    subjects = resolution.subjects(vault.enrol(resolution.wanted, chance))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evenhand.kernel.codes import SubjectKind, organisation_code_in
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.records.context import HolderOn, first_holder, waiting_value
from evenhand.records.statement import Record
from evenhand.rights.floor import enforces

WAITING = "waiting"
"""The vault's scheme for numbers under which records wait."""

Reference: TypeAlias = tuple[str, str]
"""Scheme of identifiers and identifier."""

Wanted: TypeAlias = tuple[str, str, SubjectKind]
"""A reference that needs a number, and the kind of subject."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom records mean.

    Attributes:
        known: Records of subjects that have a number already.
        under: The reference under which each other record's subject gets its number.
        wanted: These references with their kinds, each once, in the order of the records.
        waiting: Records whose identity waits for a person.
    """

    known: Mapping[RecordId, SubjectId]
    under: Mapping[RecordId, Reference]
    wanted: tuple[Wanted, ...]
    waiting: frozenset[RecordId]

    def subjects(self, enrolled: Mapping[Reference, SubjectId]) -> dict[RecordId, SubjectId]:
        """Give each record its subject's number, once the wanted ones are enrolled.

        Raises:
            KeyError: When a wanted reference was not enrolled.
        """
        new = {record: enrolled[reference] for record, reference in self.under.items()}
        return {**self.known, **new}


@enforces("RF-9", "RF-16")
def resolve(
    records: Sequence[Record],
    subject_of: Callable[[str, str], SubjectId | None],
    holder_on: HolderOn = first_holder,
) -> Resolution:
    """Resolve the records of one delivery.

    Args:
        records: As admitted.
        subject_of: The number of a known reference.
        holder_on: Whose a reissued code was on the day of a record: the past stays with the old holder.
    """
    inside = _codes_inside(records)
    known: dict[RecordId, SubjectId] = {}
    under: dict[RecordId, Reference] = {}
    wanted: dict[Reference, SubjectKind] = {}
    waiting: set[RecordId] = set()
    found: dict[Reference, SubjectId | None] = {}
    for record in records:
        reference, waits = _reference(record, inside, subject_of)
        if waits:
            waiting.add(record.record)
        if reference not in found:
            found[reference] = subject_of(*reference)
        number = found[reference]
        if number is not None:
            known[record.record] = number if waits else holder_on(number, record.happened)
        else:
            under[record.record] = reference
            wanted.setdefault(
                reference, record.named.subject_kind if record.named else "enterprise"
            )
    return Resolution(
        known, under, tuple((s, v, kind) for (s, v), kind in wanted.items()), frozenset(waiting)
    )


def _codes_inside(records: Iterable[Record]) -> dict[str, set[str]]:
    """The organisation codes inside the delivered unified codes, each with the codes that hold it."""
    inside: dict[str, set[str]] = {}
    for record in records:
        named = record.named
        if named is not None and named.scheme == "uscc" and named.sure:
            inside.setdefault(organisation_code_in(named.value), set()).add(named.value)
    return inside


def _reference(
    record: Record,
    inside: Mapping[str, set[str]],
    subject_of: Callable[[str, str], SubjectId | None],
) -> tuple[Reference, bool]:
    """The reference of a record, and whether it is one to wait under."""
    named = record.named
    if named is not None and named.sure and not record.waits:
        if named.scheme != "organisation_code" or subject_of(named.scheme, named.value) is not None:
            return (named.scheme, named.value), False
        holding = inside.get(named.value, set())
        if len(holding) == 1:
            return ("uscc", next(iter(holding))), False
    scheme, value = (named.scheme, named.value) if named else ("", record.name)
    return (WAITING, waiting_value(record.document_key, record.type, scheme, value)), True
