"""What a catalogue has to hold beyond its shape: names that exist, limits, the rights floor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeAlias

from evenhand.kernel.codes import uscc_passes
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import Catalogue, CourtRegister, FieldRule, TypeRule
from evenhand.sources.catalogue_findings import (
    CAT_ARTICLE_TWICE,
    CAT_CODES,
    CAT_CORRECTION,
    CAT_COURT,
    CAT_COURT_FIELD,
    CAT_COURT_TERM,
    CAT_COURT_TYPE,
    CAT_NO_DOMAIN,
    CAT_PROHIBITED,
    CAT_RELATION,
    CAT_RETENTION,
    CAT_UNIT,
    CAT_UNKNOWN_NAME,
    CAT_USCC,
)
from evenhand.sources.prohibited_names import prohibited_matter

LONGEST_RETENTION: Final = 60
"""Months; five years, as in the Shanghai and Shandong regulations and the Credit Reporting Regulation."""

LONGEST_STUDIED: Final = 132
"""Months, for types that no source may deliver: ten years and the year of hold after them (StVG § 29)."""

LONGEST_LISTED: Final = 36
"""Months that a debtor can be on a court's register (RF-3)."""

LEAST_OBJECTION: Final = 15
"""Days to object, after proven delivery (RF-10)."""

Places: TypeAlias = Mapping[tuple[str | int, ...], Place]

_NOWHERE: Final = Place()


def check_catalogue(catalogue: Catalogue, places: Places) -> Iterator[Finding]:
    """Yield everything that is wrong with a catalogue of the right shape.

    Args:
        catalogue: What was read.
        places: Where each part stands, by section, name and path within.
    """
    kinds = {authority.kind for authority in catalogue.authorities.values()}
    for rule in catalogue.types.values():
        yield from _check_names(rule, catalogue, kinds, places)
        yield from _check_limits(rule, places)
        yield from _check_matters(rule, places)
        yield from _check_fields(rule, places)
    for authority in catalogue.authorities.values():
        if authority.uscc and not uscc_passes(authority.uscc):
            at = _at(places, "authorities", authority.authority, "uscc")
            yield found(CAT_USCC, at, read=authority.uscc)
    for register in catalogue.court_registers.values():
        yield from _check_court_register(register, catalogue, places)
    for section, entries in (("measures", catalogue.measures), ("benefits", catalogue.benefits)):
        for entry in entries.values():
            at = _at(places, section, entry.name, "domain")
            if entry.domain:
                yield from _unknown(entry.domain, catalogue.domains, at)
            elif section == "measures":
                yield found(CAT_NO_DOMAIN, at, read=entry.name)


def _check_names(
    rule: TypeRule, catalogue: Catalogue, kinds: set[str], places: Places
) -> Iterator[Finding]:
    for index, kind in enumerate(rule.authorities):
        yield from _unknown(
            kind, kinds, _at(places, "record_types", rule.type, "authorities", index)
        )
    for index, affected in enumerate(rule.affects):
        at = _at(places, "record_types", rule.type, "affects", index)
        yield from _unknown(affected, catalogue.types, at)
    at = _at(places, "record_types", rule.type, "domain")
    if rule.domain:
        yield from _unknown(rule.domain, catalogue.domains, at)
    elif not rule.affects:
        yield found(CAT_NO_DOMAIN, at, read=rule.type)


@enforces("RF-12")
def _check_limits(rule: TypeRule, places: Places) -> Iterator[Finding]:
    longest = LONGEST_STUDIED if rule.for_study else LONGEST_RETENTION
    if not 1 <= rule.retention_months <= longest:
        at = _at(places, "record_types", rule.type, "retention_months")
        yield found(CAT_RETENTION, at, read=rule.retention_months, allowed=longest)
    if bool(rule.affects) != bool(rule.correction):
        yield found(CAT_CORRECTION, _at(places, "record_types", rule.type), read=rule.type)
    seen: set[str] = set()
    for index, article in enumerate(rule.articles):
        if article.cites in seen:
            at = _at(places, "record_types", rule.type, "articles", index)
            yield found(CAT_ARTICLE_TWICE, at, read=article.cites)
        seen.add(article.cites)


def _check_matters(rule: TypeRule, places: Places) -> Iterator[Finding]:
    here = ("record_types", rule.type)
    yield from _prohibited(rule.type, _at(places, *here))
    yield from _prohibited_text(rule.title, _at(places, *here, "title"))
    for index, article in enumerate(rule.articles):
        yield from _prohibited(article.kind, _at(places, *here, "articles", index, "kind"))
    for field in rule.fields:
        yield from _prohibited(field.field, _at(places, *here, "fields", field.field))
        yield from _prohibited_text(field.title, _at(places, *here, "fields", field.field, "title"))
        for index, code in enumerate(field.codes):
            yield from _prohibited(code, _at(places, *here, "fields", field.field, "codes", index))


