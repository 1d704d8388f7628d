"""The rights floor, as far as one scheme file can break it: matters, purposes, ends, publication.

People have rules of their own in ``floor_persons``, lists in ``floor_lists``. Each rule looks at the
scheme as written, before any record exists: it refuses what is below the floor by its structure and
proves nothing for every possible record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import ONE_DAY
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces
from evenhand.schemes.check_scale import at, longer, records_read
from evenhand.schemes.ending_findings import (
    CEILING_WITHOUT_END,
    COUNTED_FOR_STUDY,
    EMERGENCY_LISTS,
    EMERGENCY_TOO_LONG,
    EMERGENCY_WITHOUT_END,
    OPEN_ENDED,
    SINCE_OUTLIVES_RECORDS,
    STARTS_AGAINST,
)
from evenhand.schemes.floor_findings import (
    FACTOR_WITHOUT_END,
    GRADE_WITHOUT_END,
    GRADES_WITHOUT_PURPOSE,
    OTHERS_CONDUCT,
    PRIVATE_PROGRAMME,
    PROHIBITED_MATTER,
    PUBLISHED_TOO_LATE,
)
from evenhand.schemes.floor_persons import PERSON_RULES, PERSONS
from evenhand.schemes.person_findings import GRADE_OPENS_NOTHING, HEARSAY, LIST_ENTRY_READ
from evenhand.schemes.reach import Path, is_adverse
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import NOT_GRADED, Dated, Look, Scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.prohibited_names import prohibited_matter

NOTICE_OF_RULES: Final = 30 * ONE_DAY
"""Between publication and the first day in force (RF-13)."""

LONGEST_EMERGENCY: Final = 180
"""Days in force of an emergency scheme (RF-13)."""

OPENING: Final = ("benefit-entitlement", "own-report")
"""Purposes that a resident's grade may have (RF-2, RF-7)."""

PRIVATE_WORDS: Final = (
    *("sesame", "zhima", "loyalty", "bonus card", "payment score", "shopping score"),
    *("芝麻", "会员积分", "消费积分", "支付分", "购物积分", "平台信用分"),
)
"""What gives away a company's own programme (RF-15)."""

HEARSAY_WORDS: Final = (
    *("hearsay", "rumour", "neighbour report", "reported by neighbour", "reports by neighbour"),
    *("report by a neighbour", "report of a neighbour", "neighbours' report", "neighbour's report"),
    *("informant", "anonymous report", "grid worker", "information gatherer", "denunciation"),
    *(
        "网格员",
        "邻居举报",
        "邻里举报",
        "邻居反映",
        "群众举报",
        "匿名举报",
        "信息采集员",
        "传闻",
        "告密",
    ),
)
"""What gives away that no administrative document is behind a part (RF-5)."""

OPEN_WORDS: Final = (
    *("by circumstances", "by the circumstances", "at discretion", "discretionary", "case by case"),
    *("as appropriate", "as the office sees fit", "and the like"),
    *("视情形", "视情况", "视情节", "酌情", "其他情形", "其他失信行为", "另行认定"),
)
"""What gives away that an official fills in afterwards what a part counts (RF-13)."""

WORDS: Final = (
    (PRIVATE_PROGRAMME, PRIVATE_WORDS),
    (HEARSAY, HEARSAY_WORDS),
    (OPEN_ENDED, OPEN_WORDS),
)


