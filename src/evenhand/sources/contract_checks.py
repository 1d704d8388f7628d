"""Hold a source contract against the catalogue and the rights floor.

Each check is a generator of flaws, whose paths are relative to the part that it was given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue, TypeRule
from evenhand.sources.contract import (
    CONSENT,
    ROLES,
    STATES,
    SUBJECT_WORDS,
    Column,
    Contract,
    Layout,
    Role,
    SheetRule,
    plain_head,
)
from evenhand.sources.contract_findings import (
    SRC_FOR_STUDY,
    SRC_MISFIT,
    SRC_MISSING,
    SRC_NOT_THEIRS,
    SRC_PROHIBITED,
    SRC_REPRODUCTION,
    SRC_ROLE_MISSING,
    SRC_SAME_HEAD,
    SRC_SAME_NAME,
    SRC_SUBJECTS,
    SRC_UNKNOWN_NAME,
    SRC_VALUE,
)
from evenhand.sources.day_rules import DAY_RULES
from evenhand.sources.prohibited_names import prohibited_matter
from evenhand.sources.strict_yaml import Path

ACTS: Final = ("given", "withdrawn")
_CODED_ROLES: Final = frozenset({"subject_kind", "state", "authority", "scheme", "act"})
_PEOPLE_BEHIND: Final = "people behind"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a contract, where in it, and what the finding quotes."""

    kind: Kind
    path: Path
    values: dict[str, str] = field(default_factory=dict)

    def under(self, path: Path) -> Flaw:
        """Return the same flaw, seen from further up."""
        return replace(self, path=(*path, *self.path))


def unknown(name: str, names: Iterable[str], path: Path) -> Flaw:
    """Make the flaw of a name that nothing defines, with the nearest that something does."""
    nearest = get_close_matches(name, sorted(names), n=1, cutoff=0.0)
    return Flaw(SRC_UNKNOWN_NAME, path, {"read": name, "nearest": nearest[0] if nearest else "—"})


@enforces("RF-4")
def contract_flaws(contract: Contract, catalogue: Catalogue) -> Iterator[Flaw]:
    """What is wrong with the contract as a whole."""
    if contract.authority not in catalogue.authorities:
        yield unknown(contract.authority, catalogue.authorities, ("authority",))
    for key, heads in (("waived", contract.waived), ("unused", contract.unused)):
        for index, head in enumerate(heads):
            matter = prohibited_matter(head)
            if matter and not (key == "waived" and _PEOPLE_BEHIND in matter.title.en):
                yield Flaw(SRC_PROHIBITED, (key, index), {"read": head, "allowed": matter.title.en})
    names = [sheet.sheet for sheet in contract.sheets]
    names += [name for sheet in contract.sheets for name in sheet.names]
    for name in _repeated(names):
        yield Flaw(SRC_SAME_NAME, ("sheets",), {"read": name})
    fields = {c.field for s in contract.sheets for layout in s.layouts for c in layout.columns}
    for name in contract.expects.filled:
        if name not in fields:
            yield unknown(name, fields, ("expects", "filled", name))


def sheet_flaws(sheet: SheetRule, contract: Contract, catalogue: Catalogue) -> Iterator[Flaw]:
    """What is wrong with a sheet, its layouts aside."""
    rule = catalogue.types.get(sheet.record)
    if rule is None and sheet.record != CONSENT:
        yield unknown(sheet.record, [*catalogue.types, CONSENT], ("record",))
        return
    yield from _for_study(rule)
    if not sheet.layouts:
        yield Flaw(SRC_MISSING, (), {"read": sheet.sheet, "allowed": "layouts"})
    for version in _repeated(layout.version for layout in sheet.layouts):
        yield Flaw(SRC_SAME_NAME, ("layouts",), {"read": version})
    issuer = sheet.constants.authority or contract.authority
    authority = catalogue.authorities.get(issuer)
    if authority is None and sheet.constants.authority:
        yield unknown(issuer, catalogue.authorities, ("constants", "authority"))
    if rule and authority and authority.kind not in rule.authorities:
        kinds = ", ".join(rule.authorities)
        yield Flaw(SRC_NOT_THEIRS, ("record",), {"read": issuer, "allowed": kinds})
    about = set(rule.subjects) if rule else {"resident"}
    fits = "resident" in about if contract.about_residents else bool(about - {"resident"})
    if not fits:
        yield Flaw(SRC_SUBJECTS, ("record",), {"read": sheet.record, "allowed": contract.subjects})
    if contract.kind != "reproduction":
        if sheet.document_of:
            yield Flaw(SRC_REPRODUCTION, ("document_of",), {"read": "document_of"})
        if sheet.constants.decided_on:
            yield Flaw(SRC_REPRODUCTION, ("constants", "decided_on"), {"read": "decided_on"})
    fields = {column.field for layout in sheet.layouts for column in layout.columns}
    for index, name in enumerate(sheet.document_of):
        if name not in fields:
            yield unknown(name, fields, ("document_of", index))


@enforces("RF-12")
def _for_study(rule: TypeRule | None) -> Iterator[Flaw]:
    """What is kept for longer than a register may keep it, no source delivers."""
    if rule and rule.for_study:
        kept = str(rule.retention_months)
        yield Flaw(SRC_FOR_STUDY, ("record",), {"read": rule.type, "allowed": kept})


