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
    reading, notes = row.reading, row.reading.notes
    rule = catalogue.types[row.type]
    if reading.decided_on is None or reading.happened is None:
        raise ValueError(f"{notes.sheet}!{notes.row} has no day")
    return Record(
        record=RecordId.of(delivery, notes.sheet, notes.row),
        type=row.type,
        named=reading.named,
        document=Document(reading.authority, reading.number, reading.decided_on, reading.article),
        happened=reading.happened,
        ends=reading.last + ONE_DAY if reading.last else None,
        severity=reading.severity,
        kind=reading.kind,
        adverse=rule.adverse,
        values=tuple(reading.values.items()),
        statements=tuple(reading.statements),
        support=Support(delivery, notes.sheet, notes.row),
        corrects=bool(rule.affects),
        supersedes=row.supersedes,
        retracts=row.retracts,
        waits=row.waits,
        reported=reading.reported,
        document_key=row.key,
        content=row.content,
        name=reading.name,
    )