@enforces("RF-3", "RF-10")
def _check_court_register(
    register: CourtRegister, catalogue: Catalogue, places: Places
) -> Iterator[Finding]:
    """Hold a court's register of debtors against the floor: whose it is, on what, for how long."""
    name = register.register

    def at(part: str) -> Place:
        return _at(places, "court_registers", name, part)

    if register.court not in catalogue.courts:
        allowed = ", ".join(sorted(catalogue.courts)) or "—"
        yield found(CAT_COURT, at("court"), read=register.court, allowed=allowed)
    yield from _unknown(register.domain, catalogue.domains, at("domain"))
    for purpose in register.purposes:
        yield from _unknown(purpose, catalogue.purposes, at("purposes"))
    if not 1 <= register.lasts_months <= LONGEST_LISTED:
        yield found(CAT_COURT_TERM, at("lasts_months"), read=register.lasts_months)
    if register.objection_days < LEAST_OBJECTION:
        yield found(CAT_COURT_TERM, at("objection_days"), read=register.objection_days)
    yield from _check_court_types(register, catalogue, at)


def _check_court_types(
    register: CourtRegister, catalogue: Catalogue, at: Callable[[str], Place]
) -> Iterator[Finding]:
    """Hold the record types that a court's register rests on against what they are there for."""
    finding = catalogue.types.get(register.finding)
    if finding is None:
        yield from _unknown(register.finding, catalogue.types, at("finding"))
        return
    of_people = set(finding.subjects) <= {"resident", "sole_trader"}
    if not (finding.adverse and of_people and finding.authorities == ("court",)):
        yield found(CAT_COURT_TYPE, at("finding"), read=register.finding)
    for part, kind in (("final_on", "day"), ("able", "flag")):
        named = finding.field(getattr(register, part))
        if named is None or named.kind != kind:
            yield found(CAT_COURT_FIELD, at(part), read=getattr(register, part), allowed=kind)
    for part in ("paid", "part_payment", "stay", "payment_plan", "plan_broken", "stay_lifted"):
        said = getattr(register, part)
        if said is None:
            continue
        rule = catalogue.types.get(said)
        if rule is None:
            yield from _unknown(said, catalogue.types, at(part))
        elif (
            rule.affects != (register.finding,)
            or rule.correction != "settles"
            or (rule.authorities != ("court",))
        ):
            yield found(CAT_COURT_TYPE, at(part), read=said)


def _check_fields(rule: TypeRule, places: Places) -> Iterator[Finding]:
    for field in rule.fields:
        at = _at(places, "record_types", rule.type, "fields", field.field)
        wrong = _codes_wrong(field)
        if wrong is not None:
            yield found(CAT_CODES, at, read=field.field, allowed=wrong)
        if field.kind == "amount" and not field.unit:
            yield found(CAT_UNIT, at, read=field.field)


def _codes_wrong(field: FieldRule) -> str | None:
    if field.kind != "code":
        return f"{field.kind} ≠ code" if field.codes else None
    if not field.codes:
        return "[ ]"
    twice = sorted({code for code in field.codes if field.codes.count(code) > 1})
    return f"2 × {', '.join(twice)}" if twice else None


def _prohibited_text(text: Text, at: Place) -> Iterator[Finding]:
    """Find a prohibited matter in either language of a title, once."""
    for said in (text.zh, text.en):
        findings = list(_prohibited(said, at))
        if findings:
            yield findings[0]
            return


def _prohibited(name: str, at: Place) -> Iterator[Finding]:
    matter = prohibited_matter(name)
    if matter is not None:
        kind = CAT_PROHIBITED if matter.rule == "RF-4" else CAT_RELATION
        yield found(kind, at, read=name, allowed=f"{matter.title.zh} / {matter.title.en}")


def _unknown(name: str, known: Collection[str], at: Place) -> Iterator[Finding]:
    if name not in known:
        nearest = get_close_matches(name, list(known), n=1, cutoff=0.0)
        yield found(
            CAT_UNKNOWN_NAME,
            at,
            read=name,
            nearest=nearest[0] if nearest else "—",
            allowed=", ".join(sorted(known)),
        )


def _at(places: Places, *path: str | int) -> Place:
    """Return where a path stands, or the longest part of it that a file has."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return _NOWHERE
