"""Turn the rows of consent sheets into consents given and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenhand.kernel.evidence import Support
from evenhand.kernel.ids import DeliveryId
from evenhand.records.candidate import Candidate
from evenhand.records.document_findings import DOC_REPEAT
from evenhand.records.statement import ConsentAct
from evenhand.rights.floor import enforces


@enforces("RF-1")
def consent_acts(candidates: Iterable[Candidate], delivery: DeliveryId) -> Iterator[ConsentAct]:
    """Yield what each usable row says, once; a row that says it again is a repeat."""
    first: dict[tuple[object, ...], int] = {}
    for candidate in candidates:
        notes = candidate.notes
        if notes.fate != "stored" or candidate.named is None or candidate.decided_on is None:
            continue
        if candidate.scheme is None or candidate.act not in ("given", "withdrawn"):
            continue
        act = ConsentAct(
            person=candidate.named.value,
            scheme=candidate.scheme,
            act="given" if candidate.act == "given" else "withdrawn",
            on=candidate.decided_on,
            form=candidate.number,
            support=Support(delivery, notes.sheet, notes.row),
        )
        said = (act.person, act.scheme, act.act, act.on, act.form)
        if said in first:
            notes.find(DOC_REPEAT, other=first[said])
            continue
        first[said] = notes.row
        yield act
