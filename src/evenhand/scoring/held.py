"""Who held a grade on each month day for a time: the red-list rule that reads standings.

This is the only list rule that reads a grade, and it can only lead to a red list. A grade is held
only on days on which the scheme is in force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import pyarrow as pa

from evenhand.kernel.periods import Day, Span, months_before
from evenhand.schemes.scheme import OnGradeHeld, Scheme
from evenhand.scoring.questions import QUESTIONS

History: TypeAlias = Callable[[pa.Table], pa.Table]
"""Answers questions with standings, as ``score`` does with an engine and a scheme."""

Question: TypeAlias = tuple[int, Day, int]
"""A subject's number, a day asked about, microseconds of knowledge."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those whom nothing stands against under one rule on a grade held."""

    rule: OnGradeHeld
    questions: tuple[Question, ...]


@lru_cache(maxsize=256)
def month_days(as_of: Day, during: Span) -> tuple[Day, ...]:
    """The day asked about and the same day of each month before it, through the whole time."""
    return tuple(months_before(as_of, back) for back in range(during.months + 1))


def among(population: pa.Table, history: History) -> History:
    """Answer about some of a population as if about all of it: whoever ranks among peers needs them.

    Args:
        population: The questions that were asked together; those of one moment are one population.
        history: Answers questions.
    """
    everybody: dict[int, set[int]] = {}
    for row in population.select(["subject", "known"]).to_pylist():
        everybody.setdefault(row["known"], set()).add(row["subject"])

    def answer(questions: pa.Table) -> pa.Table:
        asked = {tuple(row.values()) for row in questions.select(QUESTIONS.names).to_pylist()}
        clocks = sorted({(as_of, known) for _, as_of, known in asked})
        rows = [
            (subject, as_of, known)
            for as_of, known in clocks
            for subject in sorted(everybody[known])
        ]
        columns = [
            pa.array(column, kind)
            for column, kind in zip(zip(*rows, strict=True), QUESTIONS.types, strict=True)
        ]
        found = history(pa.table(columns, QUESTIONS))
        keys = zip(*(found.column(name).to_pylist() for name in QUESTIONS.names), strict=True)
        return found.filter(pa.array([key in asked for key in keys], pa.bool_()))

    return answer


def held(
    scheme: Scheme, candidates: Sequence[Candidates], history: History
) -> list[list[Question]]:
    """For each rule, the candidates who had its grade on each month day, by what is known now.

    The day asked about is looked at for everybody, the days before it only for who had the grade
    then; each standing is asked for once, whatever the number of rules.
    """
    first = [_while_in_force(scheme, one) for one in candidates]
    today = _grades(history, (question for questions in first for question in questions))
    left = [
        {
            question: _before(one.rule, question)
            for question in questions
            if today.get(question) == one.rule.grade
        }
        for one, questions in zip(candidates, first, strict=True)
    ]
    asked = (back for months in left for backs in months.values() for back in backs)
    before = _grades(history, asked)
    return [
        [
            question
            for question, backs in months.items()
            if all(before.get(back) == one.rule.grade for back in backs)
        ]
        for one, months in zip(candidates, left, strict=True)
    ]


def _while_in_force(scheme: Scheme, one: Candidates) -> list[Question]:
    """The questions whose month days all lie in the time of the scheme."""
    lawful = {
        as_of
        for as_of in {as_of for _, as_of, _ in one.questions}
        if all(day in scheme.in_force for day in month_days(as_of, one.rule.during))
    }
    return [question for question in one.questions if question[1] in lawful]


def _before(rule: OnGradeHeld, question: Question) -> list[Question]:
    subject, as_of, known = question
    return [(subject, day, known) for day in month_days(as_of, rule.during)[1:]]


def _grades(history: History, questions: Iterable[Question]) -> dict[Question, str | None]:
    """The grade of each question, each asked once."""
    asked = sorted(set(questions))
    if not asked:
        return {}
    columns = [
        pa.array(column, kind)
        for column, kind in zip(zip(*asked, strict=True), QUESTIONS.types, strict=True)
    ]
    found = history(pa.table(columns, QUESTIONS)).to_pydict()
    keys = zip(found["subject"], found["as_of"], found["known"], strict=True)
    return dict(zip(keys, found["grade"], strict=True))
