"""The closed catalogue: record types, authorities, domains, purposes, measures, benefits.

Severity and kind of a record come from here, by the article that its document cites, and from
nowhere else (RF-8). ``read_catalogue`` reads the shipped YAML files, or a register's copy of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import AuthorityId, RecordType
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
class Catalogue:
    """All of it, by name."""

    types: Mapping[RecordType, TypeRule]
    authorities: Mapping[AuthorityId, Authority]
    domains: Mapping[str, CatalogueEntry]
    purposes: Mapping[str, CatalogueEntry]
    measures: Mapping[str, CatalogueEntry]
    benefits: Mapping[str, CatalogueEntry]
