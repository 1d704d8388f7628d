"""Which rules of a list somebody's records meet, or a grade held for a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from evenhand.kernel.periods import Day, months_before
from evenhand.schemes.scheme import ListRule, ListTrigger, OnAccumulation, OnGradeHeld, OnRecord
from tests.reference import records
from tests.reference.interpreter import Interpreter
from tests.reference.world import Question, Row

Ground = tuple[int, str, int, tuple[int, ...]]
"""Subject, list, place of the rule in it from 1, records."""


def grounds(
    of: Interpreter, population: Collection[int], as_of: Day, known_at: int
) -> list[Ground]:
    """Every ground, one adverse ground for each document."""
    found: list[Ground] = []
    for subject in sorted(population):
        asked = of.question(subject, as_of, known_at)
        used: set[int] = set()
        for rule in of.scheme.lists:
            for place, trigger in enumerate(rule.enters_on, 1):
                for rows in met(asked, rule, trigger):
                    documents = {row["document"] for row in rows} - {None}
                    if rule.kind == "black" and documents & used:
                        continue
                    if rule.kind == "black":
                        used |= documents
                    numbers = tuple(sorted(row["record"] for row in rows))
                    found.append((subject, str(rule.list), place, numbers))
    return sorted(found + by_grade(of, population, as_of, known_at))


def met(asked: Question, rule: ListRule, trigger: ListTrigger) -> Iterator[list[Row]]:
    """The records of each ground under one rule that reads records, the oldest ground first."""
    if isinstance(trigger, OnGradeHeld):
        return
    able = [row for row in asked.rows if speaks(asked, rule, trigger, row)]
    able.sort(key=lambda row: (row["happened"], row["known"], row["record"]))
    if isinstance(trigger, OnRecord):
        complete = [[row] for row in able]
    else:
        complete = list(together(trigger, rule, able, rule.lasts.before(asked.as_of)))
    complete.sort(key=lambda rows: (rows[-1]["happened"], sorted(row["record"] for row in rows)))
    for rows in complete:
        if rows[-1]["happened"] > rule.lasts.before(asked.as_of):
            yield rows


def speaks(asked: Question, rule: ListRule, trigger: OnRecord | OnAccumulation, row: Row) -> bool:
    """Say whether a record counts towards a rule; one that is not sure never towards a black list."""
    if row["type"] != trigger.record or records.stands(asked, row):
        return False
    if rule.kind == "black" and records.weak(asked, row):
        return False
    return records.meets_all(row, trigger.where)


def together(
    trigger: OnAccumulation, rule: ListRule, able: list[Row], after: Day
) -> Iterator[list[Row]]:
    """The last so many records of each kind that came together within the time."""
    kinds: dict[Any, list[Row]] = {}
    for row in able:
        same = records.value(row, trigger.same)
        if same is not None and (row["adverse"] or rule.kind != "black"):
            kinds.setdefault(same, []).append(row)
    for group in kinds.values():
        for end in range(len(group), 0, -1):
            last = group[end - 1]["happened"]
            back = trigger.within.before(last)
            inside = [row for row in group[:end] if row["happened"] > back]
            if len(inside) >= trigger.times and last > after:
                yield inside[-trigger.times :]
                break


def by_grade(
    of: Interpreter, population: Collection[int], as_of: Day, known_at: int
) -> list[Ground]:
    """Who held a grade on each month day, by what is known now, with no record against it."""
    found: list[Ground] = []
    had: dict[Day, dict[int, str | None]] = {}
    for rule in of.scheme.lists:
        for place, trigger in enumerate(rule.enters_on, 1):
            if not isinstance(trigger, OnGradeHeld):
                continue
            days = [months_before(as_of, back) for back in range(trigger.during.months + 1)]
            if not all(day in of.scheme.in_force for day in days):
                continue
            for day in days:
                if day not in had:
                    answers = of.answers(population, day, known_at)
                    had[day] = {who: answer.grade for who, answer in answers.items()}
            for who in population:
                held = all(had[day][who] == trigger.grade for day in days)
                if held and not against(of.question(who, as_of, known_at), trigger):
                    found.append((who, str(rule.list), place, ()))
    return found


def against(asked: Question, trigger: OnGradeHeld) -> bool:
    """Say whether a sure record of a named type lies in the time."""
    return any(
        row["type"] in trigger.without
        and row["happened"] > trigger.during.before(asked.as_of)
        and not records.stands(asked, row)
        and not records.weak(asked, row)
        for row in asked.rows
    )
