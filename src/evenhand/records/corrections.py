"""Find what a correction corrects: the record of the document that it names.

A correction that has legal force (annulled, reversed, paid) comes as a delivery of its own record
type and names the corrected document by number. One that ``retracts`` takes the corrected record
away; one that ``settles`` leaves it and stands beside it. A correction of nothing is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evenhand.kernel.ids import DeliveryId, RecordId
from evenhand.records.context import AdmissionContext, Known
from evenhand.records.document_findings import DOC_NOTHING_TO_CORRECT, DOC_SEVERAL_TO_CORRECT
from evenhand.records.sameness import Weighed, subject_of
from evenhand.sources.catalogue import Catalogue, TypeRule


def is_correction(row: Weighed, catalogue: Catalogue) -> bool:
    """Say whether a row is of a type that corrects others."""
    rule = catalogue.types.get(row.type)
    return rule is not None and bool(rule.affects)


def find_corrected(
    corrections: Iterable[Weighed],
    others: Sequence[Weighed],
    known: Mapping[int, Sequence[Known]],
    catalogue: Catalogue,
    context: AdmissionContext,
    delivery: DeliveryId,
) -> None:
    """Give each correction the record that it takes away, or hold it."""
    fresh: dict[int, list[Weighed]] = {}
    for other in others:
        if other.stands:
            fresh.setdefault(other.key, []).append(other)
    for row in corrections:
        rule = catalogue.types[row.type]
        if row.stands:
            earlier = _earlier(row, rule, known, context)
            here = _here(row, rule, fresh.get(row.key, ()), delivery)
            _settle(row, rule, (*earlier, *here))


def _earlier(
    row: Weighed, rule: TypeRule, known: Mapping[int, Sequence[Known]], context: AdmissionContext
) -> list[RecordId]:
    """Records of earlier deliveries; of the same subject, unless whom the row means is open."""
    standing = (k for k in known.get(row.key, ()) if not k.retracted)
    affected = [k for k in standing if k.type in rule.affects]
    if row.waits or not affected:
        return [k.record for k in affected]
    subject = subject_of(row, context)
    return [k.record for k in affected if k.subject == subject]


def _here(
    row: Weighed, rule: TypeRule, fresh: Iterable[Weighed], delivery: DeliveryId
) -> list[RecordId]:
    """Rows of the same delivery that become records."""
    return [
        RecordId.of(delivery, other.reading.notes.sheet, other.reading.notes.row)
        for other in fresh
        if other.type in rule.affects and (row.waits or other.who == row.who)
    ]


def _settle(row: Weighed, rule: TypeRule, corrected: Sequence[RecordId]) -> None:
    notes, number = row.reading.notes, row.reading.number
    if not corrected:
        row.unspoken = notes.quiet
        if not notes.quiet:
            notes.find(DOC_NOTHING_TO_CORRECT, read=number)
    elif rule.correction == "retracts":
        if len(corrected) > 1:
            row.unspoken = notes.quiet
            if not notes.quiet:
                notes.find(DOC_SEVERAL_TO_CORRECT, read=number)
            return
        row.supersedes, row.retracts = corrected[0], True
