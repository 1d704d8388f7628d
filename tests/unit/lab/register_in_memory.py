"""The least that stands in for a register: what deliveries of a model city need of each other."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evenhand.kernel.errors import DeliveryRefused
from evenhand.kernel.ids import RecordId, RecordType, SchemeId, SourceId, SubjectId
from evenhand.lab.worksheets import Worksheet
from evenhand.records.admit import admit
from evenhand.records.context import AdmissionContext, Known, waiting_value
from evenhand.records.statement import Admission, Record
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import Contract
from evenhand.sources.read_contract import read_contract
from evenhand.sources.receive import take

CONTRACTS = Path(__file__).parents[3] / "src" / "evenhand" / "shipped" / "sources" / "linhe"
OSMANTHUS = SchemeId("linhe-osmanthus")
NOW = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def contracts(catalogue: Catalogue) -> dict[SourceId, Contract]:
    """Every contract of Linhe, by source."""
    read = [
        read_contract(p.read_bytes(), p.name, catalogue) for p in sorted(CONTRACTS.glob("*.yaml"))
    ]
    return {contract.source: contract for contract in read}


@dataclass
class RegisterInMemory:
    """Admits worksheets one after another, each knowing those before it."""

    catalogue: Catalogue
    contracts: dict[SourceId, Contract]
    admissions: dict[str, Admission] = field(default_factory=dict)
    refusals: dict[str, DeliveryRefused] = field(default_factory=dict)
    _subjects: dict[tuple[str, str], SubjectId] = field(default_factory=dict)
    _inside: dict[str, str] = field(default_factory=dict)
    _known: dict[int, list[Known]] = field(default_factory=lambda: defaultdict(list))
    _consents: set[tuple[str, SchemeId]] = field(default_factory=set)

    def receive(self, worksheet: Worksheet) -> None:
        """Take and admit one worksheet."""
        try:
            delivery = take(worksheet.data, worksheet.name, self.contracts[worksheet.source], NOW)
        except DeliveryRefused as refused:
            self.refusals[worksheet.name] = refused
            return
        admission = admit(delivery, self.catalogue, self._context())
        self.admissions[worksheet.name] = admission
        for record in admission.records:
            self._remember(record)
        for act in admission.consents:
            change = self._consents.add if act.act == "given" else self._consents.discard
            change((act.person, act.scheme))

    def _context(self) -> AdmissionContext:
        resident = [t for t, rule in self.catalogue.types.items() if "resident" in rule.subjects]
        counts: Mapping[RecordType, frozenset[SchemeId]] = dict.fromkeys(
            resident, frozenset({OSMANTHUS})
        )
        return AdmissionContext(
            pseudonym_key=bytes(32),
            document_key=bytes(32),
            today=NOW.date(),
            consents=frozenset(self._consents),
            counts=counts,
            opt_in=frozenset({OSMANTHUS}),
            known=self._records_on,
            subject_of=self._subject_of,
        )

    def _records_on(self, documents: frozenset[int]) -> Mapping[int, Sequence[Known]]:
        return {key: self._known.get(key, ()) for key in documents}

    def _subject_of(self, scheme: str, value: str) -> SubjectId | None:
        if scheme == "organisation_code":
            scheme, value = "uscc", self._inside.get(value, "")
        return self._subjects.get((scheme, value))

    def _remember(self, record: Record) -> None:
        named = record.named
        if record.waits or named is None:
            scheme, value = (named.scheme, named.value) if named else ("", record.name)
            waiting = waiting_value(record.document_key, record.type, scheme, value)
            key = ("waiting", waiting)
        elif named.scheme == "organisation_code":
            key = ("uscc", self._inside[named.value])
        else:
            key = (named.scheme, named.value)
            if named.scheme == "uscc":
                self._inside[named.value[8:17]] = named.value
        subject = self._subjects.setdefault(key, SubjectId(len(self._subjects)))
        known = Known(RecordId(record.record), record.type, subject, record.content)
        self._known[record.document_key].append(known)
        if record.supersedes is not None:
            for of in self._known.values():
                of[:] = [k for k in of if k.record != record.supersedes]