@enforces("RF-4", "RF-5", "RF-9", "RF-13", "RF-15")
def prohibited_matters(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """No part is about prohibited data, hearsay, somebody else, a private programme, or anything."""
    for path, said in _names(scheme):
        matters = [(text, matter) for text in said if (matter := prohibited_matter(text))]
        for text, matter in matters[:1]:
            kind = PROHIBITED_MATTER if matter.rule == "RF-4" else OTHERS_CONDUCT
            values = {"matter_zh": matter.title.zh, "matter_en": matter.title.en}
            yield at(scheme, kind, *path, read=text, **values)
        for kind, words in WORDS:
            told = [(text, word) for text in said for word in words if word in _plain(text)]
            for text, word in told[:1]:
                yield at(scheme, kind, *path, read=text, matter=word)


def _plain(text: str) -> str:
    """A name or title in small letters, its words apart."""
    return text.lower().replace("-", " ").replace("_", " ").replace("’", "'")


def _names(scheme: Scheme) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The names, titles and reasons of a scheme's parts, with the path of each part."""
    yield ("scheme",), (scheme.scheme,)
    yield ("title",), _both(scheme.title)
    for i, factor in enumerate(scheme.factors):
        yield ("factors", i), (factor.factor, *_both(factor.title), factor.counts)
    for i, part in enumerate(scheme.components):
        yield ("components", i), (part.component, *_both(part.title))
    for i, total in enumerate(scheme.totals):
        yield ("totals", i), (total.total, *_both(total.title))
    for i, grade in enumerate(scheme.grades):
        yield ("grades", i), _both(grade.title)
    for i, direct in enumerate(scheme.direct):
        of = (look.record for look in direct.looks)
        yield ("direct_grades", i), (*_both(direct.title), *_both(direct.reason), *of)
    for i, ceiling in enumerate(scheme.ceilings):
        of = (look.record for look in ceiling.looks)
        yield ("ceilings", i), (*_both(ceiling.reason), *of)
    for i, stage in enumerate(scheme.stages.steps if scheme.stages else ()):
        yield ("stages", "steps", i), (stage.stage, *_both(stage.title))
    for i, benefit in enumerate(scheme.benefits):
        yield ("benefits", i), (*_both(benefit.title), benefit.by)
    for i, rule in enumerate(scheme.lists):
        yield ("lists", i), (rule.list, *_both(rule.title), rule.topic)


def _both(text: Text | None) -> tuple[str, ...]:
    return () if text is None else (text.zh, text.en)


@enforces("RF-7")
def grades_have_purposes(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A grade names what it may be used for; a resident's opens benefits and nothing else."""
    if scheme.grades and not scheme.grades_purposes:
        yield at(scheme, GRADES_WITHOUT_PURPOSE, "grades")
    for place, name in enumerate(scheme.grades_purposes):
        if scheme.subjects in PERSONS and name not in OPENING:
            yield at(scheme, GRADE_OPENS_NOTHING, "grades_purposes", place, read=name)


@enforces("RF-7")
def entries_are_no_input(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """No scheme reads the entries of a list as records."""
    for path, record in records_read(scheme):
        if catalogue.types[record].list_entry:
            yield at(scheme, LIST_ENTRY_READ, *path, read=record)


@enforces("RF-12")
def adverse_ends(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """What a factor counts against somebody stops counting one day, whatever fades in between."""
    for index, factor in enumerate(scheme.factors):
        if not is_adverse(factor, scheme.scale):
            continue
        path: Path = ("factors", index)
        if factor.within is None:
            yield at(scheme, FACTOR_WITHOUT_END, *path, read=factor.factor)
            continue
        kept = catalogue.types[factor.counts].retention_months
        if factor.since is not None and longer(factor.within, kept):
            values = {"since": factor.since, "window": factor.within, "type": factor.counts}
            read = factor.factor
            yield at(scheme, SINCE_OUTLIVES_RECORDS, *path, read=read, allowed=kept, **values)


@enforces("RF-12")
def records_leave(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """What is kept for study, longer than a register keeps anything, is counted by no other scheme."""
    for path, record in records_read(scheme):
        if scheme.kind != "reproduction" and catalogue.types[record].for_study:
            yield at(scheme, COUNTED_FOR_STUDY, *path, read=record)


@enforces("RF-12")
def grades_end(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A record that gives a grade by itself, or keeps one down, does not do so for ever."""
    best = (
        scheme.grades[-1 if scheme.scale.better == "higher" else 0].grade if scheme.grades else ""
    )
    for index, direct in enumerate(scheme.direct):
        if _without_end(direct.looks) and direct.grade != best:
            grade = direct.grade or NOT_GRADED
            yield at(scheme, GRADE_WITHOUT_END, "direct_grades", index, read=grade)
    for index, ceiling in enumerate(scheme.ceilings):
        if _without_end(ceiling.looks) and ceiling.not_above != best:
            yield at(scheme, CEILING_WITHOUT_END, "ceilings", index, read=ceiling.not_above)


def _without_end(looks: tuple[Look, ...]) -> bool:
    """Say whether all looks that a record meets are met for ever; a lack of records ends with one."""
    by_records = [look for look in looks if look.fewer_than is None]
    return bool(by_records) and all(look.within is None for look in by_records)


@enforces("RF-12")
def nothing_against_by_itself(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """No factor or component counts against its subject without any record."""
    lower = scheme.scale.better == "lower"
    given: list[tuple[Path, str, Dated | None]] = []
    for index, factor in enumerate(scheme.factors):
        given.append((("factors", index, "starts"), factor.factor, factor.starts))
        if lower:
            given.append((("factors", index, "at_least"), factor.factor, factor.at_least))
    for index, part in enumerate(scheme.components):
        if lower:
            given.append((("components", index, "at_least"), part.component, part.at_least))
    if scheme.subjects in PERSONS:
        return  # newcomers_at_base says more
    for path, name, number in given:
        values = [] if number is None else [value for _, value in number.history]
        for points in [value for value in values if (value > 0 if lower else value < 0)][:1]:
            yield at(scheme, STARTS_AGAINST, *path, read=name, points=decimal_text(points))


@enforces("RF-13")
def published_in_time(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A scheme is published at least 30 days before it takes effect; one for an emergency may start."""
    starts = scheme.in_force.start
    if not scheme.emergency and scheme.published <= starts < scheme.published + NOTICE_OF_RULES:
        yield at(scheme, PUBLISHED_TOO_LATE, "published", read=scheme.published, allowed=starts)


@enforces("RF-13")
def emergency_is_short(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """An emergency scheme ends within 180 days and makes no adverse list."""
    if not scheme.emergency:
        return
    force = scheme.in_force
    if force.stop is None:
        yield at(scheme, EMERGENCY_WITHOUT_END, "in_force")
    elif (days := (force.stop - force.start).days) > LONGEST_EMERGENCY:
        path = ("in_force", "until")
        yield at(scheme, EMERGENCY_TOO_LONG, *path, read=days, allowed=LONGEST_EMERGENCY)
    for index, rule in enumerate(scheme.lists):
        if rule.kind == "black":
            yield at(scheme, EMERGENCY_LISTS, "lists", index, read=rule.list)


FLOOR_RULES: Final[tuple[Callable[[Scheme, Catalogue], Iterator[Finding]], ...]] = (
    *PERSON_RULES,
    prohibited_matters,
    grades_have_purposes,
    entries_are_no_input,
    adverse_ends,
    records_leave,
    grades_end,
    nothing_against_by_itself,
    published_in_time,
    emergency_is_short,
)
