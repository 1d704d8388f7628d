"""Read the catalogue's YAML files into one catalogue, or refuse them with every finding at once.

The files are the shipped ones or a register's copy of them (``catalogue_shape`` says their shape).
Refused: a name given twice, a name that nothing defines, a retention above 60 months (132 for a type
for study), a prohibited matter (RF-4) or relation (RF-9) in a name or title, a code list that is empty
or repeats, an article graded twice, half a correction, an adverse type without a domain, an authority's
code that fails its check, a file that no section reads.

    catalogue = read_catalogue()
    catalogue.types[RecordType("food_safety_penalty")].cited("《食品安全法》第一百二十二条第一款")
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatch
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ValidationError

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import AuthorityId, ListId, RecordType
from evenhand.kernel.text import Text
from evenhand.sources.catalogue import (
    Authority,
    Catalogue,
    CatalogueEntry,
    CitedArticle,
    CourtRegister,
    FieldRule,
    TypeRule,
)
from evenhand.sources.catalogue_checks import check_catalogue
from evenhand.sources.catalogue_findings import CAT_FILE, CAT_STRANGER, CAT_TWICE
from evenhand.sources.catalogue_shape import (
    AuthoritiesFile,
    BenefitsFile,
    CourtRegistersFile,
    DomainsFile,
    MeasuresFile,
    PurposesFile,
    SaidAuthority,
    SaidCourtRegister,
    SaidEntry,
    SaidText,
    SaidType,
    TypesFile,
    shape_findings,
)
from evenhand.sources.strict_yaml import Position, position_of, positions, read_yaml

Said: TypeAlias = SaidType | SaidAuthority | SaidEntry | SaidCourtRegister

_SECTIONS: Final[tuple[tuple[str, str, type[BaseModel]], ...]] = (
    ("record_types", "record_types_*.yaml", TypesFile),
    ("authorities", "authorities*.yaml", AuthoritiesFile),
    ("domains", "domains.yaml", DomainsFile),
    ("purposes", "purposes.yaml", PurposesFile),
    ("measures", "measures.yaml", MeasuresFile),
    ("benefits", "benefits*.yaml", BenefitsFile),
    ("court_registers", "court_registers*.yaml", CourtRegistersFile),
)
_MAY_BE_MISSING: Final = "court_registers"


@dataclass(slots=True)
class _Reading:
    """What was read so far: entries by section, where each stands, and what is wrong."""

    entries: dict[str, dict[str, Said]]
    places: dict[tuple[str | int, ...], Place]
    findings: list[Finding]

    def take(self, section: str, shape: type[BaseModel], data: bytes, file: str) -> None:
        """Take one file of a section."""
        try:
            node = read_yaml(data, file)
        except BadInput as refused:
            self.findings.extend(refused.findings)
            return
        known = positions(node)
        try:
            read = shape.model_validate(node.plain())
        except ValidationError as wrong:
            self.findings.extend(shape_findings(wrong, node, file))
            return
        for name, entry in getattr(read, section).items():
            place = Place(file, None, *position_of((section, name), known))
            if name in self.entries[section]:
                first = self.places[section, name]
                self.findings.append(found(CAT_TWICE, place, read=name, first=first.file))
                continue
            self.entries[section][name] = entry
            self._note_places(section, known, file, name)

    def _note_places(
        self, section: str, known: dict[tuple[str | int, ...], Position], file: str, name: str
    ) -> None:
        for path, at in known.items():
            if path[:2] == (section, name):
                self.places[path] = Place(file, None, *at)


def read_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue of a folder; without one, the catalogue that comes with Evenhand.

    Raises:
        BadInput: With every finding in every file.
    """
    where: Traversable = folder or files("evenhand").joinpath("shipped", "catalogue")
    listed = where.iterdir() if where.is_dir() else ()
    present = sorted((item for item in listed if item.is_file()), key=lambda f: f.name)
    reading = _Reading({section: {} for section, _, _ in _SECTIONS}, {}, [])
    reading.findings.extend(_strangers(present))
    for section, pattern, shape in _SECTIONS:
        matching = [item for item in present if fnmatch(item.name, pattern)]
        for item in matching:
            reading.take(section, shape, item.read_bytes(), item.name)
        if not matching and section != _MAY_BE_MISSING:
            reading.findings.append(found(CAT_FILE, Place(where.name), allowed=pattern))
    if not reading.findings:
        catalogue = _assembled(reading.entries)
        reading.findings.extend(check_catalogue(catalogue, reading.places))
        if not reading.findings:
            return catalogue
    raise _refused(reading.findings)


