"""Turn the rows of consent sheets into consents given and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenhand.kernel.evidence import Support
from evenhand.kernel.ids import DeliveryId
from evenhand.records.document_findings import DOC_REPEAT
from evenhand.records.row_reading import RowReading
from evenhand.records.statement import ConsentAct
from evenhand.rights.floor import enforces


@enforces("RF-1")
def consent_acts(readings: Iterable[RowReading], delivery: DeliveryId) -> Iterator[ConsentAct]:
    """Yield what each usable row says, once; a row that says it again is a repeat."""
    first: dict[tuple[object, ...], int] = {}
    for reading in readings:
        notes = reading.notes
        if notes.fate != "stored" or reading.named is None or reading.decided_on is None:
            continue
        if reading.scheme is None or reading.act not in ("given", "withdrawn"):
            continue
        act = ConsentAct(
            person=reading.named.value,
            scheme=reading.scheme,
            act="given" if reading.act == "given" else "withdrawn",
            on=reading.decided_on,
            form=reading.number,
            support=Support(delivery, notes.sheet, notes.row),
        )
        said = (act.person, act.scheme, act.act, act.on, act.form)
        if said in first:
            notes.find(DOC_REPEAT, other=first[said])
            continue
        first[said] = notes.row
        yield act
