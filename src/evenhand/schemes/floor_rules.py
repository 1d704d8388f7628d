"""The rights floor, as far as one scheme file can break it; lists have their own in ``floor_lists``.

Each rule looks at the scheme as written, before any record exists. A first cut: it refuses what is
below the floor by its structure and proves nothing for every possible record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import ONE_DAY
from evenhand.rights.floor import enforces
from evenhand.schemes.check_scale import at, turning_days
from evenhand.schemes.floor_findings import (
    BLACK_LIST_OF_PERSONS,
    ESSENTIAL_BENEFIT,
    FACTOR_WITHOUT_END,
    FLOOR_IS_NOT_BASE,
    GRADE_BELOW_BASE,
    GRADE_WITHOUT_END,
    GRADES_WITHOUT_PURPOSE,
    LOWER_IS_BETTER_FOR_PERSONS,
    NOT_OPT_IN,
    OTHERS_CONDUCT,
    PRIVATE_PROGRAMME,
    PROHIBITED_MATTER,
    PUBLISHED_TOO_LATE,
    RECORD_GRADES_PERSON,
    RED_LIST_OF_PERSONS,
)
from evenhand.schemes.reach import is_adverse
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import NOT_GRADED, Scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.prohibited_names import prohibited_matter

PERSONS: Final = ("resident", "sole_trader")
"""Subjects that are people; a sole trader is treated as a resident (RF-3)."""

NOTICE_OF_RULES: Final = 30 * ONE_DAY
"""Between publication and the first day in force (RF-13)."""

PRIVATE_WORDS: Final = (
    *("sesame", "zhima", "loyalty", "bonus card", "payment score", "shopping score"),
    *("芝麻", "会员积分", "消费积分", "支付分", "购物积分", "平台信用分"),
)
"""What gives away a company's own programme (RF-15)."""


@enforces("RF-1")
def consent(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A resident is scored only under a scheme that they have joined."""
    if scheme.subjects in PERSONS and scheme.participation != "opt_in":
        yield at(scheme, NOT_OPT_IN, "participation", read=scheme.participation)


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
    for index, direct in enumerate(scheme.direct):
        for look in direct.looks:
            if catalogue.types[look.record].adverse:
                where = ("direct_grades", index, "when", "record")
                yield at(scheme, RECORD_GRADES_PERSON, *where, read=look.record)


@enforces("RF-2")
def never_below_base(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A resident's points and grades never fall below what a newcomer has."""
    if scheme.subjects not in PERSONS:
        return
    scale, bases = scheme.scale, []
    for day in turning_days(scale, scheme.in_force.start):
        try:
            base = scale.base.on(day)
            floor = None if scale.floor is None else scale.floor.on(day)
        except ValueError:  # a history that starts late is refused by check_numbers
            continue
        bases.append(base)
        if floor != base:
            read = "–" if floor is None else decimal_text(floor)
            path = ("score", "floor")
            yield at(scheme, FLOOR_IS_NOT_BASE, *path, read=read, allowed=decimal_text(base))
    for index, grade in enumerate(scheme.grades):
        if bases and grade.start < min(bases):
            values = {"from_points": decimal_text(grade.start), "allowed": decimal_text(min(bases))}
            yield at(scheme, GRADE_BELOW_BASE, "grades", index, read=grade.grade, **values)


@enforces("RF-4", "RF-9", "RF-15")
def prohibited_matters(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """No part of a scheme is about prohibited data, somebody else's conduct or a private programme."""
    for path, said in _names(scheme):
        matters = [(text, matter) for text in said if (matter := prohibited_matter(text))]
        for text, matter in matters[:1]:
            kind = PROHIBITED_MATTER if matter.rule == "RF-4" else OTHERS_CONDUCT
            values = {"matter_zh": matter.title.zh, "matter_en": matter.title.en}
            yield at(scheme, kind, *path, read=text, **values)
        private = [(text, w) for text in said for w in PRIVATE_WORDS if w in text.lower()]
        for text, word in private[:1]:
            yield at(scheme, PRIVATE_PROGRAMME, *path, read=text, matter=word)


def _names(scheme: Scheme) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
    """The names and titles of a scheme's parts, with the path of each part."""
    yield ("scheme",), (scheme.scheme,)
    yield ("title",), (scheme.title.zh, scheme.title.en)
    for i, factor in enumerate(scheme.factors):
        yield ("factors", i), (factor.factor, factor.title.zh, factor.title.en, factor.counts)
    for i, grade in enumerate(scheme.grades):
        if grade.title is not None:
            yield ("grades", i), (grade.title.zh, grade.title.en)
    for i, direct in enumerate(scheme.direct):
        yield (
            ("direct_grades", i),
            (
                direct.reason.zh,
                direct.reason.en,
                *(look.record for look in direct.looks),
            ),
        )
    for i, rule in enumerate(scheme.lists):
        yield ("lists", i), (rule.list, rule.title.zh, rule.title.en, rule.topic)


@enforces("RF-7")
def grades_have_purposes(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A grade names what it may be used for."""
    if scheme.grades and not scheme.grades_purposes:
        yield at(scheme, GRADES_WITHOUT_PURPOSE, "grades")


@enforces("RF-12")
def adverse_ends(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """What counts against somebody stops counting one day."""
    for index, factor in enumerate(scheme.factors):
        if factor.within is None and is_adverse(factor, scheme.scale):
            yield at(scheme, FACTOR_WITHOUT_END, "factors", index, read=factor.factor)
    best = (
        (scheme.grades[-1 if scheme.scale.better == "higher" else 0].grade,)
        if scheme.grades
        else ()
    )
    for index, direct in enumerate(scheme.direct):
        if any(look.within is None for look in direct.looks) and direct.grade not in best:
            grade = direct.grade or NOT_GRADED
            yield at(scheme, GRADE_WITHOUT_END, "direct_grades", index, read=grade)


@enforces("RF-13")
def published_in_time(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A scheme is published at least 30 days before it takes effect."""
    starts = scheme.in_force.start
    if scheme.published <= starts < scheme.published + NOTICE_OF_RULES:
        yield at(scheme, PUBLISHED_TOO_LATE, "published", read=scheme.published, allowed=starts)


FLOOR_RULES: Final[tuple[Callable[[Scheme, Catalogue], Iterator[Finding]], ...]] = (
    consent,
    benefits_only,
    never_below_base,
    prohibited_matters,
    grades_have_purposes,
    adverse_ends,
    published_in_time,
)
