"""The receipt of a delivery: what became of each row, and everything that was found.

What it guards: a receipt quotes nothing that a silent finding or a residents' source forbids, and
that of a residents' source is the same whoever had consented: its rows are processed, held or
refused, and what consents or earlier records decided is processed. What it does not do: it is
written by whoever keeps the register, durably, before anybody is shown it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.calendars import Calendar
from evenhand.kernel.canonical import Json
from evenhand.kernel.findings import Finding, Kind
from evenhand.kernel.ids import RecordId
from evenhand.kernel.periods import said
from evenhand.kernel.text import Text
from evenhand.records.quality import measure
from evenhand.records.statement import Admission, RowFate
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.delivery import Delivery, MatchedSheet

FORM: Final = "evenhand/receipt/1"


@dataclass(frozen=True, slots=True)
class SheetCounts:
    """What became of the rows of one sheet; ``kept`` are stored or, of residents, processed ones.

    ``reasons`` counts held and refused rows, and rows that wait, by reason.
    """

    sheet: str
    rows: int
    kept: int
    held: int
    refused: int
    reasons: Mapping[str, int]


def sheet_counts(delivery: Delivery, admission: Admission) -> tuple[SheetCounts, ...]:
    """Count the rows of each sheet by fate; the three fates add up to its rows."""
    by_sheet: dict[str, list[RowFate]] = {s.name: [] for s in delivery.workbook.sheets}
    for fate in admission.fates:
        by_sheet[fate.sheet].append(fate)
    return tuple(_counted(name, fates) for name, fates in by_sheet.items())


@enforces("RF-1")
def _counted(name: str, fates: Sequence[RowFate]) -> SheetCounts:
    """Count one sheet; a row that is not kept is processed like one that is."""
    told = Counter(
        "kept" if fate.reason == "not_kept" or fate.fate == "stored" else fate.fate
        for fate in fates
    )
    reasons = Counter(fate.reason for fate in fates if fate.reason not in ("", "not_kept"))
    return SheetCounts(
        name, len(fates), told["kept"], told["held"], told["refused"], dict(sorted(reasons.items()))
    )


def receipt_of(
    delivery: Delivery, admission: Admission, catalogue: Catalogue, calendar: Calendar
) -> dict[str, Json]:
    """Make the receipt of a delivery.

    Args:
        delivery: What came in.
        admission: What became of it.
        catalogue: What each sheet was read as, by title.
        calendar: Working days, for the timeliness that is told to the source.

    Returns:
        A canonical object; ``counts`` and ``sheets`` say rows by fate, ``findings`` everything that
        was found by kind, ``held`` and ``waits`` the rows that a person has to settle.
    """
    contract, workbook = delivery.contract, delivery.workbook
    kept = "processed" if contract.about_residents else "stored"
    sheets = sheet_counts(delivery, admission)
    read_as = {made.sheet.name: made for made in delivery.sheets}
    listed = [
        {**_sheet_said(counts, kept), **_read_as(read_as.get(counts.sheet), catalogue)}
        for counts in sheets
    ]
    whole = {
        "rows": sum(c.rows for c in sheets),
        kept: sum(c.kept for c in sheets),
        "held": sum(c.held for c in sheets),
        "refused": sum(c.refused for c in sheets),
    }
    return {
        "form": FORM,
        "delivery": delivery.delivery,
        "digest": delivery.digest,
        "source": contract.source,
        "authority": contract.authority,
        "received": said(delivery.received),
        "file": "" if contract.about_residents else workbook.name,
        "format": workbook.format,
        "encoding": workbook.encoding,
        "counts": whole,
        "sheets": listed,
        "quality": measure(admission, contract, calendar).said(),
        "held": [_held_said(fate) for fate in admission.fates if fate.fate == "held"],
        "waits": list(_waiting(delivery, admission)),
        "findings": list(_findings_said(_all_findings(admission))),
    }


def _read_as(made: MatchedSheet | None, catalogue: Catalogue) -> dict[str, Json]:
    """Say which record type and layout a sheet was read by; nothing of a sheet that was not read."""
    if made is None:
        return {"record": None, "title": None, "layout": None}
    rule = catalogue.types.get(made.rule.record)
    title = _both(rule.title) if rule else None
    return {"record": made.rule.record, "title": title, "layout": made.layout.version}


def _sheet_said(counts: SheetCounts, kept: str) -> dict[str, Json]:
    return {
        "sheet": counts.sheet,
        "rows": counts.rows,
        kept: counts.kept,
        "held": counts.held,
        "refused": counts.refused,
        "reasons": dict(counts.reasons),
    }


def _held_said(fate: RowFate) -> Json:
    codes = sorted({f.kind.code for f in fate.findings if f.kind.weight == "holds"})
    return {"sheet": fate.sheet, "row": fate.row, "reason": fate.reason, "codes": list(codes)}


def _waiting(delivery: Delivery, admission: Admission) -> Iterator[Json]:
    """Rows that are stored and wait for their identity; none of a residents' source does."""
    for fate in admission.fates:
        if fate.reason == "identity_waits":
            record = RecordId.of(delivery.delivery, fate.sheet, fate.row)
            yield {"sheet": fate.sheet, "row": fate.row, "record": str(record)}


def _all_findings(admission: Admission) -> Iterator[Finding]:
    yield from admission.findings
    for fate in admission.fates:
        yield from fate.findings


def _findings_said(findings: Iterable[Finding]) -> Iterator[Json]:
    """Say findings by kind, each place in both languages; the heaviest kinds first."""
    by_kind: dict[Kind, list[Finding]] = {}
    for finding in findings:
        by_kind.setdefault(finding.kind, []).append(finding)
    for kind in sorted(by_kind, key=lambda k: ("EWN".index(k.code[0]), k.code)):
        yield {
            "code": kind.code,
            "weight": kind.weight,
            "why": _both(kind.why),
            "mend": _both(kind.mend),
            "example": kind.example,
            "floor": kind.floor,
            "count": len(by_kind[kind]),
            "places": [_place_said(finding) for finding in by_kind[kind]],
        }


def _place_said(finding: Finding) -> Json:
    values = dict(finding.values)
    quoted = {name: values[name] for name in ("read", "allowed", "nearest") if values.get(name)}
    where = finding.place
    return {
        "at": str(where),
        "sheet": where.sheet,
        "row": where.row,
        "column": where.column,
        "what": {"zh": finding.sentence("zh"), "en": finding.sentence("en")},
        **({} if finding.kind.silent else quoted),
    }


def _both(text: Text) -> Json:
    return {"zh": text.zh, "en": text.en}
