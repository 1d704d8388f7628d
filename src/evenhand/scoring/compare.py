"""Two schemes over the same subjects: who would stand where, and which part of the rules moves them.

Pure: standings, points by part and grounds of both come in, counts go out. What it guards: a
``Comparison`` holds no subject, only counts. They are raw counts; ``comparison_tables`` hides the
small ones before anybody reads them. What it does not do: it changes neither scheme and records
nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import ListId
from evenhand.schemes.scheme import NOT_GRADED, Scheme

Direction = Literal["better", "worse", "otherwise", "same"]
"""Where a subject moves; ``otherwise``: to or from no grade, or between grades without an order."""

Fate = Literal["stays", "appears", "vanishes"]
"""What the change makes of one proposal."""

SCALE: Final = "(scale)"
"""The part of what no factor adds: base, floor, ceiling, division by exposure."""

BANDS: Final = "(bands)"
"""The cause where no part adds anything else than before: bands, direct grades, ceilings."""

STEPS: Final = (1, 5, 10, 20, 50, 100)
"""Where the distribution of changed points is cut, in points."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one scheme says of everybody who is compared.

    Attributes:
        standings: ``subject``, ``points`` (thousandths) and ``grade``, as ``score`` answers.
        parts: ``subject``, ``part`` and ``points``, as ``points_by_part`` answers.
    """

    scheme: Scheme
    standings: pa.Table
    parts: pa.Table
    grounds: Sequence[Ground]


@dataclass(frozen=True, slots=True)
class Where:
    """Where a subject is counted: its kind, and the district of its register; None: has none."""

    kind: SubjectKind
    district: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Raw counts.

    Attributes:
        grades: Subjects by the grade that each scheme gives; ``not_graded`` where it gives none.
        causes: Subjects that move, by main cause and direction.
        touched: Subjects for whom a part adds something else than before, moved or not.
        kinds: Subjects by kind and direction.
        districts: Subjects by district and direction.
        points: Subjects by how far their points change, as ``step_of`` names it.
        lists: Proposals by list and fate.
    """

    old: Scheme
    new: Scheme
    subjects: int
    grades: Counter[tuple[str, str]] = field(default_factory=Counter)
    causes: Counter[tuple[str, Direction]] = field(default_factory=Counter)
    touched: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, Direction]] = field(default_factory=Counter)
    districts: Counter[tuple[str | None, Direction]] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)
    lists: Counter[tuple[ListId, Fate]] = field(default_factory=Counter)


def compare(old: Judged, new: Judged, where: Where | Mapping[int, Where]) -> Comparison:
    """Count who would stand where under another scheme.

    Args:
        old: What the old scheme says.
        new: What the new one says of the same subjects.
        where: Kind and district of each, or of all.

    Raises:
        ValueError: When the two were not asked about the same subjects.
    """
    subjects, moves = _beside(old, new)
    found = Comparison(old.scheme, new.scheme, len(subjects))
    order = _order(old.scheme, new.scheme)
    directions: dict[tuple[str, str], Direction] = {}
    for one in _counted(moves, "before", "after"):
        pair = one["before"], one["after"]
        found.grades[pair] += one["count"]
        directions[pair] = direction_of(old.scheme, new.scheme, *pair)
    for one in _counted(moves, "change"):
        found.points[step_of(one["change"])] += one["count"]
    places, at = _places(subjects, where)
    for one in _counted(moves.append_column("place", at), "place", "before", "after"):
        direction = directions[one["before"], one["after"]]
        found.kinds[places[one["place"]].kind, direction] += one["count"]
        found.districts[places[one["place"]].district, direction] += one["count"]
    changes = _changes(old, new)
    for one in _counted(changes, "part"):
        found.touched[one["part"]] += one["count"]
    better = new.scheme.scale.better == "higher"
    for direction, changed in _moved(subjects, moves, changes, directions):
        found.causes[main_cause(changed, direction, better, order), direction] += 1
    found.lists.update(_fates(old.grounds, new.grounds))
    return found


def ladder(scheme: Scheme) -> tuple[str, ...]:
    """The bands of a scheme, the best first."""
    names = tuple(grade.grade for grade in scheme.grades)
    return names[::-1] if scheme.scale.better == "higher" else names


def direction_of(old: Scheme, new: Scheme, before: str, after: str) -> Direction:
    """Say where somebody moves who had one grade and has another.

    The order is that of the new scheme, where it has both grades, or else of the old one.
    """
    if before == after:
        return "same"
    for names in (ladder(new), ladder(old)):
        if before in names and after in names:
            return "better" if names.index(after) < names.index(before) else "worse"
    return "otherwise"


def main_cause(
    changed: Mapping[str, int], direction: Direction, better_is_higher: bool, order: Sequence[str]
) -> str:
    """Name the part whose points change most in the direction of the move.

    Args:
        changed: How much more each part adds than before, in thousandths; only parts that change.
        direction: Where the subject moves.
        better_is_higher: Whether more points are better.
        order: Parts in the order of the files; of two that change alike the first is named.
    """
    up = (direction == "better") == better_is_higher
    driving = [
        part for part, points in changed.items() if direction == "otherwise" or (points > 0) == up
    ]
    if not driving:
        return BANDS
    return min(driving, key=lambda part: (-abs(changed[part]), order.index(part)))