@enforces("RF-5")
def layout_flaws(layout: Layout, sheet: SheetRule, contract: Contract) -> Iterator[Flaw]:
    """What is wrong with a layout as a whole: claims to one head, columns that must be there."""
    closed = {plain_head(h): "waived" for h in contract.waived}
    closed |= {plain_head(h): "unused" for h in contract.unused}
    claims: dict[str, str] = {}
    first: dict[str, Column] = {}
    for index, column in enumerate(layout.columns):
        other_way = first.setdefault(column.field, column)
        if (other_way.role, other_way.scheme) != (column.role, column.scheme):
            yield Flaw(SRC_SAME_NAME, ("columns", index, "field"), {"read": column.field})
        for number, spelling in enumerate(column.spellings):
            head = plain_head(spelling)
            other = closed.get(head) or claims.get(head)
            path = ("columns", index, "spellings", number)
            if other:
                both = f"{other}, {column.field}"
                yield Flaw(SRC_SAME_HEAD, path, {"read": spelling, "allowed": both})
            claims.setdefault(head, column.field)
    for role in _needed_roles(sheet, contract):
        if not any(c.required or role == "identifier" for c in layout.with_role(role)):
            yield Flaw(SRC_ROLE_MISSING, (), {"read": layout.version, "allowed": role})


def _needed_roles(sheet: SheetRule, contract: Contract) -> tuple[Role, ...]:
    if contract.kind == "reproduction":
        return ("identifier",)
    if sheet.record == CONSENT:
        by_row: tuple[Role, ...] = () if sheet.constants.scheme else ("scheme",)
        return ("identifier", "document", "decided_on", "act", *by_row)
    return ("identifier", "document", "decided_on")


@enforces("RF-4")
def column_flaws(
    column: Column, sheet: SheetRule, contract: Contract, catalogue: Catalogue
) -> Iterator[Flaw]:
    """What is wrong with one column."""
    if not (column.role == "identifier" and contract.about_residents):
        for index, said in enumerate((column.field, *column.spellings)):
            matter = prohibited_matter(said)
            if matter:
                path: Path = ("spellings", index - 1) if index else ("field",)
                yield Flaw(SRC_PROHIBITED, path, {"read": said, "allowed": matter.title.en})
    if column.scheme and column.role == "identifier":
        if (column.scheme == "resident") != contract.about_residents:
            yield Flaw(
                SRC_SUBJECTS, ("scheme",), {"read": column.scheme, "allowed": contract.subjects}
            )
    elif column.scheme:
        yield Flaw(SRC_MISFIT, ("scheme",), {"read": column.field, "allowed": "scheme"})
    rule = catalogue.types.get(sheet.record)
    if column.role != "field" or (rule and rule.field(column.field)):
        yield from _reading_flaws(column, sheet, catalogue)
    elif rule:
        yield unknown(column.field, [*(f.field for f in rule.fields), *ROLES], ("field",))


def _reading_flaws(column: Column, sheet: SheetRule, catalogue: Catalogue) -> Iterator[Flaw]:
    """What is wrong with how a column's cells are to be read."""
    if column.unit and column.kind != "amount":
        yield Flaw(SRC_MISFIT, ("unit",), {"read": column.field, "allowed": "unit"})
    rule = catalogue.types.get(sheet.record)
    known = rule.field(column.field) if rule else None
    if column.kind == "amount" and known and (known.unit == "yuan") != bool(column.unit):
        kind = SRC_MISFIT if column.unit else SRC_MISSING
        yield Flaw(kind, ("unit",), {"read": column.field, "allowed": "unit"})
    if column.fines and column.role != "text":
        yield Flaw(SRC_MISFIT, ("fines",), {"read": column.field, "allowed": "fines"})
    elif column.fines and rule:
        amounts = [f.field for f in rule.fields if f.kind == "amount" and f.unit == "yuan"]
        if column.fines not in amounts:
            yield unknown(column.fines, amounts, ("fines",))
    if column.dates and not column.is_day:
        yield Flaw(SRC_MISFIT, ("dates",), {"read": column.field, "allowed": "dates"})
    for index, name in enumerate(column.dates):
        if name not in DAY_RULES:
            listed = ", ".join(DAY_RULES)
            yield Flaw(SRC_VALUE, ("dates", index), {"read": name, "allowed": listed})
    yield from _code_flaws(column, sheet, catalogue)


def _code_flaws(column: Column, sheet: SheetRule, catalogue: Catalogue) -> Iterator[Flaw]:
    """What is wrong with what a column's codes mean."""
    coded = column.kind in ("code", "flag") or column.role in _CODED_ROLES
    if column.codes and not coded:
        yield Flaw(SRC_MISFIT, ("codes",), {"read": column.field, "allowed": "codes"})
        return
    allowed = _meanings(column, sheet, catalogue)
    if not column.codes and column.role in ("subject_kind", "state", "act", "authority"):
        yield Flaw(SRC_MISSING, (), {"read": column.field, "allowed": "codes"})
    meant: dict[str, str] = {}
    for spelling, meaning in column.codes.items():
        if meant.setdefault(plain_head(spelling), meaning) != meaning:
            yield Flaw(SRC_SAME_NAME, ("codes", spelling), {"read": spelling})
        if allowed and meaning not in allowed:
            listed = ", ".join(allowed[:12])
            yield Flaw(SRC_VALUE, ("codes", spelling), {"read": meaning, "allowed": listed})


def _meanings(column: Column, sheet: SheetRule, catalogue: Catalogue) -> tuple[str, ...]:
    """What a code of the column may mean; empty where nothing closes the list."""
    if column.role == "state":
        return STATES
    if column.role == "subject_kind":
        return SUBJECT_WORDS
    if column.role == "act":
        return ACTS
    rule = catalogue.types.get(sheet.record)
    if column.role == "authority":
        may = [a for a in catalogue.authorities.values() if not rule or a.kind in rule.authorities]
        return tuple(str(authority.authority) for authority in may)
    if column.kind == "flag":
        return ("true", "false")
    field_rule = rule.field(column.field) if rule else None
    return field_rule.codes if field_rule else ()


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
