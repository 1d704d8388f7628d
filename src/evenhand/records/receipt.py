"""The receipt: what became of every row, as the authority gets it back.

Of a source about residents rows are *processed*, *held* or *refused*: whether a processed row was
kept depends on a consent, and the receipt, its findings and its figures are the same for all (RF-1).
Nothing that was read is quoted for such a source, nor for any silent kind of finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from evenhand.kernel.calendars import Calendar
from evenhand.kernel.canonical import Json
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day, said
from evenhand.records.quality import quality_of
from evenhand.records.statement import Admission, RowFate
from evenhand.rights.floor import enforces
from evenhand.sources.delivery import Delivery

FORM = "evenhand/receipt/1"


@enforces("RF-1", "RF-14")
def receipt_of(
    delivery: Delivery, admission: Admission, calendar: Calendar, today: Day
) -> dict[str, Json]:
    """Write the receipt of a delivery as a canonical value.

    Args:
        delivery: What was taken.
        admission: What became of its rows.
        calendar: Working days, for timeliness.
        today: The register's day.
    """
    residents = delivery.contract.about_residents
    findings = (*admission.findings, *(f for fate in admission.fates for f in fate.findings))
    return {
        "form": FORM,
        "delivery": delivery.delivery,
        "source": delivery.contract.source,
        "authority": delivery.contract.authority,
        "digest": delivery.digest,
        "name": delivery.workbook.name,
        "format": delivery.workbook.format,
        "encoding": delivery.workbook.encoding,
        "received": said(delivery.received),
        "layouts": {sheet.sheet.name: sheet.layout.version for sheet in delivery.sheets},
        "not_checked": [
            f"{sheet.name}: hidden rows, hidden columns, formulas"
            for sheet in delivery.workbook.sheets
            if not sheet.checked
        ],
        "counts": _counts(admission.fates, residents),
        "sheets": [
            {
                "sheet": sheet.name,
                **_counts((f for f in admission.fates if f.sheet == sheet.name), residents),
            }
            for sheet in delivery.workbook.sheets
        ],
        "reasons": _reasons(admission.fates, residents),
        "rows": [_row(fate) for fate in admission.fates if fate.fate != "stored" and _told(fate)],
        "findings": [_finding(finding, residents) for finding in findings],
        "quality": dict(quality_of(delivery, admission, calendar, today)),
    }


def outcome_of(fate: RowFate, residents: bool) -> str:
    """What the source is told of a row: of a resident's it is not told whether it was kept."""
    if residents and (fate.fate == "stored" or fate.reason == "not_kept"):
        return "processed"
    return fate.fate


def _told(fate: RowFate) -> bool:
    return fate.reason not in ("not_kept", "blank", "header", "note")


def _counts(fates: Iterable[RowFate], residents: bool) -> dict[str, Json]:
    counted = Counter(outcome_of(fate, residents) for fate in fates)
    names = ("processed" if residents else "stored", "held", "refused")
    return {"rows": counted.total(), **{name: counted[name] for name in names}}


def _reasons(fates: Iterable[RowFate], residents: bool) -> dict[str, Json]:
    counted: Counter[str] = Counter()
    for fate in fates:
        outcome = outcome_of(fate, residents)
        reason = "" if outcome == "processed" else fate.reason
        counted[f"{outcome}:{reason}" if reason else outcome] += 1
    return dict(sorted(counted.items()))


def _row(fate: RowFate) -> dict[str, Json]:
    codes: list[Json] = [finding.kind.code for finding in fate.findings]
    return {
        "sheet": fate.sheet,
        "row": fate.row,
        "fate": fate.fate,
        "reason": fate.reason,
        "codes": codes,
    }


def _finding(finding: Finding, residents: bool) -> Mapping[str, Json]:
    shown = finding
    if residents:
        mute = tuple(
            ("read", "…") if name == "read" else (name, value) for name, value in finding.values
        )
        shown = Finding(finding.kind, finding.place, mute)
    kind = finding.kind
    return {
        "code": kind.code,
        "does": kind.weight,
        "place": str(finding.place),
        "what": {"zh": shown.sentence("zh"), "en": shown.sentence("en")},
        "why": {"zh": kind.why.zh, "en": kind.why.en},
        "mend": {"zh": kind.mend.zh, "en": kind.mend.en},
        "example": kind.example,
    }