def step_of(change: int) -> str:
    """Name the step of a change of points, given in thousandths: ``0``, ``-10 to -5``, ``over +100``."""
    if not change:
        return "0"
    sign, size = ("+" if change > 0 else "-"), abs(change)
    for low, high in zip((0, *STEPS), STEPS, strict=False):
        if size <= high * 1000:
            near, far = (f"{sign}{low}" if low else "0"), f"{sign}{high}"
            return f"{near} to {far}" if change > 0 else f"{far} to {near}"
    return f"over +{STEPS[-1]}" if change > 0 else f"under -{STEPS[-1]}"


def every_step() -> tuple[str, ...]:
    """The names of all steps, from the greatest loss of points to the greatest gain."""
    middles = [low * 1000 + 1 for low in (0, *STEPS)]
    changes = [-size for size in reversed(middles)] + [0] + middles
    return tuple(step_of(change) for change in changes)


def _beside(old: Judged, new: Judged) -> tuple[pa.Array, pa.Table]:
    """The subjects in order; beside each the grade before and after, and how far its points change."""
    before, after = (of.standings.sort_by("subject").combine_chunks() for of in (old, new))
    if not before["subject"].equals(after["subject"]):
        raise ValueError("two schemes are compared over the same subjects")
    moves = {
        "before": before["grade"].fill_null(NOT_GRADED),
        "after": after["grade"].fill_null(NOT_GRADED),
        "change": pc.subtract(after["points"], before["points"]),
    }
    return before["subject"].combine_chunks(), pa.table(moves)


def _counted(table: pa.Table, *names: str) -> list[dict[str, Any]]:
    """How many rows there are of each combination of values, as rows with ``count``."""
    counted = table.group_by(list(names)).aggregate([([], "count_all")])
    rows: list[dict[str, Any]] = counted.rename_columns([*names, "count"]).to_pylist()
    return rows


def _places(
    subjects: pa.Array, where: Where | Mapping[int, Where]
) -> tuple[Sequence[Where], pa.Array]:
    """The places that there are, and the number of each subject's."""
    if isinstance(where, Where):
        return (where,), pa.array([0] * len(subjects), pa.int64())
    own = [where[subject] for subject in subjects.to_pylist()]
    there = {place: number for number, place in enumerate(dict.fromkeys(own))}
    return tuple(there), pa.array([there[place] for place in own], pa.int64())


def _changes(old: Judged, new: Judged) -> pa.Table:
    """How much more each part adds to each subject than before; only parts that change."""
    names = ["subject", "part", "points"]
    before = old.parts.select(names)
    taken = before.set_column(2, "points", pc.negate(before["points"]))
    both = pa.concat_tables([new.parts.select(names), taken])
    summed = both.group_by(["subject", "part"]).aggregate([("points", "sum")])
    return summed.filter(pc.not_equal(summed["points_sum"], 0))


def _moved(
    subjects: pa.Array,
    moves: pa.Table,
    changes: pa.Table,
    directions: Mapping[tuple[str, str], Direction],
) -> Iterator[tuple[Direction, Mapping[str, int]]]:
    """Of each subject that moves the direction, and how much more each part adds."""
    moving = pc.not_equal(moves["before"], moves["after"])
    whose = subjects.filter(moving.combine_chunks())
    pairs = moves.filter(moving)
    parts: dict[int, dict[str, int]] = defaultdict(dict)
    own = changes.filter(pc.is_in(changes["subject"], value_set=whose))
    columns = (own[name].to_pylist() for name in ("subject", "part", "points_sum"))
    for subject, part, points in zip(*columns, strict=True):
        parts[subject][part] = points
    told = (pairs[name].to_pylist() for name in ("before", "after"))
    for subject, before, after in zip(whose.to_pylist(), *told, strict=True):
        yield directions[before, after], parts[subject]


def _order(old: Scheme, new: Scheme) -> tuple[str, ...]:
    """Parts as the new file orders them, then those that only the old one has."""
    names = [
        part
        for scheme in (new, old)
        for part in (
            *(factor.factor for factor in scheme.factors),
            *(component.component for component in scheme.components),
        )
    ]
    return (*dict.fromkeys(names), SCALE)


def _fates(before: Sequence[Ground], after: Sequence[Ground]) -> Counter[tuple[ListId, Fate]]:
    """Count proposals by list; the same facts make the same proposal, whatever the version."""
    old = {ground.case_id(): ground.list for ground in before}
    new = {ground.case_id(): ground.list for ground in after}
    counted: Counter[tuple[ListId, Fate]] = Counter()
    for case in {**old, **new}:
        fate: Fate = "stays" if case in old and case in new else "appears"
        counted[new.get(case) or old[case], "vanishes" if case not in new else fate] += 1
    return counted
