"""Make a record of a row that stands."""

from __future__ import annotations

from evenhand.kernel.evidence import Document, Support
from evenhand.kernel.ids import DeliveryId, RecordId
from evenhand.kernel.periods import ONE_DAY
from evenhand.records.sameness import Weighed
from evenhand.records.statement import Record
from evenhand.sources.catalogue import Catalogue


def record_of(row: Weighed, catalogue: Catalogue, delivery: DeliveryId) -> Record:
    """Make the record that one row becomes.

    Raises:
        ValueError: When the row has no day; ``admit`` holds such rows.
    """
    candidate, notes = row.candidate, row.candidate.notes
    rule = catalogue.types[row.type]
    if candidate.decided_on is None or candidate.happened is None:
        raise ValueError(f"{notes.sheet}!{notes.row} has no day")
    return Record(
        record=RecordId.of(delivery, notes.sheet, notes.row),
        type=row.type,
        named=candidate.named,
        document=Document(
            candidate.authority, candidate.number, candidate.decided_on, candidate.article
        ),
        happened=candidate.happened,
        ends=candidate.last + ONE_DAY if candidate.last else None,
        severity=candidate.severity,
        kind=candidate.kind,
        adverse=rule.adverse,
        values=tuple(candidate.values.items()),
        statements=tuple(candidate.statements),
        support=Support(delivery, notes.sheet, notes.row),
        corrects=bool(rule.affects),
        supersedes=row.supersedes,
        retracts=row.retracts,
        waits=row.waits,
        reported=candidate.reported,
        document_key=row.key,
        content=row.content,
        name=candidate.name,
    )
