"""The closed catalogue: record types, authorities, domains, purposes, measures, benefits.

Severity and kind of a record come from here, by the article that its document cites, and from
nowhere else (RF-8). ``read_catalogue`` reads the shipped YAML files, or a register's copy of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import AuthorityId, ListId, RecordType
from evenhand.kernel.text import Text

FieldKind = Literal["integer", "amount", "code", "day", "flag"]
Severity = Literal["minor", "moderate", "serious"]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One scored field of a record type: its kind, unit and, for a code, the closed list."""

    field: str
    title: Text
    kind: FieldKind
    unit: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """What citing one article means: how serious, and which kind of conduct."""

    cites: str
    severity: Severity
    kind: str


@dataclass(frozen=True, slots=True)
class TypeRule:
    """One record type of the catalogue.

    Attributes:
        adverse: True when a record of it counts against its subject by nature.
        affects: Types whose record of the same document it corrects (a payment, an annulment);
            empty for an ordinary type.
        correction: ``retracts`` takes the corrected record away, ``settles`` leaves it and marks it.
        retention_months: From the event day; at most 60 (five years).
        for_study: A type of a regime that keeps records longer than that. Only reproductions count it;
            no source delivers it, so that no register holds such a record.
        duty: A type whose records show that something ordered was done (a report filed, a licence held);
            it earns no praise (RF-8).
        list_entry: A type whose records are entries on somebody's list; no other scheme reads them (RF-7).
        several: A type of which one document may have several records, such as one for each payment.
    """

    type: RecordType
    title: Text
    category: str
    subjects: tuple[SubjectKind, ...]
    domain: str
    authorities: tuple[str, ...]
    legal_basis: Text
    article: str
    adverse: bool
    retention_months: int
    fields: tuple[FieldRule, ...]
    articles: tuple[CitedArticle, ...]
    affects: tuple[RecordType, ...] = ()
    correction: Literal["", "retracts", "settles"] = ""
    for_study: bool = False
    duty: bool = False
    list_entry: bool = False
    several: bool = False

    def cited(self, article: str) -> CitedArticle | None:
        """What citing an article means for this type; None when the catalogue does not grade it."""
        return next((rule for rule in self.articles if rule.cites == article), None)

    def field(self, name: str) -> FieldRule | None:
        """The rule of one field, or None."""
        return next((rule for rule in self.fields if rule.field == name), None)


@dataclass(frozen=True, slots=True)
class Authority:
    """A court or agency; ``kind`` is what record types ask for, such as ``court``, ``tax``."""

    authority: AuthorityId
    title: Text
    kind: str
    uscc: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A purpose, measure, benefit or domain: name, title, legal basis, and its domain where it has one.

    ``essential`` marks a service that no benefit may be (RF-2).
    """

    name: str
    title: Text
    legal_basis: Text
    domain: str = ""
    essential: bool = False


@dataclass(frozen=True, slots=True)
class CourtRegister:
    """A court's register of judgment debtors: on what a resident is entered, and what ends it (RF-3).

    It is no scheme: nothing in it is counted, and nothing of it is ever published.

    Attributes:
        court: Which court keeps it; its officers alone decide.
        finding: The record type of the finding that a debtor can pay and refuses.
        final_on: Field of the finding: since when the ruling is final.
        able: Field of the finding: that the debtor can pay and refuses.
        paid: The record type that ends an entry the same day.
        part_payment: The type that suspends an entry; so do the next two.
        plan_broken: The type that lets officers review an entry which a payment plan suspended.
        stay_lifted: The type that does the same once a stay is over; None: a stayed entry stays suspended.
        lasts_months: How long an entry lasts; 36 at most.
        objection_days: Days to object; 15 at least.
        purposes: What a look-up may be for (RF-7).
    """

    register: ListId
    version: str
    title: Text
    court: AuthorityId
    domain: str
    legal_basis: Text
    article: str
    finding: RecordType
    final_on: str
    able: str
    paid: RecordType
    part_payment: RecordType
    stay: RecordType
    payment_plan: RecordType
    plan_broken: RecordType
    lasts_months: int
    objection_days: int
    purposes: tuple[str, ...]
    stay_lifted: RecordType | None = None

    @property
    def follow_ups(self) -> tuple[RecordType, ...]:
        """The types that say what became of a finding."""
        lifted = () if self.stay_lifted is None else (self.stay_lifted,)
        return (
            *(self.paid, self.part_payment, self.stay, self.payment_plan, self.plan_broken),
            *lifted,
        )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, by name."""

    types: Mapping[RecordType, TypeRule]
    authorities: Mapping[AuthorityId, Authority]
    domains: Mapping[str, CatalogueEntry]
    purposes: Mapping[str, CatalogueEntry]
    measures: Mapping[str, CatalogueEntry]
    benefits: Mapping[str, CatalogueEntry]
    court_registers: Mapping[ListId, CourtRegister] = field(default_factory=dict)

    @property
    def courts(self) -> frozenset[AuthorityId]:
        """The authorities that are courts."""
        return frozenset(a.authority for a in self.authorities.values() if a.kind == "court")
