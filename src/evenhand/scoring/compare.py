"""Two schemes over the same subjects: who would stand where, and which part of the rules moves them.

Pure: what ``beside`` found and the grounds of both come in, counts go out. What it guards: a
``Comparison`` holds no subject, only counts. They are raw counts; ``comparison_tables`` hides the
small ones before anybody reads them. What it does not do: it changes neither scheme and records
nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import ListId
from evenhand.schemes.scheme import Scheme
from evenhand.scoring.beside import Beside

Direction = Literal["better", "worse", "otherwise", "same"]
"""Where a subject moves; ``otherwise``: to or from no grade, or between grades without an order."""

Fate = Literal["stays", "appears", "vanishes"]
"""What the change makes of one proposal."""

BANDS: Final = "(bands)"
"""The cause where no part adds anything else than before: bands, direct grades, ceilings."""

STEPS: Final = (1, 5, 10, 20, 50, 100)
"""Where the distribution of changed points is cut, in points."""


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


def compare(
    of: Beside,
    grounds: tuple[Sequence[Ground], Sequence[Ground]],
    where: Where | Mapping[int, Where],
) -> Comparison:
    """Count who would stand where under another scheme.

    Args:
        of: What the two schemes say of the same subjects.
        grounds: What the old scheme would propose, and what the new one would.
        where: Kind and district of each subject, or of all.
    """
    old, new = of.pair.both
    moves = of.moves
    found = Comparison(old, new, moves.num_rows)
    directions: dict[tuple[str, str], Direction] = {}
    for one in _counted(moves, "before", "after"):
        pair = one["before"], one["after"]
        found.grades[pair] += one["count"]
        directions[pair] = direction_of(old, new, *pair)
    for one in _counted(moves, "points"):
        found.points[step_of(one["points"])] += one["count"]
    places, at = _places(moves["subject"], where)
    for one in _counted(moves.append_column("place", at), "place", "before", "after"):
        direction = directions[one["before"], one["after"]]
        found.kinds[places[one["place"]].kind, direction] += one["count"]
        found.districts[places[one["place"]].district, direction] += one["count"]
    for one in _counted(of.changes, "part"):
        found.touched[of.pair.parts[one["part"]]] += one["count"]
    found.causes.update(_causes(of, directions))
    found.lists.update(_fates(*grounds))
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


def _causes(
    of: Beside, directions: Mapping[tuple[str, str], Direction]
) -> Counter[tuple[str, Direction]]:
    """Count those who move by direction and main cause.

    The main cause is the part whose points change most in the direction of the move; of two that
    change alike the first in the order of the files. Where none does, the bands are the cause.
    """
    moving = of.moves.filter(pc.not_equal(of.moves["before"], of.moves["after"]))
    found: Counter[tuple[str, Direction]] = Counter()
    by_pair = moving.group_by(["before", "after"]).aggregate([("subject", "list")])
    up = "better" if of.pair.new.scale.better == "higher" else "worse"
    for one in range(by_pair.num_rows):
        direction = directions[by_pair["before"][one].as_py(), by_pair["after"][one].as_py()]
        subjects = by_pair["subject_list"][one].values
        parts = of.changes.filter(pc.is_in(of.changes["subject"], value_set=subjects))
        if direction != "otherwise":
            drives = pc.greater if direction == up else pc.less
            parts = parts.filter(drives(parts["points"], 0))
        caused = 0
        for part in _counted(_most(parts), "part_first"):
            found[of.pair.parts[part["part_first"]], direction] += part["count"]
            caused += part["count"]
        if len(subjects) > caused:
            found[BANDS, direction] += len(subjects) - caused
    return found


def _most(parts: pa.Table) -> pa.Table:
    """Of each subject the part that changes most, as ``part_first``."""
    sized = parts.append_column("size", pc.abs(parts["points"]))
    order = [("subject", "ascending"), ("size", "descending"), ("part", "ascending")]
    in_order = sized.sort_by(order)
    return in_order.group_by("subject", use_threads=False).aggregate([("part", "first")])


def _fates(before: Sequence[Ground], after: Sequence[Ground]) -> Counter[tuple[ListId, Fate]]:
    """Count proposals by list; the same facts make the same proposal, whatever the version."""
    old = {ground.case_id(): ground.list for ground in before}
    new = {ground.case_id(): ground.list for ground in after}
    counted: Counter[tuple[ListId, Fate]] = Counter()
    for case in {**old, **new}:
        fate: Fate = "stays" if case in old and case in new else "appears"
        counted[new.get(case) or old[case], "vanishes" if case not in new else fate] += 1
    return counted
