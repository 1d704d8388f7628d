"""Admitted records to evidence: each gets its subject's number; who cannot be told waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evenhand.kernel.canonical import Json
from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Moment, microseconds, months_after
from evenhand.keys.vault import Chance, Vault
from evenhand.records.statement import Named, Record
from evenhand.relational.columns import FIELD_PREFIX
from evenhand.relational.segment import EvidenceRow, Scalar
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue

WAITING = "waiting"
"""The vault's scheme of identifiers for records that wait; the record's number is the identifier."""


@dataclass(frozen=True, slots=True)
class Storing:
    """What storing needs beside the records: the vault, the catalogue, the register's clock, chance."""

    vault: Vault
    catalogue: Catalogue
    at: Moment
    chance: Chance


def evidence_rows(records: Sequence[Record], storing: Storing) -> list[EvidenceRow]:
    """Turn admitted records into rows of evidence, enrolling subjects that are new."""
    subjects = _subjects(records, storing)
    return [_row(record, subjects[record.record], storing) for record in records]


@enforces("RF-16")
def _subjects(records: Sequence[Record], storing: Storing) -> dict[RecordId, SubjectId]:
    """One subject for each exact identifier; a number of its own for each record that waits."""
    vault = storing.vault
    meant: dict[RecordId, SubjectId] = {}
    new: dict[RecordId, tuple[str, str, SubjectKind]] = {}
    known: dict[tuple[str, str], SubjectId | None] = {}
    for record in records:
        named = record.named
        if record.waits or named is None or not named.sure:
            kind = named.subject_kind if named else "enterprise"
            new[record.record] = (WAITING, str(record.record), kind)
            continue
        key = (named.scheme, named.value)
        if key not in known:
            known[key] = vault.subject_of(*key)
        found = known[key]
        if found is not None:
            meant[record.record] = found
        else:
            new[record.record] = _to_enrol(record, named)
    enrolled = vault.enrol(list(new.values()), storing.chance)
    for number, (scheme, value, _) in new.items():
        meant[number] = enrolled[scheme, value]
    return meant


def _to_enrol(record: Record, named: Named) -> tuple[str, str, SubjectKind]:
    """Whom to enrol; an organisation code alone that finds nobody waits instead."""
    if named.scheme == "organisation_code":
        return WAITING, str(record.record), named.subject_kind
    return named.scheme, named.value, named.subject_kind


def _row(record: Record, subject: SubjectId, storing: Storing) -> EvidenceRow:
    rule = storing.catalogue.types[record.type]
    named = record.named
    waits = record.waits or named is None or not named.sure
    if named is not None and named.scheme == "organisation_code":
        waits = waits or storing.vault.subject_of(named.scheme, named.value) is None
    scored: dict[str, Scalar] = {
        "type": record.type,
        "authority": record.document.authority,
        "document": record.document_key,
        "content": record.content,
        "happened": record.happened,
        "ends": record.ends,
        "leaves": months_after(record.happened, rule.retention_months),
        "severity": record.severity,
        "kind": record.kind,
        "adverse": record.adverse,
        "known": microseconds(storing.at),
        "supersedes": None if record.supersedes is None else int(record.supersedes),
        "retracts": record.retracts,
        "waits": waits,
        "delivery": record.support.delivery,
        **{FIELD_PREFIX + name: value for name, value in record.values},
    }
    return EvidenceRow(subject, record.record, scored, _sealed(record))


def _sealed(record: Record) -> Mapping[str, Json]:
    """What is sealed under the subject's key: who and what was typed, and in which cell."""
    return {
        "name": record.named.name if record.named else "",
        "identifier": _identifier(record.named),
        "document": record.document.number,
        "article": record.document.article,
        "statements": [
            {"field": s.field, "original": s.original, "cell": str(s.cell), "rule": s.rule}
            for s in record.statements
        ],
    }


def _identifier(named: Named | None) -> str:
    """The identifier as typed; a resident's pseudonym stays in the vault."""
    return "" if named is None or named.scheme == "resident" else named.value
