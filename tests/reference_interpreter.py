"""A scheme interpreted record by record in plain Python, to hold the compiled plan against.

It follows docs/reference/scoring.md line by line, shares nothing with the compiler but the nouns of
a scheme, and is as slow as it looks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Any

from evenhand.kernel.periods import Day, months_before
from evenhand.relational.view import Doubted, Judged
from evenhand.schemes.scheme import (
    Condition,
    ConstantPoints,
    Factor,
    InForce,
    Look,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
)

Row = Mapping[str, Any]
Told = tuple[str, str, int | None, int, str]
"""Step, factor, record, points, why not."""


@dataclass(frozen=True)
class World:
    """Rows of evidence as delivered, and what people said of them."""

    rows: Sequence[Row]
    judgements: Sequence[Judged] = ()
    doubts: Sequence[Doubted] = ()


@dataclass(frozen=True)
class Answer:
    """A standing with everything that it is made of."""

    points: int
    grade: str | None
    told: tuple[Told, ...]


class Interpreter:
    """Answers one question after the other."""

    def __init__(self, in_force: InForce, world: World) -> None:
        self.scheme: Scheme = in_force.scheme
        self.public_since = in_force.public_since
        self.world = world
        self.takers: dict[int, list[Row]] = {}
        for row in world.rows:
            if row["supersedes"] is not None:
                self.takers.setdefault(row["supersedes"], []).append(row)

    # Which records exist

    def about(self, row: Row, known_at: int) -> tuple[int, int] | None:
        """Whom a row is about at a moment, and since when that is known; None while it waits."""
        if not row["waits"]:
            return (row["subject"], row["known"]) if row["known"] <= known_at else None
        told = sorted(
            (known, subject)
            for waiting, subject, known in self.world.judgements
            if waiting == row["subject"] and known <= known_at
        )
        if not told or row["known"] > known_at:
            return None
        return told[-1][1], max(told[-1][0], row["known"])

    def first_known(self, row: Row) -> int | None:
        """When somebody was first known to be meant by a row."""
        if not row["waits"]:
            return int(row["known"])
        moments = [known for w, _, known in self.world.judgements if w == row["subject"]]
        return max(row["known"], min(moments)) if moments else None

    def superseded(self, row: Row, known_at: int) -> bool:
        moments = [self.first_known(other) for other in self.takers.get(row["record"], ())]
        return any(moment is not None and moment <= known_at for moment in moments)

    def weak(self, row: Row, known_at: int) -> str:
        """Why a record adds nothing against anyone, if so."""
        for record, start, stop in self.world.doubts:
            if record == row["record"] and start <= known_at and (stop is None or known_at < stop):
                return "in_doubt"
        if self.public_since is not None and row["happened"] < self.public_since:
            return "before_public"
        return ""

    def records(self, subject: int, known_at: int) -> list[Row]:
        found: list[Row] = []
        for row in self.world.rows:
            told = self.about(row, known_at)
            if told is not None and told[0] == subject:
                found.append({**row, "known": told[1]})
        return found

    def stands(self, row: Row, as_of: Day, known_at: int) -> str:
        if row["retracts"]:
            return "retracts"
        if self.superseded(row, known_at):
            return "superseded"
        if row["happened"] > as_of:
            return "not_yet"
        if row["leaves"] is not None and as_of >= row["leaves"]:
            return "retention_over"
        if row["ends"] is not None and as_of >= row["ends"]:
            return "validity_over"
        return ""

    # What a record is worth

    def met(self, row: Row, condition: Condition) -> bool:
        name = condition.field
        value = row.get(name if name in ("severity", "kind") else f"f_{name}")
        if value is None:
            return False
        first: Any = condition.values[0]
        held = {
            "is": value == first,
            "one_of": value in condition.values,
            "at_least": condition.test == "at_least" and value >= first,
            "at_most": condition.test == "at_most" and value <= first,
            "more_than": condition.test == "more_than" and value > first,
            "less_than": condition.test == "less_than" and value < first,
        }
        return bool(held[condition.test])

    def toward(self, value: Fraction) -> int:
        return math.ceil(value) if self.scheme.scale.better == "higher" else math.floor(value)

    def favour(self, points: int) -> int:
        return points if self.scheme.scale.better == "higher" else -points

    def worth(self, row: Row, factor: Factor, as_of: Day) -> int | None:
        match factor.points:
            case ConstantPoints(points=points):
                return points.on(as_of)
            case RatedPoints(field=name, times=times, amount=amount):
                value = row.get(f"f_{name}")
                if value is None or abs(value) > (10**15 if amount else 10**12):
                    return None
                product = Fraction(value * times.on(as_of))
                return self.toward(product / 1000) if amount else int(product)
            case TabledPoints(field=name, table=table, otherwise=otherwise):
                key = name if name in ("severity", "kind") else f"f_{name}"
                value = row.get(key)
                if value is None:
                    return None
                for known, points in table:
                    if known == value:
                        return points.on(as_of)
                return otherwise.on(as_of) if otherwise else 0
            case SharePoints(share=part, of=whole):
                values = [row.get(f"f_{name}") for name in (part, whole)]
                fine = all(v is not None and 0 <= v <= 10**12 for v in values)
                return 0 if fine else None
        raise TypeError

    def lacks(self, row: Row, factor: Factor, as_of: Day, known_at: int) -> str:
        stands = self.stands(row, as_of, known_at)
        if stands:
            return stands
        if factor.within is not None and row["happened"] <= factor.within.before(as_of):
            return "outside_window"
        if not all(self.met(row, c) for c in factor.where):
            return "condition"
        if self.worth(row, factor, as_of) is None:
            return "condition"
        if any(self.met(row, c) for c in factor.unless):
            return "excused"
        return ""

    # Factors

    def factor(self, factor: Factor, rows: list[Row], as_of: Day, known_at: int) -> list[Told]:
        told: list[Told] = []
        matching = []
        for row in rows:
            if row["type"] != factor.counts:
                continue
            why = self.lacks(row, factor, as_of, known_at)
            if why:
                told.append(("points", factor.factor, row["record"], 0, why))
            else:
                matching.append(row)
        if isinstance(factor.points, SharePoints):
            return told + self.share(factor, factor.points, matching, as_of, known_at)
        added: list[tuple[Row, int, str]] = []
        for group in self.events(factor, matching):
            added += self.choose(factor, group, as_of, known_at)
        told += [("points", factor.factor, r["record"], points, why) for r, points, why in added]
        years: dict[int, int] = {}
        for row, points, _ in added:
            years[row["happened"].year] = years.get(row["happened"].year, 0) + points
        total = 0
        for points in years.values():
            cut = self.cap(points, factor.at_most.per_year, as_of)
            if cut:
                told.append(("yearly_cap", factor.factor, None, cut, ""))
            total += points + cut
        cut = self.cap(total, factor.at_most.in_all, as_of)
        return told + ([("total_cap", factor.factor, None, cut, "")] if cut else [])

    def cap(self, total: int, limit: Any, as_of: Day) -> int:
        if limit is None:
            return 0
        most: int = limit.on(as_of)
        return min(max(total, -most), most) - total

    def events(self, factor: Factor, rows: list[Row]) -> Iterable[list[Row]]:
        if factor.counting != "one_per_event":
            return [rows]

        def event(row: Row) -> Any:
            return row["document"] if row["document"] is not None else row["record"]

        return [list(group) for _, group in groupby(sorted(rows, key=event), key=event)]

    def choose(
        self, factor: Factor, rows: list[Row], as_of: Day, known_at: int
    ) -> list[tuple[Row, int, str]]:
        out: dict[int, str] = {}
        worth: dict[int, int] = {}
        for row in rows:
            points = self.worth(row, factor, as_of)
            assert points is not None
            worth[row["record"]] = points
            if self.favour(points) < 0:
                out[row["record"]] = self.weak(row, known_at)
        if factor.counting == "each":
            return [
                (r, 0 if out.get(r["record"]) else worth[r["record"]], out.get(r["record"], ""))
                for r in rows
            ]

        def rank(row: Row) -> tuple[int, Day, int, int]:
            points = worth[row["record"]]
            first = {
                "latest": 0,
                "worst": -self.favour(points),
                "best": self.favour(points),
                "one_per_event": abs(points),
            }[factor.counting]
            return first, row["happened"], row["known"], row["record"]

        found: list[tuple[Row, int, str]] = []
        settled, hidden = False, None
        for row in sorted(rows, key=rank, reverse=True):
            points, dropped = worth[row["record"]], out.get(row["record"], "")
            if settled:
                found.append((row, 0, "later_one"))
            elif dropped:
                hidden = (
                    max(self.favour(points), hidden) if hidden is not None else self.favour(points)
                )
                found.append((row, 0, dropped))
            else:
                settled = True
                counts = hidden is None or hidden <= self.favour(points)
                found.append((row, points, "") if counts else (row, 0, "later_one"))
        return found

    def share(
        self, factor: Factor, rule: SharePoints, rows: list[Row], as_of: Day, known_at: int
    ) -> list[Told]:
        if not rows:
            return []

        def points(of: list[Row]) -> int:
            part = sum(row[f"f_{rule.share}"] for row in of)
            whole = sum(row[f"f_{rule.of}"] for row in of)
            full = rule.full.on(as_of)
            if whole < max(rule.minimum, 1):
                return 0
            part = min(part, whole)
            if Fraction(part, whole) >= Fraction(rule.full_from, 1000):
                return full
            return self.toward(Fraction(full * part, whole))

        weak = {row["record"]: self.weak(row, known_at) for row in rows}
        everything = points(rows)
        sure = points([row for row in rows if not weak[row["record"]]])
        best = max(everything, sure, key=self.favour)
        few = sum(row[f"f_{rule.of}"] for row in rows) < max(rule.minimum, 1)
        told: list[Told] = [("points", factor.factor, None, best, "")]
        for row in rows:
            left_out = weak[row["record"]] if best != everything else ""
            told.append(("points", factor.factor, row["record"], 0, "too_few" if few else left_out))
        cut = self.cap(best, factor.at_most.in_all, as_of)
        return told + ([("total_cap", factor.factor, None, cut, "")] if cut else [])

    # Standing

    def answer(self, subject: int, as_of: Day, known_at: int) -> Answer:
        scale = self.scheme.scale
        rows = self.records(subject, known_at)
        told: list[Told] = [("base", "", None, scale.base.on(as_of), "")]
        for factor in self.scheme.factors:
            told += self.factor(factor, rows, as_of, known_at)
        counted = {factor.counts for factor in self.scheme.factors}
        for row in rows:
            if row["type"] not in counted:
                why = self.stands(row, as_of, known_at)
                why = why if why in ("retracts", "superseded") else "no_factor"
                told.append(("points", "", row["record"], 0, why))
        total = sum(points for _, _, _, points, _ in told)
        for step, bound, side in (("floor", scale.floor, max), ("ceiling", scale.ceiling, min)):
            if bound is not None:
                bounded = side(total, bound.on(as_of))
                if bounded != total:
                    told.append((step, "", None, bounded - total, ""))
                total = bounded
        grade = self.grade(total, rows, as_of, known_at)
        return Answer(total, grade, tuple(sorted(told, key=repr)))

    def better(self) -> list[str]:
        """Bands from worst to best."""
        bands = sorted(self.scheme.grades, key=lambda g: g.start)
        names = [g.grade for g in bands]
        return names if self.scheme.scale.better == "higher" else names[::-1]

    def grade(self, points: int, rows: list[Row], as_of: Day, known_at: int) -> str | None:
        reached = [g for g in self.scheme.grades if points >= g.start]
        band = max(reached, key=lambda g: g.start).grade if reached else None
        standing = [row for row in rows if not self.stands(row, as_of, known_at)]
        sure = [row for row in standing if not self.weak(row, known_at)]
        looks = []
        for direct in self.scheme.direct:
            looks.append(
                (
                    direct.grade,
                    self.directly(direct.looks[0], standing, as_of),
                    self.directly(direct.looks[0], sure, as_of),
                )
            )
        firm = next((grade for grade, met, surely in looks if met and surely), band)
        before = next((n for n, (_, met, surely) in enumerate(looks) if met and surely), len(looks))
        order = self.better()
        if firm not in order:
            return firm
        offers = [
            grade
            for grade, met, surely in looks[:before]
            if met != surely and grade in order and order.index(grade) > order.index(firm)
        ]
        return max(offers, key=order.index, default=firm)

    def directly(self, direct: Look, rows: list[Row], as_of: Day) -> bool:
        seen = [
            row
            for row in rows
            if row["type"] == direct.record
            and (direct.within is None or row["happened"] > direct.within.before(as_of))
        ]
        if direct.of == "latest" and seen:
            last = max(row["happened"] for row in seen)
            seen = [row for row in seen if row["happened"] == last]
        return any(all(self.met(row, c) for c in direct.where) for row in seen)

    # Grounds

    def grounds(
        self, subjects: Iterable[int], as_of: Day, known_at: int
    ) -> list[tuple[int, str, int, tuple[int, ...]]]:
        """Subject, list, rule, records of every ground, one adverse ground for each document."""
        found: list[tuple[int, str, int, tuple[int, ...]]] = []
        for subject in sorted(subjects):
            rows = {row["record"]: row for row in self.records(subject, known_at)}
            used: set[int] = set()
            for rule in self.scheme.lists:
                for place, trigger in enumerate(rule.enters_on, 1):
                    for records in self.meets(trigger, rule, list(rows.values()), as_of, known_at):
                        documents = {rows[number]["document"] for number in records} - {None}
                        if rule.kind == "black":
                            if documents & used:
                                continue
                            used |= documents
                        found.append((subject, str(rule.list), place, tuple(sorted(records))))
                    if isinstance(trigger, OnGradeHeld) and self.held(
                        trigger, subject, list(rows.values()), as_of, known_at
                    ):
                        found.append((subject, str(rule.list), place, ()))
        return sorted(found)

    def meets(
        self, trigger: Any, rule: Any, rows: list[Row], as_of: Day, known_at: int
    ) -> list[list[int]]:
        black = rule.kind == "black"
        if isinstance(trigger, OnGradeHeld):
            return []
        able = [
            row
            for row in rows
            if row["type"] == trigger.record
            and not self.stands(row, as_of, known_at)
            and all(self.met(row, c) for c in trigger.where)
            and not (black and self.weak(row, known_at))
        ]
        able.sort(key=lambda row: (row["happened"], row["known"], row["record"]))
        after = rule.lasts.before(as_of)
        if isinstance(trigger, OnRecord):
            fresh = [row for row in able if row["happened"] > after]
            fresh.sort(key=lambda row: (row["happened"], row["record"]))
            return [[row["record"]] for row in fresh]
        found = []
        for _, group in sorted(self.kinds(trigger, able, black).items(), key=repr):
            for end in range(len(group), 0, -1):
                last = group[end - 1]
                back = trigger.within.before(last["happened"])
                inside = [row for row in group[:end] if row["happened"] > back]
                if len(inside) >= trigger.times and last["happened"] > after:
                    found.append(inside[-trigger.times :])
                    break
        found.sort(key=lambda rs: (rs[-1]["happened"], sorted(r["record"] for r in rs)))
        return [[row["record"] for row in rows_] for rows_ in found]

    def kinds(self, trigger: OnAccumulation, rows: list[Row], black: bool) -> dict[Any, list[Row]]:
        name = trigger.same if trigger.same in ("severity", "kind") else f"f_{trigger.same}"
        found: dict[Any, list[Row]] = {}
        for row in rows:
            if row.get(name) is not None and (row["adverse"] or not black):
                found.setdefault(row[name], []).append(row)
        return found

    def held(
        self, trigger: OnGradeHeld, subject: int, rows: list[Row], as_of: Day, known_at: int
    ) -> bool:
        after = trigger.during.before(as_of)
        for row in rows:
            if (
                row["type"] in trigger.without
                and row["happened"] > after
                and not self.stands(row, as_of, known_at)
                and not self.weak(row, known_at)
            ):
                return False
        days = [months_before(as_of, back) for back in range(trigger.during.months + 1)]
        return all(
            day in self.scheme.in_force
            and self.answer(subject, day, known_at).grade == trigger.grade
            for day in days
        )
