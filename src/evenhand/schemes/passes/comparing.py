"""Two schemes in one plan: how far each subject's points and grade move, and which part moves them.

Records face the factors of both schemes at once, and are summed once; a factor that both have moves
nobody. Only what comes after the caps is done for each of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import ibis

from evenhand.relational.engine import Kind
from evenhand.schemes.days import Days
from evenhand.schemes.pair import SIDES, Pair
from evenhand.schemes.passes.counting import counted, faced, matching
from evenhand.schemes.passes.exposing import exposed
from evenhand.schemes.passes.facing import asked
from evenhand.schemes.passes.grading import graded, named
from evenhand.schemes.passes.ranking import ranked
from evenhand.schemes.passes.sharing import shared
from evenhand.schemes.passes.summing import UNCAPPED, Capped, bounded, capped, totals
from evenhand.schemes.passes.terms import Relation, Term, by_number, literal
from evenhand.schemes.passes.totalling import with_own_total

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("question", "int64"),
    ("part", "int64"),
    ("points", "int64"),
    ("before", "string"),
    ("after", "string"),
)
"""Two sorts of rows, all points in thousandths.

Without a part, one row for each question: how much more points the new scheme gives, and the grade
before and after. With a part (its place in ``Pair.parts``): how much more that part adds; a part may
have several such rows, which sum. What is left of the points' change is the scale's.
"""

_COMMON: Final = -1
"""The part of all factors that both schemes have."""


@dataclass(frozen=True)
class _Side:
    """One of the two schemes in the making.

    Attributes:
        rows: What the caps left: ``question``, ``slot`` and ``points``; None without any factor.
        slots: The slot of each of its factors.
        apart: The factors, by number, that the other scheme has not.
        earned: What each question earned by all factors, where none needs a total of its own.
    """

    days: Days
    rows: Relation | None
    slots: tuple[int, ...]
    apart: tuple[int, ...]
    earned: Relation | None = None


_Sides: TypeAlias = tuple[_Side, _Side]


def compared(pair: Pair, of: Relation) -> Relation:
    """Every question under both schemes, as ``COLUMNS``; ``of`` are the records."""
    sides = _together(pair, of) if pair.alike else _one_by_one(pair, of)
    changes = []
    for some in (sides,) if pair.alike else ((sides[0],), (sides[1],)):
        by_part = _by_part(some, pair)
        if by_part is not None:
            changes.append(_row(by_part, by_part.part, by_part.new - by_part.old))
            sides = _with_earned(sides, some, by_part)
    before, after = (_standings(side, of, pair) for side in sides)
    moved = before.inner_join(after, "question")
    subjects = moved.select(
        question=moved.question,
        part=ibis.null("int64"),
        points=moved.points_new - moved.points_old,
        before=moved.grade_old,
        after=moved.grade_new,
    )
    return ibis.union(subjects, *changes, *_changed_by_bounds(moved, pair), distinct=False)


def _together(pair: Pair, of: Relation) -> _Sides:
    """Let records face the factors of both at once; which are apart is known by the slot."""
    joined = Days(pair.joined)
    every = set(range(len(pair.joined.factors)))
    own = {
        slots[place]
        for days, slots in zip(pair.days(), pair.slots, strict=True)
        for place in with_own_total(days)
    }
    apart = every - pair.common
    left = _left(of, joined, sorted(own | apart), pair.spread)
    rows = None if left is None else left.rows
    old, new = (
        _Side(days, rows, slots, tuple(n for n, slot in enumerate(slots) if slot in apart))
        for days, slots in zip(pair.days(), pair.slots, strict=True)
    )
    return old, new


def _one_by_one(pair: Pair, of: Relation) -> _Sides:
    """Where more points are better under one and worse under the other, nothing is the same."""
    sides = []
    for days in pair.days():
        every = tuple(range(len(days.scheme.factors)))
        left = _left(of, days, list(every), {})
        sides.append(_Side(days, None if left is None else left.rows, every, every))
    return sides[0], sides[1]


def _left(
    of: Relation, days: Days, own: list[int], spread: Mapping[int, tuple[int, ...]]
) -> Capped | None:
    """What the caps leave of all factors of a scheme."""
    asking = asked(days)
    fitting = matching(faced(of, asking, days), days)
    added, shares = counted(fitting, days), shared(fitting, days)
    return capped(added, shares, asking, days, own, spread)


def _by_part(sides: Sequence[_Side], pair: Pair) -> Relation | None:
    """What each part that one scheme has alone earned under both, and all common ones together.

    As ``question``, ``part`` (none: common), ``old`` and ``new``.
    """
    rows = sides[0].rows
    if rows is None:
        return None
    both = pair.days()
    part: dict[int, Term] = {}
    old: dict[int, Term] = {}
    new: dict[int, Term] = {}
    for side in sides:
        for n in side.apart:
            slot = side.slots[n]
            part[slot] = literal(pair.parts.index(side.days.scheme.factors[n].factor))
            (old if side.days == both[0] else new)[slot] = rows.points
    zero = literal(0)
    common = rows.points if pair.alike else zero
    rows = rows.mutate(
        part=by_number(rows.slot, part, literal(_COMMON)),
        old=by_number(rows.slot, old | dict.fromkeys(new, zero), common),
        new=by_number(rows.slot, new | dict.fromkeys(old, zero), common),
    )
    return rows.group_by("question", "part").aggregate(old=rows.old.sum(), new=rows.new.sum())


def _with_earned(sides: _Sides, some: Sequence[_Side], by_part: Relation) -> _Sides:
    """Add what each question earned by all factors to the sides that need no other total."""
    sums = by_part.group_by("question").aggregate(old=by_part.old.sum(), new=by_part.new.sum())
    of = {SIDES[0]: sums.old, SIDES[1]: sums.new}
    old, new = (
        replace(side, earned=sums.select(sums.question, earned=of[side.days.side]))
        if side in some and not with_own_total(side.days)
        else side
        for side in sides
    )
    return old, new


def _standings(side: _Side, of: Relation, pair: Pair) -> Relation:
    """Points and grade of each question under one scheme, and what its bounds add by part."""
    days, asking = side.days, asked(side.days)
    exposures = exposed(of, asking, days)
    if side.earned is not None:
        summed = bounded(side.earned, asking, exposures, days)
    else:
        rows = side.rows
        if rows is not None and pair.alike:
            own = sorted({UNCAPPED, *side.slots})
            rows = rows.filter(rows.slot.isin([literal(slot) for slot in own]))
        summed = totals(rows, asking, exposures, days, side.slots)
    found = graded(ranked(summed, days), of, asking, days)
    told = {"points": found.points, "grade": named(found, days)}
    told |= {f"part_{pair.parts.index(name)}": term for name, term in _bounds(found, side)}
    return found.select(
        found.question, **{f"{name}{days.side}": term for name, term in told.items()}
    )


def _bounds(rows: Relation, side: _Side) -> Iterator[tuple[str, Term]]:
    """What starts, leasts and components add, by the name of the part."""
    scheme = side.days.scheme
    for place in with_own_total(side.days):
        factor = scheme.factors[place]
        if place in side.apart and (factor.starts is not None or factor.at_least is not None):
            least = rows[f"total_{place}"] - rows[f"sum_{place}"]
            yield factor.factor, rows[f"start_{place}"] + least
    for place, part in enumerate(scheme.components):
        if part.at_most is not None or part.at_least is not None:
            yield part.component, rows[f"part_{place}"] - rows[f"parts_{place}"]


def _changed_by_bounds(moved: Relation, pair: Pair) -> Iterator[Relation]:
    """How much more each part adds by what is no record: starts, leasts, components."""
    for place in range(len(pair.parts)):
        names = [f"part_{place}{side}" for side in SIDES]
        if any(name in moved.columns for name in names):
            old, new = (moved[n] if n in moved.columns else literal(0) for n in names)
            yield _row(moved, literal(place), new - old)


def _row(rows: Relation, part: Term, points: Term) -> Relation:
    """Rows of ``COLUMNS`` for a part that adds something else than before."""
    none = ibis.null("string")
    told = rows.select(question=rows.question, part=part, points=points, before=none, after=none)
    return told.filter((told.points != literal(0)) & (told.part != literal(_COMMON)))
