"""Admit a delivery: rows to records, and every row of every sheet to exactly one fate.

What it guards: what is stored rests on a document (RF-5), was graded by the catalogue alone (RF-8),
is about whom it says, and, for a resident, is covered by a consent (RF-1). What it does not do: it
reads no clock, draws no chance, writes nothing and knows no subject's name. Rules, in order:

1. Titles, heads, notes, blank rows and sheets that nobody reads are refused rows, with that reason.
2. A row of data is read whole; everything wrong with it is noted. The heaviest finding decides:
   refused, held, or stored with warnings.
3. Rows are held against each other and against earlier records: repeats are refused, conflicts held.
4. Corrections are given the record that they correct, or held.
5. A resident's row that no consent covers is not kept, and nobody is told: in a residents' source
   what depends on consents or on earlier records is ``stored`` or ``not_kept``, with equal findings.
6. Consent sheets become consents, never records.

    admission = admit(delivery, catalogue, context)
    assert len(admission.fates) == sum(len(sheet.rows) for sheet in delivery.workbook.sheets)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from evenhand.kernel.codes import document_key, organisation_code_in
from evenhand.kernel.collector import collector_resting
from evenhand.kernel.errors import DeliveryRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import ONE_DAY
from evenhand.kernel.text import Text
from evenhand.records.consents import consent_acts
from evenhand.records.context import AdmissionContext, content_of
from evenhand.records.corrections import find_corrected, is_correction
from evenhand.records.document_findings import (
    DOC_CONFLICT,
    DOC_CONFLICT_INSIDE,
    DOC_KNOWN,
    DOC_REPEAT,
    DOC_RETRACTED,
)
from evenhand.records.documents import stand_ins
from evenhand.records.expectations import filling, shortfalls
from evenhand.records.identifier_findings import ID_CODE_UNKNOWN
from evenhand.records.making import record_of
from evenhand.records.read_rows import RowReader
from evenhand.records.row_reading import RowReading
from evenhand.records.sameness import Weighed, Who, mark_known, mark_repeats
from evenhand.records.statement import Admission, Death, DocumentConflict, Reason, RowFate
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue, TypeRule
from evenhand.sources.contract import CONSENT
from evenhand.sources.delivery import Delivery, RowKind, UnreadSheet

_NO_DATA: Final[Mapping[RowKind, Reason]] = {"header": "header", "blank": "blank", "note": "note"}
_REPEATS: Final = frozenset({DOC_REPEAT, DOC_KNOWN, DOC_RETRACTED})
_CONFLICTS: Final = frozenset({DOC_CONFLICT, DOC_CONFLICT_INSIDE})
_LOST: Final = frozenset({"finding", "prohibited", "sole_trader", "conflict"})

DEATH: Final = "death_registered"
"""The record type that says that a resident has died."""

Row = tuple[str, int]


def admit(delivery: Delivery, catalogue: Catalogue, context: AdmissionContext) -> Admission:
    """Admit a delivery.

    Raises:
        DeliveryRefused: When the contract takes all rows or none, and one cannot be stored.
    """
    with collector_resting():
        return _admit(delivery, catalogue, context)


def _admit(delivery: Delivery, catalogue: Catalogue, context: AdmissionContext) -> Admission:
    readings = list(_read(delivery, catalogue, context))
    usual = [c for c in readings if c.rule.record != CONSENT]
    weighed = _weigh(usual, catalogue, context)
    mark_repeats(weighed)
    known = context.known(frozenset(row.key for row in weighed if row.stands or row.torn))
    corrections = [row for row in weighed if is_correction(row, catalogue)]
    others = [row for row in weighed if not is_correction(row, catalogue)]
    mark_known(weighed, known, context)
    find_corrected(corrections, others, known, catalogue, context, delivery.delivery)
    deaths = tuple(_deaths(weighed))
    _leave_out_unconsented(weighed, catalogue, context)
    acts = tuple(consent_acts([c for c in readings if c.rule.record == CONSENT], delivery.delivery))
    fates = _fates(delivery, {_row(c): c for c in readings}, {_row(w.reading): w for w in weighed})
    admission = Admission(
        records=tuple(
            record_of(row, catalogue, delivery.delivery) for row in weighed if row.stands
        ),
        fates=tuple(fates),
        findings=(*delivery.findings, *stand_ins(delivery), *shortfalls(delivery, readings)),
        held=tuple(c.held() for c in readings if c.notes.fate == "held"),
        consents=acts,
        conflicts=tuple(_conflicts(weighed)),
        filling=filling(readings, context.today),
        deaths=deaths,
    )
    if delivery.contract.all_or_nothing:
        _refuse_unless_whole(delivery, admission)
    return admission


def _read(
    delivery: Delivery, catalogue: Catalogue, context: AdmissionContext
) -> Iterator[RowReading]:
    """Read every row of data; a row that the reader of the file holds brings that finding along."""
    broken: dict[Row, list[Finding]] = defaultdict(list)
    for finding in delivery.workbook.findings:
        at = finding.place
        if at.sheet is not None and at.row is not None:
            for row in range(at.row, (at.last_row or at.row) + 1):
                one = replace(at, row=row, last_row=None)
                broken[at.sheet, row].append(replace(finding, place=one))
    for made in delivery.sheets:
        reader = RowReader(made, delivery, catalogue, context)
        for number, kind in enumerate(made.kinds, 1):
            if kind == "data":
                reading = reader.read(number)
                for finding in broken.get((made.sheet.name, number), ()):
                    reading.notes.add(finding)
                yield reading


def _row(reading: RowReading) -> Row:
    return reading.notes.sheet, reading.notes.row


def _weigh(
    readings: Iterable[RowReading], catalogue: Catalogue, context: AdmissionContext
) -> list[Weighed]:
    """Number document and content of each row that could be stored, and say whom it means."""
    able = [c for c in readings if c.notes.fate == "stored" and c.number and c.decided_on]
    inside: dict[str, set[str]] = defaultdict(set)
    for reading in able:
        named = reading.named
        if named and named.scheme == "uscc" and named.sure:
            inside[organisation_code_in(named.value)].add(named.value)
    weighed = []
    for reading in able:
        happened = reading.happened
        if happened is not None:
            who, waits = _who(reading, inside, context)
            last = reading.last
            content = content_of(
                happened,
                last + ONE_DAY if last else None,
                (reading.severity, reading.kind),
                reading.values,
                context.document_key,
            )
            key = document_key(reading.authority, reading.number, context.document_key)
            one = Weighed(reading, key, content, who, waits)
            one.several = catalogue.types[one.type].several
            weighed.append(one)
    return weighed


def _who(
    reading: RowReading, inside: Mapping[str, set[str]], context: AdmissionContext
) -> tuple[Who, bool]:
    """Say whom a row means and whether that waits for a person.

    An organisation code is enough when exactly one unified code, known or delivered along, has it.
    """
    named = reading.named
    if named is None:
        return ("", reading.name), True
    waits = not named.sure
    if named.scheme == "organisation_code" and named.sure:
        known = context.subject_of(named.scheme, named.value) is not None
        waits = not (known or len(inside.get(named.value, ())) == 1)
        if waits:
            reading.notes.find(ID_CODE_UNKNOWN)
    return (named.scheme, named.value), waits


@enforces("RF-1")
def _leave_out_unconsented(
    rows: Iterable[Weighed], catalogue: Catalogue, context: AdmissionContext
) -> None:
    """Keep no resident's row that no consent covers, or that its subject refused.

    A court's ruling needs none (RF-3).
    """
    for row in rows:
        named = row.reading.named
        if named is None or named.scheme != "resident" or not row.stands:
            continue
        schemes = context.counts.get(row.type, frozenset())
        covered = row.key not in context.unwanted and any(
            (named.value, scheme) in context.consents
            and (named.value, scheme, row.type) not in context.beyond
            for scheme in schemes
        )
        if not covered and not is_court_ruling(catalogue.types[row.type], catalogue):
            row.unspoken = True


@enforces("RF-1")
def _deaths(rows: Iterable[Weighed]) -> Iterator[Death]:
    """What rows of deaths say; the rows themselves are kept for nobody, and the receipt tells nothing."""
    for row in rows:
        named, day = row.reading.named, row.reading.decided_on
        if row.type == DEATH and row.stands and named is not None and day is not None:
            yield Death(named.value, day)


def is_court_ruling(rule: TypeRule, catalogue: Catalogue) -> bool:
    """Say whether a type is a court's ruling against somebody, or ends one (RF-3)."""
    if rule.authorities != ("court",):
        return False
    ended = (catalogue.types.get(name) for name in rule.affects)
    return rule.adverse or any(of is not None and of.adverse for of in ended)


