"""The rights floor for lists: records and not points, purposes, one domain, in proportion, an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day
from evenhand.rights.floor import enforces
from evenhand.schemes.check_scale import at, longer
from evenhand.schemes.ending_findings import DUTY_PRAISED
from evenhand.schemes.floor_findings import (
    LIST_WITHOUT_PURPOSE,
    LISTED_ON_POINTS,
    NO_WAY_OUT,
    OBJECTION_TOO_SHORT,
)
from evenhand.schemes.floor_persons import PERSONS
from evenhand.schemes.person_findings import PURPOSE_OF_OTHER_DOMAIN
from evenhand.schemes.proportion_findings import (
    ACCUMULATES_TOO_LONG,
    KINDS_MIXED,
    LASTS_TOO_LONG,
    MEASURE_OF_OTHER_DOMAIN,
    MINOR_ALONE,
    RECORD_OF_OTHER_DOMAIN,
    TOO_FEW_TIMES,
)
from evenhand.schemes.rule_findings import RED_WITH_BURDEN
from evenhand.schemes.scheme import (
    Condition,
    ListRule,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    Scheme,
)
from evenhand.schemes.values import KIND, SEVERITY
from evenhand.sources.catalogue import Catalogue, CitedArticle

SHORTEST_OBJECTION: Final = 15
LONGEST_ENTRY: Final = 36
FEWEST_TIMES: Final = 3
LONGEST_ACCUMULATION: Final = 24
"""Days (RF-10), months, records, months (RF-8)."""

SOME_DAY: Final = Day(2001, 1, 1)
"""Lengths of time are compared from this day on."""


@enforces("RF-6", "RF-8")
def rests_on_records(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A list of serious breaches rests on serious records, or minor ones of one kind, of its domain."""
    for index, rule in enumerate(scheme.lists):
        if rule.kind != "black":
            continue
        for place, trigger in enumerate(rule.enters_on):
            path = _path(scheme, index, place)
            if isinstance(trigger, OnGradeHeld):
                yield at(scheme, LISTED_ON_POINTS, *path, read=rule.list)
                continue
            its = catalogue.types[trigger.record].domain
            if its != rule.topic:
                values = {"read": trigger.record, "its": its, "allowed": rule.topic}
                yield at(scheme, RECORD_OF_OTHER_DOMAIN, *path, **values)
            if isinstance(trigger, OnAccumulation):
                yield from _accumulation(scheme, trigger, path)
            elif not _is_serious(trigger, catalogue):
                yield at(scheme, MINOR_ALONE, *path, read=trigger.record)


def _path(scheme: Scheme, index: int, place: int) -> tuple[str | int, ...]:
    """The path of one rule of a list, whether the file says ``any`` or gives one rule alone."""
    several = ("lists", index, "enters_on", "any", place)
    return several if several in scheme.origin.lines else ("lists", index, "enters_on")


def _accumulation(
    scheme: Scheme, trigger: OnAccumulation, path: tuple[str | int, ...]
) -> Iterator[Finding]:
    inside = (*path, "accumulates")
    if trigger.same != KIND:
        yield at(scheme, KINDS_MIXED, *inside, "same", read=trigger.same)
    if trigger.times < FEWEST_TIMES:
        values = {"read": trigger.times, "allowed": FEWEST_TIMES}
        yield at(scheme, TOO_FEW_TIMES, *inside, "times", **values)
    if longer(trigger.within, LONGEST_ACCUMULATION):
        longest, path = LONGEST_ACCUMULATION, (*inside, "within")
        yield at(scheme, ACCUMULATES_TOO_LONG, *path, read=trigger.within, allowed=longest)


def _is_serious(trigger: OnRecord, catalogue: Catalogue) -> bool:
    """Say whether every article that lets a record meet the conditions is a serious one."""
    articles = catalogue.types[trigger.record].articles
    meeting = [a for a in articles if all(_may_meet(c, a) for c in trigger.where)]
    graded = any(c.field in (SEVERITY, KIND) for c in trigger.where) or bool(articles)
    return graded and all(article.severity == "serious" for article in meeting)


def _may_meet(condition: Condition, article: CitedArticle) -> bool:
    """Say whether a record that cites an article may meet a condition, whatever its other fields."""
    if condition.field == SEVERITY:
        return article.severity in condition.values
    return condition.field != KIND or article.kind in condition.values


@enforces("RF-8")
def measures_in_domain(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A measure belongs to the domain of its list; a list of good conduct carries none."""
    for index, rule in enumerate(scheme.lists):
        if rule.kind == "red" and (rule.measures or rule.repair):
            yield at(scheme, RED_WITH_BURDEN, "lists", index, read=rule.list)
        for place, name in enumerate(rule.measures):
            its = catalogue.measures[name].domain
            if its != rule.topic:
                path = ("lists", index, "measures", place)
                values = {"read": name, "its": its, "allowed": rule.topic}
                yield at(scheme, MEASURE_OF_OTHER_DOMAIN, *path, **values)


@enforces("RF-8")
def praise_is_earned(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A list of good conduct is not entered on doing what was ordered."""
    for index, rule in enumerate(scheme.lists):
        for place, trigger in enumerate(rule.enters_on):
            if rule.kind == "black" or isinstance(trigger, OnGradeHeld):
                continue
            if catalogue.types[trigger.record].duty:
                path = _path(scheme, index, place)
                yield at(scheme, DUTY_PRAISED, *path, read=trigger.record, list=rule.list)


@enforces("RF-7")
def lists_have_purposes(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """A list names what it may be used for, and a list of serious breaches nothing outside its domain."""
    for index, rule in enumerate(scheme.lists):
        if not rule.purposes:
            yield at(scheme, LIST_WITHOUT_PURPOSE, "lists", index, read=rule.list)
        for place, name in enumerate(rule.purposes):
            its = catalogue.purposes[name].domain
            if rule.kind == "black" and its not in ("", rule.topic):
                path = ("lists", index, "purposes", place)
                values = {"read": name, "its": its, "allowed": rule.topic}
                yield at(scheme, PURPOSE_OF_OTHER_DOMAIN, *path, **values)


@enforces("RF-8", "RF-10", "RF-12")
def entries_end(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """An adverse entry leaves time to object, lasts three years at most and has a way out."""
    for index, rule in enumerate(scheme.lists):
        if rule.kind != "black":
            continue
        if rule.objection_days < SHORTEST_OBJECTION:
            path, days = ("lists", index, "objection"), rule.objection_days
            yield at(scheme, OBJECTION_TOO_SHORT, *path, read=days, allowed=SHORTEST_OBJECTION)
        if longer(rule.lasts, LONGEST_ENTRY):
            path = ("lists", index, "lasts")
            yield at(scheme, LASTS_TOO_LONG, *path, read=rule.lasts, allowed=LONGEST_ENTRY)
        if not _has_repair(rule) and scheme.subjects not in PERSONS:
            yield at(scheme, NO_WAY_OUT, "lists", index, read=rule.list)


def _has_repair(rule: ListRule) -> bool:
    """Say whether an entry can end early: repair that begins before the entry ends anyway."""
    if rule.repair is None:
        return False
    return rule.repair.after.after(SOME_DAY) < rule.lasts.after(SOME_DAY)


LIST_RULES: Final[tuple[Callable[[Scheme, Catalogue], Iterator[Finding]], ...]] = (
    rests_on_records,
    measures_in_domain,
    praise_is_earned,
    lists_have_purposes,
    entries_end,
)
