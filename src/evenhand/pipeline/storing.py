"""Admitted records to evidence: each gets its subject's number; who cannot be told waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evenhand.identity.resolve import resolve
from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Moment, microseconds, months_after
from evenhand.keys.vault import Chance, Vault
from evenhand.records.context import HolderOn, first_holder
from evenhand.records.statement import Named, Record
from evenhand.relational.columns import FIELD_PREFIX
from evenhand.relational.segment import EvidenceRow, Scalar
from evenhand.sources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Storing:
    """What storing needs beside the records.

    Attributes:
        at: The register's clock.
        holder_on: Whose a reissued code was on a day.
    """

    vault: Vault
    catalogue: Catalogue
    at: Moment
    chance: Chance
    holder_on: HolderOn = first_holder


def evidence_rows(records: Sequence[Record], storing: Storing) -> list[EvidenceRow]:
    """Turn admitted records into rows of evidence, enrolling subjects that are new."""
    resolution = resolve(records, _looked_up(records, storing.vault), storing.holder_on)
    subjects = resolution.subjects(storing.vault.enrol(resolution.wanted, storing.chance))
    return [
        _row(record, subjects[record.record], record.record in resolution.waiting, storing)
        for record in records
    ]


def _looked_up(records: Sequence[Record], vault: Vault) -> Callable[[str, str], SubjectId | None]:
    """Look up whom the records name all at once; anybody else one by one."""
    named = {(one.scheme, one.value) for record in records if (one := record.named) is not None}
    asked = {one for one in named if one[0] != "organisation_code"}
    known = vault.subjects_of(asked)

    def subject_of(scheme: str, value: str) -> SubjectId | None:
        if (scheme, value) in asked:
            return known.get((scheme, value))
        return vault.subject_of(scheme, value)

    return subject_of


def _row(record: Record, subject: SubjectId, waits: bool, storing: Storing) -> EvidenceRow:
    rule = storing.catalogue.types[record.type]
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


def _sealed(record: Record) -> bytes:
    """What is sealed under the subject's key: who and what was typed, and in which cell.

    As bytes at once: until they are sealed the rows of a delivery are all in memory.
    """
    said: Json = {
        "name": record.name,
        "identifier": _identifier(record.named),
        "document": record.document.number,
        "article": record.document.article,
        "statements": [
            {"field": s.field, "original": s.original, "cell": str(s.cell), "rule": s.rule}
            for s in record.statements
        ],
    }
    return canonical(said)


def _identifier(named: Named | None) -> str:
    """The identifier as typed; a resident's pseudonym stays in the vault."""
    return "" if named is None or named.scheme == "resident" else named.value