def _fates(
    delivery: Delivery, readings: Mapping[Row, RowReading], weighed: Mapping[Row, Weighed]
) -> Iterator[RowFate]:
    """One fate for each row of each sheet, in the order of the file."""
    read = {made.sheet.name: made for made in delivery.sheets}
    unread = {sheet.sheet.name: sheet for sheet in delivery.unread}
    for sheet in delivery.workbook.sheets:
        made = read.get(sheet.name)
        if made is None:
            yield from _unread_fates(unread[sheet.name])
            continue
        for number, kind in enumerate(made.kinds, 1):
            if kind == "data":
                row = (sheet.name, number)
                yield _fate(readings[row], weighed.get(row))
            else:
                yield RowFate(sheet.name, number, "refused", _NO_DATA[kind])


def _unread_fates(unread: UnreadSheet) -> Iterator[RowFate]:
    """Rows of a guide are notes; those of a sheet that nobody knows are refused by its finding."""
    for number, row in enumerate(unread.sheet.rows, 1):
        reason: Reason = "note" if unread.finding is None else "finding"
        if all(cell is None for cell in row):
            reason = "blank"
        yield RowFate(unread.sheet.name, number, "refused", reason)


def _fate(reading: RowReading, weighed: Weighed | None) -> RowFate:
    """What became of one row of data."""
    notes = reading.notes
    fate, reason = notes.fate, notes.reason
    kinds = {finding.kind for finding in notes.findings}
    if weighed is not None and weighed.unspoken:
        fate, reason = "refused", "not_kept"
    elif fate == "refused" and kinds & _REPEATS:
        reason = "repeat"
    elif fate == "held" and kinds & _CONFLICTS:
        reason = "conflict"
    elif fate == "stored" and weighed is not None and weighed.waits:
        reason = "identity_waits"
    return RowFate(notes.sheet, notes.row, fate, reason, tuple(notes.findings))


def _conflicts(rows: Iterable[Weighed]) -> Iterator[DocumentConflict]:
    for row in rows:
        notes = row.reading.notes
        for record in row.conflicts:
            yield DocumentConflict(notes.sheet, notes.row, record, row.key)


def _refuse_unless_whole(delivery: Delivery, admission: Admission) -> None:
    """Refuse the delivery when a row of data is lost and the contract takes all or none."""
    lost = [fate for fate in admission.fates if fate.reason in _LOST]
    if lost:
        raise DeliveryRefused(
            Text(
                zh=f"合同规定整批接收，有 {len(lost)} 行不能入库，整份文件未接收。",
                en=f"The contract takes all rows or none; {len(lost)} cannot be stored, so the file "
                "was not taken.",
            ),
            [finding for fate in lost for finding in fate.findings] or list(delivery.findings),
        )