def _strangers(present: list[Traversable]) -> Iterator[Finding]:
    """Yield a finding for each YAML file that no section reads, with the nearest name that one would."""
    patterns = [pattern for _, pattern, _ in _SECTIONS]
    for item in present:
        if item.name.endswith((".yaml", ".yml")) and not any(
            fnmatch(item.name, pattern) for pattern in patterns
        ):
            nearest = get_close_matches(item.name, patterns, n=1, cutoff=0.0)[0]
            yield found(CAT_STRANGER, Place(item.name), read=item.name, nearest=nearest)


def _refused(findings: list[Finding]) -> BadInput:
    return BadInput(
        Text(
            zh=f"目录不能使用，发现 {len(findings)} 个问题。",
            en=f"The catalogue cannot be used; {len(findings)} things are wrong with it.",
        ),
        findings,
    )


def _assembled(entries: dict[str, dict[str, Said]]) -> Catalogue:
    return Catalogue(
        types={
            RecordType(name): _type(name, said)
            for name, said in entries["record_types"].items()
            if isinstance(said, SaidType)
        },
        authorities={
            AuthorityId(name): Authority(AuthorityId(name), _text(said.title), said.kind, said.uscc)
            for name, said in entries["authorities"].items()
            if isinstance(said, SaidAuthority)
        },
        domains=dict(_entries(entries["domains"])),
        purposes=dict(_entries(entries["purposes"])),
        measures=dict(_entries(entries["measures"])),
        benefits=dict(_entries(entries["benefits"])),
        court_registers={
            ListId(name): _court_register(name, said)
            for name, said in entries["court_registers"].items()
            if isinstance(said, SaidCourtRegister)
        },
    )


def _entries(said: dict[str, Said]) -> Iterator[tuple[str, CatalogueEntry]]:
    for name, entry in said.items():
        if isinstance(entry, SaidEntry):
            yield (
                name,
                CatalogueEntry(
                    name=name,
                    title=_text(entry.title),
                    legal_basis=_text(entry.legal_basis),
                    domain=entry.domain,
                    essential=entry.essential == "true",
                ),
            )


def _type(name: str, said: SaidType) -> TypeRule:
    return TypeRule(
        type=RecordType(name),
        title=_text(said.title),
        category=said.category,
        subjects=said.subjects,
        domain=said.domain,
        authorities=said.authorities,
        legal_basis=_text(said.legal_basis),
        article=said.article,
        adverse=said.adverse == "true",
        retention_months=said.retention_months,
        fields=tuple(
            FieldRule(field, _text(rule.title), rule.kind, rule.unit, rule.codes)
            for field, rule in said.fields.items()
        ),
        articles=tuple(CitedArticle(a.cites, a.severity, a.kind) for a in said.articles),
        affects=tuple(RecordType(affected) for affected in said.affects),
        correction=said.correction,
        for_study=said.for_study == "true",
        duty=said.duty == "true",
        list_entry=said.list_entry == "true",
        several=said.several == "true",
    )


def _court_register(name: str, said: SaidCourtRegister) -> CourtRegister:
    return CourtRegister(
        register=ListId(name),
        version=said.version,
        title=_text(said.title),
        court=AuthorityId(said.court),
        domain=said.domain,
        legal_basis=_text(said.legal_basis),
        article=said.article,
        finding=RecordType(said.finding),
        final_on=said.final_on,
        able=said.able,
        paid=RecordType(said.paid),
        part_payment=RecordType(said.part_payment),
        stay=RecordType(said.stay),
        payment_plan=RecordType(said.payment_plan),
        plan_broken=RecordType(said.plan_broken),
        stay_lifted=RecordType(said.stay_lifted) if said.stay_lifted else None,
        lasts_months=said.lasts_months,
        objection_days=said.objection_days,
        purposes=said.purposes,
    )


def _text(said: SaidText) -> Text:
    return Text(zh=said.zh, en=said.en)
