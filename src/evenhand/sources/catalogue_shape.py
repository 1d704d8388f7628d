"""The shape of the catalogue's YAML files, and every place where a file leaves it.

A file holds ``made_up`` (what in it was invented, zh and en) and one section, a map by name::

    record_types:   record_types_*.yaml     domains:   domains.yaml      measures:  measures.yaml
    authorities:    authorities*.yaml       purposes:  purposes.yaml     benefits:  benefits*.yaml
    court_registers: court_registers*.yaml  (a catalogue may have none)
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.findings import Finding, Place, found
from evenhand.sources.catalogue import FieldKind, Severity
from evenhand.sources.catalogue_findings import CAT_MISSING, CAT_UNKNOWN_KEY, CAT_VALUE
from evenhand.sources.strict_yaml import Node, position_of, positions

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,40}$")]

Category = Literal[
    "registration",
    "judicial",
    "administrative",
    "professional",
    "abnormal_operation",
    "serious_list",
    "contract_performance",
    "pledge",
    "evaluation",
    "compliance",
    "honours",
    "intellectual_property",
    "voluntary",
]
"""The classes of the national catalogue (2024); ``voluntary`` is what residents hand in or sign."""


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SaidText(_Shape):
    """A text in both languages."""

    zh: Said
    en: Said


class SaidField(_Shape):
    """One scored field."""

    title: SaidText
    kind: FieldKind
    unit: str = ""
    codes: tuple[Said, ...] = ()


class SaidArticle(_Shape):
    """What citing one article means."""

    cites: Said
    severity: Severity
    kind: FieldName


class SaidType(_Shape):
    """One record type."""

    title: SaidText
    category: Category
    subjects: Annotated[tuple[SubjectKind, ...], Field(min_length=1)]
    domain: str = ""
    authorities: Annotated[tuple[Said, ...], Field(min_length=1)]
    legal_basis: SaidText
    article: Said
    adverse: Literal["true", "false"]
    retention_months: int
    fields: dict[FieldName, SaidField] = {}
    articles: tuple[SaidArticle, ...] = ()
    affects: tuple[str, ...] = ()
    correction: Literal["", "retracts", "settles"] = ""
    for_study: Literal["true", "false"] = "false"
    duty: Literal["true", "false"] = "false"
    list_entry: Literal["true", "false"] = "false"
    several: Literal["true", "false"] = "false"


class SaidAuthority(_Shape):
    """A court or agency; one abroad, or one that is only studied, has no code."""

    title: SaidText
    kind: FieldName
    uscc: str = ""


class SaidEntry(_Shape):
    """A purpose, measure, benefit or domain."""

    title: SaidText
    legal_basis: SaidText
    domain: str = ""
    essential: Literal["true", "false"] = "false"


class SaidCourtRegister(_Shape):
    """A court's register of judgment debtors."""

    version: Said
    title: SaidText
    court: Slug
    domain: Slug
    legal_basis: SaidText
    article: Said
    finding: FieldName
    final_on: FieldName
    able: FieldName
    paid: FieldName
    part_payment: FieldName
    stay: FieldName
    payment_plan: FieldName
    plan_broken: FieldName
    stay_lifted: FieldName | None = None
    lasts_months: int
    objection_days: int
    purposes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    visibility: Literal["purpose"]


class TypesFile(_Shape):
    """A file of record types."""

    made_up: SaidText | None = None
    record_types: dict[FieldName, SaidType]


class AuthoritiesFile(_Shape):
    """A file of authorities."""

    made_up: SaidText | None = None
    authorities: dict[Slug, SaidAuthority]


class DomainsFile(_Shape):
    """The file of domains."""

    made_up: SaidText | None = None
    domains: dict[Slug, SaidEntry]


class PurposesFile(_Shape):
    """The file of purposes."""

    made_up: SaidText | None = None
    purposes: dict[Slug, SaidEntry]


class MeasuresFile(_Shape):
    """The file of measures."""

    made_up: SaidText | None = None
    measures: dict[Slug, SaidEntry]


class BenefitsFile(_Shape):
    """The file of benefits."""

    made_up: SaidText | None = None
    benefits: dict[Slug, SaidEntry]


class CourtRegistersFile(_Shape):
    """A file of court registers."""

    made_up: SaidText | None = None
    court_registers: dict[Slug, SaidCourtRegister]


_KEYS: Final = sorted(
    {
        key
        for shape in (
            SaidText,
            SaidField,
            SaidArticle,
            SaidType,
            SaidAuthority,
            SaidEntry,
            SaidCourtRegister,
        )
        for key in shape.model_fields
    }
)


def shape_findings(wrong: ValidationError, node: Node, file: str) -> Iterator[Finding]:
    """Say each departure from the shape where it stands in the file."""
    known = positions(node)
    for error in wrong.errors(include_url=False, include_context=True):
        path = tuple(step for step in error["loc"] if step != "[key]")
        place = Place(file, None, *position_of(path, known))
        yield _said(error, path, place)


def _said(error: ErrorDetails, path: tuple[str | int, ...], place: Place) -> Finding:
    last = str(path[-1]) if path else place.file
    if error["type"] == "missing":
        owner = str(path[-2]) if len(path) > 1 else place.file
        return found(CAT_MISSING, place, read=owner, allowed=last)
    if error["type"] == "extra_forbidden":
        nearest = get_close_matches(last, _KEYS, n=1, cutoff=0.0)[0]
        return found(CAT_UNKNOWN_KEY, place, read=last, nearest=nearest)
    read = error["input"]
    said = read if isinstance(read, str) else last
    return found(CAT_VALUE, place, read=said, allowed=_allowed(error))


def _allowed(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "literal_error":
        return str(context["expected"]).replace("'", "").replace(" or ", ", ")
    if error["type"] == "string_pattern_mismatch":
        return "a-z, 0-9, _, -"
    words = {
        "int_parsing": "0 1 2 3 …",
        "string_too_short": "…",
        "too_short": "[…, …]",
        "tuple_type": "[…, …]",
        "dict_type": "{…: …}",
        "model_type": "{…: …}",
        "string_type": "…",
    }
    return words.get(error["type"], error["type"])
