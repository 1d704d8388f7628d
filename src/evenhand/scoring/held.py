"""Who held a grade on each month day for a time: the red-list rule that reads standings.

This is the only list rule that reads a grade, and it can only lead to a red list. A grade is held
only on days on which the scheme is in force.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.periods import Day, Span, months_before
from evenhand.schemes.scheme import Scheme
from evenhand.scoring.questions import ask_all

History: TypeAlias = Callable[[pa.Table], pa.Table]
"""Answers questions with standings, as ``score`` does with an engine and a scheme."""


def month_days(as_of: Day, during: Span) -> tuple[Day, ...]:
    """The day asked about and the same day of each month before it, through the whole time."""
    return tuple(months_before(as_of, back) for back in range(during.months + 1))


def held(
    scheme: Scheme,
    grade: str,
    days: Sequence[Day],
    candidates: pa.Array,
    known: int,
    history: History,
) -> pa.Array:
    """The candidates who had the grade on each of the days, by what is known now.

    The first day is asked for everybody, the others only for who had the grade on the first.
    """
    if not all(day in scheme.in_force for day in days):
        return candidates.slice(0, 0)
    left = _with_grade(history(ask_all(candidates, days[0], known)), grade, 1)
    if len(days) > 1 and len(left):
        asked = pa.concat_tables([ask_all(left, day, known) for day in days[1:]])
        left = _with_grade(history(asked), grade, len(days) - 1)
    return left


def _with_grade(standings: pa.Table, grade: str, times: int) -> pa.Array:
    """The subjects who have a grade so many times, in order of their numbers."""
    graded = standings.filter(pc.equal(standings.column("grade"), grade))
    counted = graded.group_by("subject").aggregate([("subject", "count")])
    enough = counted.filter(pc.equal(counted.column("subject_count"), times))
    return enough.sort_by("subject").column("subject").combine_chunks()
