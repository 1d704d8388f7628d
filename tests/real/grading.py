"""Published outcomes held against a register of study: one question for each, on its own day."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from evenhand.kernel.periods import Clocks, Day, Moment, microseconds, moment
from evenhand.pipeline.inquiry import scheme_in_force
from evenhand.pipeline.opened import Opened
from evenhand.schemes.scheme import NOT_GRADED
from evenhand.scoring.questions import QUESTIONS
from evenhand.scoring.score import score

LATER = moment("2100-01-01T00:00:00Z")
"""After everything that a test delivers."""

Asked: TypeAlias = tuple[str, Day]
"""A number in a foreign register, and the day asked about."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the plan gives: points in thousandths, and a grade, a status or ``not_graded``."""

    points: int
    grade: str


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a worksheet as its body would: nothing for nothing."""
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(head)
        lines.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return path


def questions(asked: Iterable[tuple[int, Day]], known: Moment = LATER) -> pa.Table:
    """Ask about subjects, each on its day, in one order whatever the order given."""
    subjects, days = zip(*sorted(set(asked)), strict=True)
    moments = [microseconds(known)] * len(days)
    return pa.table([subjects, days, moments], names=QUESTIONS.names).cast(QUESTIONS)


def answers(table: pa.Table) -> dict[tuple[int, Day], Given]:
    """What came of each question."""
    columns = (table[name].to_pylist() for name in ("subject", "as_of", "points", "grade"))
    return {
        (subject, day): Given(points, grade or NOT_GRADED)
        for subject, day, points, grade in zip(*columns, strict=True)
    }


def graded(
    opened: Opened, scheme: str, asked: Iterable[Asked], known: Moment = LATER
) -> dict[Asked, Given]:
    """Grade what a register holds; whom it does not know is asked about as subject 0."""
    asked = set(asked)
    named = opened.register.vault.subject_of
    numbers = {number: int(named("register_number", number) or 0) for number, _ in asked}
    in_force = scheme_in_force(opened, scheme, Clocks(max(day for _, day in asked), known))
    wanted = questions(((numbers[number], day) for number, day in asked), known)
    with opened.engine(opened.knowledge(known)) as engine:
        given = answers(score(engine, in_force, wanted, opened.plans))
    return {(number, day): given[numbers[number], day] for number, day in asked}


def agreeing(given: Mapping[Asked, Given], published: Mapping[Asked, str]) -> int:
    """How many published grades come out."""
    return sum(given[asked].grade == grade for asked, grade in published.items())
