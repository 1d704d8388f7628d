"""Made-up records that show that a claim fails: found exactly, on known days, as few as will do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import z3

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import ONE_DAY, Day, months_before
from evenhand.schemes.prove_factor import Placed
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Answer, Budget, Term, holds_in
from evenhand.schemes.scheme import ExampleRecord, Factor, Scheme
from evenhand.schemes.verdict import Shown
from evenhand.sources.catalogue import Catalogue, TypeRule

AGES = (200, 40, 5)
"""How many days before the day asked about the records of a type happened."""

OneRun: TypeAlias = Callable[[Sequence[Placed]], Sequence[Term]]
TwoRuns: TypeAlias = Callable[[Sequence[Placed], Sequence[Placed], Placed], Sequence[Term]]


@dataclass(frozen=True)
class Search:
    """Looks for records of some types with which a scheme does what it must not."""

    scheme: Scheme
    catalogue: Catalogue
    budget: Budget
    on: Day
    ages: tuple[int, ...] = field(default=AGES)

    def one_run(self, types: Iterable[RecordType], wrong: OneRun) -> Shown | None:
        """Records with which something is wrong: of one type alone, else of all; None when none are."""
        kinds = tuple(dict.fromkeys(types))
        groups = [(kind,) for kind in kinds] if len(kinds) > 1 else []
        for group in (*groups, kinds):
            run = self._run(group)
            held = [rule for placed in run for rule in placed.rules()]
            found = self._fewest(run, [*held, *wrong(run)])
            if found is not None:
                return Shown(self.on, self._shown(found, run))
        return None

    def two_runs(
        self, types: Iterable[RecordType], more: RecordType, wrong: TwoRuns
    ) -> Shown | None:
        """Records with which one record more leads to something wrong; None when none are found."""
        first = self._run(types)
        for document in (len(first), 0):
            placed = self._placed(more, len(first), self.on - ONE_DAY, document)
            second = [*first, placed]
            held = [rule for one in second for rule in one.rules()]
            found = self._fewest(first, [*held, *wrong(first, second, placed)])
            if found is not None:
                before = self._shown(found, first)
                return Shown(self.on, before, (*before, placed.shown(found)))
        return None

    def _run(self, types: Iterable[RecordType]) -> list[Placed]:
        run: list[Placed] = []
        for type_ in dict.fromkeys(types):
            for age in self.ages:
                place = len(run)
                there = z3.Bool(f"there {place}")
                run.append(self._placed(type_, place, self.on - age * ONE_DAY, place, there))
        return run

    def _placed(
        self, type_: RecordType, place: int, on: Day, document: int, there: Term = None
    ) -> Placed:
        rule = self.catalogue.types[type_]
        dates = {f.since: on for f in self._counting(type_) if f.since is not None}
        there = z3.BoolVal(True) if there is None else there
        return Placed(SymbolicRecord(rule, f"r{place}"), on, place, document, there, dates)

    def _counting(self, type_: RecordType) -> list[Factor]:
        return [factor for factor in self.scheme.factors if factor.counts == type_]

    def _fewest(self, run: Sequence[Placed], constraints: Sequence[Term]) -> Term:
        """A model with complete records where there is one, and no record that is not needed."""
        held = list(constraints)
        whole = [placed.record.complete() for placed in run]
        best: Answer = self.budget.ask(*held, *whole)
        if best.model is None:
            best = self.budget.ask(*held)
        else:
            held += whole
        if best.model is None:
            return None
        for placed in run:
            if holds_in(best.model, placed.there):
                without = self.budget.ask(*held, z3.Not(placed.there))
                if without.model is not None:
                    best = without
                    held.append(z3.Not(placed.there))
            else:
                held.append(z3.Not(placed.there))
        return best.model

    @staticmethod
    def _shown(model: Term, run: Sequence[Placed]) -> tuple[ExampleRecord, ...]:
        kept = [placed for placed in run if holds_in(model, placed.there)]
        return tuple(placed.shown(model) for placed in sorted(kept, key=lambda p: (p.on, p.place)))


def day_asked(scheme: Scheme, since: Day) -> Day:
    """A day on which a made-up question can be asked: a year on, or the last day in force."""
    later = since + 366 * ONE_DAY
    last = scheme.in_force.last
    return later if last is None else min(later, last)


def oldest(on: Day, rule: TypeRule) -> Day:
    """The first day of a record of a type that the register still has on a day."""
    return months_before(on, rule.retention_months) + 2 * ONE_DAY
