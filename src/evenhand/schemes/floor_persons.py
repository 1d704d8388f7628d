"""The rights floor for people: consent, benefits only, never below a newcomer, never ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.rights.floor import enforces
from evenhand.schemes.check_scale import at, looks, records_read
from evenhand.schemes.floor_findings import (
    BLACK_LIST_OF_PERSONS,
    ESSENTIAL_BENEFIT,
    FLOOR_IS_NOT_BASE,
    GRADE_BELOW_BASE,
    LOWER_IS_BETTER_FOR_PERSONS,
    NOT_OPT_IN,
    RECORD_GRADES_PERSON,
    RED_LIST_OF_PERSONS,
)
from evenhand.schemes.person_findings import (
    CONSENT_COUNTED,
    NEWCOMER_NOT_AT_BASE,
    PERSON_MEASURED_BY_CHANCES,
    PERSONS_RANKED,
    PERSONS_STAGED,
)
from evenhand.schemes.reach import Path, turning_days
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Dated, Scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import CONSENT

PERSONS: Final = ("resident", "sole_trader")
"""Subjects that are people; a sole trader is treated as a resident (RF-3)."""


@enforces("RF-1")
def consent(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A resident is scored only under a scheme that they have joined, and joining counts nothing."""
    if scheme.subjects in PERSONS and scheme.participation != "opt_in":
        yield at(scheme, NOT_OPT_IN, "participation", read=scheme.participation)
    for path, record in records_read(scheme):
        if record == CONSENT:
            yield at(scheme, CONSENT_COUNTED, *path, read=record)


@enforces("RF-2", "RF-3")
def benefits_only(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A resident's points and grade open benefits and nothing else; an essential service is none."""
    for index, benefit in enumerate(scheme.benefits):
        entry = catalogue.benefits.get(benefit.benefit)
        if entry is not None and entry.essential:
            path = ("benefits", index, "benefit")
            yield at(scheme, ESSENTIAL_BENEFIT, *path, read=benefit.benefit)
    if scheme.subjects not in PERSONS:
        return
    if scheme.scale.better == "lower":
        yield at(scheme, LOWER_IS_BETTER_FOR_PERSONS, "score", "better")
    for index, rule in enumerate(scheme.lists):
        kind = BLACK_LIST_OF_PERSONS if rule.kind == "black" else RED_LIST_OF_PERSONS
        yield at(scheme, kind, "lists", index, read=rule.list)
    for where, look in looks(scheme):
        if catalogue.types[look.record].adverse:
            yield at(scheme, RECORD_GRADES_PERSON, *where, "record", read=look.record)


@enforces("RF-2")
def never_measured_against_others(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Residents are neither ranked nor put into stages of measures nor divided by their chances."""
    if scheme.subjects not in PERSONS:
        return
    if scheme.scale.peers is not None:
        yield at(scheme, PERSONS_RANKED, "score", "peers")
    if scheme.scale.exposure is not None:
        yield at(scheme, PERSON_MEASURED_BY_CHANCES, "score", "exposure")
    if scheme.stages is not None:
        yield at(scheme, PERSONS_STAGED, "stages", read=scheme.stages.steps[0].stage)


@enforces("RF-2")
def newcomers_at_base(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A resident without records has the base: no factor gives or takes points by itself."""
    if scheme.subjects not in PERSONS:
        return
    given: list[tuple[Path, str, Dated | None, bool]] = []
    for index, factor in enumerate(scheme.factors):
        given.append((("factors", index, "starts"), factor.factor, factor.starts, False))
        given.append((("factors", index, "at_least"), factor.factor, factor.at_least, True))
    for index, part in enumerate(scheme.components):
        given.append((("components", index, "at_least"), part.component, part.at_least, True))
    for path, name, number, least in given:
        values = [] if number is None else [value for _, value in number.history]
        by_itself = [value for value in values if value > 0 or (value < 0 and not least)]
        for points in by_itself[:1]:
            yield at(scheme, NEWCOMER_NOT_AT_BASE, *path, read=name, points=decimal_text(points))


@enforces("RF-2")
def never_below_base(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A resident's points and grades never fall below what a newcomer has."""
    if scheme.subjects not in PERSONS:
        return
    scale, bases, said = scheme.scale, [], set()
    for day in turning_days(scheme):
        try:
            base = scale.base.on(day)
            floor = None if scale.floor is None else scale.floor.on(day)
        except ValueError:  # a history that starts late is refused by check_numbers
            continue
        bases.append(base)
        if floor != base and (floor, base) not in said:
            said.add((floor, base))
            read = "–" if floor is None else decimal_text(floor)
            path = ("score", "floor")
            yield at(scheme, FLOOR_IS_NOT_BASE, *path, read=read, allowed=decimal_text(base))
    for index, grade in enumerate(scheme.grades):
        if bases and scale.peers is None and grade.start < min(bases):
            values = {"from_points": decimal_text(grade.start), "allowed": decimal_text(min(bases))}
            yield at(scheme, GRADE_BELOW_BASE, "grades", index, read=grade.grade, **values)


PERSON_RULES: Final[tuple[Callable[[Scheme, Catalogue], Iterator[Finding]], ...]] = (
    consent,
    benefits_only,
    never_measured_against_others,
    newcomers_at_base,
    never_below_base,
)
